import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { METRICS } from '#data/queries/metrics/registry.ts'
import { openExport } from '#data/store.ts'
import { builtinPacks, listRules } from '#policies/registry.ts'
import { FIGURE_IDS, planOf } from '#site/src/figure-plans.ts'
import { loadAnswers } from '#site/src/loaders/answers.ts'
import { loadCatalogue, NO_ONE_LICENSE, slugsOf, valuesOf, versionOf } from '#site/src/loaders/catalogue.ts'
import { loadComponentSheets } from '#site/src/loaders/component-sheets.ts'
import { heldShare, loadGuide } from '#site/src/loaders/conformity.ts'
import { facetValues, rowsOfPage } from '#site/src/loaders/facet-pages.ts'
import { figuresOf } from '#site/src/loaders/figures.ts'
import { loadHome } from '#site/src/loaders/home.ts'
import { pageOf } from '#site/src/loaders/list-page.ts'
import { addMonths, monthsBetween, monthsUpTo, quarterOf } from '#site/src/loaders/months.ts'
import { loadRegister } from '#site/src/loaders/reading.ts'
import { spansOf, sumOver } from '#site/src/loaders/spans.ts'
import { type ExportFixture, writeExportFixture } from './export-fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'parvis-loaders-'))
afterAll(() => rmSync(folder, { recursive: true }))

const rules = listRules().map(({ rule, pack }) => ({
  id: rule.id,
  code: rule.code,
  pack: pack.id,
  severity: rule.severity,
}))

async function load(name: string, options: ExportFixture = {}) {
  const path = join(folder, `${name}.sqlite`)
  writeExportFixture(path, { components: 12, rules, ...options })
  const store = await openExport(path)
  const register = await loadRegister(store)
  const catalogue = await loadCatalogue(store, register)
  const sheets = await loadComponentSheets(store, register, catalogue)
  const answers = await loadAnswers(store)
  const figures = figuresOf(answers)
  const guide = await loadGuide(store, register, { packs: builtinPacks(), isPublic: true })
  const home = await loadHome(store, register, {
    catalogue,
    answers,
    createdOn: sheets.map(({ createdOn }) => createdOn),
  })

  store.close()
  return { register, catalogue, sheets, answers, figures, guide, home }
}

