import { expect, test } from 'vitest'
import { catalogueIndex } from '#site/src/figures/catalogue-index.ts'
import { pageLinks } from '#site/src/figures/page-links.ts'
import { type CatalogueEntry, FACETS } from '#site/src/loaders/catalogue.ts'
import {
  chosenFrom,
  type Entry,
  GROUPS,
  readIndex,
  readQuery,
  select,
  writeQuery,
} from '#site/src/scripts/catalogue-query.ts'

const listed = (over: Partial<CatalogueEntry>): CatalogueEntry => ({
  ...{ slug: 'plugin-bac', name: 'plugin-bac', description: 'Dépôt de compost', kind: 'plugin', state: 'active' },
  ...{ line: 'v8', lines: ['v8'], license: 'BSD-3-Clause', language: 'Java', owner: 'vaubrelle', version: '1.0.0' },
  ...{ releasedOn: '2026-10-01', releaseAge: 'under-6', repository: 'h/vaubrelle/plugin-bac', path: '' },
  ...{ needs: [], usedBy: [], adopters: 0, adoptersThrough: 0, readiness: 1 },
  ...over,
})

const LISTED = [
  listed({ needs: ['dechets', 'jardin'], usedBy: ['pack', 'city'], adopters: 3 }),
  listed({
    ...{ slug: 'module-carte', name: 'module-carte', description: 'Cartes', kind: 'module', lines: ['v7', 'v8'] },
    ...{ releasedOn: '2026-11-01', readiness: 3, adopters: 3, adoptersThrough: 2 },
  }),
  listed({
    ...{ slug: 'vaubrelle-theme-clair', name: 'theme-clair', description: null, kind: 'theme', state: 'dormant' },
    ...{ releasedOn: null, version: null, readiness: null, license: null, lines: [] },
  }),
]

/** Through the file, as a browser gets them. */
function indexed(entries: readonly CatalogueEntry[]): readonly Entry[] {
  const values = (id: (typeof FACETS)[number]) => [...new Set(readEveryValue(entries, id))]
  const facets = FACETS.map((id) => ({ id, values: values(id).map((value) => ({ value, count: 1 })) }))
  const coverage = { expected: 1, complete: 1, partial: 0, missing: 0 }
  const file = catalogueIndex({
    entries,
    facets,
    coverage,
    asOf: '2026-11-19',
    needs: new Map(),
    stateLimits: new Map(),
  })
  return readIndex(JSON.parse(file))
}

function readEveryValue(entries: readonly CatalogueEntry[], id: (typeof FACETS)[number]): readonly string[] {
  if (id === 'need') return ['dechets', 'jardin', 'sans-reponse']
  if (id === 'usedBy') return ['service', 'pack', 'city']
  if (id === 'line') return ['v8', 'v7', '']
  return entries.map((entry) => entry[id] ?? '')
}

const entries = indexed(LISTED)
const found = (search: string) => select(entries, readQuery(search)).entries.map(({ name }) => name)

test('the index gives every entry back as the page has it', () => {
  expect(entries[0]).toMatchObject({ slug: 'plugin-bac', line: 'Dépôt de compost', version: '1.0.0', adopters: 3 })
  expect(entries[0]?.values).toMatchObject({
    need: ['dechets', 'jardin'],
    usedBy: ['pack', 'city'],
    license: ['BSD-3-Clause'],
  })
  expect(entries[2]).toMatchObject({
    slug: 'vaubrelle-theme-clair',
    line: '',
    version: '',
    releasedOn: '',
    readiness: null,
  })
  expect(entries[2]?.values).toMatchObject({ license: [''], line: [''], need: [] })
})

test('filters of the page and of the script are the same groups', () => {
  expect(GROUPS).toEqual(FACETS)
})

test('a query survives its address', () => {
  const search = '?q=carte&need=jardin&line=&kind=plugin&kind=module&sort=adopters&page=2'
  expect(writeQuery(readQuery(search))).toBe(search)
})

test('nothing asked is an empty address, and nonsense is nothing', () => {
  expect(writeQuery(readQuery(''))).toBe('')
  expect(writeQuery(readQuery('?sort=stars&page=-1&unknown=1'))).toBe('')
})

test('values of a group are alternatives, groups and words add up', () => {
  expect(found('?kind=plugin&kind=module')).toEqual(['module-carte', 'plugin-bac'])
  expect(found('?kind=plugin&kind=module&q=carte')).toEqual(['module-carte'])
  expect(found('?kind=plugin&state=dormant')).toEqual([])
  expect(found('?line=v7')).toEqual(['module-carte'])
  expect(found('?line=')).toEqual(['theme-clair'])
  expect(found('?usedBy=city&usedBy=service&need=jardin')).toEqual(['plugin-bac'])
})

test('words are found without accents or capitals', () => {
  expect(found('?q=DEPOT')).toEqual(['plugin-bac'])
})

test('a group is left out of its own counts, and an entry counts for each of its values', () => {
  const { counts } = select(entries, readQuery('?kind=plugin'))
  expect(counts.kind).toEqual(
    new Map([
      ['plugin', 1],
      ['module', 1],
      ['theme', 1],
    ]),
  )
  expect(counts.state).toEqual(new Map([['active', 1]]))
  expect(counts.need).toEqual(
    new Map([
      ['dechets', 1],
      ['jardin', 1],
    ]),
  )
})

test('counts say what choosing the value as well would find', () => {
  for (const search of [
    '',
    '?kind=plugin',
    '?kind=module&state=dormant',
    '?line=v8&q=carte',
    '?need=jardin&license=',
  ]) {
    const query = readQuery(search)
    const { counts } = select(entries, query)
    for (const group of GROUPS) {
      for (const value of new Set(entries.flatMap(({ values }) => values[group]))) {
        const alone = { ...query, chosen: { ...query.chosen, [group]: [value] } }
        expect(counts[group].get(value) ?? 0, `${search} ${group}=${value}`).toBe(select(entries, alone).entries.length)
      }
    }
  }
})

test('the latest, the most used and the best kept come first; what is not known comes last', () => {
  expect(found('?sort=release')).toEqual(['module-carte', 'plugin-bac', 'theme-clair'])
  expect(found('?sort=adopters')).toEqual(['module-carte', 'plugin-bac', 'theme-clair'])
  expect(found('?sort=readiness')).toEqual(['module-carte', 'plugin-bac', 'theme-clair'])
})

test('clearing leaves no value behind', () => {
  expect(writeQuery({ ...readQuery('?kind=plugin'), chosen: chosenFrom(() => []) })).toBe('')
})

test('a pager shows the ends and the neighbours, and never hides a single page', () => {
  expect(pageLinks(1, 4)).toEqual([1, 2, 3, 4])
  expect(pageLinks(7, 25)).toEqual([1, undefined, 6, 7, 8, undefined, 25])
  expect(pageLinks(1, 1)).toEqual([1])
})
