import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { frameHeaders } from '#site/src/policy.ts'
import { addressOf, pathOf } from '#site/src/routes.ts'
import { pagesOf } from './built-files.ts'
import { buildFixture, scratch } from './site-fixture.ts'

const { folder, remove } = scratch()
let pages: ReadonlyMap<string, string> = new Map()
let embeds: readonly (readonly [string, string])[] = []

beforeAll(async () => {
  pages = pagesOf(await buildFixture(folder, { name: 'site', base: 'open' }))
  embeds = [...pages].filter(([file]) => sheetOf(file) === 'embed')
}, 120_000)
afterAll(remove)

function sheetOf(file: string) {
  return addressOf(file.replace(/index\.html$/u, ''))?.address.sheet
}

describe('a figure that others frame', () => {
  test('is there for each figure, in each language', () => {
    const figures = [...pages.keys()].filter((file) => sheetOf(file) === 'figure')
    expect(embeds.length).toBe(figures.length)
    expect(embeds.length).toBeGreaterThan(10)
  })

  test('runs no script, lets none run, and weighs under 30 KB', () => {
    for (const [file, html] of embeds) {
      expect(html, file).not.toMatch(/<script|\son[a-z]+=|style="/u)
      expect(html, file).toContain("default-src 'none'; style-src 'self'")
      expect(gzipSync(html).length, file).toBeLessThan(30_000)
    }
  })

  test('says what it is: number, finding, table, source, date, licence, and the page it is from', () => {
    const html = pages.get(`${pathOf({ sheet: 'embed', figure: 'change-requests' }, 'fr')}index.html`) ?? ''
    expect(html).toMatch(/<h1>[^<]+<\/h1>/u)
    expect(html).toContain('<svg')
    expect(html).toMatch(/<table>.*<caption>/u)
    expect(html).toContain(`href="/open/${pathOf({ sheet: 'figure', figure: 'change-requests' }, 'fr')}" target="_top"`)
    expect(html).toMatch(/Données du \d/u)
  })

  test('is what the code on the page of the figure leads to', () => {
    const html = pages.get(`${pathOf({ sheet: 'figure', figure: 'change-requests' }, 'en')}index.html`) ?? ''
    const [, address = ''] = /&lt;iframe src=(?:"|&quot;|&#34;)([^"&]+)/u.exec(html) ?? []
    expect(address).toMatch(/\/open\/en\/figures\/change-requests-by-month\/embed\/$/u)
  })

  test('is the one kind of page that others may frame', () => {
    const header = (path: string) => frameHeaders(path)['content-security-policy']
    expect(header('fr/chiffres/commits/integrer/')).toMatch(/frame-ancestors \*$/u)
    expect(header('en/figures/commits/embed/index.html')).toMatch(/frame-ancestors \*$/u)
    expect(header('fr/chiffres/commits/')).toBeUndefined()
    expect(header('fr/')).toBeUndefined()
  })
})
