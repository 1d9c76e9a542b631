import { standingOfLife } from '../activity-state.ts'
import type { Extracted } from '../facts/extractor.ts'
import type { LicenseText } from '../facts/shapes/license-text.ts'
import { type Life, lifeOf } from '../inventory/components.ts'
import type { Inventory } from '../inventory/inventory.ts'
import { monthOf, monthsBefore } from '../months.ts'
import { activityByMonth } from '../queries/activity-by-month.ts'
import { componentCatalogue } from '../queries/component-catalogue.ts'
import { licenseFacts } from '../queries/license-facts.ts'
import {
  publishableLanguages,
  publishableRepositories,
  publishableTopics,
} from '../queries/publishable-repositories.ts'
import type { RowOf } from '../queries/query.ts'
import { ACTIVITY_STATES } from '../reference/activity-states.ts'
import type { Store } from '../store.ts'
import { type Statuses, statusOf } from './collection.ts'
import { type ExportScope, type ExportTable, repositoryName } from './export-table.ts'

export type RepositoryRow = RowOf<typeof publishableRepositories>

/** Months of activity shown on the page of a component. */
export const MONTHS_OF_ACTIVITY = 24

export async function readRepositories(
  store: Pick<Store, 'ask'>,
  profile: ExportScope['profile'],
): Promise<readonly RepositoryRow[]> {
  return store.ask(publishableRepositories, { anonymous_only: profile === 'public' ? 1 : 0 })
}

interface Listed {
  readonly rows: readonly RepositoryRow[]
  readonly statuses: Statuses
  readonly inventory: Inventory | undefined
}

export async function repositoryTables(
  store: Pick<Store, 'ask'>,
  scope: ExportScope,
  { rows, statuses, inventory }: Listed,
): Promise<readonly ExportTable[]> {
  const names = new Map(rows.map((row) => [row.id, repositoryName({ ...row, repository: row.name })]))
  const named = <Row extends { readonly repository: number }>(items: readonly Row[]) =>
    items.flatMap(({ repository, ...row }) => {
      const name = names.get(repository)
      return name === undefined ? [] : [{ repository: name, ...row }]
    })
  const listed = <Row extends { readonly server: string; readonly owner: string; readonly repository: string }>(
    items: readonly Row[],
  ) => items.filter((row) => scope.repositories.has(repositoryName(row)))
  const to_month = monthOf(scope.asOf)
  const period = { from_month: monthsBefore(to_month, MONTHS_OF_ACTIVITY - 1), to_month }
  const licenses = concludedLicenses(await store.ask(licenseFacts, {}))
  const components = listed(await store.ask(componentCatalogue, { kind: '' }))
  const lives = inventory === undefined ? new Map<string, Life>() : livesOf(inventory)
  const activity = listed(await store.ask(activityByMonth, { owner: '', name: '', ...period }))
  return [
    { table: 'state_definition', rows: stateDefinitions() },
    {
      table: 'repository',
      rows: rows.map((row) => ({
        ...repositoryRow(row, scope, { statuses, lives }),
        concluded_license: licenses.get(row.id) ?? null,
      })),
    },
    { table: 'repository_language', rows: named(await store.ask(publishableLanguages, {})) },
    { table: 'repository_topic', rows: named(await store.ask(publishableTopics, {})) },
    {
      table: 'component',
      rows: components.map((row) => ({
        ...{ repository: repositoryName(row), path: row.path, name: row.name, kind: row.kind, line: row.line },
        ...{ group_id: row.group_id, artifact_id: row.artifact_id, version: row.version, title: row.title },
      })),
    },
    {
      table: 'activity_month',
      rows: activity.map((row) => ({ repository: repositoryName(row), month: row.month, commits: row.commits })),
    },
  ]
}

/** How alive the component at the root of each repository is, or the first one, by `owner/name`. */
function livesOf(inventory: Inventory): ReadonlyMap<string, Life> {
  const own = Map.groupBy(inventory.portfolio.components, ({ repository }) => repository)
  return new Map(
    [...own].flatMap(([name, components]) => {
      const chosen = components.find(({ path }) => path === '') ?? components[0]
      const record = chosen && inventory.records.get(chosen.id)
      return record === undefined ? [] : [[name, lifeOf(record, { line: chosen?.line ?? null, inventory })] as const]
    }),
  )
}

interface Around {
  readonly statuses: Statuses
  /** By `owner/name`, as the inventory tells it. */
  readonly lives: ReadonlyMap<string, Life>
}

function repositoryRow(row: RepositoryRow, scope: ExportScope, { statuses, lives }: Around) {
  const repository = repositoryName({ ...row, repository: row.name })
  const { id: _number, host_id, known_until: _until, ...shown } = row
  const subject = `${row.server}/${host_id}`
  const change_request_coverage = statusOf(statuses, subject, 'change-requests')
  const issue_coverage = statusOf(statuses, subject, 'issues')
  // Nothing stored is none when the stream was read, and not known when it was not.
  const counted = (status: string, count: number | null) => count ?? (status === 'complete' ? 0 : null)
  const { state, lastActivityAt } = lives.get(`${row.owner}/${row.name}`) ?? lifeOnHost(row, scope)
  return {
    ...shown,
    repository,
    is_own: scope.repositories.get(repository)?.isOwn === true ? 1 : 0,
    state,
    last_activity_at: lastActivityAt,
    change_requests_open: counted(change_request_coverage, row.change_requests_open),
    change_requests_merged: counted(change_request_coverage, row.change_requests_merged),
    change_requests_closed: counted(change_request_coverage, row.change_requests_closed),
    issues_open: counted(issue_coverage, row.issues_open),
    issues_closed: counted(issue_coverage, row.issues_closed),
    change_request_coverage,
    issue_coverage,
    commit_coverage: statusOf(statuses, subject, 'commits'),
    tree_coverage: statusOf(statuses, subject, 'tree'),
  }
}

/** Of a repository that the inventory says nothing of. */
function lifeOnHost(row: RepositoryRow, { asOf }: ExportScope): Life {
  const { head_committed_at, latest_release_at, is_archived, known_until: knownUntil } = row
  const lastActivityAt =
    [head_committed_at, latest_release_at]
      .flatMap((at) => at ?? [])
      .sort()
      .at(-1) ?? null
  return { ...standingOfLife({ isArchived: is_archived === 1, lastActivityAt, asOf, knownUntil }), lastActivityAt }
}

/** A text that merely names a licence (low confidence) concludes nothing; two files that disagree neither. */
function concludedLicenses(rows: readonly RowOf<typeof licenseFacts>[]): ReadonlyMap<number, string> {
  const found = new Map<number, Set<string>>()
  for (const { repository, fact } of rows) {
    const read: Partial<Extracted<Partial<LicenseText>>> = JSON.parse(fact)
    if (read.ok !== true || read.fact?.spdx == null || read.fact.confidence === 'low') continue
    found.set(repository, (found.get(repository) ?? new Set()).add(read.fact.spdx))
  }
  return new Map([...found].flatMap(([repository, [spdx, another]]) => (spdx && !another ? [[repository, spdx]] : [])))
}

function stateDefinitions(): ExportTable['rows'] {
  return ACTIVITY_STATES.map(({ state, monthsBelow }, position) => ({ state, position, months_below: monthsBelow }))
}
