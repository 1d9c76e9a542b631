import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ServedSite, serveSite } from '#site/preview.ts'
import { type Address, pathOf } from '#site/src/routes.ts'
import { AXE_FILE, startBrowser } from './browser.ts'
import { buildFixture, RULES, scratch } from './site-fixture.ts'

const LONG = 'module-registre-inscriptionsauxactivitesperiscolairesetextrascolaires-rappels'
/** The slug of the pack of the sample. */
const PACK = `rendez-vous${'treslong'.repeat(12)}`
/** Pages of odd data; those of ordinary data are checked on the demo. */
const TEMPLATES: readonly Address[] = [
  { sheet: 'catalogue' },
  { sheet: 'catalogue-page', page: 2 },
  { sheet: 'facet', facet: 'kind', value: 'module', page: 1 },
  { sheet: 'browse' },
  { sheet: 'compare' },
  { sheet: 'adopters' },
  { sheet: 'adopters-browse' },
  { sheet: 'adopters-facet', facet: 'country', value: 'fr', page: 1 },
  { sheet: 'collection', slug: 'debut' },
  { sheet: 'component', slug: LONG },
  { sheet: 'component', slug: 'outil-muet' },
  { sheet: 'pack', slug: PACK },
  { sheet: 'figure', figure: 'author-groups' },
  { sheet: 'figure', figure: 'first-response' },
  { sheet: 'figure', figure: 'portfolio-state' },
  { sheet: 'figure', figure: 'absence-factor' },
  { sheet: 'rule', code: RULES[0]?.code ?? '' },
]

const { folder, remove } = scratch()
let site: ServedSite
let browser: Browser | undefined
let reason = ''

beforeAll(async () => {
  const started = await startBrowser()
  if ('reason' in started) {
    reason = started.reason
    console.warn(`SKIPPED, tests of pages in a browser: ${reason}`)
    return
  }
  browser = started.browser
  site = await serveSite({
    directory: await buildFixture(folder, { name: 'site', base: 'open' }),
    base: 'open',
    port: 0,
  })
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
  remove()
})

beforeEach(({ skip }) => {
  if (browser === undefined) skip(reason)
})

interface Visit {
  readonly context: BrowserContext
  readonly page: Page
  /** What went wrong while it was open: errors of scripts and of the content policy, requests to elsewhere. */
  readonly trouble: string[]
}

async function visit(options: Parameters<Browser['newContext']>[0] = {}): Promise<Visit> {
  if (browser === undefined) throw new Error(reason)
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const trouble: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text())
  })
  page.on('pageerror', (error) => trouble.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url) && !/^(?:blob|data):/u.test(request.url())) trouble.push(request.url())
  })
  return { context, page, trouble }
}

const at = (path: string) => `${site.url}${path}`

/** Runs in the page, where axe is and nothing of ours: some rules, or all for none named. */
function check(rules: readonly string[]): string {
  const only = rules.length === 0 ? '' : `runOnly: ${JSON.stringify(rules)},`
  return `axe.run(document, { ${only} resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map((node) => node.target + ' ' + node.failureSummary).join(' | ')))`
}

/** Scrolls through, so that every figure is drawn. */
async function drawAll(page: Page): Promise<void> {
  const boxes = page.locator('[data-chart]')
  for (let index = 0; index < (await boxes.count()); index += 1) {
    await boxes.nth(index).scrollIntoViewIfNeeded()
    await boxes.nth(index).locator('canvas').first().waitFor()
  }
}

/** The list is what was asked for. */
async function listed(page: Page): Promise<void> {
  await page.locator('.answers[aria-busy="false"]').waitFor()
}

