import type { Entry } from './catalogue-query.ts'

const COLUMNS = ['name', 'description', 'kind', 'state', 'line', 'license', 'owner', 'version', 'releasedOn'] as const

/** Saves the selection as it stands, made in the browser. */
export function download(entries: readonly Entry[], kind: 'csv' | 'json'): void {
  const rows = entries.map((entry) => COLUMNS.map((column) => entry[column]))
  const body =
    kind === 'csv'
      ? [COLUMNS, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')
      : JSON.stringify(
          rows.map((row) => Object.fromEntries(COLUMNS.map((column, index) => [column, row[index]]))),
          null,
          2,
        )
  const address = URL.createObjectURL(
    new Blob([`${body}\n`], { type: kind === 'csv' ? 'text/csv' : 'application/json' }),
  )
  const link = document.createElement('a')
  link.href = address
  link.download = `components-selection.${kind}`
  link.click()
  URL.revokeObjectURL(address)
}

/** A cell that begins like a formula is not run by spreadsheets when an apostrophe comes first. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t]/u.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
