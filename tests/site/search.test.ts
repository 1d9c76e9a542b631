import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import MiniSearch from 'minisearch'
import { afterAll, describe, expect, test } from 'vitest'
import { SYNONYMS } from '#data/reference/synonyms.ts'
import { readPage } from '#site/page-text.ts'
import { searchIndex, writeSearchIndexes } from '#site/search-index.ts'
import { answer, piecesOf } from '#site/src/scripts/search-query.ts'
import { fold, indexOptions, stem, type Tongue, termsOf, wordsOf } from '#site/src/scripts/search-terms.ts'
import type { SearchEntry } from '#site/src/search-file.ts'

const entry = (path: string, kind: SearchEntry['kind'], title: string, line = '', text = ''): SearchEntry => ({
  ...{ path, kind, title, line, text },
})

const ENTRIES: readonly SearchEntry[] = [
  entry('fr/composants/plugin-roomloan/', 'component', 'plugin-roomloan', 'Louer les salles municipales'),
  entry('fr/services/#guichet', 'service', 'Prendre un rendez-vous', 'Au guichet de la mairie'),
  entry('fr/packs/quartier/', 'pack', 'PasseQuartier', 'Idées et votes'),
  entry('fr/composants/piege/', 'component', 'constructor <img src=x onerror=alert(1)> __proto__', '«'),
  entry('fr/comprendre/', 'page', 'L’œuvre de la ville', '', 'Les données personnelles'),
]

/** As a browser has it: written to a file and read back. */
function indexOf(entries: readonly SearchEntry[], synonyms: readonly (readonly string[])[], language: Tongue = 'fr') {
  return MiniSearch.loadJSON(JSON.stringify(searchIndex(entries, { language, synonyms })), indexOptions(language))
}

const titles = (words: string, synonyms: readonly (readonly string[])[] = []) =>
  answer(indexOf(ENTRIES, synonyms), words, 'fr').groups.flatMap(({ hits }) => hits.map(({ title }) => title))

describe('words', () => {
  test('lose case, accents, ligatures and elided articles', () => {
    expect(fold('L’Œuvre d’Été')).toBe('oeuvre ete')
    expect(fold("jusqu'aujourd'hui")).toBe("aujourd'hui")
    expect(wordsOf('PasseQuartier, lutece-core')).toEqual(['passe', 'quartier', 'passequartier', 'lutece', 'core'])
  })

  test.each([
    ['fr', 'réservations', 'réserver'],
    ['fr', 'journaux', 'journal'],
    ['fr', 'participatif', 'participation'],
    ['fr', 'salles', 'salle'],
    ['en', 'bookings', 'book'],
    ['en', 'libraries', 'library'],
  ] as const)('of one family meet, %s: %s and %s', (language, one, other) => {
    expect(stem(fold(one), language)).toBe(stem(fold(other), language))
  })

  test('that say nothing are not looked for, unless hyphens hold them', () => {
    expect(termsOf('une salle pour la ville', 'fr')).toHaveLength(2)
    expect(termsOf('rendez-vous', 'fr')).toEqual(['rendez', 'vous'])
  })
})

describe('a search', () => {
  test('finds by the beginning of a word, another form of it, without accents and with a slip of the finger', () => {
    for (const words of ['salle munici', 'la salle municipale', 'roomlaon', 'ROOMLOAN']) {
      expect(titles(words)).toEqual(['plugin-roomloan'])
    }
    expect(titles('donnees personnelle')).toEqual(['L’œuvre de la ville'])
  })

  test('finds what is called otherwise, in the words of Parvis and of the city', () => {
    expect(titles('appointment')).toEqual([])
    expect(titles('appointment', SYNONYMS)).toEqual(['Prendre un rendez-vous'])
    expect(titles('maison du peuple', [['salle municipale', 'maison du peuple']])).toEqual(['plugin-roomloan'])
  })

  test('says what residents do first, components after, and counts all of it', () => {
    const found = answer(indexOf(ENTRIES, [['guichet', 'salles', 'votes']]), 'guichet', 'fr')
    expect(found.groups.map(({ kind }) => kind)).toEqual(['service', 'pack', 'component'])
    expect(found.count).toBe(3)
  })

  test('that finds nothing proposes the nearest words, or none', () => {
    const index = indexOf(ENTRIES, [])
    expect(answer(index, 'muncipplaes', 'fr').meant).toBe('municipales')
    expect(answer(index, 'xylophone', 'fr')).toEqual({ count: 0, groups: [], meant: undefined })
    expect(answer(index, '" OR 1=1 --', 'fr').count).toBe(0)
  })

  test('takes names that the language of scripts knows for names, and markup for text', () => {
    expect(titles('constructor')).toHaveLength(1)
    expect(titles('__proto__ onerror')).toEqual(['constructor <img src=x onerror=alert(1)> __proto__'])
  })

  test('marks the words it was found by, and gives the text back whole', () => {
    const index = indexOf(ENTRIES, [])
    const [hit] = answer(index, 'salle', 'fr').groups.flatMap(({ hits }) => hits)
    const pieces = piecesOf(hit?.line ?? '', hit?.terms ?? new Set(), 'fr')
    expect(pieces.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual(['salles'])
    expect(pieces.map(({ text }) => text).join('')).toBe('Louer les salles municipales')
  })
})

describe('a page', () => {
  test('is read for what it says: no table, no form, markup or not', () => {
    const html = `<html><title>Un — Ville</title><meta name="description" content="Deux &quot;mots&quot;"></html>
      <main id="content" data-x="a > b"><h1>Trois &lt;b&gt;</h1><table><td>quatre</td></table><form>cinq</form><p title=">">six &#38; sept</p></main>`
    expect(readPage(html)).toEqual({ title: 'Trois <b>', description: 'Deux "mots"', text: 'Trois <b> six & sept' })
  })
})

describe('the index of a site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-search-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  const page = (title: string) => `<title>${title}</title><main><h1>${title}</h1><p>Texte</p></main>`

  test('leads to every page that the register does not, its own ones of the city too, and is the same twice', async () => {
    const made = async () => {
      write('data/fr/search.json', JSON.stringify(ENTRIES))
      write('fr/comprendre/index.html', page('Déjà dit'))
      write('fr/services/index.html', page('Les services'))
      write('fr/notre-histoire/index.html', page('Notre histoire'))
      write('fr/recherche/index.html', page('Recherche'))
      await writeSearchIndexes({ folder, languages: ['fr'], synonyms: [] })
      return readFileSync(join(folder, 'data/fr/search.json'), 'utf8')
    }
    const text = await made()
    expect(await made()).toBe(text)
    const index = MiniSearch.loadJSON(text, indexOptions('fr'))
    const stored = index.search(MiniSearch.wildcard).map(({ id }) => String(id))
    expect(stored).toEqual(expect.arrayContaining(['fr/services/', 'fr/notre-histoire/', 'fr/comprendre/']))
    expect(stored).not.toContain('fr/recherche/')
    expect(new Set(stored).size).toBe(stored.length)
  })
})
