import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openExport } from '#data/store.ts'
import { builtinPacks, listRules } from '#policies/registry.ts'
import { loadCatalogue, pageOf, slugsOf, valuesOf, versionOf } from '#site/src/loaders/catalogue.ts'
import { loadComponentSheets } from '#site/src/loaders/component-sheets.ts'
import { heldShare, loadGuide } from '#site/src/loaders/conformity.ts'
import { entriesOf, facetValues } from '#site/src/loaders/facet-pages.ts'
import { latestOf, loadFigures } from '#site/src/loaders/figures.ts'
import { loadHome } from '#site/src/loaders/home.ts'
import { addMonths, monthsBetween, monthsUpTo, quarterOf } from '#site/src/loaders/months.ts'
import { loadRegister } from '#site/src/loaders/reading.ts'
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
  const figures = await loadFigures(store, register)
  const guide = await loadGuide(store, register, { packs: builtinPacks(), isPublic: true })
  const home = await loadHome(store, register, {
    catalogue,
    figures,
    createdOn: sheets.map(({ createdOn }) => createdOn),
  })

  store.close()
  return { register, catalogue, sheets, figures, guide, home }
}

describe('a register that was read', async () => {
  const { register, catalogue, sheets, figures, guide, home } = await load('full')

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
    for (const { facet, value, count, pages } of facetValues(catalogue)) {
      const all = Array.from({ length: pages }, (_, index) => entriesOf(catalogue, { facet, value, page: index + 1 }))
      expect(new Set(all.flat()).size).toBe(count)
    }
    const many = {
      facets: catalogue.facets.map(({ id, values }) => ({
        id,
        values: values.map((one) => ({ ...one, count: 1500 })),
      })),
    }
    expect(facetValues(many).every(({ pages }) => pages === 13)).toBe(true)
  })

  test('rules of a sheet come worst first, and count like its tally', () => {
    const sheet = sheets.find(({ rules: lines }) => lines.some(({ state }) => state === 'to-correct'))
    const states = sheet?.rules.map(({ state }) => state) ?? []
    expect(states[0]).toBe('to-correct')
    expect(states.at(-1)).toBe('held')
    expect(states.filter((state) => state === 'held')).toHaveLength(sheet?.tally?.held ?? -1)
  })

  test('a hidden number stays hidden, and no total is made from cells', () => {
    const groups = figures.find(({ id }) => id === 'author-groups')
    const total = figures.find(({ id }) => id === 'change-requests')
    const row = groups?.series.find(({ id }) => id === 'outside')?.cells.indexOf('hidden') ?? -1
    expect(row).toBeGreaterThanOrEqual(0)
    expect(total?.series.find(({ id }) => id === 'opened')?.cells[row]).toEqual(expect.any(Number))
    expect(groups?.spans[0]).toMatchObject({ from: 202511, to: 202610, opened: 388, outside: 57 })
    expect(groups?.spans[1]).toMatchObject({ opened: 352, outside: 31 })
  })

  test('the running month is told', () => {
    const figure = figures.find(({ id }) => id === 'author-groups')
    expect(figure?.isLastPartial).toBe(true)
    expect(figure?.periods).toHaveLength(24)
    expect(figure?.periods.at(-1)).toBe(202611)
  })

  test('contractors and unknown are series of their own, never part of outside', () => {
    const figure = figures.find(({ id }) => id === 'author-groups')
    expect(figure?.series.map(({ id }) => id)).toEqual(['inside', 'contractor', 'outside', 'unknown'])
  })

  test('the latest response is of a month that is over', () => {
    const figure = figures.find(({ id }) => id === 'first-response')
    expect(figure && latestOf(figure, 'median')?.month).toBe(202610)
  })

  test('a rate is over what could be judged', () => {
    const [first] = guide.families.flatMap(({ rules: members }) => members)
    const { tally } = first ?? {}
    expect(tally).toBeTruthy()
    if (tally) expect(heldShare(tally)).toBe(tally.held / (tally.held + tally.toCorrect + tally.datedException))
    expect(heldShare({ held: 0, toCorrect: 0, datedException: 0, notChecked: 4 })).toBeUndefined()
  })
})

describe('a register of which nothing was collected', async () => {
  const { sheets, figures, guide, home } = await load('bare', { isBare: true })

  test('unknown is not zero', () => {
    expect(home.facts.slice(1).map(({ value }) => value)).toEqual([null, null, null])
    expect(figures.map(({ periods }) => periods)).toEqual([[], [], []])
    expect(figures[0]?.spans[0].opened).toBeNull()
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
  const last = pageOf(catalogue, 2)
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
