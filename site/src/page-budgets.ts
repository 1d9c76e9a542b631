import type { Address } from './routes.ts'

/** What a first visit to a page may cost: bytes as compressed, files asked for, elements in its markup. */
export interface PageCost {
  /** Bytes of the page itself. */
  readonly html: number
  /** Bytes of all that comes before anybody touches anything, drawings of figures included. */
  readonly firstView: number
  readonly requests: number
  readonly elements: number
}

export const COSTS = ['html', 'firstView', 'requests', 'elements'] as const satisfies readonly (keyof PageCost)[]

export const PAGE_BUDGETS = {
  content: { html: 20_000, firstView: 120_000, requests: 12, elements: 800 },
  data: { html: 40_000, firstView: 220_000, requests: 18, elements: 1500 },
} as const satisfies Record<string, PageCost>

export type PageClass = keyof typeof PAGE_BUDGETS

/** Why a page is one of data, and may hold more than a page of text. */
export const DATA_REASONS = ['figure', 'filter', 'inventory', 'office'] as const
export type DataReason = (typeof DATA_REASONS)[number]

/** Pages of data: every other one is a page of text. */
const DATA_PAGES: { readonly [Sheet in Address['sheet']]?: DataReason } = {
  // Figures with their drawing and their whole table.
  home: 'figure',
  figures: 'figure',
  figure: 'figure',
  component: 'figure',
  impact: 'figure',
  report: 'figure',
  'activity-desk': 'figure',
  responsiveness: 'figure',
  sustainability: 'figure',
  'desk-window': 'figure',
  // A list with the ways to filter it.
  catalogue: 'filter',
  'catalogue-page': 'filter',
  // Every part, every column: the page is the table.
  pack: 'inventory',
  'open-data': 'inventory',
  table: 'inventory',
  translations: 'inventory',
  governance: 'inventory',
  'all-evidence': 'inventory',
  evidence: 'inventory',
  activity: 'inventory',
  // What the office reads at a glance, several ledgers on one page.
  board: 'office',
  todo: 'office',
  compliance: 'office',
  practices: 'office',
  inventory: 'office',
  migration: 'office',
  'watch-list': 'office',
  'data-quality': 'office',
}

export function dataReason(sheet: Address['sheet']): DataReason | undefined {
  return DATA_PAGES[sheet]
}

export function classOf(sheet: Address['sheet']): PageClass {
  return dataReason(sheet) === undefined ? 'content' : 'data'
}
