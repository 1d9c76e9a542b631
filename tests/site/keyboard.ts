import type { Page } from 'playwright-core'

/** In the page: notes what takes the focus, how that shows, and whether something lies over it. */
const WATCH = `(() => {
  const seen = window.walked = []
  const reached = new Set()
  // Past the last control the focus leaves the page, and would then come back to its first.
  document.addEventListener('focusout', ({ relatedTarget }) => { window.left ||= relatedTarget === null })
  document.addEventListener('focusin', ({ target }) => {
    if (window.left) return
    const style = getComputedStyle(target)
    const box = target.getBoundingClientRect()
    const [first = box] = target.getClientRects()
    const over = document.elementFromPoint(first.left + first.width / 2, first.top + Math.min(first.height / 2, innerHeight))
    const last = seen.at(-1)?.target
    const name = target.tagName + ' ' + (target.getAttribute('aria-label') ?? target.textContent ?? '').trim().slice(0, 40)
    const wrong = []
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) wrong.push('no ring')
    if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) wrong.push('out of sight')
    else if (over !== null && !target.contains(over) && !over.contains(target) && !over.closest('label')?.contains(target)) wrong.push('under ' + over.tagName + '.' + over.className)
    if (last && (last.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) === 0) wrong.push('before what came before')
    if (reached.has(target)) wrong.push('again')
    reached.add(target)
    seen.push({ target, name, wrong })
  })
})()`

/** In the page: what the keyboard has to reach, and did not; then what was wrong where it came. */
const TOLD = `(() => {
  const walked = new Set(window.walked.map(({ target }) => target))
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false }) && element.getClientRects().length > 0
  const groups = new Set()
  const controls = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter((element) => !element.disabled && element.type !== 'hidden' && element.tabIndex >= 0 && shown(element))
    .filter((element) => element.type !== 'radio' || (!groups.has(element.name) && groups.add(element.name)))
  const missed = controls.filter((element) => !walked.has(element)).map((element) => 'never reached: ' + element.tagName + ' ' + element.textContent.trim().slice(0, 40))
  return [...missed, ...window.walked.flatMap(({ name, wrong }) => wrong.map((what) => what + ': ' + name))]
})()`

/** More than any page has: a walk that takes as many steps is caught somewhere. */
const MOST_STEPS = 900

/** Walks a page by the Tab key from its top to its end; answers what the keyboard misses, hides or cannot leave. */
export async function walk(page: Page): Promise<readonly string[]> {
  await page.evaluate(WATCH)
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press('Tab')
    if (step % 8 === 7 && (await page.evaluate<boolean>('window.left === true'))) {
      return page.evaluate<string[]>(TOLD)
    }
  }
  return ['the keyboard never leaves it']
}
