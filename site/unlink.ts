import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '#data/model/vocabulary.ts'
import { type Place, pathOf } from './src/routes.ts'

interface SwitchedOff {
  readonly off: readonly Place[]
  readonly base: string
  readonly languages: readonly Language[]
}

/**
 * Takes the links to pages that are switched off out of the others. Menus and lists leave such pages out themselves; where a
 * sentence names one, the name stays and leads nowhere.
 */
export async function unlinkPages(folder: string, { off, base, languages }: SwitchedOff): Promise<void> {
  if (off.length === 0) return
  const paths = off.flatMap((sheet) => languages.map((language) => `${base}${pathOf({ sheet }, language)}`))
  const link = new RegExp(` href="(?:${paths.join('|')})[^"]*"`, 'gu')
  const files = await readdir(folder, { recursive: true })
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const html = await readFile(join(folder, file), 'utf8')
    const kept = html.replace(/<a\b[^>]*>/gu, (tag) => tag.replace(link, ''))
    if (kept !== html) await writeFile(join(folder, file), kept)
  }
}