// The demo shows every template in both languages and themes: what data may do is seen once in each of them.
test.each([
  { language: 'fr', colorScheme: 'light', rules: [] },
  { language: 'en', colorScheme: 'dark', rules: ['color-contrast'] },
] as const)(
  'odd data breaks no rule that axe can check, small or large, and no page scrolls sideways at 320: $language, $colorScheme',
  async ({ language, colorScheme, rules }) => {
    const axe = readFileSync(AXE_FILE, 'utf8')
    // Colours fade when the theme changes: axe would measure them on the way.
    const { context, page, trouble } = await visit({ reducedMotion: 'reduce', colorScheme })
    const found: string[] = []
    for (const path of TEMPLATES.map((address) => pathOf(address, language))) {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto(at(path))
      await drawAll(page)
      await page.evaluate(axe)
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 })
        const violations = await page.evaluate<string[]>(check(rules))
        found.push(...violations.map((violation) => `${path} ${width} ${violation}`))
      }
      await page.setViewportSize({ width: 320, height: 800 })
      const width = await page.evaluate<number>('document.documentElement.scrollWidth')
      if (width > 320) found.push(`${path} is ${width} wide at 320`)
    }
    await context.close()
    expect(found).toEqual([])
    expect(trouble).toEqual([])
    // Each is checked twice: a busy machine takes its time.
  },
  240_000,
)

describe('figures', () => {
  test('are drawn when they come into view, hidden from screen readers, and again in other colours', async () => {
    const { context, page, trouble } = await visit({ colorScheme: 'light' })
    const fetched: string[] = []
    page.on('request', (request) => fetched.push(request.url()))
    await page.goto(at(pathOf({ sheet: 'figures' }, 'fr')))
    await drawAll(page)
    expect(await page.locator('[data-chart] > [aria-hidden="true"] > canvas').count()).toBe(1)
    const picture = () => page.evaluate<string>("document.querySelector('canvas').toDataURL()")
    const light = await picture()
    await page.getByRole('button', { name: 'Affichage' }).click()
    await page.getByLabel('Sombres').check()
    // The page is dark first, its drawings after that.
    await expect.poll(picture).not.toBe(light)
    const dark = await picture()
    expect(dark.length).toBeGreaterThan(5000)
    await page.reload()
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark')
    expect(trouble).toEqual([])
    await context.close()
  })

  test('are saved as a picture, twice as large as they are drawn', async () => {
    const { context, page, trouble } = await visit({ acceptDownloads: true })
    await page.goto(at(pathOf({ sheet: 'figure', figure: 'author-groups' }, 'fr')))
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'PNG' }).click()
    const picture = readFileSync(await (await saved).path())
    expect(picture.subarray(1, 4).toString('latin1')).toBe('PNG')
    const drawing = await page.request.get(at('data/author-groups.fr.svg'))
    const [, width = ''] = / width="(\d+)"/u.exec(await drawing.text()) ?? []
    expect(picture.readUInt32BE(16)).toBe(2 * Number(width))
    expect(trouble).toEqual([])
    await context.close()
  })

  test('cost nothing on a page that has none', async () => {
    const { context, page } = await visit()
    const fetched: string[] = []
    page.on('request', (request) => fetched.push(request.url()))
    await page.goto(at(pathOf({ sheet: 'legal' }, 'fr')), { waitUntil: 'networkidle' })
    expect(fetched.filter((url) => /drawing|figures|catalogue/u.test(url))).toEqual([])
    expect(fetched.length).toBeLessThanOrEqual(12)
    await context.close()
  })
})

