import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Every file of a built site, by its path below it. */
export function filesOf(site: string): readonly string[] {
  return readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(site, file)).isFile())
    .sort()
}

/** The text of every page, by the path of its file. */
export function pagesOf(site: string): ReadonlyMap<string, string> {
  const pages = filesOf(site).filter((file) => file.endsWith('.html'))
  return new Map(pages.map((file) => [file, readFileSync(join(site, file), 'utf8')]))
}

/** Links and pictures of pages, served at `/`, that lead to no file. */
export function brokenLinks(site: string): readonly string[] {
  const files = new Set(filesOf(site))
  return [...pagesOf(site)].flatMap(([file, html]) =>
    [...html.matchAll(/ (?:href|src)="(\/[^"?#]*)(?:[?#][^"]*)?"/gu)]
      .map(([, address = '']) => address.slice(1))
      .filter((address) => !files.has(address.endsWith('/') || address === '' ? `${address}index.html` : address))
      .map((address) => `${file} -> ${address}`),
  )
}

/** What runs, styles or loads from within a page, or from elsewhere: nothing of it is let through by the policy. */
export function againstPolicy(html: string): readonly string[] {
  const inline = html.match(/<style|\sstyle="|\son[a-z]+="|javascript:|<script(?![^>]* src=)[^>]*>|<base\b/gu) ?? []
  const loaded = [
    ...html.matchAll(/<(?:script|img|link|iframe|source|object|embed)\b[^>]* (?:src|href|srcset|data)="([^"]+)"/gu),
  ]
    .filter(([tag]) => !/rel="(?:canonical|alternate)"/u.test(tag))
    .flatMap(([, address = '']) => (address.startsWith('/') && !address.startsWith('//') ? [] : [address]))
  return [...inline, ...loaded]
}
