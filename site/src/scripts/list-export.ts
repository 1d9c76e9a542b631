import { csv } from '../files/csv.ts'

/** Columns of a file, with what each says of an entry. */
export type ExportColumns<Entry> = readonly (readonly [string, (entry: Entry) => string | number | null])[]

/** Saves the selection as it stands, made in the browser. */
export function download<Entry>(
  entries: readonly Entry[],
  {
    columns,
    name,
    kind,
  }: { readonly columns: ExportColumns<Entry>; readonly name: string; readonly kind: 'csv' | 'json' },
): void {
  const names = columns.map(([column]) => column)
  const rows = entries.map((entry) => columns.map(([, read]) => read(entry)))
  const body =
    kind === 'csv'
      ? csv(names, rows)
      : `${JSON.stringify(
          rows.map((row) => Object.fromEntries(names.map((column, index) => [column, row[index]]))),
          null,
          2,
        )}\n`
  const address = URL.createObjectURL(new Blob([body], { type: kind === 'csv' ? 'text/csv' : 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.${kind}`
  link.click()
  URL.revokeObjectURL(address)
}
