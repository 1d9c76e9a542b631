import Database from 'better-sqlite3'
import type { CalendarOptions } from '#data/model/working-days.ts'
import { openStore, type Store } from '#data/store.ts'

const TABLES = [
  ...['standing_line', 'change_request_measure', 'issue_measure', 'contributor_month', 'contributor_step'],
  ...['scope_repository', 'contributor_month_before', 'rollup_due'],
]

type Rollups = Readonly<Record<string, readonly unknown[][]>>

/** Every row of the rollups of a file, by table. */
export function rollupsOf(path: string): Rollups {
  const database = new Database(path, { readonly: true })
  const rows = (table: string) => {
    const columns = database.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table).join(', ')
    return database.prepare(`SELECT ${columns} FROM ${table} ORDER BY ${columns}`).raw().all() as unknown[][]
  }
  const all = Object.fromEntries(TABLES.map((table) => [table, rows(table)]))
  database.close()
  return all
}

/** What the rollups of a store are, beside those of a copy that were emptied and worked out from nothing. */
export async function rollupsAndAnew(
  store: Store,
  { copy, calendar }: { readonly copy: string; readonly calendar?: CalendarOptions },
): Promise<{ readonly kept: Rollups; readonly anew: Rollups }> {
  await store.backup(copy)
  const kept = rollupsOf(copy)
  const database = new Database(copy)
  for (const table of [...TABLES, 'rollup_basis']) database.exec(`DELETE FROM ${table}`)
  database.close()
  const fresh = await openStore({ path: copy, mode: 'write', ...(calendar === undefined ? {} : { calendar }) })
  await fresh.refreshRollups()
  fresh.close()
  return { kept, anew: rollupsOf(copy) }
}
