import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { builtinPack } from '#policies/registry.ts'
import { filesOf, pagesOf } from '../built-files.ts'
import { buildFixture, IDENTITY, scratch } from '../site-fixture.ts'
import { CONTACT, read, type SiteName, type VoiceCity, voiceCity } from '../voice-city.ts'

/**
 * What all that is said of the public voice reads: `city` has one of each thing that may not be told, and is built by the
 * command line; `full` shows every figure there is, from a file made for it. Both are built once for all subjects.
 */

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
export const { folder, remove } = scratch()
export let city: VoiceCity
export let full = ''

export async function buildCities(): Promise<void> {
  city = await voiceCity(folder)
  const identity = { ...IDENTITY, contact: CONTACT, isDemo: false }
  full = await buildFixture(folder, {
    name: 'full',
    identity,
    packs: [builtinPack('publiccode')],
    fixture: { components: 6 },
  })
}

export const page = (name: SiteName, path: string) => mainOf(read(city.site(name), `${path}/index.html`))

/** Words as a reader sees them, with plain spaces. */
export function wordsOf(html: string): string {
  // Ordinals of French have their letters raised.
  const plain = html.replace(/<\/?sup>/gu, '')
  const words = plain.replace(/<(script|style|code)\b[\s\S]*?<\/\1>/gu, ' ').replace(/<(?:"[^"]*"|[^>"])+>/gu, ' ')
  return words.replaceAll('&#39;', '’').replaceAll('&amp;', '&').replace(/\s+/gu, ' ')
}

export function said(html: string): string {
  return wordsOf(html.slice(Math.max(0, html.indexOf('<body'))))
}

export function mainOf(html: string): string {
  return wordsOf(html.slice(html.indexOf('<main'), html.indexOf('</main>')))
}

/** Pages with a foot: others only send elsewhere, or are set in a page of somebody else. */
export const isWhole = (html: string) => html.includes('<footer class="colophon"')

/** Every page of the public sites; rules speak of files, and in words of their own. */
export const publicPages = () => [...pagesOf(city.site('open')), ...pagesOf(full)]
export const isOfRules = (file: string) => /(?:regles|rules)\/./u.test(file)

/** Public pages on which something is said, with what. */
export function saying(pattern: RegExp): readonly string[] {
  return publicPages().flatMap(([file, html]) => {
    if (isOfRules(file)) return []
    const found = pattern.exec(said(html))
    return found === null ? [] : [`${file}: ${found[0]}`]
  })
}

/** All bytes of a site as one text, what is packed unpacked. */
export function bytesOf(site: string): string {
  return filesOf(site)
    .map((file) => {
      const content = readFileSync(join(site, file))
      return `${file}\n${(file.endsWith('.gz') ? gunzipSync(content) : content).toString('latin1')}`
    })
    .join('\n')
    .toLowerCase()
}

export function ask(name: SiteName | 'full', sql: string): readonly object[] {
  const site = name === 'full' ? full : city.site(name)
  const packed = join(site, 'data/parvis.sqlite.gz')
  const path = join(folder, `${name}-asked.sqlite`)
  writeFileSync(path, gunzipSync(readFileSync(packed)))
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    return database.prepare(sql).all()
  } finally {
    database.close()
  }
}
