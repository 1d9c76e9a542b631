import type { Record } from '#data/model/records.ts'
import { changeRequest, issue, repository } from './world.ts'

/** What the endless writer saves as its batch of this number. */
export function recordsOfBatch(number: number): readonly Record[] {
  const of = number % 3
  return [
    repository(of),
    ...Array.from({ length: 20 }, (_, index) => changeRequest(number * 20 + index, { of })),
    issue(number, { of }),
  ]
}