describe('a register that was read', async () => {
  const { register, catalogue, sheets, answers, figures, guide, home } = await load('full')

  test('every value says of when it is and how much of the whole is in it', () => {
    for (const value of [catalogue, ...sheets, ...figures, guide, home]) {
      expect(value.asOf).toBe('2026-11-19')
      expect(value.coverage.complete + value.coverage.partial + value.coverage.missing).toBe(value.coverage.expected)
    }
    expect(register.trees.missing).toBe(1)
  })

  test('facet counts add up to the catalogue, and closed lists keep their empty values', () => {
    for (const { id, values } of catalogue.facets) {
      const held = catalogue.entries.flatMap((entry) => valuesOf(entry, id))
      for (const { value, count } of values) expect(held.filter((one) => one === value)).toHaveLength(count)
      expect(values.reduce((sum, { count }) => sum + count, 0)).toBe(held.length)
    }
    for (const id of ['kind', 'state', 'license', 'owner', 'releaseAge'] as const) {
      expect(catalogue.entries.filter((entry) => valuesOf(entry, id).length !== 1)).toEqual([])
    }
    const kinds = catalogue.facets.find(({ id }) => id === 'kind')?.values ?? []
    expect(kinds.find(({ value }) => value === 'core')).toEqual({ value: 'core', count: 0 })
  })

  test('where sources disagree, no licence of theirs is told nor found by', () => {
    const apart = catalogue.entries.filter(({ license }) => license === NO_ONE_LICENSE)
    expect(apart).toHaveLength(1)
    expect(catalogue.facets.find(({ id }) => id === 'license')?.values).toContainEqual({
      value: NO_ONE_LICENSE,
      count: apart.length,
    })
  })

  test('a component is found by its need and by who uses it, directly and through a pack, counted apart', () => {
    const answer = catalogue.entries.filter(({ needs }) => needs.includes('rdv'))
    expect(answer).toHaveLength(1)
    expect(answer[0]?.usedBy).toEqual(['service', 'pack', 'component', 'city', 'agency'])
    expect(answer[0]).toMatchObject({ adopters: 2, adoptersThrough: 3 })
    expect(catalogue.facets.find(({ id }) => id === 'need')?.values).toEqual([
      { value: 'rdv', count: 1 },
      { value: 'rien', count: 0 },
    ])
  })

  test('pages by one value hold each of its components once, and few pages hold them all', () => {
    const listed = { facets: catalogue.facets, rows: catalogue.entries, valuesOf }
    for (const found of facetValues(listed)) {
      const all = Array.from({ length: found.pages }, (_, index) => rowsOfPage(found, index + 1))
      expect(new Set(all.flat()).size).toBe(found.count)
    }
    const facets = [{ id: 'kind' as const, values: [{ value: 'plugin', count: 1500 }] }]
    const rows = Array.from({ length: 1500 }, (_, index) => index)
    const [many] = facetValues({ facets, rows, valuesOf: () => ['plugin'] })
    expect(many?.pages).toBe(13)
    expect(rowsOfPage(many ?? { rows: [] }, 13)).toHaveLength(60)
  })

  test('rules of a sheet come worst first, and count like its tally', () => {
    const sheet = sheets.find(({ rules: lines }) => lines.some(({ state }) => state === 'to-correct'))
    const states = sheet?.rules.map(({ state }) => state) ?? []
    expect(states[0]).toBe('to-correct')
    expect(states.at(-1)).toBe('held')
    expect(states.filter((state) => state === 'held')).toHaveLength(sheet?.tally?.held ?? -1)
  })

  test('a hidden number stays hidden, and a sum over twelve months is made of what is shown alone', () => {
    const groups = figures.find(({ id }) => id === 'author-groups')
    const total = figures.find(({ id }) => id === 'change-requests')
    if (groups === undefined || total === undefined) throw new Error('a figure is gone')
    const row = groups.series.find(({ id }) => id === 'outside')?.cells.indexOf('hidden') ?? -1
    expect(row).toBeGreaterThanOrEqual(0)
    expect(total.series.find(({ id }) => id === 'opened')?.cells[row]).toEqual(expect.any(Number))
    const month = groups.periods[row] ?? 0
    const over = (from: number, to: number) => sumOver(groups.answer, { from, to, measure: 'opened', group: 'outside' })
    expect(over(month, month)).toBeNull()
    // Its quarter is shown, and stands in for its months.
    const first = Math.floor((month % 100) / 3) * 3 + 1
    const quarter = Math.floor(month / 100) * 100 + (month % 3 === 0 ? (month % 100) - 2 : first)
    expect(over(quarter, addMonths(quarter, 2))).toEqual(expect.any(Number))
    expect(spansOf(groups.answer, () => true)?.[0]).toMatchObject({
      from: 202511,
      to: 202610,
      isYear: false,
      isEarlier: false,
    })
  })

  test('numbers of the register are given once, and slugs too', () => {
    const numbers = FIGURE_IDS.map((id) => planOf(id).number)
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const language of ['fr', 'en'] as const) {
      expect(new Set(FIGURE_IDS.map((id) => planOf(id).slug[language])).size).toBe(numbers.length)
    }
    // Cited since they were first published.
    expect(
      ['change-requests', 'author-groups', 'first-response'].map((id) => figures.find((one) => one.id === id)?.number),
    ).toEqual([1, 2, 3])
  })

  test('every metric that the public is told of has its text and a figure', () => {
    const drawn = new Set(figures.map(({ metric }) => metric.id))
    expect(METRICS.filter(({ id, audience }) => audience === 'public' && !drawn.has(id)).map(({ id }) => id)).toEqual(
      [],
    )
  })

  test('the quarter that goes on is told', () => {
    const figure = figures.find(({ id }) => id === 'first-response')
    expect(figure?.grain).toBe('quarter')
    expect(figure?.isLastPartial).toBe(true)
    expect(figure?.periods.at(-1)).toBe(20264)
  })

  test('too few cases and hidden are told apart, and neither is nought', () => {
    const cells = figures.flatMap(({ series, besides }) => [...series, ...besides].flatMap((one) => one.cells))
    for (const cell of ['hidden', 'few'] as const) expect(cells).toContain(cell)
    const withheld = answers.byId
      .get('first-response')
      ?.rows.flatMap(({ cells: own }) => [...own.values()].filter((cell) => typeof cell !== 'number'))
    expect(new Set(withheld)).toEqual(new Set(['hidden', 'few']))
  })

  test('contractors and unknown are series of their own, never part of outside', () => {
    const figure = figures.find(({ id }) => id === 'author-groups')
    expect(figure?.series.map(({ id }) => id)).toEqual(['inside', 'contractor', 'outside', 'unknown'])
  })

  test('a rate is over what could be judged', () => {
    const [first] = guide.families.flatMap(({ rules: members }) => members)
    const { tally } = first ?? {}
    expect(tally).toBeTruthy()
    if (tally) expect(heldShare(tally)).toBe(tally.held / (tally.held + tally.toCorrect + tally.datedException))
    expect(heldShare({ held: 0, toCorrect: 0, datedException: 0, notChecked: 4 })).toBeUndefined()
  })
})

