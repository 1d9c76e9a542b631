import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Language } from '#data/model/vocabulary.ts'
import { WEIGHT_MARK } from './src/weight.ts'
import { formatBytes } from './src/words/typography.ts'

/**
 * Writes into each page what it weighs: bytes that a first visit transfers, compressed, with what its script fetches
 * for it (the drawing kit, the index of the catalogue).
 */
export function weighPages(folder: string, base: string): void {
  const weight = scales(folder)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const path = join(folder, file)
    const html = readFileSync(path, 'utf8')
    const bytes = compressed(html) + weight(fetchedBy(html, base))
    writeFileSync(path, written(html, bytes))
  }
}

/** As the laziest server compresses: none sends more, and thousands of pages are weighed in seconds. */
function compressed(content: string | Buffer): number {
  return gzipSync(content, { level: 1 }).byteLength
}

function written(html: string, bytes: number): string {
  const languages = Object.keys(WEIGHT_MARK).filter((key): key is Language => key in WEIGHT_MARK)
  return languages.reduce(
    (text, language) => text.replaceAll(WEIGHT_MARK[language], formatBytes(language, bytes)),
    html,
  )
}

interface Fetched {
  /** Paths below the base. */
  readonly files: readonly string[]
  /** Names of the parts of the script that the page sets going. */
  readonly parts: readonly string[]
}

function fetchedBy(html: string, base: string): Fetched {
  const head = html.slice(0, html.indexOf('</head>'))
  const links = [...head.matchAll(/<(?:script|link)[^>]* (?:src|href)="([^"]+)"[^>]*>/gu)]
    .filter(([tag]) => !/rel="(?:alternate|canonical)"/u.test(tag))
    .map(([, address = '']) => address)
  const index = /data-catalogue="([^"]+)"/u.exec(html)?.[1]
  const files = index === undefined ? links : [...links, index]
  return {
    files: files.filter((address) => address.startsWith(base)).map((address) => address.slice(base.length)),
    parts: [
      ...(html.includes('data-chart=') ? ['figures'] : []),
      ...(index === undefined ? [] : ['catalogue']),
      ...(html.includes('data-naming=') ? ['naming'] : []),
      ...(html.includes('data-copy=') && html.includes('<pre') ? ['copy'] : []),
    ],
  }
}

/** Adds up files, each compressed once; a script brings what it imports, and of what it may fetch later the named parts. */
function scales(folder: string): (fetched: Fetched) => number {
  const known = new Map<string, { readonly bytes: number; readonly imports: readonly string[] }>()
  const look = (file: string) => {
    const seen = known.get(file)
    if (seen !== undefined) return seen
    const content = readFileSync(join(folder, file))
    const bytes = /\.(?:woff2|sqlite)$/u.test(file) ? content.byteLength : compressed(content)
    const names = file.endsWith('.js') ? [...content.toString('utf8').matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/gu)] : []
    const entry = { bytes, imports: [...new Set(names.map(([, name = '']) => `assets/${name}`))] }
    known.set(file, entry)
    return entry
  }
  return ({ files, parts }) => {
    const wanted = new Set(files)
    for (const file of wanted) {
      const { imports } = look(file)
      const isEntry = /^assets\/page\./u.test(file)
      for (const name of imports)
        if (!isEntry || parts.some((part) => name.startsWith(`assets/${part}.`))) wanted.add(name)
    }
    let sum = 0
    for (const file of wanted) sum += look(file).bytes
    return sum
  }
}
