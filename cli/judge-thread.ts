import { parentPort, workerData } from 'node:worker_threads'
import { SourceFailure, UsageFailure } from '#data/model/failures.ts'
import type { ThreadAnswer } from './lint/judge-fleet.ts'
import { judgePath, type PathJudging } from './lint/judge-path.ts'

/** Judges the paths that the thread of the command hands over, one at a time. */
const judging = workerData as PathJudging

parentPort?.on('message', async (path: string) => {
  parentPort?.postMessage(await answer(path))
})

async function answer(path: string): Promise<ThreadAnswer> {
  try {
    return { report: await judgePath(path, judging) }
  } catch (error) {
    if (error instanceof UsageFailure) {
      const { code, message, hint, details } = error
      return { usage: { code, message, hint, details } }
    }
    if (error instanceof SourceFailure) return { source: { kind: error.kind, message: error.message } }
    throw error
  }
}
