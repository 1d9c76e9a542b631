import type { Browser, Page } from 'playwright-core'

type Look = (page: Page, address: string) => Promise<readonly string[]>

/**
 * Looks at each address once, as many at a time as there are browsers (one shows one page at a time, the others wait);
 * answers what is wrong, in the order of the addresses.
 */
export async function visitAll(
  browsers: readonly Browser[],
  addresses: readonly string[],
  look: Look,
): Promise<readonly string[]> {
  const found = new Map<string, readonly string[]>()
  const waiting = [...addresses]
  const walk = async (browser: Browser) => {
    // Colours fade when the theme changes: axe would measure them on the way.
    const page = await browser.newPage({ reducedMotion: 'reduce' })
    const trouble: string[] = []
    page.on('pageerror', (error) => trouble.push(`${page.url()} ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') trouble.push(`${page.url()} ${message.text()}`)
    })
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const told = await look(page, address)
      found.set(address, [...told.map((line) => `${address} ${line}`), ...trouble.splice(0)])
    }
    await page.close()
  }
  await Promise.all(browsers.map(walk))
  return addresses.flatMap((address) => found.get(address) ?? [`${address} was not looked at`])
}
