import { mkdtempSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env } from 'node:process'
import { type Browser, chromium } from 'playwright-core'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export type Started = { readonly browser: Browser } | { readonly reason: string }

/** A real browser, or why there is none. Where CI is set there must be one: then the reason is thrown. */
export async function startBrowser(): Promise<Started> {
  try {
    const bundled: { default: { executablePath(): Promise<string> } } = await import('@sparticuz/chromium')
    const browser = await chromium.launch({
      executablePath: await bundled.default.executablePath(),
      args: [...FLAGS, `--disk-cache-dir=${mkdtempSync(join(tmpdir(), 'parvis-browser-'))}`],
    })
    return { browser }
  } catch (error) {
    if (env.CI === 'true') throw error
    const message = error instanceof Error ? error.message : String(error)
    return { reason: `no browser starts here (it needs nss, nspr and expat): ${message.split('\n')[0]}` }
  }
}

/** Source of axe, to be evaluated in a page. */
export const AXE_FILE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
