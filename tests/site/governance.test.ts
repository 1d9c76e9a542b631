import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES } from '#data/model/vocabulary.ts'
import { governanceMethod } from '#policies/ggi/registry.ts'
import { WHOLE } from '#site/build.ts'
import { type ServedSite, serveSite } from '#site/preview.ts'
import { type Address, pathOf } from '#site/src/routes.ts'
import { AXE_FILE, startBrowser } from './browser.ts'
import { buildFixture, scratch } from './site-fixture.ts'

const { folder, remove } = scratch()
afterAll(remove)

const method = governanceMethod()

describe('governance for the public', () => {
  let site: string
  beforeAll(async () => {
    site = await buildFixture(folder, { name: 'public', fixture: { components: 6 } })
  })
  const page = (language: 'fr' | 'en') =>
    readFileSync(join(site, pathOf({ sheet: 'governance' }, language), 'index.html'), 'utf8')
  const words = (html: string) => html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ')

  test('says what is done and what comes next, in the words of the method, and whose method it is', () => {
    const fr = words(page('fr'))
    expect(fr).toMatch(
      /Ce que nous faisons.*Ce que couvre GGI-A-18.*Premier objectif de GGI-A-18.*Ce qui vient ensuite/u,
    )
    expect(fr).toMatch(/Ce qui vient ensuite.*Second objectif de GGI-A-18/u)
    for (const { title } of method.activities) expect(fr).toContain(title.fr)
    expect(fr).toMatch(/OSPO Alliance \(CC BY 4\.0\)\. Les points de vérification sont reformulés/u)
    expect(words(page('en'))).toContain('In progress')
    expect(fr).not.toMatch(/Bloquée|Continue |Sans objet/u)
  })

  test('says nothing of owners, days, points and numbers of points, on pages or in files', () => {
    for (const language of LANGUAGES) {
      const said = words(page(language))
      const secrets =
        /Bureau du logiciel libre|2026-12-|2027|Le conseil|GGI-A-\d\d\.P\d|\d\s?%|\d+ (?:points|sur|of) \d+/u
      expect(secrets.exec(said)?.[0]).toBeUndefined()
    }
    const files = readdirSync(join(site, 'data')).filter((name) => name.startsWith('governance'))
    expect(files.sort()).toEqual(['governance.csv', 'governance.json'])
    for (const file of files) {
      const text = readFileSync(join(site, 'data', file), 'utf8')
      expect(text).toContain('CC-BY-4.0')
      expect(text).not.toMatch(/Bureau du logiciel libre|GGI-A-\d\d\.P\d|owner|measured/u)
    }
    const unpacked = join(site, '..', 'unpacked.sqlite')
    writeFileSync(unpacked, gunzipSync(readFileSync(join(site, 'data', WHOLE))))
    const database = new DatabaseSync(unpacked, { readOnly: true })
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE name LIKE 'ggi_%'").all()
    const filled = tables.filter(({ name }) => database.prepare(`SELECT 1 FROM ${name} LIMIT 1`).get() !== undefined)
    expect(filled.map(({ name }) => name)).toEqual(['ggi_activity', 'ggi_objective'])
    database.close()
  })

  test('is nowhere until the officer says that it is public', async () => {
    const fixture = { components: 6, isUngoverned: true }
    const mute = await buildFixture(folder, { name: 'mute', languages: ['en'], fixture })
    expect(existsSync(join(mute, pathOf({ sheet: 'governance' }, 'en')))).toBe(false)
    const files = readdirSync(mute, { recursive: true, encoding: 'utf8' })
    expect(files.filter((file) => /governance/u.test(file))).toEqual([])
    const pages = files.filter((file) => file.endsWith('.html'))
    expect(pages.filter((file) => readFileSync(join(mute, file), 'utf8').includes('/governance'))).toEqual([])
  })
})

