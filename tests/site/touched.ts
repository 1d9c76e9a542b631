import type { Page } from 'playwright-core'

/** In the page: controls that are lower than a finger is wide, the menu opened, as those of a checkbox its whole label. */
const SMALL = `(() => {
  document.querySelector('#nav:popover-open') ?? document.querySelector('#nav')?.showPopover()
  const controls = document.querySelectorAll('button, summary, select, label:has([type="checkbox"], [type="radio"]), input:not([type="checkbox"], [type="radio"], [type="hidden"]), .nav a, .sub-chapters a, .pager nav a, .button')
  const small = [...controls]
    .map((element) => ({ element, high: Math.round(element.getBoundingClientRect().height) }))
    .filter(({ element, high }) => element.checkVisibility() && high < 44)
    .map(({ element, high }) => 'under a finger: ' + element.outerHTML.slice(0, 80) + ' is ' + high + ' high')
  document.querySelector('#nav')?.hidePopover()
  return small
})()`

/** What a finger would miss, on a phone. */
export async function missedByFinger(page: Page): Promise<readonly string[]> {
  const tools = await page.context().newCDPSession(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await tools.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  const told = await page.evaluate<string[]>(SMALL)
  await tools.send('Emulation.setTouchEmulationEnabled', { enabled: false })
  await tools.detach()
  return told
}
