import type { Shown } from '#data/metrics/withhold.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { CELL_WORDS, COLUMNS, type ColumnName } from '#data/queries/metrics/columns.ts'
import { METRIC_WORDS } from './metric-words.ts'

/** A cell as people read it, in their language. */
export function cellText({ cells, withheld }: Shown, column: ColumnName, language: Language): string {
  const words = METRIC_WORDS[language]
  const value = cells[column] ?? null
  const why = withheld[column]
  if (why !== undefined) return why === 'few-persons' ? words.hidden : words.few
  const { kind } = COLUMNS[column]
  if (value === null) return isNotKnown(column) ? words.unknown : words.none
  if (column === 'period') return periodText(Number(value), String(cells.grain), language)
  if (typeof value === 'string') return kind === 'word' ? (CELL_WORDS[value]?.[language] ?? value) : value
  if (kind === 'share') return percent(value, language)
  return kind === 'number' ? decimal(value, language) : String(value)
}

/** Figures of a list that are of nothing where it is empty; of other counts, what is empty is not known. */
const OF_A_LIST: readonly ColumnName[] = ['absence_factor', 'elephant_factor', 'oldest_days', 'age_days']

function isNotKnown(column: ColumnName): boolean {
  const { kind } = COLUMNS[column]
  return kind === 'word' || kind === 'name' || (kind === 'count' && !OF_A_LIST.includes(column))
}

/** `2026-11`, `2026-Q4`, `2026`; a span by its word. */
function periodText(period: number, grain: string, language: Language): string {
  if (grain === 'year') return String(period)
  if (grain === 'span') return CELL_WORDS.span?.[language] ?? grain
  if (grain === 'quarter') return `${Math.floor(period / 10)}-${METRIC_WORDS[language].quarter}${period % 10}`
  return monthText(period)
}

/** A month, YYYYMM, as `2026-11`. */
export function monthText(month: number): string {
  return `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}`
}

function percent(share: number, language: Language): string {
  return `${decimal(share * 100, language)}${language === 'fr' ? ' %' : '%'}`
}

function decimal(value: number, language: Language): string {
  const text = value.toFixed(1)
  return language === 'fr' ? text.replace('.', ',') : text
}
