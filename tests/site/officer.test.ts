import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { afterAll, expect, test } from 'vitest'
import { openExport } from '#data/store.ts'
import { entryFinder, loadCatalogue } from '#site/src/loaders/catalogue.ts'
import { loadOfficer } from '#site/src/loaders/officer.ts'
import { practicesOf } from '#site/src/loaders/practices.ts'
import { loadRegister } from '#site/src/loaders/reading.ts'
import { loadStandings } from '#site/src/loaders/standing.ts'
import { writeExportFixture } from './export-fixture.ts'
import { RULES, scratch } from './site-fixture.ts'

const { folder, remove } = scratch()
afterAll(remove)

type Rows = Readonly<Record<string, readonly Readonly<Record<string, SQLInputValue>>[]>>

/** The officer's part of an invented internal file, over the sample that all pages are tested on. */
async function officerOf(name: string, rows: Rows = {}, isBare = false) {
  const path = join(folder, `${name}.sqlite`)
  writeExportFixture(path, { components: 12, rules: RULES, profile: 'internal', isBare })
  const database = new DatabaseSync(path)
  for (const [table, members] of Object.entries(rows)) {
    for (const row of members) {
      const columns = Object.keys(row)
      const marks = columns.map((column) => `:${column}`).join(', ')
      database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`).run(row)
    }
  }
  database.close()
  const store = await openExport(path)
  const register = await loadRegister(store)
  const catalogue = await loadCatalogue(store, register)
  const entryOf = entryFinder(catalogue)
  const standings = await loadStandings(store, register, entryOf)
  const officer = await loadOfficer(store, register, { entryOf, standings, entries: catalogue.entries, isDemo: false })
  store.close()
  return officer
}

const waiting = (position: number, more: Readonly<Record<string, SQLInputValue>>) => ({
  ...{ position, kind: 'fact', title_fr: 'Faits', title_en: 'Facts', urgency: 'open', subject: '*' },
  ...{ reference: null, repository: null, since: null, due: null, why_fr: 'Parce que', why_en: 'Because' },
  ...{ command: null, place: null, url: null, quotes: '[]' },
  ...more,
})

const brick = (name: string, more: Readonly<Record<string, SQLInputValue>> = {}) => ({
  ...{ brick: name, title: null, versions: 0, is_behind: null, licenses: null, latest: null, latest_at: null },
  ...{ state: null, used_by: 1, ships: 1, is_in_service: 0, is_gap: 1 },
  ...more,
})

const plan = (name: string, is_overdue: number) => ({
  ...{ brick: name, position: 1, environment: null, alternative: 'Autre', effort: null, risk: null, owner: null },
  ...{ review: '2026-01-01', is_overdue },
})

test('what waits is grouped by kind in the order of urgency, and counted', async () => {
  const { todo } = await officerOf('todo', {
    todo: [
      waiting(1, { kind: 'decision', title_fr: 'Décisions', title_en: 'Decisions', urgency: 'late', subject: 'd1' }),
      waiting(2, { urgency: 'soon', subject: 'f1' }),
      waiting(3, { kind: 'decision', title_fr: 'Décisions', title_en: 'Decisions', urgency: 'open', subject: 'd2' }),
    ],
    todo_gap: [{ position: 1, kind: 'fact', title_fr: 'Faits', title_en: 'Facts', why_fr: 'Non', why_en: 'No' }],
  })
  expect(todo.counts).toEqual({ late: 1, soon: 1, open: 1 })
  expect(todo.groups.map(({ kind, lines }) => [kind, lines.map(({ subject }) => subject)])).toEqual([
    ['decision', ['d1', 'd2']],
    ['fact', ['f1']],
  ])
  expect(todo.gaps).toEqual([{ title: { fr: 'Faits', en: 'Facts' }, why: { fr: 'Non', en: 'No' } }])
})

test('third-party components stand by what their plan B asks for first', async () => {
  const { thirdParties } = await officerOf('bricks', {
    brick: [
      brick('pkg:maven/org.exemple/late', { is_gap: 0 }),
      brick('pkg:maven/org.exemple/served', { is_in_service: 1 }),
      brick('pkg:maven/org.exemple/shipped'),
      brick('pkg:maven/org.exemple/kept', { is_gap: 0 }),
      brick('pkg:npm/%40exemple/tool', { is_gap: 0, ships: 0 }),
    ],
    brick_plan: [plan('pkg:maven/org.exemple/late', 1), plan('pkg:maven/org.exemple/kept', 0)],
  })
  expect(thirdParties.groups.map(({ id, members }) => [id, members.map(({ name }) => name)])).toEqual([
    ['overdue', ['late']],
    ['in-service', ['served']],
    ['ships', ['shipped']],
    ['planned', ['kept']],
    ['none-needed', ['tool']],
  ])
})

test('the fleet adds up the same by rule, by line and by organisation', async () => {
  const { fleet } = await officerOf('fleet')
  const sum = (rows: readonly { readonly toCorrect: number; readonly notChecked: number }[]) => [
    rows.reduce((total, { toCorrect }) => total + toCorrect, 0),
    rows.reduce((total, { notChecked }) => total + notChecked, 0),
  ]
  expect(fleet.repositories.length).toBeGreaterThan(0)
  expect(fleet.uncounted).toBeGreaterThan(0)
  expect(sum(fleet.byLine)).toEqual(sum(fleet.repositories))
  expect(sum(fleet.byOwner)).toEqual(sum(fleet.repositories))
  expect(sum(fleet.rules)).toEqual(sum(fleet.repositories))
  const counts = fleet.rules.map(({ toCorrect }) => toCorrect)
  expect(counts).toEqual(counts.toSorted((a, b) => b - a))
})

test('a practice that no rule looks at is unknown, and one that applies nowhere is not called held', async () => {
  const { fleet } = await officerOf('practices')
  const practices = new Map(practicesOf(fleet).map((one) => [one.id, one.standing]))
  expect(practices.get('advisories')).toBe('unknown')
  const none = practicesOf({ rules: [], repositories: fleet.repositories })
  expect(new Set(none.map(({ standing }) => standing))).toEqual(new Set(['not-applicable', 'unknown']))
  const rule = { code: 'OSS-02', severity: 'error', datedException: 0, notChecked: 7 }
  const standing = (held: number, toCorrect: number) =>
    practicesOf({ rules: [{ ...rule, held, toCorrect }], repositories: [] })[0]?.standing
  expect([standing(9, 1), standing(8, 2), standing(6, 4), standing(5, 5), standing(0, 0)]).toEqual([
    ...['established', 'advancing', 'advancing', 'behind', 'unknown'],
  ])
})

test('sources that were read alike are one line, and what failed comes first', async () => {
  const run = (collector: string, scope: string, status = 'complete') => ({
    ...{
      collector,
      scope,
      status,
      ...{ started_at: '2026-11-02T05:00:00Z', ended_at: '2026-11-02T06:00:00Z' },
      read: 2,
      written: 1,
      problems: 0,
    },
  })
  const { collection } = await officerOf('sources', {
    last_run: [
      ...[run('github/issues', 'north'), run('github/issues', 'south'), run('github/issues', 'west', 'failed')],
      ...[run('registers/facts', 'facts.yaml'), run('registers/needs', 'needs.yaml')],
    ],
  })
  expect(collection.sources.map(({ collector, scopes, status, read }) => [collector, scopes, status, read])).toEqual([
    ['github/issues', ['west'], 'failed', 2],
    ['github/issues', ['north', 'south'], 'complete', 4],
    ['registers', ['facts.yaml', 'needs.yaml'], 'complete', 4],
  ])
})

test('where nothing was collected, every list is empty and none is called complete', async () => {
  const { todo, fleet, thirdParties, collection, watchList } = await officerOf('bare', {}, true)
  expect([todo.groups, fleet.rules, thirdParties.all, collection.sources, watchList.unpublished]).toEqual([
    [],
    [],
    [],
    [],
    [],
  ])
  expect(practicesOf(fleet).every(({ standing }) => standing === 'unknown')).toBe(true)
})
