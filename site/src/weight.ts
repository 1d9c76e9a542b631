import type { Language } from '#data/model/vocabulary.ts'
import type { PageCost } from './page-budgets.ts'
import type { Address } from './routes.ts'

/** Stands in a page for what that page weighs, until the site is written and its files can be weighed. */
export const WEIGHT_MARK = { fr: '%poids-fr%', en: '%poids-en%' } as const satisfies Record<Language, string>

/** Stands, on the page that tells of all of them, for the most that pages of a kind cost. */
export function costMark(sheet: Address['sheet'], cost: keyof PageCost): string {
  return `%cost:${sheet}:${cost}%`
}
