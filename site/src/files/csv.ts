export type CsvValue = string | number | null

/** How a file is written for those who open it. */
export interface CsvDialect {
  readonly delimiter: string
  readonly decimal: string
  /** The mark by which spreadsheets know UTF-8. */
  readonly mark: string
}

/** RFC 4180: what programs read. */
export const PLAIN: CsvDialect = { delimiter: ',', decimal: '.', mark: '' }

/** What a French spreadsheet opens with a double click: there, a comma parts decimals and `3.5` is the third of May. */
export const FRENCH_SPREADSHEET: CsvDialect = { delimiter: ';', decimal: ',', mark: '\uFEFF' }

export function csv(
  columns: readonly string[],
  rows: readonly (readonly CsvValue[])[],
  dialect: CsvDialect = PLAIN,
): string {
  return dialect.mark + csvLines([columns, ...rows], dialect)
}

/** Without heads: for files that are written part by part. */
export function csvLines(rows: readonly (readonly CsvValue[])[], dialect: CsvDialect): string {
  return rows.map((row) => `${row.map((value) => cell(value, dialect)).join(dialect.delimiter)}\r\n`).join('')
}

/** Begins like a formula, whatever apostrophes stand before; wide signs do so in some settings of spreadsheets. */
const FORMULA = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u
const TO_QUOTE = /["\r\n]/u
/** Nearly every cell holds none of what the above look for, whatever the delimiter: one look tells. */
const TO_LOOK_AT = /^['=+\-@\t\r\uff1d\uff0b\uff0d\uff20]|[",;\r\n]/u

/**
 * Nothing between two delimiters for what is not known, `""` for a text that is empty. A text that a spreadsheet would
 * run as a formula stands behind an apostrophe, and so does one that already has apostrophes there: whoever takes one
 * off has the text back.
 */
function cell(value: CsvValue, { delimiter, decimal }: CsvDialect): string {
  if (value === null) return ''
  if (typeof value === 'number') return decimal === '.' ? String(value) : String(value).replace('.', decimal)
  if (value === '') return '""'
  if (!TO_LOOK_AT.test(value)) return value
  const safe = FORMULA.test(value) ? `'${value}` : value
  return safe.includes(delimiter) || TO_QUOTE.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
