import { resolve } from 'node:path'
import { openSource } from '#collectors/workdir/open-source.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { SubjectReport } from '#data/model/lint.ts'
import type { Source } from '#data/model/source.ts'
import type { Io } from '../io.ts'
import { type Judging, judgeOne, unlisted } from './judge-one.ts'
import { keptFile } from './keep-whole.ts'
import { keptFacts } from './kept-facts.ts'
import { keptOutcome, outcomeKey } from './kept-outcomes.ts'

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
  return opened(path, judging, async (source) => {
    const kept = outcomesOf(path, judging)
    const key = kept && (await outcomeKey(source, judging))
    const known = key === undefined ? undefined : kept?.read(key)
    if (known !== undefined) return known
    const facts = judging.keepsFacts ? keptFacts(placeOf(path, judging), judging.env) : undefined
    const report = await judgeOne({ source, ...(facts && { factCache: facts.cache }), isStored: false }, judging)
    facts?.save()
    if (key !== undefined) kept?.write(key, report)
    return report
  })
}

/** What was found in this very state before; undefined when nothing was, or the state is another. */
export async function recallPath(path: string, judging: PathJudging): Promise<SubjectReport | undefined> {
  const kept = outcomesOf(path, judging)
  if (kept?.exists() !== true) return undefined
  return opened(path, judging, async (source) => {
    const key = await outcomeKey(source, judging)
    return key === undefined ? undefined : kept.read(key)
  })
}

async function opened<Answer>(
  path: string,
  judging: PathJudging,
  use: (source: Source) => Promise<Answer>,
): Promise<Answer | SubjectReport> {
  const { as, signal } = judging
  let source: Source | undefined
  try {
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
