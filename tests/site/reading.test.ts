import { expect, it } from 'vitest'
import { readOf } from '#site/src/loaders/reading.ts'

const read = (complete: number, partial = 0) => ({ expected: 45, complete, partial, missing: 45 - complete - partial })

it('tells how far what was read at all was read, and names what was not: never nought per cent of one thing alone', () => {
  const clones = { trees: read(45), commits: read(44, 1), changeRequests: read(0), issues: read(0) }
  expect(readOf(clones)).toEqual({ ...read(44, 1), unread: ['change-requests', 'issues'] })
  expect(readOf({ ...clones, changeRequests: read(40), issues: read(12, 3) })).toEqual(read(12, 3))
  expect(readOf({ trees: read(0), commits: read(0), changeRequests: read(0), issues: read(0) })).toMatchObject(read(0))
})