describe('what the office keeps out of the file', async () => {
  const { home } = await load('silent', { conformity: 'off' })

  test('is no fact that is missing: another takes its place', () => {
    expect(home.facts).toHaveLength(4)
    expect(home.facts.map(({ id }) => id)).not.toContain('conformity')
    expect(home.facts.filter(({ value, isHidden }) => value === null && !isHidden)).toEqual([])
  })
})

describe('a register of which nothing was collected', async () => {
  const { sheets, figures, guide, home } = await load('bare', { isBare: true })

  test('unknown is not zero', () => {
    const unknown = home.facts.filter(({ value }) => value === null)
    expect(unknown.map(({ id }) => id)).toEqual(['change-requests-outside'])
  })

  test('what was read stands in for facts that were not, out of the components that it says', () => {
    const [whole, ...others] = home.facts
    expect(others.map(({ id, sample }) => [id, sample])).toEqual([
      ['released', whole?.value],
      ['moved', whole?.value],
      ['change-requests-outside', null],
    ])
    for (const { value } of others.slice(0, 2)) expect(value).toBeLessThanOrEqual(whole?.value ?? 0)
  })

  test('nothing is counted where nothing was read', () => {
    expect(figures).toEqual([])
    for (const sheet of sheets) {
      expect(sheet.activity.commits.every((commits) => commits === null)).toBe(true)
      expect(sheet.openIssues).toBeNull()
      expect(sheet.tally).toBeNull()
    }
    expect(guide.families.flatMap(({ rules: members }) => members).every(({ tally }) => tally === null)).toBe(true)
  })
})

test('groups are counted by quarter where too many months are hidden', async () => {
  const { figures } = await load('hiding', { isHiding: true })
  const figure = figures.find(({ id }) => id === 'author-groups')
  expect(figure?.grain).toBe('quarter')
  expect(figure?.periods.at(-1)).toBe(20264)
  expect(figure?.isLastPartial).toBe(true)
})

test('a public guide has no rule of the internal audience', async () => {
  const { guide } = await load('guide')
  expect(guide.families.flatMap(({ rules: members }) => members).every(({ rule }) => rule.audience === 'public')).toBe(
    true,
  )
})

test('a catalogue is cut into pages, the last one shorter', async () => {
  const { catalogue } = await load('pages', { components: 40 })
  const last = pageOf(catalogue.entries, 2)
  expect(last.from).toBe(25)
  expect(last.to).toBe(catalogue.entries.length)
})

test('equal names are told apart by where they come from', () => {
  const row = { repository_name: 'r', path: '' }
  const slugs = slugsOf([
    { name: 'plugin-bac', owner: 'a', ...row },
    { name: 'plugin-bac', owner: 'b', ...row },
    { name: 'page', owner: 'a', ...row },
    { name: 'Été', owner: 'a', ...row },
  ])
  expect(slugs).toEqual(['a-plugin-bac', 'b-plugin-bac', 'a-page', 'ete'])
})

test.each([
  ['plugin-bac-1.2.0', 'plugin-bac', '1.2.0'],
  ['v2.0.1', 'plugin-bac', '2.0.1'],
  ['2026.10', 'pack-x', '2026.10'],
  ['release', 'plugin-bac', 'release'],
])('tag %s of %s is version %s', (tag, name, version) => {
  expect(versionOf(tag, name)).toBe(version)
})

test('months are counted over year ends', () => {
  expect(addMonths(202611, 3)).toBe(202702)
  expect(addMonths(202601, -1)).toBe(202512)
  expect(monthsUpTo(202602, 3)).toEqual([202512, 202601, 202602])
  expect(monthsBetween('2026-05-20', '2026-11-19')).toBe(5)
  expect(monthsBetween('2025-11-19', '2026-11-19')).toBe(12)
  expect([202601, 202603, 202612].map(quarterOf)).toEqual([20261, 20261, 20264])
})
