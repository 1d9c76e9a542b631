import { siteTables } from '#data/queries/site/tables.ts'
import type { Asked, Dated, Register } from './reading.ts'

export interface DataTable {
  readonly name: string
  readonly rows: number
  readonly columns: readonly { readonly name: string; readonly type: string; readonly note: string }[]
}

export interface OpenData extends Dated {
  readonly tables: readonly DataTable[]
}

/** The tables of the file, described by the words it carries itself. */
export async function loadOpenData(store: Asked, register: Register): Promise<OpenData> {
  const rows = await store.ask(siteTables, {})
  return {
    asOf: register.asOf,
    coverage: register.trees,
    tables: rows.map(({ name, sql, rows: count }) => ({ name, rows: count, columns: columnsOf(sql) })),
  }
}

/** `name TYPE ..., /* note *\/`, one column a line. */
export function columnsOf(sql: string): DataTable['columns'] {
  return [...sql.matchAll(/^\s+([a-z_\d]+) (TEXT|INTEGER|REAL|BLOB)\b.*?\/\* (.*?) \*\/\s*$/gmu)].map(
    ([, name = '', type = '', note = '']) => ({ name, type, note }),
  )
}
