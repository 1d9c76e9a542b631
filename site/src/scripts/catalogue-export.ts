import { csv } from '../figures/csv.ts'
import { type Entry, GROUPS } from './catalogue-query.ts'

const COLUMNS: readonly (readonly [string, (entry: Entry) => string | number | null])[] = [
  ['name', ({ name }) => name],
  ['description', ({ line }) => line],
  ...GROUPS.map((group) => [group, ({ values }: Entry) => values[group].filter(Boolean).join('|')] as const),
  ['version', ({ version }) => version],
  ['releasedOn', ({ releasedOn }) => releasedOn],
  ['readiness', ({ readiness }) => readiness],
  ['adopters', ({ adopters }) => adopters],
  ['adoptersThrough', ({ through }) => through],
]

/** Saves the selection as it stands, made in the browser. */
export function download(entries: readonly Entry[], kind: 'csv' | 'json'): void {
  const names = COLUMNS.map(([name]) => name)
  const rows = entries.map((entry) => COLUMNS.map(([, read]) => read(entry)))
  const body =
    kind === 'csv'
      ? csv(names, rows)
      : `${JSON.stringify(
          rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]]))),
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
