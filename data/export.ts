import { readFileSync } from 'node:fs'
import { exportSchemaFiles } from './data-dictionary.ts'
import { agendaTables } from './export/agenda.ts'
import { assemblyTables } from './export/assemblies.ts'
import { boardTables } from './export/board.ts'
import { catalogueTables } from './export/catalogue.ts'
import { collectionTables, readStatuses } from './export/collection.ts'
import { type ConformityDetail, conformityTables } from './export/conformity.ts'
import { type DeskOrder, deskTables } from './export/desk.ts'
import { type ExportedRepository, type ExportScope, type ExportTable, repositoryName } from './export/export-table.ts'
import { figureTables } from './export/figures.ts'
import { governanceTables } from './export/governance.ts'
import { guideTables, invitationTables } from './export/guide.ts'
import { impactTables } from './export/impact.ts'
import { placesOf } from './export/places.ts'
import { portfolioTables } from './export/portfolio.ts'
import { providerTables } from './export/providers.ts'
import { MONTHS_OF_ACTIVITY, type RepositoryRow, readRepositories, repositoryTables } from './export/repositories.ts'
import { reuseTables, toldReuse } from './export/reuse.ts'
import type { PublishedPortfolio } from './inventory/published.ts'
import { isAmong } from './inventory/repository-pattern.ts'
import type { AnswerPromise } from './metrics/promise.ts'
import { UsageFailure } from './model/failures.ts'
import type { PublishedGovernance } from './model/governance.ts'
import type { CalendarOptions } from './model/working-days.ts'
import { holdToAllowList } from './open-data/allow-list.ts'
import { asOf } from './queries/as-of.ts'
import { publishingOwners } from './queries/publishing-owners.ts'
import type { RowOf } from './queries/query.ts'
import { outsideCatalogues } from './queries/registers/outside.ts'
import type { Report } from './report/report.ts'
import type { Connection } from './sql.ts'
import { type Store, writeDatabase } from './store.ts'
import { FLOOR } from './suppression.ts'

/** Marks the file in the header of SQLite: `PRVX`. */
export const EXPORT_APPLICATION_ID = 0x50525658
export const EXPORT_SCHEMA_VERSION = 1

export interface ExportOptions {
  readonly store: Pick<Store, 'ask'>
  readonly profile: 'public' | 'internal'
  /** File to write; one that is there is replaced once the new one is whole. */
  readonly out: string
  /** Organisations that publish the file; all that are collected when left out. */
  readonly own?: readonly { readonly server: string; readonly login: string }[]
  readonly conformity?: ConformityDetail
  /** Ids of the rules that the public may see. A public file without this list says nothing of conformity. */
  readonly publicRules?: readonly string[]
  /** The inventory as this audience may see it; without it the file says nothing of what stands on what. */
  readonly portfolio?: PublishedPortfolio
  /** Labels whose open issues newcomers are invited to; none shows no issue. */
  readonly firstIssueLabels?: readonly string[]
  /** How governance stands; left out where it is nobody's business. */
  readonly governance?: PublishedGovernance | undefined
  /** What only the officer reads; for an internal file. */
  readonly desk?: DeskOrder
  /** What is promised to whoever proposes something. */
  readonly promise?: AnswerPromise | undefined
  /** By which working days are counted; the French one when left out. */
  readonly calendar?: CalendarOptions
  /** The officer lets the public see who offers work around the components. */
  readonly areProvidersTold?: boolean
  /** A reserve before a vote is on: what each year came to is not told. */
  readonly isReserved?: boolean
  /** Reports for the officer; a public file has none of them. */
  readonly reports?: readonly Report[]
}

/**
 * Writes what an audience may see as a SQLite file of its own: the site reads it, and the public one is the open data.
 * Unchanged data gives the same bytes. Throws a `UsageFailure` when nothing was collected yet.
 */
export async function exportDatabase(options: ExportOptions): Promise<void> {
  const { store, profile } = options
  const [dated] = await store.ask(asOf, {})
  if (dated?.as_of == null) {
    throw new UsageFailure('nothing-collected', 'Nothing was collected yet, so there is nothing to publish.', {
      hint: 'Run `parvis collect` first.',
    })
  }
  const rows = await readRepositories(store, profile)
  const others = await store.ask(outsideCatalogues, {})
  const own = options.own ?? (await publishersOf(store, { rows, others }))
  const repositories = new Map(
    rows.map((row) => exported(row, { own, others })).map((repository) => [repository.name, repository]),
  )
  const scope: ExportScope = { profile, asOf: dated.as_of, repositories }
  const statuses = await readStatuses(store)
  const listed = await repositoryTables(store, scope, { rows, statuses, inventory: options.portfolio?.inventory })
  const detail = detailOf(options)
  const rules = profile === 'internal' ? undefined : new Set(options.publicRules)
  const tables = [
    { table: 'meta', rows: meta({ profile, as_of: scope.asOf, conformity: detail, ...handbookOf(options) }) },
    { table: 'organisation', rows: organisationRows(own, repositories) },
    ...listed,
    ...(await collectionTables(store, scope, statuses)),
    ...(await figureTables(store, scope, { ...options, owners: ownersOf(own) })),
    ...(await conformityTables(store, scope, { detail, rules })),
    ...(await inventoryTables(options, scope)),
    ...(await guideTables(store, scope, options.firstIssueLabels ?? [])),
    ...governanceTables(options.governance, profile),
    ...boardTables(options.reports ?? [], profile),
    ...(await impactOf(options, scope, rows)),
    ...(await providerTables(store, scope, options.areProvidersTold ?? false)),
  ]
  if (profile === 'public') holdToAllowList(tables)
  writeDatabase(options.out, (connection) => fill(connection, tables))
}

