import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import type { Language } from '#data/model/vocabulary.ts'
import { SYNONYMS } from '#data/reference/synonyms.ts'
import { readPage } from './page-text.ts'
import { type Address, addressOf } from './src/routes.ts'
import { indexOptions, type SearchKind, stem, wordsOf } from './src/scripts/search-terms.ts'
import type { SearchEntry } from './src/search-file.ts'

export interface IndexOrder {
  /** Folder of the site, whole but for this. */
  readonly folder: string
  readonly languages: readonly Language[]
  /** Words for the same thing that a city adds. */
  readonly synonyms: readonly (readonly string[])[]
}

/** Characters of a page's own text that it is found by. */
const MOST_TEXT = 1500
const MOST_LINE = 160

/**
 * Makes the index of each language: what the build said of the register, and every page that none of it leads to, by
 * its own title, description and text. Equal pages give equal bytes.
 */
export async function writeSearchIndexes({ folder, languages, synonyms }: IndexOrder): Promise<void> {
  for (const language of languages) {
    const file = join(folder, 'data', language, 'search.json')
    // Written by our own build, a moment ago.
    const told = JSON.parse(await readFile(file, 'utf8')) as readonly SearchEntry[]
    const known = new Set(told.map(({ path }) => path.split('#')[0]))
    const rowPages = new Set(told.flatMap(({ path }) => (path.includes('#') ? path.split('#').slice(0, 1) : [])))
    const pages = await readPages(folder, language, (path) => known.has(path) && !rowPages.has(path))
    const index = searchIndex([...told, ...pages], { language, synonyms: [...SYNONYMS, ...synonyms] })
    await writeFile(file, JSON.stringify(index))
  }
}

/** The index over entries, each found by its synonyms, too. */
export function searchIndex(
  entries: readonly SearchEntry[],
  { language, synonyms }: { readonly language: Language; readonly synonyms: IndexOrder['synonyms'] },
): MiniSearch {
  const index = new MiniSearch(indexOptions(language))
  const alike = synonymFinder(synonyms, language)
  for (const entry of entries) {
    const line = clipped(entry.line, MOST_LINE)
    index.add({ ...entry, line, also: alike(`${entry.title} ${line} ${entry.text}`) })
  }
  return index
}

/** Pages of no use to a search: lists of what is found by itself, and the search. */
const LEFT_OUT: readonly Address['sheet'][] = [
  'home',
  'search',
  'site-map',
  'catalogue-page',
  'browse',
  'facet',
  'embed',
  'adopters-browse',
  'adopters-facet',
  'all-evidence',
  'evidence',
]

async function readPages(
  folder: string,
  language: Language,
  isKnown: (path: string) => boolean,
): Promise<readonly SearchEntry[]> {
  const files = await readdir(join(folder, language), { recursive: true })
  const entries: SearchEntry[] = []
  for (const file of files.filter((name) => name.endsWith('index.html')).sort()) {
    const path = `${language}/${file.replaceAll('\\', '/').slice(0, -'index.html'.length)}`
    const address = addressOf(path)?.address
    if (isKnown(path) || (address !== undefined && LEFT_OUT.includes(address.sheet))) continue
    const { title, description, text } = readPage(await readFile(join(folder, language, file), 'utf8'))
    if (title === '') continue
    entries.push({ path, kind: kindOf(address), title, line: description, text: clipped(text, MOST_TEXT) })
  }
  return entries
}

function kindOf(address: Address | undefined): SearchKind {
  switch (address?.sheet) {
    case 'services':
      return 'service'
    case 'packs':
    case 'pack':
      return 'pack'
    case 'catalogue':
    case 'collections':
    case 'collection':
    case 'component':
      return 'component'
    case 'figures':
    case 'figure':
      return 'figure'
    case 'guide':
    case 'rule':
      return 'guide'
    case 'agenda':
      return 'event'
    case 'governance':
    case 'activity':
      return 'governance'
    default:
      return 'page'
  }
}

/** Cut at the end of a word. */
function clipped(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  return `${cut.slice(0, cut.lastIndexOf(' ') > most / 2 ? cut.lastIndexOf(' ') : most)}…`
}

/** All words of every group that a text has one phrase of. */
function synonymFinder(groups: IndexOrder['synonyms'], language: Language): (text: string) => string {
  const flat = (text: string) =>
    ` ${wordsOf(text)
      .map((word) => stem(word, language))
      .join(' ')} `
  const phrases = groups.map((group) => ({ group, flat: group.map(flat).filter((phrase) => phrase.trim() !== '') }))
  return (text) => {
    const words = flat(text)
    return phrases.flatMap((one) => (one.flat.some((phrase) => words.includes(phrase)) ? one.group : [])).join(' ')
  }
}
