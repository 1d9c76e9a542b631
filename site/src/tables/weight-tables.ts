import type { Language } from '#data/model/vocabulary.ts'
import { allSheets } from '../all-sheets.ts'
import { desk } from '../desk.ts'
import { COSTS, classOf, dataReason, PAGE_BUDGETS, type PageClass, type PageCost } from '../page-budgets.ts'
import { type Address, PLACE_NAMES } from '../routes.ts'
import { costMark } from '../weight.ts'
import { count, type PlainCell, type PlainTable, plain } from './plain-table.ts'

/** What the longest page of each kind costs, below what pages of its class may cost. */
export function weightTable(pageClass: PageClass, language: Language): PlainTable {
  const { words, number, bytes, settings } = desk(language)
  const said = words.weights
  const counted = new Map<Address['sheet'], number>()
  for (const { sheet } of allSheets()) counted.set(sheet, (counted.get(sheet) ?? 0) + settings.languages.length)
  const kinds = [...counted].filter(([sheet]) => classOf(sheet) === pageClass)
  const limit = (cost: keyof PageCost) => {
    const value = PAGE_BUDGETS[pageClass][cost]
    return cost === 'html' || cost === 'firstView' ? bytes(value) : number(value)
  }
  return {
    caption: said.classes[pageClass],
    head: [plain(said.page), count(said.pages), ...COSTS.map((cost) => count(said.costs[cost]))],
    rows: [
      [plain(said.limit), count('—'), ...COSTS.map((cost) => count(limit(cost)))],
      ...kinds.map(([sheet, pages]) => [
        nameOf(sheet, language),
        count(number(pages)),
        ...COSTS.map((cost) => count(costMark(sheet, cost))),
      ]),
    ],
  }
}

function nameOf(sheet: Address['sheet'], language: Language): PlainCell {
  const { words, href } = desk(language)
  const reason = dataReason(sheet)
  const second = reason === undefined ? undefined : words.weights.reasons[reason]
  const place = PLACE_NAMES.find((name) => name === sheet)
  if (place !== undefined) return { text: words.place[place], href: href({ sheet: place }), second }
  const kinds: Readonly<Record<string, string>> = words.weights.kinds
  return { text: kinds[sheet] ?? sheet, second }
}
