import {
  type Cursor,
  type Finished,
  type Gap,
  type KnownRepository,
  organisationSubject,
  repositorySubject,
} from '#data/model/collection.ts'
import type { Instant } from '#data/model/instant.ts'
import type { RepositoryKey } from '#data/model/records.ts'
import { type Batch, type CollectContext, defineCollector, type Scope } from '../collector.ts'
import type { PartialError } from '../transport.ts'
import { failureKindOf, isPassing } from './classify.ts'
import { branchRulesOf, governanceRecord } from './governance-records.ts'
import { askAbout, gapsOf } from './operation.ts'
import { isFresh, propertiesRecords, readProperties, type ToldProperties } from './properties.ts'
import { GOVERNANCE, type Governance } from './queries/governance.ts'
import { knownRepositories, listedAt, organisationOf } from './repository-walk.ts'
import { withoutTorn } from './unread.ts'

const ID = 'github/governance'
const STREAM = 'governance'
export type GovernanceItem = { readonly server: string; readonly node: Governance } | ToldProperties

export const governance = defineCollector<GovernanceItem>({
  id: ID,
  title: { fr: 'Gouvernance', en: 'Governance' },
  summary: {
    fr: 'Comment chaque dépôt est tenu : règles des branches, publications, fichiers d’accueil, propriétés.',
    en: 'How each repository is run: branch rules, releases, files for contributors, custom properties.',
  },
  scope: 'organisation',
  produces: ['repository', 'properties'],
  needs: ['network', 'token'],
  classified: [],
  fetch: fetchGovernance,
  normalize: (item) => ('properties' in item ? propertiesRecords(item) : [governanceRecord(item.server, item.node)]),
})

/** Asks about those that moved since, or were asked about a week ago. */
async function* fetchGovernance(scope: Scope, context: CollectContext): AsyncGenerator<Batch<GovernanceItem>> {
  const organisation = organisationOf(scope)
  const repositories = await knownRepositories(scope, context)
  const asOf = await listedAt(scope, context)
  // The organisation tells them of all its repositories at once.
  if (scope.kind === 'organisation' && scope.repository === undefined)
    yield* readProperties(organisation, repositories, { context, asOf })
  const lender = (await context.known.repositories(organisation)).find(({ name }) => name === '.github')
  const states = new Map<string, string>()
  const due = new Map<string, KnownRepository>()
  for (const one of repositories) {
    const state = stateOf(one, lender)
    states.set(one.nodeId, state)
    if (context.full || (await isDue(one, { state, asOf }, context))) due.set(one.nodeId, one)
  }
  const ids = [...due.keys()]
  for (let start = 0; start < ids.length; start += GOVERNANCE.pageSize) {
    const chunk = ids.slice(start, start + GOVERNANCE.pageSize)
    const call = { subject: organisationSubject(organisation), stream: STREAM, ids: chunk }
    for await (const { ids: asked, answer } of askAbout(context, GOVERNANCE, call)) {
      const batches = asked.flatMap((id, index) => {
        const repository = due.get(id)
        const errors = answer.errors.filter(({ path }) => path[1] === index)
        const row = { node: answer.data.nodes[index] ?? null, errors, state: states.get(id) ?? '' }
        return repository === undefined ? [] : [readRow(repository, row, answer.servedAt)]
      })
      yield {
        items: batches.flatMap(({ items }) => items),
        cursors: batches.flatMap(({ cursors }) => cursors),
        finished: batches.flatMap(({ finished }) => finished),
        gaps: batches.flatMap(({ gaps }) => gaps),
      }
    }
  }
}

type Standing = Pick<KnownRepository, 'headOid' | 'latestReleaseAt' | 'isArchived'>

/** What is in the list of repositories and goes with a change of the rest; of `.github`, what it lends to all. */
export function stateOf({ headOid, latestReleaseAt, isArchived }: Standing, lender: Standing | undefined): string {
  return [headOid, latestReleaseAt, isArchived, lender?.headOid].join(' ')
}

export async function isDue(
  repository: RepositoryKey,
  { state, asOf }: { readonly state: string; readonly asOf: Instant },
  context: CollectContext,
): Promise<boolean> {
  const subject = repositorySubject(repository)
  if ((await context.known.cursor(ID, subject, STREAM)) !== state) return true
  const watermark = await context.known.watermark(ID, subject, STREAM)
  return !isFresh(watermark, asOf)
}

interface Row {
  readonly node: Governance | null
  readonly errors: readonly PartialError[]
  readonly state: string
}

interface ReadRow {
  readonly items: readonly GovernanceItem[]
  readonly cursors: readonly Cursor[]
  readonly finished: readonly Finished[]
  readonly gaps: readonly Gap[]
}

const ROW_DEPTH = 2

/** A refusal is an answer, good for a week; what may pass sooner is asked again by the next run. */
function readRow(repository: KnownRepository, { node: row, errors, state }: Row, servedAt: Instant): ReadRow {
  const subject = repositorySubject(repository)
  const { id, databaseId, name, owner, ...rest } =
    row === null ? {} : withoutTorn(row, errors.filter(isTearing), ROW_DEPTH)
  if (id === undefined || databaseId === undefined || name === undefined || owner === undefined) {
    const [error] = errors
    const reason = error === undefined ? ('not-found' as const) : failureKindOf(error)
    const gap = { subject, kind: STREAM, reason, message: error?.message ?? 'the host said nothing about it' }
    return { items: [], cursors: [], finished: [], gaps: [gap] }
  }
  const node: Governance = { id, databaseId, name, owner, ...rest }
  const isSettled = !errors.some(isPassing)
  return {
    items: [{ server: repository.server, node }],
    cursors: isSettled ? [{ subject, stream: STREAM, position: state }] : [],
    finished: isSettled ? [{ subject, stream: STREAM, watermark: servedAt }] : [],
    gaps: [...gapsOf(subject, errors.filter(isTearing)), ...hiddenRules(subject, node, errors)],
  }
}

/** Most tokens may not read the protection rule itself; what it asks is told beside it in other words. */
function isTearing({ path }: PartialError): boolean {
  return path[ROW_DEPTH + 1] !== 'branchProtectionRule'
}

function hiddenRules(subject: string, node: Governance, errors: readonly PartialError[]): Gap[] {
  if (branchRulesOf(node) !== undefined) return []
  const kind = 'field:branchRules'
  const error = errors.find((one) => isTearing(one) && one.path[ROW_DEPTH] === 'defaultBranchRef')
  if (error !== undefined) return [{ subject, kind, reason: failureKindOf(error), message: error.message }]
  const message = 'the token may not see all rules of the default branch: protection is shown to those who may write'
  return [{ subject, kind, reason: 'forbidden', message }]
}
