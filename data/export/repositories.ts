import { standingOfLife } from '../activity-state.ts'
import type { Extracted } from '../facts/extractor.ts'
import type { LicenseText } from '../facts/shapes/license-text.ts'
import { type DeclaredComponent, declaredComponents } from '../inventory/declared.ts'
import { componentNames } from '../inventory/names.ts'
import { registersOf } from '../inventory/registers.ts'
import { monthOf, monthsBefore } from '../months.ts'
import { activityByMonth } from '../queries/activity-by-month.ts'
import { componentCatalogue } from '../queries/component-catalogue.ts'
import { registerLines } from '../queries/inventory/register-lines.ts'
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

export async function repositoryTables(
  store: Pick<Store, 'ask'>,
  scope: ExportScope,
  { rows, statuses }: { readonly rows: readonly RepositoryRow[]; readonly statuses: Statuses },
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
  const declared = await declaredStates(store, components)
  const ended = new Set(
    components.flatMap((row) =>
      scope.endedLines.some((line) => line === row.line) && row.path === '' ? repositoryName(row) : [],
    ),
  )
  const activity = listed(await store.ask(activityByMonth, { owner: '', name: '', ...period }))
  return [
    { table: 'state_definition', rows: stateDefinitions() },
    {
      table: 'repository',
      rows: rows.map((row) => ({
        ...repositoryRow(row, scope, { statuses, declared, ended }),
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

/** What people declared of the component of each repository, by name of the repository. */
async function declaredStates(
  store: Pick<Store, 'ask'>,
  components: readonly RowOf<typeof componentCatalogue>[],
): Promise<ReadonlyMap<string, DeclaredComponent>> {
  const called = components
    .filter(({ path }) => path === '')
    .map((row) => ({
      ...{ id: repositoryName(row), repository: `${row.owner}/${row.repository}` },
      build: row.artifact_id === null ? null : { groupId: row.group_id ?? '', artifactId: row.artifact_id },
    }))
  return declaredComponents(registersOf(await store.ask(registerLines, {})), componentNames(called))
}

interface Around {
  readonly statuses: Statuses
  readonly declared: ReadonlyMap<string, DeclaredComponent>
  /** Repositories whose component is built for a generation of the platform that ended. */
  readonly ended: ReadonlySet<string>
}

function repositoryRow(row: RepositoryRow, scope: ExportScope, { statuses, declared, ended }: Around) {
  const repository = repositoryName({ ...row, repository: row.name })
  const { id: _number, host_id, ...shown } = row
  const subject = `${row.server}/${host_id}`
  const change_request_coverage = statusOf(statuses, subject, 'change-requests')
  const issue_coverage = statusOf(statuses, subject, 'issues')
  // Nothing stored is none when the stream was read, and not known when it was not.
  const counted = (status: string, count: number | null) => count ?? (status === 'complete' ? 0 : null)
  const last_activity_at =
    [row.head_committed_at, row.latest_release_at]
      .flatMap((at) => at ?? [])
      .sort()
      .at(-1) ?? null
  return {
    ...shown,
    repository,
    is_own: scope.repositories.get(repository)?.isOwn === true ? 1 : 0,
    state: standingOfLife({
      ...{ isArchived: row.is_archived === 1, lastActivityAt: last_activity_at, asOf: scope.asOf },
      ...{ declared: declared.get(repository)?.state ?? null, isLineEnded: ended.has(repository) },
    }).state,
    last_activity_at,
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
