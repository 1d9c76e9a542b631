import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AUDIENCES, type Audience, LANGUAGES } from '#data/model/vocabulary.ts'
import { type ServedSite, serveSite } from '#site/preview.ts'
import { addressOf, pathOf } from '#site/src/routes.ts'
import { runParvis } from '../cli/run-parvis.ts'
import { AXE_FILE, startBrowser } from './browser.ts'
import { pagesOf } from './built-files.ts'
import { filesOf } from './built-files.ts'
import { overBudget, sent } from './page-budgets.ts'
import { scratch } from './site-fixture.ts'

/** The demo has something to show on every page there is: what a newcomer looks at first, and each template of ours. */

const CONFIG = fileURLToPath(new URL('../../data/demo/parvis.yaml', import.meta.url))
const WIDTHS = [320, 768, 1280]
/** What a change of theme may break: it changes colours and nothing else. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

const { folder, remove } = scratch()
const served = new Map<string, ServedSite>()
const started = await startBrowser()
const browser = 'browser' in started ? started.browser : undefined
if ('reason' in started) console.warn(`SKIPPED, the demo in a browser: ${started.reason}`)

beforeAll(async () => {
  const ran = await runParvis(['demo', '--no-serve', '--out', folder], { cwd: folder })
  expect(ran.err).toContain('3/3')
  const internal = ['site', 'build', '--profile', 'internal', '--config', CONFIG]
  const built = await runParvis([...internal, '--db', join(folder, 'parvis.sqlite'), '--out', siteOf('internal')], {
    cwd: folder,
  })
  expect(built.err).toBe('')
  for (const audience of AUDIENCES) served.set(audience, await serveSite({ directory: siteOf(audience), port: 0 }))
}, 300_000)

afterAll(async () => {
  await browser?.close()
  for (const site of served.values()) await site.close()
  remove()
})

test.skipIf(browser === undefined)(
  'no template breaks a rule that axe can check, in any language, theme or width, and none scrolls sideways',
  async () => {
    const open = templatesOf(siteOf('public'))
    // What the officer alone sees, and the sheets that say more inside than outside.
    const inside = new Map(
      [...templatesOf(siteOf('internal'))].filter(
        ([kind]) => !open.has(kind) || / (?:component|rule|guide|home)$/u.test(kind),
      ),
    )
    expect(open.size).toBeGreaterThan(40)
    const pages = [...pagesIn('public', open), ...pagesIn('internal', inside)]
    expect(await troubleOn(pages)).toEqual([])
  },
  900_000,
)

test('no two pages of a language bear the same number', () => {
  for (const audience of AUDIENCES) {
    const pages = readdirSync(siteOf(audience), { recursive: true, encoding: 'utf8' }).filter((path) =>
      /^(?:fr|en)\/.*\.html$/u.test(path),
    )
    const numbers = pages.flatMap((path) => {
      const [, number] =
        /class="folio".*?<p>(?:Feuille|Sheet) (\S+) /su.exec(readFileSync(join(siteOf(audience), path), 'utf8')) ?? []
      return number === undefined ? [] : [`${path.slice(0, 2)} ${number}`]
    })
    // Pages that only send elsewhere, and those to be set in another page, have none.
    expect(numbers.length).toBeGreaterThan(600)
    expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([])
  }
})

test('every page says that city and data are invented, and asks not to be found', () => {
  for (const audience of AUDIENCES) {
    for (const [file, html] of pagesOf(siteOf(audience))) {
      expect(html, file).toContain('<meta name="robots" content="noindex">')
      expect(html.replaceAll(/\s/gu, ' '), file).toMatch(
        /cette ville, ses composants et ses chiffres sont inventés|this city, its components and its figures are invented/iu,
      )
    }
  }
})

test('every template is valid HTML', async () => {
  const html = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'long-title': 'off' } })
  const found: string[] = []
  for (const audience of AUDIENCES) {
    for (const path of templatesOf(siteOf(audience)).values()) {
      const file = join(siteOf(audience), path.endsWith('.html') ? path : `${path}index.html`)
      const { results } = await html.validateString(readFileSync(file, 'utf8'))
      const messages = results.flatMap((result) => result.messages)
      found.push(...messages.map(({ ruleId, message, line }) => `${audience} ${path}:${line} ${ruleId} ${message}`))
    }
  }
  expect(found).toEqual([])
})

test.each(AUDIENCES)('no %s page costs more than its class may, nor does what all pages share', (audience) => {
  const site = siteOf(audience)
  expect(overBudget(site)).toEqual([])
  const assets = filesOf(join(site, 'assets')).map((file) => join(site, 'assets', file))
  const weight = (pattern: RegExp) =>
    assets.filter((file) => pattern.test(file)).reduce((sum, file) => sum + sent(file), 0)
  expect(assets.filter((file) => /\.(?:css|woff2)$/u.test(file))).toHaveLength(2)
  expect(weight(/\.css$/u)).toBeLessThan(20_000)
  expect(weight(/\.woff2$/u)).toBeLessThan(40_000)
  expect(weight(/\/(?:page|theme)\.[^/]*\.js$/u)).toBeLessThan(3000)
  expect(weight(/\/catalogue\.[^/]*\.js$/u)).toBeLessThan(12_000)
  expect(weight(/\/(?:drawing|figures)\.[^/]*\.js$/u)).toBeLessThan(62_000)
  for (const language of LANGUAGES) {
    const index = sent(join(site, 'data', language, 'search.json'))
    expect(index + weight(/\/search[^/]*\.js$/u)).toBeLessThan(150_000)
  }
})

test.each(AUDIENCES)(
  'the %s page on eco-design tells of every kind of page what it costs, and of none too little',
  (audience) => {
    for (const language of LANGUAGES) {
      const html = readFileSync(join(siteOf(audience), pathOf({ sheet: 'eco-design' }, language), 'index.html'), 'utf8')
      expect(html).not.toContain('%cost')
      const rows = [...html.matchAll(/<tr> <th scope="row">[\s\S]*?<\/tr>/gu)].map(([row]) => row)
      const kinds = new Set([...templatesOf(siteOf(audience)).keys()].filter((kind) => kind.startsWith(`${language} `)))
      // Each of the two tables begins with its ceilings.
      expect(rows).toHaveLength(kinds.size + 2)
      for (const row of rows) expect(row.match(/<td class="number"[^>]*>[^<]+<\/td>/gu), row).toHaveLength(5)
    }
  },
)

test('the year in figures is told to everybody without the words of the office, and the board and its reports to nobody', () => {
  const inside =
    /\b(?:cibles?|retard|surveiller|décisions?|plans? B|dérogations?|prévisions?|targets?|behind|late|decisions?|waivers?|forecasts?)\b/iu
  for (const path of ['fr/impact', 'en/impact']) {
    const html = readFileSync(join(siteOf('public'), path, 'index.html'), 'utf8')
    const text = html.slice(html.indexOf('<main')).replaceAll(/<[^>]+>/gu, ' ')
    expect(text).toContain('2026')
    expect(inside.exec(text)?.[0]).toBeUndefined()
  }
  const files = readdirSync(siteOf('public'), { recursive: true, encoding: 'utf8' })
  expect(files.filter((file) => /pilotage|steering-board|rapports|(?:^|\/)reports/u.test(file))).toEqual([])
  expect(readdirSync(siteOf('internal'), { recursive: true, encoding: 'utf8' })).toContain('fr/pilotage/index.html')
})

function siteOf(audience: string): string {
  return join(folder, audience === 'public' ? 'site' : 'internal-site')
}

/** Of each kind of sheet and language the heaviest page; pages that are no sheet are kinds of their own. */
function templatesOf(site: string): ReadonlyMap<string, string> {
  const kinds = new Map<string, { readonly path: string; readonly size: number }>()
  for (const file of readdirSync(site, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.html')) continue
    const path = file.replace(/index\.html$/u, '')
    const known = addressOf(path)
    const kind = known === undefined ? file : `${known.language} ${known.address.sheet}`
    const { size } = statSync(join(site, file))
    if (size > (kinds.get(kind)?.size ?? 0)) kinds.set(kind, { path, size })
  }
  return new Map([...kinds].map(([kind, { path }]) => [kind, path]))
}

function pagesIn(audience: Audience, templates: ReadonlyMap<string, string>): readonly string[] {
  return [...templates.values()].map((path) => `${served.get(audience)?.url}${path}`)
}

async function troubleOn(addresses: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  // Colours fade when the theme changes: axe would measure them on the way.
  const page = await browser?.newPage({ reducedMotion: 'reduce' })
  if (page === undefined) return ['no browser']
  page.on('pageerror', (error) => found.push(`${page.url()} ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`${page.url()} ${message.text()}`)
  })
  for (const address of addresses) found.push(...(await check(page, address)))
  return found
}

async function check(page: Page, address: string): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(address)
  await page.evaluate(readFileSync(AXE_FILE, 'utf8'))
  const found: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const violations = await page.evaluate<string[]>(violationsOf(colorScheme === 'dark' ? OF_COLOURS : []))
      found.push(...violations.map((violation) => `${address} ${colorScheme} ${width} ${violation}`))
    }
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
    if (wide > width) found.push(`${address} is ${wide} wide at ${width}`)
  }
  return found
}

/** Runs in the page, where axe is and nothing of ours: some rules, or all for none named. */
function violationsOf(rules: readonly string[]): string {
  const only = rules.length === 0 ? '' : `runOnly: ${JSON.stringify(rules)},`
  return `axe.run(document, { ${only} resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map((node) => node.target + ' ' + node.failureSummary).join(' | ')))`
}
