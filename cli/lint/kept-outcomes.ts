import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { SourceFailure } from '#data/model/failures.ts'
import type { SubjectReport } from '#data/model/lint.ts'
import type { Source } from '#data/model/source.ts'
import type { Judging } from './judge-one.ts'
import { keepWhole } from './keep-whole.ts'

/** What was found in one checkout the last time. A cache that cannot be read or written is none. */
export interface KeptOutcome {
  /** Whether something is kept, be it of another state of the checkout. */
  exists(): boolean
  read(key: string): SubjectReport | undefined
  /** What was found when the places that were looked at then showed the same. */
  recall(stateOf: (places: readonly string[]) => string | undefined): SubjectReport | undefined
  write(key: string, report: SubjectReport, seen?: Seen | undefined): void
}

/** What a checkout showed of itself before it was read. */
export interface Seen {
  readonly places: readonly string[]
  /** One line. */
  readonly state: string
}

/** Key, state, places and report stand on a line each: of another state nothing is parsed. */
export function keptOutcome(file: string): KeptOutcome {
  const reportOf = (report: string | undefined) => JSON.parse(report ?? '') as SubjectReport
  return {
    exists: () => existsSync(file),
    read: (key) =>
      unlessDamaged(() => {
        const [kept, , , report] = linesOf(file)
        return kept === key ? reportOf(report) : undefined
      }),
    recall: (stateOf) =>
      unlessDamaged(() => {
        const [, state = '', places = '', report] = linesOf(file)
        return state !== '' && stateOf(JSON.parse(places) as string[]) === state ? reportOf(report) : undefined
      }),
    write(key, report, seen) {
      if (!isLasting(report)) return
      keepWhole(file, [key, seen?.state ?? '', JSON.stringify(seen?.places ?? []), JSON.stringify(report)].join('\n'))
    },
  }
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8').split('\n')
}

function unlessDamaged<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/**
 * sha256 of everything that outcomes follow from: files by their ids, branches and tags, head, names, rules and day.
 * Undefined where that cannot be told: for what a host says, and a tree that cannot be listed.
 */
export async function outcomeKey(source: Source, judging: Judging): Promise<string | undefined> {
  if (source.host !== undefined) return undefined
  try {
    const hash = createHash('sha256')
    hash.update(JSON.stringify([judgedBy(judging), source.identity]))
    hash.update(JSON.stringify((await source.refs?.()) ?? null))
    const entries = await source.entries()
    hash.update(entries.map(({ path, mode, oid }) => `${oid} ${mode} ${path}`).join('\0'))
    return hash.digest('hex')
  } catch (error) {
    if (error instanceof SourceFailure) return undefined
    throw error
  }
}

/** What of a run decides its outcomes, beside what is judged. */
export function judgedBy({ packs, asOf, stage }: Judging) {
  return [asOf, stage ?? null, packs.map(({ id, digest }) => [id, digest])]
}

/** What another run may find otherwise although nothing changed: a file that could not be read, a fault of ours. */
const PASSING = new Set<unknown>(['unavailable', 'extractor-crashed'])

function isLasting({ outcomes }: SubjectReport): boolean {
  if (outcomes.length === 0) return false
  return outcomes.every(({ outcome, findings }) => {
    return outcome !== 'error' && findings.every(({ args }) => !PASSING.has(args.problem))
  })
}
