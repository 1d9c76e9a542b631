import { describe, expect, test } from 'vitest'
import { catalogueIndex } from '#site/src/files/catalogue-index.ts'
import { pageLinks } from '#site/src/links/page-links.ts'
import { type CatalogueEntry, FACETS } from '#site/src/loaders/catalogue.ts'
import { ADOPTERS, type AdopterRow, readAdopters } from '#site/src/scripts/adopters-query.ts'
import { CATALOGUE, type Entry, GROUPS, readIndex } from '#site/src/scripts/catalogue-query.ts'
import { chosenFrom, readQuery, select, sortOf, writeQuery } from '#site/src/scripts/filter-query.ts'
import { fold } from '#site/src/scripts/search-terms.ts'

const listed = (over: Partial<CatalogueEntry>): CatalogueEntry => ({
  ...{ slug: 'plugin-bac', name: 'plugin-bac', description: 'Dépôt de compost', kind: 'plugin', state: 'active' },
  ...{ line: 'v8', lines: ['v8'], license: 'BSD-3-Clause', language: 'Java', owner: 'vaubrelle', version: '1.0.0' },
  ...{ releasedOn: '2026-10-01', releaseAge: 'under-6', repository: 'h/vaubrelle/plugin-bac', path: '' },
  ...{ needs: [], usedBy: [], adopters: 0, adoptersThrough: 0, readiness: 1, trial: null, underWay: null },
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
  const needs = new Map([['jardin', { fr: 'Rendre ses déchets verts', en: 'Bring garden waste' }]])
  const file = catalogueIndex(
    { entries, facets, coverage, asOf: '2026-11-19', needs, stateLimits: new Map() },
    {
      purposeOf: ({ description }) => (description === null ? undefined : { text: description, lang: undefined }),
      synonyms: [
        ['compost', 'terreau'],
        ['carte', 'plan', 'map'],
      ],
      needWords: new Map([['jardin', ['déchetterie']]]),
    },
  )
  return readIndex(JSON.parse(file))
}

function readEveryValue(entries: readonly CatalogueEntry[], id: (typeof FACETS)[number]): readonly string[] {
  if (id === 'need') return ['dechets', 'jardin', 'sans-reponse']
  if (id === 'usedBy') return ['service', 'pack', 'city']
  if (id === 'line') return ['v8', 'v7', '']
  return entries.map((entry) => entry[id] ?? '')
}

const entries = indexed(LISTED)
const plan = {
  ...CATALOGUE,
  synonyms: [
    ['compost', 'terreau'],
    ['carte', 'plan', 'map'],
  ].map((words) => words.map(fold)),
}
const asked = (search: string) => select(entries, readQuery(search, plan), plan)
const found = (search: string) => asked(search).entries.map(({ name }) => name)

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
  expect(writeQuery(readQuery(search, plan), plan)).toBe(search)
})

test('nothing asked is an empty address, and nonsense is nothing', () => {
  expect(writeQuery(readQuery('', plan), plan)).toBe('')
  expect(writeQuery(readQuery('?sort=stars&page=-1&unknown=1', plan), plan)).toBe('')
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
  const { counts } = asked('?kind=plugin')
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
    const query = readQuery(search, plan)
    const { counts } = select(entries, query, plan)
    for (const group of GROUPS) {
      for (const value of new Set(entries.flatMap(({ values }) => values[group]))) {
        const alone = { ...query, chosen: { ...query.chosen, [group]: [value] } }
        expect(counts[group].get(value) ?? 0, `${search} ${group}=${value}`).toBe(
          select(entries, alone, plan).entries.length,
        )
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
  expect(writeQuery({ ...readQuery('?kind=plugin', plan), chosen: chosenFrom(GROUPS, () => []) }, plan)).toBe('')
})

test('other words for the same find as whole words, and so do the words of a need', () => {
  expect(found('?q=terreau')).toEqual(['plugin-bac'])
  expect(found('?q=plan')).toEqual(['module-carte'])
  expect(found('?q=cartes+map')).toEqual(['module-carte'])
  expect(found('?q=D%C3%A9chetterie')).toEqual(['plugin-bac'])
  // Not what has a part of a synonym in another word: "planche".
  const [bac] = entries
  expect(bac && select([{ ...bac, text: 'planches' }], readQuery('?q=map', plan), plan).entries).toEqual([])
})

test('with words, what is called so comes before what speaks of it; any other order is kept', () => {
  const [bac, carte] = entries
  if (bac === undefined || carte === undefined) throw new Error('there are no entries')
  const listed = [
    { ...bac, name: 'a', text: 'a parle de la carte' },
    { ...carte, name: 'z', text: 'module-carte' },
  ]
  const order = (search: string) => select(listed, readQuery(search, plan), plan).entries.map(({ name }) => name)
  expect(order('?q=carte')).toEqual(['z', 'a'])
  expect(order('?q=carte&sort=name')).toEqual(['a', 'z'])
  expect(sortOf(readQuery('?q=carte', plan), plan)).toBe('relevance')
  expect(sortOf(readQuery('', plan), plan)).toBe('name')
})

describe('the list of adopters', () => {
  const row = (over: Partial<AdopterRow>): AdopterRow => ({
    ...{ who: 'Ville Une', kind: 'ville, France', state: 'en service', basis: '', confirmed: '', what: 'plugin-bac' },
    ...{ href: '', url: '', isNamed: true, count: 1, since: '', sinceOn: '', confirmedOn: '' },
    values: { state: ['in-service'], type: ['city'], country: ['FR'], runs: ['plugin-bac'], through: ['direct'] },
    ...over,
  })
  const rows = readAdopters([
    row({}),
    row({
      ...{ who: '3 organisations', isNamed: false, count: 3, kind: 'ville, Belgique' },
      values: {
        state: ['testing'],
        type: ['city'],
        country: ['BE'],
        runs: ['pack/nuit', 'plugin-bac'],
        through: ['pack'],
      },
    }),
  ])
  const chosen = (search: string) => select(rows, readQuery(search, ADOPTERS), ADOPTERS)

  test('those without a name count for as many as they are, in the total and in each value', () => {
    const { total, counts } = chosen('')
    expect(total).toBe(4)
    expect([...counts.country]).toEqual([
      ['FR', 1],
      ['BE', 3],
    ])
    expect([...counts.through]).toEqual([
      ['direct', 1],
      ['pack', 3],
    ])
  })

  test('a component is found with the packs that hold it, apart from those that run it alone', () => {
    expect(chosen('?runs=plugin-bac').total).toBe(4)
    expect(chosen('?runs=plugin-bac&through=direct').total).toBe(1)
    expect(chosen('?runs=pack%2Fnuit').total).toBe(3)
  })

  test('how many they are is no name to find them by', () => {
    expect(chosen('?q=organisations').total).toBe(0)
    expect(chosen('?q=belgique').total).toBe(3)
  })
})

test('a pager shows the ends and the neighbours, and never hides a single page', () => {
  expect(pageLinks(1, 4)).toEqual([1, 2, 3, 4])
  expect(pageLinks(7, 25)).toEqual([1, undefined, 6, 7, 8, undefined, 25])
  expect(pageLinks(1, 1)).toEqual([1])
})
