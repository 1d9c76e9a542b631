import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { COSTS, classOf, PAGE_BUDGETS } from '#site/src/page-budgets.ts'
import { addressOf } from '#site/src/routes.ts'
import { costs } from '#site/weigh.ts'
import { filesOf } from './built-files.ts'

/** What is sent of a file by a server that compresses. */
export function sent(file: string): number {
  const content = readFileSync(file)
  return /\.(?:woff2|png|avif)$/u.test(file) ? content.byteLength : gzipSync(content).byteLength
}

/** Every page of a site, served at `/`, that costs more than pages of its class may. */
export function overBudget(site: string): readonly string[] {
  const costOf = costs(site, '/')
  return filesOf(site)
    .filter((file) => file.endsWith('.html'))
    .flatMap((file) => {
      const sheet = addressOf(file.replace(/index\.html$/u, ''))?.address.sheet
      const limit = PAGE_BUDGETS[sheet === undefined ? 'content' : classOf(sheet)]
      const cost = costOf(readFileSync(join(site, file)))
      return COSTS.filter((name) => cost[name] > limit[name]).map((name) => `${file}: ${name} ${cost[name]}`)
    })
}
