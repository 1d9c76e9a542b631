import { expect, it } from 'vitest'
import { changesIn } from '#data/report/changes.ts'
import type { ReportHistory } from '#data/report/history.ts'
import { calendarMonth } from '#data/report/period.ts'

const history: ReportHistory = {
  releases: [{ day: '2026-05-12', component: 'ville/greffon', version: '1.2.0' }],
  ...{ repositories: [], adopters: [], waivers: [], lint: [], judgedAt: [] },
  ...{ proposals: [], firstOutside: [], activities: [] },
  knownUntil: 202605,
  isRead: { 'change-requests': false, commits: true, adopters: false },
}

const releasesIn = (month: number, knownUntil: number | null) => {
  const [found] = changesIn({ ...history, knownUntil }, calendarMonth(month))
  return found?.kind === 'releases' ? [found.count, found.before] : undefined
}

it('tells no nought of releases in a month that comes after what is known', () => {
  expect(releasesIn(202605, 202605)).toEqual([1, 0])
  expect(releasesIn(202606, 202605)).toEqual([null, 1])
  expect(releasesIn(202607, 202605)).toEqual([null, null])
  expect(releasesIn(202607, null)).toEqual([0, 0])
})