describe('the catalogue', () => {
  const list = pathOf({ sheet: 'catalogue' }, 'fr')

  test('keeps its filters in the address, counts what they leave, and gives them back', async () => {
    const { context, page, trouble } = await visit()
    await page.goto(at(`${list}?kind=module&sort=release`))
    const rows = page.locator('[data-rows] tr')
    const heading = page.locator('[data-count]')
    await listed(page)
    const before = await rows.count()
    expect(await heading.textContent()).toMatch(new RegExp(`^${before} composants sur \\d+`, 'u'))
    expect(await heading.getAttribute('aria-live')).toBe('polite')
    expect(await page.locator('[data-cell="kind"]:visible').allTextContents()).toEqual(Array(before).fill('Module'))

    await page.getByRole('checkbox', { name: /^Actif/u }).check()
    expect(new URL(page.url()).search).toBe('?state=active&kind=module&sort=release')
    await listed(page)
    expect(await rows.count()).toBeLessThan(before)

    await page.goBack()
    await expect.poll(() => rows.count()).toBe(before)
    await page.getByRole('button', { name: 'Tout effacer' }).click()
    expect(new URL(page.url()).search).toBe('?sort=release')
    expect(await page.locator('.chips button').count()).toBe(0)
    expect(trouble).toEqual([])
    await context.close()
  })

  test('is the same machine for the adopters, which are named as the page names them', async () => {
    const { context, page, trouble } = await visit()
    await page.goto(at(`${pathOf({ sheet: 'adopters' }, 'fr')}?state=in-service`))
    await listed(page)
    const rows = page.locator('[data-rows] tr')
    expect(await page.locator('[data-count]').textContent()).toBe('4 déclarations sur 5')
    expect(await rows.count()).toBe(3)
    await page.getByRole('checkbox', { name: /^Hongrie/u }).check()
    expect(new URL(page.url()).search).toBe('?state=in-service&country=HU')
    await listed(page)
    expect(await rows.allInnerTexts()).toEqual([expect.stringMatching(/^2\sorganisations\s+ville, Hongrie/u)])
    expect(trouble).toEqual([])
    await context.close()
  })

  test('sets components side by side, with the choice in the address', async () => {
    const { context, page, trouble } = await visit()
    await page.goto(at(list))
    const [first = '', second = ''] = await page.locator('[data-rows] th a').allTextContents()
    await page.goto(at(pathOf({ sheet: 'compare' }, 'fr')))
    await page.getByText('Choisissez un premier composant.').waitFor()
    for (const name of [first, second]) {
      await page.getByLabel('Ajouter un composant').fill(name)
      await page.getByRole('button', { name: 'Ajouter' }).click()
    }
    expect(new URL(page.url()).searchParams.getAll('c')).toHaveLength(2)
    const heads = page.locator('[data-sheet] thead th a')
    expect(await heads.allTextContents()).toEqual([first, second])
    await page.goBack()
    await expect.poll(() => heads.allTextContents()).toEqual([first])
    await page.getByRole('button', { name: `Retirer ${first}` }).click()
    expect(new URL(page.url()).search).toBe('')
    expect(trouble).toEqual([])
    await context.close()
  })

  test('says when nothing answers', async () => {
    const { context, page } = await visit()
    await page.goto(at(`${list}?q=introuvable`))
    await page.locator('[data-empty]').waitFor()
    await context.close()
  })

  test('saves the selection as it stands', async () => {
    const { context, page } = await visit()
    await page.goto(at(`${list}?kind=module`))
    await listed(page)
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-export="csv"]').click()])
    const lines = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n')
    expect(lines).toHaveLength((await page.locator('[data-rows] tr').count()) + 1)
    await context.close()
  })
})

