/**
 * How the pages of a site feel on a middling phone: each kind of page opened over a slow network by a slow processor,
 * and what people do there. Medians of several runs, each from an empty cache.
 *
 *     npm run bench -- pages [--site FOLDER] [--runs 3]
 *
 * Without a folder the demo is built first, both sites. Largest paint in milliseconds, share of the screen that moved,
 * the same again when face, scripts and files come after the first paint (the most of three widths), and from a touch to
 * the next paint; exits 1 when a target of `TARGETS` is missed. Milliseconds are of the clock: run it
 * on a machine that does nothing else.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { type Address, addressOf, pathOf } from '#site/src/routes.ts'
import { runParvis } from '../cli/run-parvis.ts'
import { startBrowser } from '../site/browser.ts'
import { shiftByLate } from '../site/shifts.ts'
import { serveCompressed } from './compressing-server.ts'

const TARGETS = { paint: 1500, shift: 0.02, answer: 100 } as const
/** What is known as slow 4G, and a processor four times as slow. */
const PHONE = { width: 390, height: 844 }
/** A phone, a tablet and a desk. */
const WIDTHS = [390, 820, 1280]
const NETWORK = { offline: false, latency: 400, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 }
const SLOWER = 4

const { values } = parseArgs({ options: { site: { type: 'string' }, runs: { type: 'string' } } })
const runs = Number(values.runs ?? 3)
const folder = mkdtempSync(join(tmpdir(), 'parvis-pages-'))

async function buildDemo(): Promise<string> {
  const { code, err } = await runParvis(['demo', '--no-serve', '--out', folder], { cwd: folder })
  if (code !== 0) throw new Error(err)
  return join(folder, 'site')
}

async function bench(site: string): Promise<void> {
  const started = await startBrowser()
  if ('reason' in started) throw new Error(started.reason)
  const served = await serveCompressed(site)
  let missed = 0
  try {
    console.log(`${'page'.padEnd(24)} ${'paint, ms'.padStart(10)} ${'shift'.padStart(8)} ${'late'.padStart(8)}`)
    for (const [sheet, path] of longestPages(site)) {
      const visits = await repeat(() => opened(started.browser, served.url + path))
      const [paint, shift] = [median(visits.map((one) => one.paint)), median(visits.map((one) => one.shift))]
      const late = await shiftedLate(started.browser, served.url + path)
      const isMissed = paint >= TARGETS.paint || shift >= TARGETS.shift || late >= TARGETS.shift
      if (isMissed) missed += 1
      console.log(
        `${sheet.padEnd(24)} ${paint.toFixed(0).padStart(10)} ${shift.toFixed(3).padStart(8)} ${late.toFixed(3).padStart(8)}${isMissed ? '  MISSED' : ''}`,
      )
    }
    console.log(`\n${'what people do'.padEnd(36)} ${'answer, ms'.padStart(10)}`)
    for (const { name, address, act } of DEEDS) {
      const answer = median(await repeat(() => answered(started.browser, served.url + pathOf(address, 'fr'), act)))
      if (answer >= TARGETS.answer) missed += 1
      console.log(`${name.padEnd(36)} ${answer.toFixed(0).padStart(10)}${answer >= TARGETS.answer ? '  MISSED' : ''}`)
    }
    console.log(`load ${loadavg()[0]?.toFixed(1)}; ${runs} runs; targets ${JSON.stringify(TARGETS)}`)
  } finally {
    await started.browser.close()
    await served.close()
  }
  process.exitCode = missed === 0 ? 0 : 1
}

/** Of each kind of page the longest French one. */
function longestPages(site: string): readonly (readonly [string, string])[] {
  const longest = new Map<string, { readonly path: string; readonly size: number }>()
  for (const file of readdirSync(site, { recursive: true, encoding: 'utf8' })) {
    if (!/^fr\b.*index\.html$/u.test(file)) continue
    const path = file.replace(/index\.html$/u, '')
    const sheet = addressOf(path)?.address.sheet
    const { size } = statSync(join(site, file))
    if (sheet !== undefined && size > (longest.get(sheet)?.size ?? 0)) longest.set(sheet, { path, size })
  }
  return [...longest].map(([sheet, { path }]) => [sheet, path])
}

/** Notes paints, shifts and answers from the first moment of a page. */
const WATCH = `(() => {
  window.seen = { paint: 0, shift: 0, answer: 0 }
  const watch = (type, note, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...more })
  watch('largest-contentful-paint', (entry) => { seen.paint = entry.startTime })
  watch('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value })
  watch('event', (entry) => { if (entry.interactionId) seen.answer = Math.max(seen.answer, entry.duration) }, { durationThreshold: 16 })
})()`

