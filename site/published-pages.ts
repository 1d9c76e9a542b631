import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LANGUAGES } from '#data/model/vocabulary.ts'
import type { PublishedPage } from '#data/publication/publication.ts'
import { readPage } from './page-text.ts'
import { formatDay, formatShortDay } from './src/words/typography.ts'

const FINDING = /<h2 id="[^"]*-finding"[^>]*>([\s\S]*?)<\/h2>/gu

/** Pages of a built site as they read, by path; `asOf`, the day of the data, stands on each and is left out. */
export function publishedPages(site: string, asOf: string): Readonly<Record<string, PublishedPage>> {
  const days = LANGUAGES.flatMap((language) => [formatDay(language, asOf), formatShortDay(language, asOf)])
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' })
  const pages = files
    .filter((file) => /^(?:fr|en)\b.*index\.html$/u.test(file))
    .sort()
    .map((file) => {
      const html = readFileSync(join(site, file), 'utf8')
      const main = days.reduce((text, day) => text.replaceAll(day, ''), mainOf(html))
      const title = plain(/<h1\b[^>]*>([\s\S]*?)<\/h1>/u.exec(main)?.[1] ?? '')
      const findings = [...main.matchAll(FINDING)].map(([, text = '']) => plain(text))
      const digest = createHash('sha256').update(main).digest('hex').slice(0, 16)
      return [file.replaceAll('\\', '/').slice(0, -'index.html'.length), { title, findings, digest }] as const
    })
  return Object.fromEntries(pages)
}

function plain(inner: string): string {
  return readPage(`<main><h1>${inner}</h1></main>`).title
}

function mainOf(html: string): string {
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'))
}
