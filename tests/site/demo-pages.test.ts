import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { HtmlValidate } from 'html-validate'
import type { Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AUDIENCES, type Audience, LANGUAGES } from '#data/model/vocabulary.ts'
import { type ServedSite, serveSite } from '#site/preview.ts'
import { classOf, PAGE_BUDGETS } from '#site/src/page-budgets.ts'
import { type Address, addressOf, pathOf } from '#site/src/routes.ts'
import { runParvis } from '../cli/run-parvis.ts'
import { AXE_FILE, startBrowser } from './browser.ts'
import { filesOf, pagesOf } from './built-files.ts'
import { walk } from './keyboard.ts'
import { overBudget, sent } from './page-budgets.ts'
import { shifted, shiftedByLate } from './shifts.ts'
import { scratch } from './site-fixture.ts'
import { foreignTexts } from './tongue.ts'
import { missedByFinger } from './touched.ts'
import { visitAll } from './visits.ts'
import { lostWhenZoomed } from './zoomed.ts'

/** The demo has something to show on every page there is: what a newcomer looks at first, and each template of ours. */

const CONFIG = fileURLToPath(new URL('../../data/demo/parvis.yaml', import.meta.url))
const WIDTHS = [320, 768, 1280]
const LATE_WIDTHS = [390, 820, 1280]
/** Pages that a script completes, with what their address may ask; and pages of text, which the face alone could move. */
const LATE_PAGES: readonly (readonly [Address, string?])[] = [
  [{ sheet: 'home' }],
  [{ sheet: 'news' }],
  [{ sheet: 'figures' }],
  [{ sheet: 'catalogue' }],
  [{ sheet: 'catalogue' }, '?kind=module'],
  [{ sheet: 'catalogue-page', page: 2 }],
  [{ sheet: 'adopters' }],
  [{ sheet: 'adopters' }, '?q=ville'],
  [{ sheet: 'search' }, '?q=module'],
  [{ sheet: 'compare' }],
]
/** What a change of theme may break: it changes colours and nothing else. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

/** Spaces that WCAG 1.4.12 allows a reader to set. */
const SPACED =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}'

/** In the page: what reaches beyond the screen, except where people can scroll to it. */
const WIDE = `document.documentElement.scrollWidth <= innerWidth ? [] : [document.documentElement.scrollWidth + ' wide, '
  + [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('.scroll'))
    .slice(-3).map((element) => element.tagName + '.' + element.className + ' ' + element.textContent.slice(0, 40)).join(' | ')]`

/** In the page: controls of their own that a finger would miss. Links within a sentence may be as high as its line. */
const SMALL_TARGETS = `[...document.querySelectorAll('button, summary, select, input:not([type="radio"], [type="checkbox"], [type="hidden"]), .masthead a, .sub-chapters a, .folio a, .pager nav a, .button')]
  .map((element) => ({ element, box: element.getBoundingClientRect() }))
  .filter(({ box }) => box.width > 0 && Math.round(Math.min(box.width, box.height)) < 24)
  .map(({ element, box }) => 'small target ' + element.tagName + '.' + element.className + ' ' + element.textContent.trim().slice(0, 30) + ' ' + Math.round(box.width) + ' by ' + Math.round(box.height))`

const { folder, remove } = scratch()
const served = new Map<string, ServedSite>()
// One for each core: the first unpacks what both run.
const started = [await startBrowser(), await startBrowser()]
const browsers = started.flatMap((one) => ('browser' in one ? [one.browser] : []))
for (const one of started) if ('reason' in one) console.warn(`SKIPPED, the demo in a browser: ${one.reason}`)

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
  for (const browser of browsers) await browser.close()
  for (const site of served.values()) await site.close()
  remove()
})

test.skipIf(browsers.length === 0)(
  'no template breaks a rule that axe can check in any language, theme or width, scrolls sideways, shifts, or costs too much',
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
    expect(await visitAll(browsers, pages, check)).toEqual([])
  },
  900_000,
)

test.skipIf(browsers.length === 0)(
  'nothing moves when face, scripts and the files of lists come after the first paint, on a phone, a tablet or a desk',
  async () => {
    const addresses = LATE_PAGES.map(
      ([address, asked = '']) => `${served.get('public')?.url}${pathOf(address, 'fr')}${asked}`,
    )
    for (const width of LATE_WIDTHS) {
      const look = async (page: Page, address: string) => {
        await page.setViewportSize({ width, height: 844 })
        return shiftedByLate(page, address)
      }
      expect(await visitAll(browsers, addresses, look), `${width} wide`).toEqual([])
    }
  },
  120_000,
)

/** A name that somebody chose, and titles of issues, which nobody says the language of. */
const IN_NO_LANGUAGE = ['Le cercle des relectrices de Sablonne', 'Documentation: which version of the core is needed?']

