import { type AnswerPromise, answerPromise } from '#data/metrics/promise.ts'
import type { Config } from '../config.ts'

/** What the office promises to whoever proposes something; undefined where it promises nothing. */
export function promiseOf({ promise, calendar }: Pick<Config, 'promise' | 'calendar'>): AnswerPromise | undefined {
  return promise === undefined ? undefined : answerPromise(promise.workingDays, calendar)
}