describe('the search', () => {
  const here = pathOf({ sheet: 'search' }, 'fr')
  const titles = (page: Page) => page.locator('[data-results] .name:visible').allTextContents()

  test('is reached from the home page, fetches its index only then, and finds what is called otherwise', async () => {
    const { context, page, trouble } = await visit()
    const fetched: string[] = []
    page.on('request', (request) => fetched.push(request.url()))
    await page.goto(at('fr/'), { waitUntil: 'networkidle' })
    expect(fetched.filter((url) => url.includes('search'))).toEqual([])
    await page.getByRole('searchbox').fill('rdv')
    await page.keyboard.press('Enter')
    await page.waitForURL(/recherche\/\?q=rdv/u)
    await expect.poll(() => page.getByRole('status').textContent()).toMatch(/^\d+\srésultats?\spour\s«\srdv\s»$/u)
    expect((await titles(page))[0]).toBe('Prendre un rendez-vous')
    expect(trouble).toEqual([])
    await context.close()
  })

  test('answers while one types, keeps the words in the address, and gives them back', async () => {
    const { context, page, trouble } = await visit()
    await page.goto(at(here))
    await page.keyboard.press('Tab')
    await page.getByRole('searchbox').focus()
    await page.keyboard.type('module')
    await expect.poll(() => new URL(page.url()).search).toBe('?q=module')
    await expect.poll(() => titles(page).then(({ length }) => length)).toBeGreaterThan(3)
    const shown = page.locator('[data-group="component"] li')
    expect(await shown.count()).toBe(5)
    expect(new Set(await shown.locator('mark').allTextContents())).toEqual(new Set(['module']))
    await page.locator('[data-group="component"] [data-more]').click()
    await page.waitForURL(/in=component/u)
    await expect.poll(() => shown.count()).toBeGreaterThan(5)
    await page.goBack()
    await expect.poll(() => shown.count()).toBe(5)
    expect(trouble).toEqual([])
    await context.close()
  })

  test('that finds nothing says so and proposes the nearest word; markup that is asked for stays text', async () => {
    const { context, page, trouble } = await visit()
    await page.goto(at(`${here}?q=halltteee`))
    await page.locator('[data-near] a').waitFor()
    expect(await page.locator('[data-help]').isVisible()).toBe(true)
    await page.locator('[data-near] a').click()
    await expect.poll(() => titles(page).then(({ length }) => length)).toBeGreaterThan(0)
    await page.goto(at(`${here}?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`))
    await expect.poll(() => page.getByRole('status').textContent()).toContain('<img src=x')
    expect(trouble).toEqual([])
    await context.close()
  })

  test('says so when its index cannot be had', async () => {
    const { context, page } = await visit()
    await page.route('**/search.json', (route) => route.abort())
    await page.goto(at(`${here}?q=module`))
    await expect.poll(() => page.getByRole('status').textContent()).toContain('pas pu être chargé')
    await context.close()
  })

  test('is on the page of what is not found', async () => {
    const { context, page } = await visit()
    await page.goto(at('fr/nulle-part/'))
    await page.getByRole('searchbox').first().fill('verger')
    await page.keyboard.press('Enter')
    await page.waitForURL(/recherche\/\?q=verger/u)
    await context.close()
  })
})

describe('with scripts off', () => {
  test('the list, its pages and its files are there; what needs a script is not', async () => {
    const { context, page } = await visit({ javaScriptEnabled: false })
    await page.goto(at(pathOf({ sheet: 'catalogue' }, 'fr')))
    expect(await page.locator('[data-rows] tr').count()).toBe(24)
    expect(await page.locator('[data-facets]').isVisible()).toBe(false)
    expect(await page.getByText('Les filtres demandent un script').isVisible()).toBe(true)
    await page.getByRole('link', { name: 'Suivante' }).click()
    expect(page.url()).toBe(at('fr/composants/page/2/'))
    await context.close()
  })

  test('a list by one value is a file, too, with a line for each', async () => {
    const { context, page } = await visit({ javaScriptEnabled: false })
    await page.goto(at(pathOf({ sheet: 'facet', facet: 'kind', value: 'plugin', page: 1 }, 'fr')))
    const listed = await page.locator('.found-list > li').count()
    const link = await page.getByRole('link', { name: 'La liste entière (CSV)' }).getAttribute('href')
    const file = await page.request.get(new URL(link ?? '', page.url()).href)
    expect((await file.text()).trim().split('\r\n')).toHaveLength(listed + 1)
    expect(listed).toBeGreaterThan(1)
    await context.close()
  })

  test('no search field is offered, and the page of the search says what to do instead', async () => {
    const { context, page } = await visit({ javaScriptEnabled: false })
    await page.goto(at('fr/'))
    expect(await page.locator('input[type="search"]').isVisible()).toBe(false)
    await page.goto(at(pathOf({ sheet: 'search' }, 'fr')))
    expect(await page.getByText('La recherche demande un script').isVisible()).toBe(true)
    await page.locator('[data-help]').getByRole('link', { name: 'Le plan du site' }).click()
    expect(page.url()).toBe(at('fr/plan-du-site/'))
    await context.close()
  })

  test('figures show their table, open, the drawing of the build, and no empty frame', async () => {
    const { context, page } = await visit({ javaScriptEnabled: false })
    await page.goto(at(pathOf({ sheet: 'figures' }, 'fr')))
    expect(await page.locator('table[data-figure="change-requests"]').isVisible()).toBe(true)
    expect(await page.locator('svg.drawn[role="img"]').first().isVisible()).toBe(true)
    expect(await page.locator('[data-chart]').first().isVisible()).toBe(false)
    await context.close()
  })

  test('the menu of a small screen opens', async () => {
    const { context, page } = await visit({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } })
    await page.goto(at('fr/'))
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('link', { name: 'Composants', exact: true }).click()
    expect(page.url()).toBe(at('fr/composants/'))
    await context.close()
  })
})

