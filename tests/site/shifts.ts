import type { Page, Route } from 'playwright-core'

/** Shares of the screen, added up, and what moved. */
export interface Shift {
  readonly sum: number
  readonly moved: readonly string[]
}

/** In the page: what moved since it was asked for, once its faces are there and what they changed is painted. */
const SHIFT = `new Promise((done) => {
  const found = []
  const note = (entries) => found.push(...entries.filter(({ hadRecentInput }) => !hadRecentInput))
  const watch = new PerformanceObserver((list) => note(list.getEntries()))
  watch.observe({ type: 'layout-shift', buffered: true })
  const nameOf = ({ node }) => (node?.nodeType === 3 ? node.parentElement : node)?.cloneNode(false).outerHTML ?? 'what is gone'
  document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
    note(watch.takeRecords())
    const sum = found.reduce((all, { value }) => all + value, 0)
    done({ sum, moved: found.flatMap(({ sources }) => sources.slice(0, 2).map(nameOf)) })
  }))))
})`

const PAINTED = `new Promise((done) => new PerformanceObserver(done).observe({ type: 'paint', buffered: true }))`

/** What may come late over a slow network: the face, the scripts but that of the theme, and the files of lists. */
const LATE = /\.woff2$|\/assets\/(?!theme\.)[^/]*\.js$|\/data\/.*\.json$/u

/** Less is let be: on a busy machine a long table comes in pieces, and sets its columns anew with each, by half of this. */
const LEAST = 0.02

/** What moved while the page of the moment was loaded. */
export async function shifted(page: Page): Promise<readonly string[]> {
  return told(await page.evaluate<Shift>(SHIFT))
}

/** What moved once all that may be late had come after the first paint. */
export async function shiftedByLate(page: Page, address: string): Promise<readonly string[]> {
  const shift = await shiftByLate(page, address)
  return [...told(shift), ...(shift.late === 0 ? ['was given nothing late'] : [])]
}

function told({ sum, moved }: Shift): readonly string[] {
  return sum < LEAST ? [] : [`shifts by ${sum.toFixed(4)}: ${moved.join(', ')}`]
}

/**
 * Opens an address, keeps all that may be late until the page has been painted without it, and then lets it come; answers
 * what moved, and how much came late. Every request has been answered, and its answer painted, before it looks.
 */
export async function shiftByLate(page: Page, address: string): Promise<Shift & { readonly late: number }> {
  const held: Route[] = []
  let isHeld = true
  let open = 0
  const begin = () => {
    open += 1
  }
  const end = () => {
    open -= 1
  }
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end)
  await page.route(LATE, async (route) => {
    if (isHeld) held.push(route)
    else await route.continue()
  })
  await page.goto(address, { waitUntil: 'commit' })
  await page.evaluate(PAINTED)
  isHeld = false
  const late = held.length
  for (const route of held) await route.continue()
  await page.waitForLoadState('load')
  let shift = await page.evaluate<Shift>(SHIFT)
  while (open > 0) shift = await page.evaluate<Shift>(SHIFT)
  await page.unroute(LATE)
  page.off('request', begin).off('requestfinished', end).off('requestfailed', end)
  return { ...shift, late }
}