describe('governance for the officer', () => {
  let site: string
  let served: ServedSite
  let browser: Browser | undefined
  beforeAll(async () => {
    site = await buildFixture(folder, { name: 'internal', profile: 'internal', fixture: { components: 6 } })
    served = await serveSite({ directory: site, base: '/', port: 0 })
    const started = await startBrowser()
    if ('browser' in started) browser = started.browser
    else console.warn(`SKIPPED, governance in a browser: ${started.reason}`)
  })
  afterAll(async () => {
    await browser?.close()
    await served.close()
  })
  const page = (address: Address) => readFileSync(join(site, pathOf(address, 'en'), 'index.html'), 'utf8')

  test('begins with what differs, one kind after the other, then the days that are set', () => {
    const html = page({ sheet: 'governance' })
    const order = [
      ...['Declared met, measured otherwise', 'Declaration expired', 'Falling since the last', 'Never looked at'],
      ...['id="deadlines"', 'id="goals-finding"', 'id="history"', 'id="activities"', 'CC BY 4.0'],
    ].map((text) => html.indexOf(text))
    expect(order).not.toContain(-1)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })

  test('draws the five goals from the numbers of the table beside them', () => {
    const html = page({ sheet: 'governance' })
    const [plate = ''] = /<figure[\s\S]*?<\/figure>/u.exec(html) ?? []
    const [drawing = '', table = ''] = plate.split('<table')
    const drawn = [...drawing.matchAll(/<text[^>]*>(\d+)</gu)].map(([, count]) => Number(count))
    const rows = [...table.matchAll(/<tr><th scope="row">(?!All five)[^<]*<\/th>(.*?)<\/tr>/gu)].map(([, cells = '']) =>
      [...cells.matchAll(/>(\d+)</gu)].map(([, count]) => Number(count)),
    )
    expect(rows).toHaveLength(5)
    // Met, partly, unmet, unknown; what does not apply is in the table alone, and nought is not drawn.
    expect(drawn).toEqual(
      rows.flatMap(([met, partly, unmet, , unknown]) => [met, partly, unmet, unknown]).filter(Boolean),
    )
    expect(rows.flat().reduce((sum, count) => sum + count, 0)).toBe(109)
  })

  test('leads from every point that is not declared to the rows behind it, and to other frameworks', () => {
    for (const activity of method.activities) {
      const html = page({ sheet: 'activity', slug: activity.id.toLowerCase() })
      for (const { evidence } of activity.points) {
        for (const id of evidence) {
          expect(html).toContain(`/${pathOf({ sheet: 'evidence', slug: id.replaceAll('.', '-') }, 'en')}`)
        }
      }
    }
    const html = page({ sheet: 'evidence', slug: 'rev-rate' })
    expect(html).toContain('OSPS-QA-07.01')
    expect(html).toContain('ggi/reviewed-merges')
    expect(html).toMatch(/<a class="name" href="\/en\/components\/[^"]+">vaubrelle\//u)
    expect(page({ sheet: 'all-evidence' })).toContain('Standard for Public Code 0.8')
  })

  test('has no link that leads nowhere', () => {
    const root = join(site, pathOf({ sheet: 'governance' }, 'fr'))
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'))
    expect(files.length).toBeGreaterThan(60)
    const broken = files.flatMap((file) => {
      const links = readFileSync(join(root, file), 'utf8').matchAll(/href="(\/[^"#?]*)/gu)
      const place = (path: string) => (path.endsWith('/') ? `${path}index.html` : path)
      return [...links].flatMap(([, path = '']) =>
        existsSync(join(site, place(path))) ? [] : [`${dirname(file)} ${path}`],
      )
    })
    expect([...new Set(broken)]).toEqual([])
  })

  test('breaks no rule that axe can check, light or dark, small or large', async ({ skip }) => {
    if (browser === undefined) return skip()
    const context = await browser.newContext({ reducedMotion: 'reduce' })
    const tab = await context.newPage()
    const axe = readFileSync(AXE_FILE, 'utf8')
    const found: string[] = []
    const sheets: readonly Address[] = [
      { sheet: 'governance' },
      { sheet: 'activity', slug: 'ggi-a-21' },
      { sheet: 'all-evidence' },
      { sheet: 'evidence', slug: 'lic-file' },
    ]
    for (const path of sheets.map((address) => pathOf(address, 'fr'))) {
      await tab.goto(`${served.url}${path}`)
      await tab.evaluate(axe)
      for (const colorScheme of ['light', 'dark'] as const) {
        await tab.emulateMedia({ colorScheme })
        for (const width of [1440, 390]) {
          await tab.setViewportSize({ width, height: 900 })
          const violations = await tab.evaluate<string[]>(`axe.run(document, { resultTypes: ['violations'] })
            .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ target, failureSummary }) => target + ' ' + failureSummary).join(' | ')))`)
          found.push(...violations.map((violation) => `${path} ${colorScheme} ${width} ${violation}`))
        }
      }
      await tab.setViewportSize({ width: 320, height: 800 })
      const wide = await tab.evaluate<number>('document.documentElement.scrollWidth')
      if (wide > 320) found.push(`${path} is ${wide} wide at 320`)
    }
    await context.close()
    expect(found).toEqual([])
  }, 120_000)
})
