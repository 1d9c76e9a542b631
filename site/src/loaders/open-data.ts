import { type OpenTable, openTables } from '#data/open-data/open-tables.ts'
import { GROUPS_OF_TABLES, type TableGroup } from '#data/open-data/table-groups.ts'
import type { RepositoryStream } from '#data/reference/streams.ts'
import type { OpenDataFile, OpenDataTable } from '../../settings.ts'
import type { Coverage, Dated, Register } from './reading.ts'

export interface TableSheet {
  readonly table: OpenTable
  /** As it stands in addresses: `component-standing`. */
  readonly slug: string
  readonly rows: number
  readonly csv: OpenDataFile
  /** For French spreadsheets. */
  readonly french: OpenDataFile
  readonly json: OpenDataFile
  readonly schema: OpenDataFile
  /** What was read of each stream it is made from; empty where its rows come from registers. */
  readonly reading: readonly { readonly stream: RepositoryStream; readonly coverage: Coverage }[]
}

export interface OpenData extends Dated {
  readonly groups: readonly { readonly group: TableGroup; readonly tables: readonly TableSheet[] }[]
}

/** The tables that were written, with what is to be said of each; none in an internal build. */
export function openDataOf(written: readonly OpenDataTable[], register: Register): OpenData {
  const tables = new Map(openTables().map((table) => [table.name, table]))
  const sheets = written.flatMap((one) => {
    const table = tables.get(one.name)
    const [csv, french, json, schema] = one.files
    if (table === undefined || csv === undefined || french === undefined) return []
    if (json === undefined || schema === undefined) return []
    const reading = table.from.map((stream) => ({ stream, coverage: readingOf(stream, register) }))
    return [{ table, slug: one.name.replaceAll('_', '-'), rows: one.rows, csv, french, json, schema, reading }]
  })
  const groups = GROUPS_OF_TABLES.map(({ group, names }) => ({
    group,
    tables: sheets.filter(({ table }) => names.includes(table.name)),
  }))
  return {
    asOf: register.asOf,
    coverage: register.trees,
    groups: groups.filter(({ tables: some }) => some.length > 0),
  }
}

/** How much of a stream was read. */
export function readingOf(stream: RepositoryStream, register: Register): Coverage {
  switch (stream) {
    case 'change-requests':
      return register.changeRequests
    case 'issues':
      return register.issues
    case 'commits':
      return register.commits
    case 'tree':
      return register.trees
  }
}
