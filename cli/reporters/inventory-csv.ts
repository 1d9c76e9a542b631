import { stringify } from 'csv-stringify/sync'
import type { Language } from '#data/model/vocabulary.ts'
import type { CellValue, InventoryAnswer } from '../inventory/answer.ts'

const TEXTS = {
  fr: { delimiter: ';', yes: 'oui', no: 'non', decimal: ',' },
  en: { delimiter: ',', yes: 'yes', no: 'no', decimal: '.' },
} as const satisfies Record<Language, object>

/** With the mark that spreadsheets need to read accents; what is not known is empty, and nothing begins a formula. */
export function inventoryCsv({ csv }: Pick<InventoryAnswer, 'csv'>, language: Language): string {
  const { delimiter, yes, no, decimal } = TEXTS[language]
  const cell = (value: CellValue) => {
    if (typeof value === 'boolean') return value ? yes : no
    return typeof value === 'number' ? String(value).replace('.', decimal) : value
  }
  const rows = [csv.heads, ...csv.rows.map((row) => row.map(cell))]
  return stringify(rows, { delimiter, bom: true, escape_formulas: true, record_delimiter: 'windows' })
}
