import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import { SourceFailure, UsageFailure } from '#data/model/failures.ts'
import type { SubjectReport } from '#data/model/lint.ts'
import { crashedOutcomes } from '#policies/crash.ts'
import { judgePath, type PathJudging, recallPath } from './judge-path.ts'
import { unlisted } from './unlisted.ts'

/** Below this a thread costs more than it takes over. */
const FEW = 4
const MOST_THREADS = 4
/** Facts live as long as their subject: left alone, each thread makes room for a hundred megabytes of dead ones. */
const YOUNG_MB = 16

/**
 * Judges many paths, in the order in which they were asked for: what did not change since the last run in this thread,
 * the others in as many as there are processors. What ends a thread is an error of the one path it was judging.
 */
export async function judgePaths(paths: readonly string[], judging: PathJudging): Promise<readonly SubjectReport[]> {
  const reports = new Map<number, SubjectReport>()
  for (const [index, path] of paths.entries()) {
    if (judging.signal?.aborted) break
    const known = await recallPath(path, judging)
    if (known !== undefined) reports.set(index, known)
  }
  const others = [...paths.keys()].filter((index) => !reports.has(index))
  const work = [...others]
  const judge = async (judgeNext: JudgeNext) => {
    for (let index = work.shift(); index !== undefined && !judging.signal?.aborted; index = work.shift()) {
      try {
        reports.set(index, await judgeNext(paths[index] ?? ''))
      } catch (failure) {
        // Nobody waits for the others then.
        work.length = 0
        throw failure
      }
    }
  }
  if (others.length < FEW) await judge((path) => judgePath(path, judging))
  else {
    const threads = Math.min(availableParallelism(), MOST_THREADS, others.length)
    await Promise.all(Array.from({ length: threads }, () => inThread(judging, judge)))
  }
  return [...paths.keys()].flatMap((index) => reports.get(index) ?? [])
}

type JudgeNext = (path: string) => Promise<SubjectReport>

/** How a thread answers about a path. Errors lose their class on the way. */
export type ThreadAnswer =
  | { readonly report: SubjectReport }
  | { readonly usage: Pick<UsageFailure, 'code' | 'message' | 'hint' | 'details'> }
  | { readonly source: Pick<SourceFailure, 'kind' | 'message'> }
  | { readonly crash: string }

async function inThread(judging: PathJudging, judge: (judgeNext: JudgeNext) => Promise<void>): Promise<void> {
  const { signal, ...told } = judging
  let thread: Worker | undefined
  const stop = () => void thread?.terminate()
  signal?.addEventListener('abort', stop, { once: true })
  try {
    await judge(async (path) => {
      thread ??= await startThread(told)
      const answer = await ask(thread, path)
      if ('crash' in answer) thread = undefined
      return reportOf(answer, path, judging)
    })
  } finally {
    signal?.removeEventListener('abort', stop)
    await thread?.terminate()
  }
}

async function startThread(told: unknown): Promise<Worker> {
  const { Worker } = await import('node:worker_threads')
  const thread = new Worker(new URL('../judge-thread.ts', import.meta.url), {
    workerData: told,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  })
  // What goes wrong while no path is judged is no path's.
  return thread.on('error', () => undefined)
}

function ask(thread: Worker, path: string): Promise<ThreadAnswer> {
  return new Promise((resolve) => {
    const settle = (answer: ThreadAnswer) => {
      thread.off('message', settle).off('error', broken).off('exit', ended)
      resolve(answer)
    }
    const broken = (error: unknown) => settle({ crash: error instanceof Error ? error.message : String(error) })
    const ended = (code: number) => settle({ crash: `the thread ended with ${code}` })
    thread.once('message', settle).once('error', broken).once('exit', ended)
    thread.postMessage(path)
  })
}

function reportOf(answer: ThreadAnswer, path: string, { as, packs, signal }: PathJudging): SubjectReport {
  if ('report' in answer) return answer.report
  if ('usage' in answer) {
    const { code, message, hint, details } = answer.usage
    throw new UsageFailure(code, message, { ...(hint !== undefined && { hint }), details })
  }
  if ('source' in answer) throw new SourceFailure(answer.source.kind, answer.source.message)
  const unknown = unlisted({ origin: path, repository: as, defaultBranch: undefined, head: undefined })
  return signal?.aborted ? unknown : { ...unknown, outcomes: crashedOutcomes(packs, answer.crash) }
}