describe('by keyboard alone', () => {
  /** Goes on with Tab to the next element of a kind, as a reader would; fails where there is none ahead. */
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let step = 0; step < 150; step += 1) {
      await page.keyboard.press('Tab')
      if (await isOn(page, selector)) return
    }
    throw new Error(`Tab leads to no ${selector}`)
  }
  const isOn = (page: Page, selector: string) =>
    page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)

  test('the list is filtered, sorted, turned and saved, and focus is never lost on the way', async () => {
    const { context, page, trouble } = await visit({ viewport: { width: 1440, height: 900 } })
    await page.goto(at(pathOf({ sheet: 'catalogue' }, 'fr')))
    await tabTo(page, 'input[name="kind"][value="module"]')
    await page.keyboard.press('Space')
    await page.waitForURL(/kind=module/u)
    expect(await isOn(page, 'input[name="kind"][value="module"]:checked')).toBe(true)

    await tabTo(page, '.chips button[data-group="kind"]')
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).search).toBe('')
    // The chip is gone: what was found is told from where the list begins.
    expect(await isOn(page, 'h2')).toBe(true)

    await tabTo(page, '[data-sort] button[value="release"]')
    await page.keyboard.press('Enter')
    await page.waitForURL(/sort=release/u)
    expect(await isOn(page, '[data-sort] button[value="release"][aria-pressed="true"]')).toBe(true)

    await tabTo(page, '[data-pager] a[data-page="2"]')
    await page.keyboard.press('Enter')
    await page.waitForURL(/page=2/u)
    expect(await isOn(page, 'h2')).toBe(true)

    await tabTo(page, '[data-export="csv"]')
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(file.suggestedFilename()).toMatch(/\.csv$/u)
    expect(trouble).toEqual([])
    await context.close()
  })

  test('a figure is gone through row by row, told as its table says it, and left by Tab', async () => {
    const { context, page, trouble } = await visit({ viewport: { width: 1440, height: 900 } })
    await page.goto(at(pathOf({ sheet: 'figure', figure: 'author-groups' }, 'fr')))
    await drawAll(page)
    const heads = await page.locator('table[data-figure="author-groups"] tbody th').allTextContents()
    const said = () => page.locator('.chart-said').first().textContent()
    await tabTo(page, '[role="application"]')
    await page.keyboard.press('ArrowRight')
    const first = (await said()) ?? ''
    expect(heads.some((head) => first.startsWith(head.trim()))).toBe(true)
    expect(first).toMatch(/\d/u)
    await page.keyboard.press('ArrowRight')
    expect(await said()).not.toBe(first)
    await page.keyboard.press('Home')
    expect(await said()).toBe(first)
    await page.keyboard.press('Escape')
    expect(await said()).toBe('')
    await page.keyboard.press('Tab')
    expect(await isOn(page, '[role="application"]')).toBe(false)
    expect(trouble).toEqual([])
    await context.close()
  })
})
