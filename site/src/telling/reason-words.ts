import { FAILURE_KINDS, isOneOf, RUN_STATUSES } from '#data/model/vocabulary.ts'
import type { Words } from '../words/words.ts'

export function reasonWord(reason: string, words: Words): string {
  return isOneOf(FAILURE_KINDS, reason) ? words.failure[reason] : reason
}

export function statusWord(status: string, words: Words): string {
  return isOneOf(RUN_STATUSES, status) ? words.runStatus[status] : status
}
