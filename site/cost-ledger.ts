import type { NonSharedBuffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '#data/model/vocabulary.ts'
import { COSTS, type PageCost } from './src/page-budgets.ts'
import { type Address, addressOf, pathOf } from './src/routes.ts'
import { costMark } from './src/weight.ts'
import { formatBytes, formatNumber } from './src/words/typography.ts'
import { costs } from './weigh.ts'

interface CostLedger {
  /** To be called for each page, with its size as it is written. */
  readonly note: (path: string, bytes: number) => void
  /** Whether a page is the one that tells what all cost. */
  readonly isItsPage: (path: string) => boolean
  /** That page with the costs in it; the site has to be whole. */
  readonly write: (page: NonSharedBuffer) => NonSharedBuffer
}

interface Built {
  readonly folder: string
  readonly base: string
  readonly languages: readonly Language[]
}

/** Of each kind of page the longest in either language, and what that one costs. */
export function costLedger({ folder, base, languages }: Built): CostLedger {
  const longest = new Map<Address['sheet'], { readonly path: string; readonly bytes: number }>()
  const own = new Map(languages.map((language) => [`${pathOf({ sheet: 'eco-design' }, language)}index.html`, language]))
  let known: ReadonlyMap<Address['sheet'], PageCost> | undefined
  const weighAll = () => {
    const costOf = costs(folder, base)
    return new Map([...longest].map(([sheet, { path }]) => [sheet, costOf(readFileSync(join(folder, path)))]))
  }
  return {
    note: (path, bytes) => {
      const sheet = addressOf(path.replace(/index\.html$/u, ''))?.address.sheet
      if (sheet === undefined) return
      const known = longest.get(sheet)
      // Pages come in no order that could be relied on.
      const isLonger = known === undefined || bytes > known.bytes || (bytes === known.bytes && path < known.path)
      if (isLonger) longest.set(sheet, { path, bytes })
    },
    isItsPage: (path) => own.has(path),
    write: (page) => {
      known ??= weighAll()
      const html = page.toString('utf8')
      const language: Language = html.includes('<html lang="en"') ? 'en' : 'fr'
      return Buffer.from([...known].reduce((text, [sheet, cost]) => told(text, { sheet, cost, language }), html))
    },
  }
}

function told(
  html: string,
  { sheet, cost, language }: { sheet: Address['sheet']; cost: PageCost; language: Language },
): string {
  return COSTS.reduce((text, name) => {
    const isBytes = name === 'html' || name === 'firstView'
    const value = isBytes ? formatBytes(language, cost[name]) : formatNumber(language, cost[name])
    return text.replaceAll(costMark(sheet, name), value)
  }, html)
}