/** Of a clone's owner whose repositories this audience may not see, not even the name is told; one that is followed is no publisher. */
async function publishersOf(
  store: Pick<Store, 'ask'>,
  {
    rows,
    others,
  }: { readonly rows: readonly RepositoryRow[]; readonly others: readonly RowOf<typeof outsideCatalogues>[] },
) {
  const ours = rows.filter(
    ({ owner, name }) => !others.some(({ repository }) => isAmong(`${owner}/${name}`, [repository])),
  )
  const owners = await store.ask(publishingOwners, {})
  return owners.filter(
    (one) =>
      one.server !== 'local' || ours.some(({ server, owner }) => server === 'local' && isSameName(owner, one.login)),
  )
}

async function inventoryTables(
  { store, portfolio, desk, profile }: ExportOptions,
  scope: ExportScope,
): Promise<readonly ExportTable[]> {
  if (portfolio === undefined) return []
  const { names, inventory } = portfolio
  const placeOf = placesOf(inventory.portfolio.components, { names, repositories: scope.repositories })
  return [
    ...portfolioTables(portfolio, { scope, placeOf }),
    ...assemblyTables(portfolio, placeOf),
    ...reuseTables(portfolio, { profile: scope.profile, placeOf }),
    ...(await catalogueTables(store, { published: portfolio, placeOf, ...scope })),
    ...invitationTables(portfolio, placeOf),
    ...(await agendaTables(store, { asOf: scope.asOf, published: portfolio, placeOf })),
    ...(desk === undefined || profile === 'public'
      ? []
      : await deskTables(store, { ...desk, scope, published: portfolio })),
  ]
}

async function impactOf(
  { store, portfolio, calendar, isReserved = false }: ExportOptions,
  scope: ExportScope,
  rows: readonly RepositoryRow[],
): Promise<readonly ExportTable[]> {
  if (portfolio === undefined || isReserved) return []
  const { names, inventory } = portfolio
  const placeOf = placesOf(inventory.portfolio.components, { names, repositories: scope.repositories })
  const createdOn = rows.map(({ created_at }) => created_at)
  return impactTables(store, {
    ...{ scope, published: portfolio, calendar, createdOn },
    reuse: toldReuse(portfolio, placeOf),
  })
}

/** Columns come from the schema of the export: a row with any other stops here. */
function fill(connection: Connection, tables: readonly ExportTable[]): void {
  for (const file of exportSchemaFiles()) connection.exec(readFileSync(file, 'utf8'))
  connection.exec(`PRAGMA application_id = ${EXPORT_APPLICATION_ID}; PRAGMA user_version = ${EXPORT_SCHEMA_VERSION}`)
  for (const { table, rows } of tables) {
    for (const row of rows) {
      const columns = Object.keys(row)
      const values = columns.map((column) => `:${column}`)
      connection.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values.join(', ')})`, row)
    }
  }
}

function detailOf({ profile, conformity, publicRules }: ExportOptions): ConformityDetail {
  if (profile === 'internal') return conformity ?? 'detail'
  return publicRules === undefined ? 'off' : (conformity ?? 'summary')
}

function exported(
  row: { readonly server: string; readonly owner: string; readonly name: string; readonly host_id: string },
  {
    own,
    others,
  }: {
    readonly own: readonly { readonly server: string; readonly login: string }[]
    readonly others: readonly RowOf<typeof outsideCatalogues>[]
  },
): ExportedRepository {
  const other = others.find(({ repository }) => isAmong(`${row.owner}/${row.name}`, [repository]))
  const isOwn = own.some(({ server, login }) => server === row.server && isSameName(login, row.owner))
  return {
    name: repositoryName({ ...row, repository: row.name }),
    subject: `${row.server}/${row.host_id}`,
    isOwn: isOwn && other === undefined,
    agreedOn: other?.agreed_at ?? null,
  }
}

function organisationRows(
  own: readonly { readonly server: string; readonly login: string }[],
  repositories: ReadonlyMap<string, ExportedRepository>,
): ExportTable['rows'] {
  const names = [...repositories.keys()].map((name) => name.toLowerCase())
  return own.map(({ server, login }) => ({
    ...{ server, login },
    repositories: names.filter((name) => name.startsWith(`${server}/${login}/`.toLowerCase())).length,
  }))
}

/** Logins, each once whatever the hosts that know it. */
function ownersOf(own: readonly { readonly login: string }[]): readonly string[] {
  return [...new Map(own.map(({ login }) => [login.toLowerCase(), login])).values()]
}

function handbookOf({ governance }: ExportOptions): Readonly<Record<string, string>> {
  return governance === undefined ? {} : { ggi_handbook: governance.handbook }
}

function meta(values: Readonly<Record<string, string>>) {
  const all = {
    ...values,
    schema_version: String(EXPORT_SCHEMA_VERSION),
    floor: String(FLOOR),
    months_of_activity: String(MONTHS_OF_ACTIVITY),
  }
  return Object.entries(all).map(([key, value]) => ({ key, value }))
}

function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
