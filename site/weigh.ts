import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzipSync } from 'node:zlib'
import { LANGUAGES } from '#data/model/vocabulary.ts'
import type { PageCost } from './src/page-budgets.ts'
import { WEIGHT_MARK } from './src/weight.ts'
import { formatBytes } from './src/words/typography.ts'

/**
 * Writes into a page what it weighs: bytes that a first visit transfers, compressed, with what its script fetches for
 * it (the drawing kit, the index of the catalogue). Undefined while some of that is still to be written.
 */
export type Weigher = (page: Buffer<ArrayBuffer>) => Promise<Buffer<ArrayBuffer> | undefined>

/** `folder` is the site as far as it is built, `base` its place on its host. */
export function weigher(folder: string, base: string): Weigher {
  const weight = scales(folder)
  return async (page) => {
    const fetched = weight(fetchedBy(page, base))
    return fetched === undefined ? undefined : written(page, (await sizeOfPage(page)) + fetched.bytes)
  }
}

/** What pages of a built site cost. */
export function costs(folder: string, base: string): (page: Buffer) => PageCost {
  const weight = scales(folder)
  return (page) => {
    const fetched = weight(fetchedBy(page, base))
    if (fetched === undefined) throw new Error('A page loads a file that the build did not write')
    const html = compressed(page)
    return {
      html,
      firstView: html + fetched.bytes,
      requests: 1 + fetched.count,
      elements: page.toString('utf8').match(TAG)?.length ?? 0,
    }
  }
}

/** The beginning of an element, whose attributes may hold what looks like the end of one. */
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/giu

/** As hosts compress unless they are told otherwise. */
function compressed(content: Buffer): number {
  return gzipSync(content).byteLength
}

const inBackground = promisify(brotliCompress)

/**
 * Markup by Brotli at its quickest but one, somewhat larger than by the above in a quarter of the time: pages are
 * thousands. It is done beside the drawing of the next pages.
 */
async function sizeOfPage(page: Buffer): Promise<number> {
  const packed = await inBackground(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })
  return packed.byteLength
}

/** Said at the foot of the page; what stands above may be a text of anybody. */
function written(page: Buffer<ArrayBuffer>, bytes: number): Buffer<ArrayBuffer> {
  for (const language of LANGUAGES) {
    const mark = WEIGHT_MARK[language]
    const at = page.lastIndexOf(mark)
    if (at === -1) continue
    const told = Buffer.from(formatBytes(language, bytes))
    return Buffer.concat([page.subarray(0, at), told, page.subarray(at + mark.length)])
  }
  return page
}

interface Fetched {
  /** Paths below the base. */
  readonly files: readonly string[]
  /** Names of the parts of the script that the page sets going. */
  readonly parts: readonly string[]
}

function fetchedBy(page: Buffer, base: string): Fetched {
  // Names of files are ASCII; of the rest of the head nothing is read.
  const head = page.toString('latin1', 0, page.indexOf('</head>'))
  const links = [...head.matchAll(/<(?:script|link)[^>]* (?:src|href)="([^"]+)"[^>]*>/gu)]
    .filter(([tag]) => !/rel="(?:alternate|canonical)"/u.test(tag))
    .map(([, address = '']) => address)
  const pictures = (page.includes('<img ') ? page.toString('utf8').match(/<img [^>]*>/gu) : null) ?? []
  const shown = pictures
    .filter((tag) => !tag.includes(' loading="lazy"'))
    .map((tag) => / src="([^"]*)"/u.exec(tag)?.[1])
  const index = attribute(page, 'data-catalogue')
  const files = [...links, ...[index, ...shown].filter((file) => file !== undefined)]
  return {
    files: files.filter((address) => address.startsWith(base)).map((address) => address.slice(base.length)),
    parts: [
      ...(page.includes('data-chart=') ? ['figures'] : []),
      ...(index === undefined ? [] : ['catalogue']),
      ...(page.includes('data-naming=') ? ['naming'] : []),
      ...(page.includes('data-copy=') && page.includes('<pre') ? ['copy'] : []),
    ],
  }
}

function attribute(page: Buffer, name: string): string | undefined {
  const at = page.indexOf(` ${name}="`)
  if (at === -1) return undefined
  const from = at + name.length + 3
  return page.toString('utf8', from, page.indexOf('"', from))
}

interface Freight {
  readonly bytes: number
  readonly count: number
}

/** Adds up files, each compressed once; a script brings what it imports, and of what it may fetch later the named parts. */
function scales(folder: string): (fetched: Fetched) => Freight | undefined {
  const known = new Map<string, { readonly bytes: number; readonly imports: readonly string[] }>()
  const look = (file: string) => {
    const seen = known.get(file)
    if (seen !== undefined) return seen
    const content = readFileSync(join(folder, file))
    const bytes = /\.woff2$/u.test(file) ? content.byteLength : compressed(content)
    const names = file.endsWith('.js') ? [...content.toString('utf8').matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/gu)] : []
    const entry = { bytes, imports: [...new Set(names.map(([, name = '']) => `assets/${name}`))] }
    known.set(file, entry)
    return entry
  }
  return ({ files, parts }) => {
    if (!files.every((file) => known.has(file) || existsSync(join(folder, file)))) return undefined
    const wanted = new Set(files)
    for (const file of wanted) {
      const { imports } = look(file)
      const isEntry = /^assets\/page\./u.test(file)
      for (const name of imports)
        if (!isEntry || parts.some((part) => name.startsWith(`assets/${part}.`))) wanted.add(name)
    }
    let sum = 0
    for (const file of wanted) sum += look(file).bytes
    return { bytes: sum, count: wanted.size }
  }
}