interface Seen {
  readonly paint: number
  readonly shift: number
  readonly answer: number
}

async function phone(browser: Browser): Promise<{ readonly page: Page; readonly tools: CDPSession }> {
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 2, isMobile: true, hasTouch: true })
  const page = await context.newPage()
  const tools = await context.newCDPSession(page)
  await tools.send('Network.enable')
  await tools.send('Network.setCacheDisabled', { cacheDisabled: true })
  await tools.send('Network.emulateNetworkConditions', NETWORK)
  await tools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.addInitScript(WATCH)
  return { page, tools }
}

/** A page from its address to its rest, then scrolled through, so that what comes late can shift what was there. */
async function opened(browser: Browser, address: string): Promise<Seen> {
  const { page } = await phone(browser)
  await page.goto(address, { waitUntil: 'networkidle' })
  const { paint } = await page.evaluate<Seen>('seen')
  for (let step = 0; step < 6; step += 1)
    await page.evaluate(`scrollBy(0, ${PHONE.height}), new Promise((done) => setTimeout(done, 150))`)
  await page.waitForLoadState('networkidle')
  const { shift, answer } = await page.evaluate<Seen>('seen')
  await page.context().close()
  return { paint, shift, answer }
}

/** Where all that may be late is: nothing is timed, so that once is enough. */
async function shiftedLate(browser: Browser, address: string): Promise<number> {
  const shifts: number[] = []
  for (const width of WIDTHS) {
    const page = await browser.newPage({ viewport: { width, height: PHONE.height } })
    shifts.push((await shiftByLate(page, address)).sum)
    await page.close()
  }
  return Math.max(...shifts)
}

interface Deed {
  readonly name: string
  readonly address: Address
  readonly act: (page: Page) => Promise<void>
}

const DEEDS: readonly Deed[] = [
  {
    name: 'opening the menu',
    address: { sheet: 'home' },
    act: (page) => page.locator('.menu-button').tap(),
  },
  {
    name: 'switching the theme, over a figure',
    address: { sheet: 'figure', figure: 'author-groups' },
    act: async (page) => {
      await page.locator('[data-chart] canvas').first().waitFor()
      await page.locator('.menu-button').tap()
      await page.locator('[popovertarget="display"]').tap()
      await page.locator('#display input[value="dark"]').tap()
    },
  },
  {
    name: 'choosing a facet',
    address: { sheet: 'catalogue' },
    act: async (page) => {
      await page.locator('details.fold > summary').first().tap()
      await page.locator('[data-facets] input[type="checkbox"]:not(:disabled)').first().tap()
      await page.locator('.answers[aria-busy="false"]').waitFor()
    },
  },
  {
    name: 'sorting the list, turning its page',
    address: { sheet: 'catalogue' },
    act: async (page) => {
      await page.locator('[data-sort] button').last().tap()
      await page.locator('.answers[aria-busy="false"]').waitFor()
      await page.locator('[data-pages] a').last().tap()
      await page.locator('.answers[aria-busy="false"]').waitFor()
    },
  },
  {
    name: 'typing in the filters',
    address: { sheet: 'catalogue' },
    act: async (page) => {
      await page.locator('[data-facets] input[type="search"]').tap()
      await page.keyboard.type('module', { delay: 60 })
      await page.locator('.answers[aria-busy="false"]').waitFor()
      await page.keyboard.type(' de', { delay: 60 })
    },
  },
  {
    name: 'typing in the search',
    address: { sheet: 'search' },
    act: async (page) => {
      await page.locator('main input[type="search"]').tap()
      await page.keyboard.type('module', { delay: 60 })
      await page.locator('[data-results] .name').first().waitFor()
      await page.keyboard.type(' de', { delay: 60 })
    },
  },
  {
    name: 'going through a figure by keys',
    address: { sheet: 'figure', figure: 'author-groups' },
    act: async (page) => {
      await page.locator('[data-chart] canvas').first().waitFor()
      await page.locator('[data-chart]').first().focus()
      for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight')
    },
  },
]

/** Milliseconds from the slowest touch to the next paint. */
async function answered(browser: Browser, address: string, act: Deed['act']): Promise<number> {
  const { page } = await phone(browser)
  await page.goto(address, { waitUntil: 'networkidle' })
  await act(page)
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300)))')
  const { answer } = await page.evaluate<Seen>('seen')
  await page.context().close()
  return answer
}

async function repeat<Value>(once: () => Promise<Value>): Promise<readonly Value[]> {
  const all: Value[] = []
  for (let run = 0; run < runs; run += 1) all.push(await once())
  return all
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

// Last, for what stands above is made by then.
try {
  await bench(values.site === undefined ? await buildDemo() : resolve(values.site))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
