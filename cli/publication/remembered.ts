import { createReadStream, createWriteStream, existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { UsageFailure } from '#data/model/failures.ts'
import { measure } from '#data/publication/measured.ts'
import type { Publication } from '#data/publication/publication.ts'
import { openExport } from '#data/store.ts'
import { publishedPages, WHOLE } from '#site/build.ts'
import type { Config } from '../config.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { writeWhole } from '../write-whole.ts'

const NAME = 'publication.json'

/** Beside the database: it holds what was public, and goes wherever the database goes, to the next machine too. */
export function rememberedAt({ database }: Pick<Config, 'database'>): string {
  return join(dirname(database), NAME)
}

/** The last publication; undefined when there was none yet. */
export function lastPublication(config: Pick<Config, 'database'>): Publication | undefined {
  const path = rememberedAt(config)
  return existsSync(path) ? readRemembered(path) : undefined
}

export function remember(config: Pick<Config, 'database'>, publication: Publication): void {
  writeWhole(rememberedAt(config), `${JSON.stringify(publication, null, 1)}\n`)
}

/** A folder that holds a public site, or a file as `remember` writes it. */
export async function publicationAt(path: string): Promise<Pick<Publication, 'measured' | 'pages'>> {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) throw new UsageFailure('publication-missing', `there is nothing at ${path}.`)
  if (!found.isDirectory()) return readRemembered(path)
  const compressed = join(path, 'data', WHOLE)
  if (!existsSync(compressed)) {
    throw new UsageFailure('publication-missing', `${path} holds no public site of Parvis: it has no data/${WHOLE}.`)
  }
  const scratch = temporaryFolder()
  try {
    const database = join(scratch.path, 'parvis.sqlite')
    await pipeline(createReadStream(compressed), createGunzip(), createWriteStream(database)).catch(() => {
      throw new UsageFailure('publication-unreadable', `${compressed} is cut short or no compressed database.`)
    })
    return await readSite(path, database)
  } finally {
    scratch.remove()
  }
}

/** What a built public site says. */
async function readSite(site: string, database: string): Promise<Pick<Publication, 'measured' | 'pages'>> {
  const store = await openExport(database)
  try {
    const measured = await measure(store)
    return { measured, pages: publishedPages(site, measured.asOf) }
  } finally {
    store.close()
  }
}

/** The one place where such a file is read: its shape is looked at as far as everything else relies on it. */
function readRemembered(path: string): Publication {
  const broken = new UsageFailure('publication-unreadable', `${path} is no publication that Parvis remembered.`, {
    hint: 'Remove it to begin anew: the next publication then has nothing to compare with.',
  })
  let read: unknown
  try {
    read = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw broken
  }
  if (!isPublication(read)) throw broken
  return read
}

function isPublication(value: unknown): value is Publication {
  if (!isObject(value) || value.schemaVersion !== 1 || !isObject(value.measured) || !isObject(value.pages)) return false
  const { asOf, coverage, figures, series, names, tables } = value.measured
  return (
    typeof asOf === 'string' &&
    Array.isArray(value.log) &&
    [coverage, figures, series].every((one) => isObject(one) && Object.values(one).every(Number.isFinite)) &&
    [names, tables].every((one) => isObject(one) && Object.values(one).every(Array.isArray)) &&
    Object.values(value.pages).every((page) => isObject(page) && Array.isArray(page.findings))
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
