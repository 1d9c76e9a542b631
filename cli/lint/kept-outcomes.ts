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
  write(key: string, report: SubjectReport): void
}

export function keptOutcome(file: string): KeptOutcome {
  return {
    exists: () => existsSync(file),
    read(key) {
      try {
        const text = readFileSync(file, 'utf8')
        // The key stands before the rest: of another state nothing is parsed.
        return text.startsWith(`["${key}",`) ? (JSON.parse(text) as [string, SubjectReport])[1] : undefined
      } catch {
        return undefined
      }
    },
    write(key, report) {
      if (isLasting(report)) keepWhole(file, JSON.stringify([key, report]))
    },
  }
}

/**
 * sha256 of everything that outcomes follow from: files by their ids, branches and tags, head, names, rules and day.
 * Undefined where that cannot be told: for what a host says, and a tree that cannot be listed.
 */
export async function outcomeKey(source: Source, { packs, asOf, stage }: Judging): Promise<string | undefined> {
  if (source.host !== undefined) return undefined
  try {
    const hash = createHash('sha256')
    hash.update(JSON.stringify([asOf, stage ?? null, packs.map(({ id, digest }) => [id, digest]), source.identity]))
    hash.update(JSON.stringify((await source.refs?.()) ?? null))
    const entries = await source.entries()
    hash.update(entries.map(({ path, mode, oid }) => `${oid} ${mode} ${path}`).join('\0'))
    return hash.digest('hex')
  } catch (error) {
    if (error instanceof SourceFailure) return undefined
    throw error
  }
}

/** What another run may find otherwise although nothing changed: a file that could not be read, a fault of ours. */
const PASSING = new Set<unknown>(['unavailable', 'extractor-crashed'])

function isLasting({ outcomes }: SubjectReport): boolean {
  if (outcomes.length === 0) return false
  return outcomes.every(({ outcome, findings }) => {
    return outcome !== 'error' && findings.every(({ args }) => !PASSING.has(args.problem))
  })
}
