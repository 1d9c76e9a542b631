import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { frameHeaders } from '#site/src/policy.ts'
import { addressOf, pathOf } from '#site/src/routes.ts'
import { pagesOf } from './built-files.ts'
import { buildFixture, IDENTITY, scratch } from './site-fixture.ts'

/** One mark in the middle of a period that the sample has, one on a figure of its own, one out of reach. */
const MARKS = [
  { on: '2026-02-15', words: { fr: 'cœur <8> publié', en: 'core <8> released' } },
  { on: '2026-02-20', words: { fr: 'commit géant', en: 'giant commit' }, figures: ['commits'] },
  { on: '1999-01-01', words: { fr: 'avant', en: 'before' } },
]

const { folder, remove } = scratch()
let pages: ReadonlyMap<string, string> = new Map()
let embeds: readonly (readonly [string, string])[] = []

beforeAll(async () => {
  pages = pagesOf(await buildFixture(folder, { name: 'site', base: 'open', identity: { ...IDENTITY, marks: MARKS } }))
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

describe('a mark', () => {
  const page = (sheet: 'figure' | 'embed', figure: 'change-requests' | 'commits' | 'portfolio-state') =>
    pages.get(`${pathOf({ sheet, figure }, 'fr')}index.html`) ?? ''

  test('is a dashed line with its words in the drawing, a place in the table, and a line below it', () => {
    const html = page('figure', 'change-requests')
    const [, words = ''] = /data-marks="([^"]*)"/u.exec(html) ?? []
    const [mark, ...others] = JSON.parse(words.replaceAll('&quot;', '"').replaceAll('&#34;', '"'))
    expect([mark.words, others]).toEqual([expect.stringContaining('publié'), []])
    expect(html).toMatch(/<svg.*stroke-dasharray="4 3".*cœur &lt;8&gt; publié.*<\/svg>/su)
    expect(html).toMatch(/<time datetime="2026-02-15">[^<]+<\/time>[^<]*cœur &lt;8(?:&gt;|>) publié/u)
    expect(page('embed', 'change-requests')).toContain('cœur &lt;8&gt; publié')
  })

  test('stands on the figures it names alone, in time, and on none that is a state', () => {
    expect(page('figure', 'change-requests')).not.toContain('commit géant')
    expect(page('figure', 'commits')).toContain('commit géant')
    expect([...pages.values()].some((html) => html.includes('1999-01-01'))).toBe(false)
    expect(page('figure', 'portfolio-state')).not.toContain('event-marks')
  })
})
