import { expect, test } from 'vitest'
import { COMPONENT_KINDS, LANGUAGES } from '#data/model/vocabulary.ts'
import { internalChapterOf, internalChapters } from '#site/src/internal-chapters.ts'
import { RELEASE_AGES, STATES } from '#site/src/loaders/catalogue.ts'
import { USERS } from '#site/src/loaders/uses.ts'
import {
  type Address,
  addressOf,
  chapterOf,
  GUIDE_PART_IDS,
  isInternal,
  PLACE_NAMES,
  pathOf,
} from '#site/src/routes.ts'

const addresses: readonly Address[] = [
  ...PLACE_NAMES.map((sheet) => ({ sheet })),
  { sheet: 'catalogue-page', page: 3 },
  { sheet: 'browse' },
  { sheet: 'facet', facet: 'kind', value: 'module', page: 2 },
  { sheet: 'facet', facet: 'kind', value: 'other', page: 1 },
  { sheet: 'facet', facet: 'releaseAge', value: 'under-24', page: 1 },
  { sheet: 'facet', facet: 'license', value: 'noassertion', page: 1 },
  { sheet: 'facet', facet: 'owner', value: 'other', page: 1 },
  { sheet: 'adopters-page', page: 2 },
  { sheet: 'adopters-facet', facet: 'state', value: 'in-service', page: 2 },
  { sheet: 'adopters-browse' },
  { sheet: 'adopters-facet', facet: 'country', value: 'fr', page: 1 },
  { sheet: 'component', slug: 'plugin-guichet' },
  { sheet: 'figure', figure: 'first-response' },
  { sheet: 'embed', figure: 'first-response' },
  { sheet: 'rule', code: 'POM-05' },
  ...GUIDE_PART_IDS.map((part) => ({ sheet: 'guide-part' as const, part })),
  { sheet: 'activity', slug: 'ggi-a-21' },
  { sheet: 'all-evidence' },
  { sheet: 'evidence', slug: 'lic-file' },
]

test.each(LANGUAGES)('every address has a path in %s, and the path leads back to it', (language) => {
  for (const address of addresses) {
    expect(addressOf(pathOf(address, language))).toEqual({ address, language })
  }
})

test.each(LANGUAGES)('no two addresses share a path in %s', (language) => {
  const paths = addresses.map((address) => pathOf(address, language))
  expect(new Set(paths).size).toBe(paths.length)
})

test('paths are localised and end with a slash', () => {
  expect(pathOf({ sheet: 'component', slug: 'plugin-guichet' }, 'fr')).toBe('fr/composants/plugin-guichet/')
  expect(pathOf({ sheet: 'component', slug: 'plugin-guichet' }, 'en')).toBe('en/components/plugin-guichet/')
  expect(pathOf({ sheet: 'home' }, 'en')).toBe('en/')
})

test('a list by one value has the words of its language in its address, and no other', () => {
  const old = { sheet: 'facet', facet: 'releaseAge', value: 'under-24', page: 1 } as const
  expect(pathOf(old, 'fr')).toBe('fr/composants/par/derniere-version/de-1-a-2-ans/')
  expect(pathOf(old, 'en')).toBe('en/components/by/latest-version/from-1-to-2-years/')
  for (const values of [STATES, COMPONENT_KINDS, RELEASE_AGES, USERS]) {
    const facet =
      values === STATES ? 'state' : values === COMPONENT_KINDS ? 'kind' : values === USERS ? 'usedBy' : 'releaseAge'
    const paths = values.map((value) => pathOf({ sheet: 'facet', facet, value, page: 1 }, 'fr'))
    expect(new Set(paths).size).toBe(values.length)
    expect(paths.join(' ')).not.toMatch(
      /\b(?:under|older|none|plugin|library|tool|other|core|city|local|company|active|quiet|unknown)\b/u,
    )
  }
})

test.each([
  '',
  'de/',
  'fr/composants/par/derniere-version/under-24/',
  'fr/components/',
  'fr/composants/page/0/',
  'fr/composants/a/b/',
  'fr/chiffres/rien/',
  'fr/a/b/c/d/',
])('what is no sheet of the register has no address: "%s"', (path) => {
  expect(addressOf(path)).toBeUndefined()
})

test('each sheet but the home page belongs to a chapter of the masthead', () => {
  expect(addresses.filter((address) => chapterOf(address) === undefined)).toEqual([
    { sheet: 'home' },
    { sheet: 'search' },
  ])
})

test('each internal place is listed in one chapter of the internal masthead, which has seven at most', () => {
  const chapters = internalChapters(PLACE_NAMES)
  const listed = chapters.flatMap(({ places }) => places)
  expect(listed.filter(isInternal).toSorted()).toEqual(PLACE_NAMES.filter(isInternal).toSorted())
  expect(chapters.length).toBeLessThanOrEqual(7)
  for (const { chapter, places } of chapters) {
    for (const sheet of places) expect(internalChapterOf({ sheet })).toBe(chapter)
  }
})

test('a chapter leads to the first of its places that the build has, and is left out without any', () => {
  expect(internalChapters(['home', 'governance'])).toEqual([
    { chapter: 'governance', first: 'governance', places: ['governance'] },
  ])
})
