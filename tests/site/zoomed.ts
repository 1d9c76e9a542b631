import type { Page } from 'playwright-core'

/** In the page: that it scrolls sideways, and texts that lie over one another by more than a third of a line. */
const LOST = `(() => {
  const wide = document.documentElement.scrollWidth > innerWidth ? [document.documentElement.scrollWidth + ' wide'] : []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const lines = []
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const { parentElement: element } = text
    if (text.data.trim() === '' || element.closest('svg, .unseen, .chart, .still, .skip') || !element.checkVisibility()) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    for (const box of range.getClientRects()) if (box.width > 2 && box.left < innerWidth) lines.push({ element, box })
  }
  lines.sort((a, b) => a.box.top - b.box.top)
  const over = lines.flatMap(({ element, box }, index) => {
    for (let next = index + 1; lines[next]?.box.top < box.bottom; next += 1) {
      const other = lines[next]
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
      const down = Math.min(box.bottom, other.box.bottom) - other.box.top
      if (across > 3 && down > Math.min(box.height, other.box.height) / 2.5 && !element.contains(other.element) && !other.element.contains(element))
        return [element.textContent.trim().slice(0, 30) + ' lies over ' + other.element.textContent.trim().slice(0, 30)]
    }
    return []
  })
  return [...wide, ...over.slice(0, 3)]
})()`

/** What a reader loses whose letters are twice as large, on a phone and at a desk. */
export async function lostWhenZoomed(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    const told = await page.evaluate<string[]>(LOST)
    found.push(...told.map((line) => `with letters twice as large at ${width}: ${line}`))
    await page.evaluate("document.documentElement.removeAttribute('style')")
  }
  return found
}
