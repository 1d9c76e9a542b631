import type { Language } from '#data/model/vocabulary.ts'
import { type Place, pathOf } from './src/routes.ts'

interface SwitchedOff {
  readonly off: readonly Place[]
  readonly base: string
  readonly languages: readonly Language[]
}

/**
 * Takes the links to pages that are switched off out of a page. Menus and lists leave such pages out themselves; where a
 * sentence names one, the name stays and leads nowhere.
 */
export function unlinker({ off, base, languages }: SwitchedOff): (page: Buffer<ArrayBuffer>) => Buffer<ArrayBuffer> {
  if (off.length === 0) return (page) => page
  const paths = off.flatMap((sheet) => languages.map((language) => `${base}${pathOf({ sheet }, language)}`))
  const link = new RegExp(` href="(?:${paths.join('|')})[^"]*"`, 'gu')
  return (page) => Buffer.from(page.toString('utf8').replace(/<a\b[^>]*>/gu, (tag) => tag.replace(link, '')))
}