test('every text of a page is in its language, or says which one it is in', () => {
  for (const audience of AUDIENCES) {
    const found = [...pagesOf(siteOf(audience))].flatMap(([path, html]) =>
      foreignTexts(html)
        .filter((text) => !IN_NO_LANGUAGE.includes(text))
        .map((text) => `${path}: ${text}`),
    )
    expect(found).toEqual([])
  }
})

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

test.skipIf(browsers.length === 0)(
  'the Tab key reaches every control of every template, in the order of reading, in sight, with a ring, and leaves again',
  async () => {
    const look = async (page: Page, address: string) => {
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.goto(address)
      // A drawing is a control once it is there.
      for (const box of await page.locator('[data-chart]:visible').all()) {
        await box.scrollIntoViewIfNeeded()
        await box.locator('canvas').first().waitFor()
      }
      await page.evaluate('scrollTo(0, 0)')
      return walk(page)
    }
    const french = (templates: ReadonlyMap<string, string>) =>
      new Map([...templates].filter(([kind]) => kind.startsWith('fr ')))
    const open = french(templatesOf(siteOf('public')))
    const inside = new Map([...french(templatesOf(siteOf('internal')))].filter(([kind]) => !open.has(kind)))
    const pages = [...pagesIn('public', open), ...pagesIn('internal', inside)]
    expect(await visitAll(browsers, pages, look)).toEqual([])
  },
  600_000,
)

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
      // What is set into pages of others is no page of the register.
      const kinds = new Set(
        [...templatesOf(siteOf(audience)).keys()].filter(
          (kind) => kind.startsWith(`${language} `) && !kind.endsWith(' embed'),
        ),
      )
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

async function check(page: Page, address: string): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1280, height: 900 })
  const asked: string[] = []
  const note = (request: Request) => asked.push(request.url())
  page.on('request', note)
  await page.goto(address)
  page.off('request', note)
  const found = [...firstView(address, asked), ...(await shifted(page))]
  await page.evaluate(readFileSync(AXE_FILE, 'utf8'))
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const violations = await page.evaluate<string[]>(violationsOf(colorScheme === 'dark' ? OF_COLOURS : []))
      found.push(...violations.map((violation) => `${colorScheme} ${width} ${violation}`))
    }
    const told = [...(await page.evaluate<string[]>(WIDE)), ...(await page.evaluate<string[]>(SMALL_TARGETS))]
    found.push(...told.map((line) => `at ${width}: ${line}`))
  }
  // Templates are the same in both languages, and French words the longer ones.
  const enlarged = /\/fr\//u.test(address) ? [...(await missedByFinger(page)), ...(await lostWhenZoomed(page))] : []
  return [...found, ...(await reflowed(page)), ...enlarged]
}

/** What came before anybody touched anything: from this site alone, and within the budget of its class. */
function firstView(address: string, asked: readonly string[]): readonly string[] {
  const { origin, pathname } = new URL(address)
  const sheet = addressOf(pathname.slice(1))?.address.sheet
  const limit = PAGE_BUDGETS[sheet === undefined ? 'content' : classOf(sheet)]
  const files = [...new Set(asked)].filter((url) => /^https?:/u.test(url))
  const site = siteOf(origin === new URL(served.get('public')?.url ?? '').origin ? 'public' : 'internal')
  const fileOf = (url: string) => join(site, decodeURI(new URL(url).pathname).replace(/\/$/u, '/index.html'))
  const own = files.filter((url) => url.startsWith(`${origin}/`))
  const bytes = own.reduce((sum, url) => sum + sent(fileOf(url)), 0)
  return [
    ...files.filter((url) => !own.includes(url)).map((url) => `asks ${url}`),
    ...(files.length > limit.requests ? [`asks for ${files.length} files`] : []),
    ...(bytes > limit.firstView ? [`takes ${bytes} bytes at first`] : []),
    ...(own.length === 0 ? ['was not watched'] : []),
  ]
}

/** With wider spaces at 320 pixels, which are 1,280 on a page that is read at four times its size. */
async function reflowed(page: Page): Promise<readonly string[]> {
  const styled = (css: string) =>
    page.evaluate(`(document.adoptedStyleSheets = [new CSSStyleSheet()])[0].replaceSync(${JSON.stringify(css)})`)
  await page.setViewportSize({ width: 320, height: 900 })
  await styled(SPACED)
  const told = await page.evaluate<string[]>(WIDE)
  await styled('')
  return told.map((line) => `with wider spaces: ${line}`)
}

/** Runs in the page, where axe is and nothing of ours: some rules, or all for none named. */
function violationsOf(rules: readonly string[]): string {
  const only = rules.length === 0 ? '' : `runOnly: ${JSON.stringify(rules)},`
  return `axe.run(document, { ${only} resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map((node) => node.target + ' ' + node.failureSummary).join(' | ')))`
}
