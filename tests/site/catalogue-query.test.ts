import { expect, test } from 'vitest'
import { pageLinks } from '#site/src/figures/page-links.ts'
import {
  chosenFrom,
  countValues,
  type Entry,
  matches,
  readQuery,
  sorted,
  writeQuery,
} from '#site/src/scripts/catalogue-query.ts'

const entry = (over: Partial<Entry>): Entry => ({
  slug: 'plugin-bac',
  name: 'plugin-bac',
  description: 'Dépôt de compost',
  kind: 'plugin',
  state: 'active',
  line: 'v8',
  license: 'BSD-3-Clause',
  owner: 'vaubrelle',
  releaseAge: 'under-6',
  version: '1.0.0',
  releasedOn: '2026-10-01',
  ...over,
})

const entries = [
  entry({}),
  entry({
    slug: 'module-carte',
    name: 'module-carte',
    description: 'Cartes',
    kind: 'module',
    releasedOn: '2026-11-01',
  }),
  entry({ slug: 'theme-clair', name: 'theme-clair', description: '', kind: 'theme', state: 'dormant', releasedOn: '' }),
]

test('a query survives its address', () => {
  const search = '?q=carte&kind=plugin&kind=module&line=&sort=release&page=2'
  expect(writeQuery(readQuery(search))).toBe(search)
})

test('nothing asked is an empty address, and nonsense is nothing', () => {
  expect(writeQuery(readQuery(''))).toBe('')
  expect(writeQuery(readQuery('?sort=stars&page=-1&unknown=1'))).toBe('')
})

test('values of a group are alternatives, groups and words add up', () => {
  const found = (search: string) => entries.filter((one) => matches(one, readQuery(search))).map(({ name }) => name)
  expect(found('?kind=plugin&kind=module')).toEqual(['plugin-bac', 'module-carte'])
  expect(found('?kind=plugin&kind=module&q=carte')).toEqual(['module-carte'])
  expect(found('?kind=plugin&state=dormant')).toEqual([])
})

test('words are found without accents or capitals', () => {
  expect(entries.filter((one) => matches(one, readQuery('?q=DEPOT')))).toHaveLength(1)
})

test('a group is left out of its own counts', () => {
  expect(countValues(entries, readQuery('?kind=plugin'), 'kind')).toEqual(
    new Map([
      ['plugin', 1],
      ['module', 1],
      ['theme', 1],
    ]),
  )
  expect(countValues(entries, readQuery('?kind=plugin'), 'state')).toEqual(new Map([['active', 1]]))
})

test('the latest release comes first, what has none comes last', () => {
  expect(sorted(entries, 'release', []).map(({ name }) => name)).toEqual(['module-carte', 'plugin-bac', 'theme-clair'])
})

test('clearing leaves no value behind', () => {
  expect(writeQuery({ ...readQuery('?kind=plugin'), chosen: chosenFrom(() => []) })).toBe('')
})

test('a pager shows the ends and the neighbours, and never hides a single page', () => {
  expect(pageLinks(1, 4)).toEqual([1, 2, 3, 4])
  expect(pageLinks(7, 25)).toEqual([1, undefined, 6, 7, 8, undefined, 25])
  expect(pageLinks(1, 1)).toEqual([1])
})
