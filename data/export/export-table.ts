import type { SqlValue } from '../sql.ts'

/** Rows for one table of the export schema. A column that the schema does not have stops the export. */
export interface ExportTable {
  readonly table: string
  readonly rows: readonly Readonly<Record<string, SqlValue>>[]
}

/** What every part of an export is made for. */
export interface ExportScope {
  readonly profile: 'public' | 'internal'
  /** The last instant at which anything was learnt. */
  readonly asOf: string
  /** Repositories of the file, by `server/owner/name`. */
  readonly repositories: ReadonlyMap<string, ExportedRepository>
}

export interface ExportedRepository {
  readonly name: string
  /** `server/number`, what coverage and gaps go by. */
  readonly subject: string
  /** Owned by an organisation that publishes the file. */
  readonly isOwn: boolean
  /** Day on which its organisation, another one, agreed that the public learns that it keeps the rules. */
  readonly agreedOn: string | null
}

export function repositoryName(row: {
  readonly server: string
  readonly owner: string
  readonly repository: string
}): string {
  return `${row.server}/${row.owner}/${row.repository}`
}
