import Database from 'better-sqlite3'
import { afterAll, expect, it } from 'vitest'
import type { Finding, RuleOutcome, SubjectReport } from '#data/model/lint.ts'
import { AT, changeRequest, folder, LATER, oid, openForWriting, person, repository, save } from './world.ts'

const files = folder()
afterAll(() => files.clear())

const RULE = { rule: 'pom/named', code: 'POM-99', pack: 'invented' } as const
const finding: Finding = {
  ...{ rule: 'pom/named', code: 'POM-99', outcome: 'fail', severity: 'error', confidence: 'high' },
  ...{ messageId: 'other-name', args: {}, fingerprint: 'f' },
}
const broken: RuleOutcome = { ...RULE, severity: 'error', outcome: 'fail', findings: [finding] }
const waived: RuleOutcome = {
  ...broken,
  findings: [{ ...finding, waiver: { reason: 'renaming', until: '2027-01-31', approvedBy: 'architects' } }],
}
const warned: RuleOutcome = { ...broken, severity: 'warning' }

function verdict(number: number, outcomes: readonly RuleOutcome[], head = oid(`head-${number}`)): SubjectReport {
  return {
    ...{ subject: `Ville-Inventee/greffon-1#${number}`, repository: 'Ville-Inventee/greffon-1', kind: 'plugin' },
    ...{ line: 'v7', coverage: 'complete', component: null, outcomes },
    change: { number, baseBranch: 'develop', base: oid('base'), head, headRepository: null },
  }
}

const closed = { state: 'closed', closedAt: LATER, closedBy: 'maintainer', closingPhrase: null, labels: [] } as const
const answered = { firstResponseAt: LATER, firstResponder: person(50) }

it('is why a change request was refused where nothing else says, and only then', async () => {
  const path = files.path('verdicts.sqlite')
  const store = await openForWriting(path)
  const proposed = (number: number, more = {}) =>
    changeRequest(number, { ...closed, ...answered, headOid: oid(`head-${number}`), ...more })
  await save(store, [
    repository(1),
    ...[1, 2, 3, 4].map((number) => proposed(number)),
    proposed(5, { labels: [{ label: 'duplicate' }] }),
    proposed(6, { firstResponseAt: null, firstResponder: null }),
    proposed(7, { closedBy: 'author' }),
  ])
  const kept = [
    verdict(1, [broken]),
    verdict(2, [waived, warned]),
    // The author pushed again after it was judged.
    verdict(3, [broken], oid('an older head')),
    ...[5, 6, 7].map((number) => verdict(number, [broken])),
  ]
  for (const one of kept) expect(await store.saveVerdict(one, { at: AT })).toBe(true)
  expect(await store.saveVerdict(verdict(99, [broken]), { at: AT })).toBe(false)
  await store.refreshRollups()
  const database = new Database(path, { readonly: true })
  const reasons = () =>
    database
      .prepare(
        `SELECT c.number, m.reason FROM change_request_measure m JOIN change_request c ON c.id = m.change_request`,
      )
      .raw()
      .all()
  expect(reasons()).toEqual([
    [1, 'rules'],
    [2, 'unknown'],
    [3, 'unknown'],
    [4, 'unknown'],
    [5, 'duplicate'],
    [6, 'unanswered'],
    [7, 'other'],
  ])
  // Judged again, it breaks nothing any more.
  await store.saveVerdict(verdict(1, []), { at: LATER })
  await store.refreshRollups()
  expect(reasons()[0]).toEqual([1, 'unknown'])
  database.close()
  store.close()
})
