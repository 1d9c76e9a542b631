import type { ExportTable } from '../export/export-table.ts'
import { AGENDA_TABLES } from './published/agenda.ts'
import { FIGURE_TABLES } from './published/figures.ts'
import { GOVERNANCE_TABLES, INTERNAL_TABLES } from './published/governance.ts'
import { GUIDE_TABLES } from './published/guide.ts'
import { PORTFOLIO_TABLES } from './published/portfolio.ts'
import type { PublishedTables } from './published/published-table.ts'
import { REGISTER_TABLES } from './published/register.ts'

/** Every table that the public may download, in the order of the page. */
export const PUBLISHED: PublishedTables = {
  ...REGISTER_TABLES,
  ...FIGURE_TABLES,
  ...PORTFOLIO_TABLES,
  ...AGENDA_TABLES,
  ...GUIDE_TABLES,
  ...GOVERNANCE_TABLES,
}

/** Told apart from `PUBLISHED` so that a new table is put on one list or the other, by somebody, on purpose. */
export const WITHHELD: readonly string[] = INTERNAL_TABLES

/**
 * Stops an export for the public that would write a value into a column that nobody allowed: a fault of ours, so it is
 * an ordinary error and not a `UsageFailure`.
 */
export function holdToAllowList(tables: readonly ExportTable[]): void {
  const escaped = tables.flatMap(({ table, rows }) => {
    const allowed = PUBLISHED[table]?.columns ?? {}
    const columns = rows.flatMap((row) =>
      Object.entries(row).flatMap(([name, value]) => (value === null ? [] : [name])),
    )
    return [...new Set(columns)].filter((column) => !(column in allowed)).map((column) => `${table}.${column}`)
  })
  if (escaped.length > 0) throw new Error(`not on the list of what the public may see: ${escaped.join(', ')}`)
}
