import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { type Look, lookAt } from '#collectors/workdir/traces.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { SubjectReport } from '#data/model/lint.ts'
import type { Source } from '#data/model/source.ts'
import type { Io } from '../io.ts'
import type { Judging } from './judge-one.ts'
import { keptFile } from './keep-whole.ts'
import { keptFacts } from './kept-facts.ts'
import { judgedBy, keptOutcome, outcomeKey, type Seen } from './kept-outcomes.ts'
import { unlisted } from './unlisted.ts'

/** What a path is judged by and with. Plain data but for the signal, so that another thread can be told. */
export interface PathJudging extends Judging {
  readonly cwd: string
  readonly env: Io['env']
  /** `owner/name` that paths are judged as. */
  readonly as: string | undefined
  /** Whether to keep the facts of each file too: worth it for the one checkout that somebody works in. */
  readonly keepsFacts: boolean
  readonly signal?: AbortSignal
}

/** Judges what a path leads to, or says what was found in the very same state before. */
export function judgePath(path: string, judging: PathJudging): Promise<SubjectReport> {
  const openedMs = Date.now()
  return opened(path, judging, async (source) => {
    const kept = outcomesOf(path, judging)
    const key = kept && (await outcomeKey(source, judging))
    const known = key === undefined ? undefined : kept?.read(key)
    if (known !== undefined) return known
    const seen = key === undefined ? undefined : seenOf(source, { openedMs, path, judging })
    const facts = judging.keepsFacts ? keptFacts(placeOf(path, judging), judging.env) : undefined
    const { judgeOne } = await import('./judge-one.ts')
    const report = await judgeOne({ source, ...(facts && { factCache: facts.cache }), isStored: false }, judging)
    facts?.save()
    if (key !== undefined) kept?.write(key, report, seen)
    return report
  })
}

/** What was found in this very state before; undefined when nothing was, or the state is another. */
export async function recallPath(path: string, judging: PathJudging): Promise<SubjectReport | undefined> {
  const kept = outcomesOf(path, judging)
  if (kept?.exists() !== true) return undefined
  const known = kept.recall((places) => stateOf(lookAt(places), { path, judging }))
  if (known !== undefined) return known
  const openedMs = Date.now()
  return opened(path, judging, async (source) => {
    const key = await outcomeKey(source, judging)
    const report = key === undefined ? undefined : kept.read(key)
    // Touched, but not changed: the next run need not find that out again.
    if (key !== undefined && report !== undefined) kept.write(key, report, seenOf(source, { openedMs, path, judging }))
    return report
  })
}

interface Asked {
  readonly path: string
  readonly judging: PathJudging
}

/** Steps in which file systems count time, and what clocks may differ by. */
const INSTANT_MS = 50

/** What shows that a source is as it was; undefined when it changed so lately that a further change might not show. */
function seenOf(source: Source, { openedMs, ...asked }: Asked & { readonly openedMs: number }): Seen | undefined {
  const places = source.traces?.()
  const look = places && lookAt(places)
  const state = stateOf(look, asked)
  if (places === undefined || look === undefined || state === undefined) return undefined
  return look.changedMs < openedMs - INSTANT_MS ? { places, state } : undefined
}

/** Reports speak of a path as it was typed, and as what it was to be judged. */
function stateOf(look: Look | undefined, { path, judging }: Asked): string | undefined {
  if (look === undefined) return undefined
  const all = JSON.stringify([look.digest, path, judging.as ?? null, judgedBy(judging)])
  return createHash('sha256').update(all).digest('hex')
}

async function opened<Answer>(
  path: string,
  judging: PathJudging,
  use: (source: Source) => Promise<Answer>,
): Promise<Answer | SubjectReport> {
  const { as, signal } = judging
  let source: Source | undefined
  try {
    const { openSource } = await import('#collectors/workdir/open-source.ts')
    source = await openSource(placeOf(path, judging), { as, signal })
    // Reports speak of the path as it was typed.
    return await use({ ...source, identity: { ...source.identity, origin: path } })
  } catch (error) {
    // A repository whose store is damaged does not stop the others.
    if (!(error instanceof SourceFailure) || error.kind === 'interrupted') throw error
    return unlisted({ origin: path, repository: as, defaultBranch: undefined, head: undefined }, error)
  } finally {
    await source?.close?.()
  }
}

function outcomesOf(path: string, judging: PathJudging) {
  const file = keptFile('outcomes', placeOf(path, judging), judging.env)
  return file === undefined ? undefined : keptOutcome(file)
}

function placeOf(path: string, { cwd }: Pick<PathJudging, 'cwd'>): string {
  return resolve(cwd, path)
}
