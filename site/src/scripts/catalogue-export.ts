import { csv } from '../figures/csv.ts'
import type { Entry } from './catalogue-query.ts'

const COLUMNS = ['name', 'description', 'kind', 'state', 'line', 'license', 'owner', 'version', 'releasedOn'] as const

/** Saves the selection as it stands, made in the browser. */
export function download(entries: readonly Entry[], kind: 'csv' | 'json'): void {
  const rows = entries.map((entry) => COLUMNS.map((column) => entry[column]))
  const body =
    kind === 'csv'
      ? csv(COLUMNS, rows)
      : `${JSON.stringify(
          rows.map((row) => Object.fromEntries(COLUMNS.map((column, index) => [column, row[index]]))),
          null,
          2,
        )}\n`
  const address = URL.createObjectURL(new Blob([body], { type: kind === 'csv' ? 'text/csv' : 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `components-selection.${kind}`
  link.click()
  URL.revokeObjectURL(address)
}
