import type { Instant } from '#data/model/instant.ts'
import type { OrganisationKey } from '#data/model/records.ts'
import { instant } from '../clock.ts'
import type { CollectContext, Scope } from '../collector.ts'
import { type Census, type Counted, countCommits, takeCensus } from './census.ts'
import { STREAM as CHANGE_REQUESTS } from './change-requests.ts'
import { isGraphDue } from './dependency-graph.ts'
import { stateOf as governanceState, isDue } from './governance.ts'
import { STREAM as ISSUES } from './issues.ts'
import { NEWEST } from './item-pages.ts'
import { before, type ItemNode, type ItemStream } from './item-stream.ts'
import type { Operation } from './operation.ts'
import { dueOptIns } from './outbound.ts'
import { callsForOutbound } from './outbound-search.ts'
import { pastOf } from './past.ts'
import { arePropertiesDue } from './properties.ts'
import { COMMITS } from './queries/commits.ts'
import { GOVERNANCE } from './queries/governance.ts'
import { MEMBERS } from './queries/members.ts'
import { PROPERTIES_PAGE_SIZE } from './queries/properties.ts'
import { PUBLIC_PAGE_SIZE } from './queries/public-repositories.ts'
import { REPOSITORY_DETAILS } from './queries/repository-details.ts'
import { REPOSITORY_LIST } from './queries/repository-list.ts'
import { stateOf } from './repository-details.ts'
import { organisationOf } from './repository-walk.ts'
import { callsFor } from './walk-together.ts'

/** What one collector is expected to spend on one scope. */
export interface Estimate {
  readonly collector: string
  readonly requests: number
  readonly points: number
  /** Time that the host is busy with it, at the assumed speed. */
  readonly seconds: number
}

export interface OrganisationPlan {
  readonly estimates: readonly Estimate[]
  readonly quota: Census['quota']
}

/** Seconds that an answer takes, as seen on github.com: what minutes are worked out from. */
export const ASSUMED_SECONDS = { graphql: 1.2, rest: 0.4, archive: 1.5 } as const

/**
 * What a collection would cost, by the totals of today and by what is stored: what did not move is not counted. Works
 * with the sizes and the packing of the walks themselves. Left out is what shows only once rows are read: files and
 * answers that do not fit into their page.
 */
export async function planOrganisation(scope: Scope, context: CollectContext): Promise<OrganisationPlan> {
  if (scope.kind === 'people') return planPeople(scope, context)
  const organisation = organisationOf(scope)
  const census = await takeCensus(scope, context)
  const estimates = [
    await planRepositories(census, context),
    await planGovernance(scope, census, context),
    graphql('github/members', Math.max(1, Math.ceil((census.members ?? 1) / MEMBERS.pageSize))),
    await planItems(CHANGE_REQUESTS, census, context),
    await planItems(ISSUES, census, context),
    await planCommits(organisation, census, context),
    planContents(census, context),
    await planDependencyGraph(organisation, census, context),
  ]
  return { estimates, quota: census.quota }
}

/** Nothing is asked to find that out: the consents are here. */
async function planPeople(scope: Scope, context: CollectContext): Promise<OrganisationPlan> {
  const due = await dueOptIns(scope, context)
  return { estimates: [graphql('github/outbound', callsForOutbound(due.length))], quota: undefined }
}

function graphql(collector: string, requests: number, points = requests): Estimate {
  return { collector, requests, points, seconds: requests * ASSUMED_SECONDS.graphql }
}

async function planRepositories({ repositories }: Census, context: CollectContext): Promise<Estimate> {
  const open = repositories.filter(({ node }) => node.visibility === 'PUBLIC').length
  const asStranger = Math.floor(open / PUBLIC_PAGE_SIZE) + 1
  const pages = Math.max(1, Math.ceil(repositories.length / REPOSITORY_LIST.pageSize))
  let changed = 0
  for (const { subject, node } of repositories) {
    const known = context.full ? undefined : await context.known.cursor('github/repositories', subject, 'details')
    if (known !== stateOf(node)) changed += 1
  }
  const details = Math.ceil(changed / REPOSITORY_DETAILS.pageSize)
  const points = pages * pointsOf(REPOSITORY_LIST) + details * pointsOf(REPOSITORY_DETAILS)
  const estimate = graphql('github/repositories', pages + details, points)
  return {
    ...estimate,
    requests: estimate.requests + asStranger,
    seconds: estimate.seconds + asStranger * ASSUMED_SECONDS.rest,
  }
}

/** Those that moved, or were asked about a week ago; and once a week what the organisation says of all. */
async function planGovernance(scope: Scope, census: Census, context: CollectContext): Promise<Estimate> {
  const organisation = organisationOf(scope)
  const { repositories, servedAt: asOf } = census
  const standing = ({ node }: Counted) => ({
    headOid: node.defaultBranchRef?.target?.oid ?? null,
    latestReleaseAt: releasedAt(node),
    isArchived: node.isArchived === true,
  })
  const lender = repositories.find(({ node }) => node.name === '.github')
  let due = 0
  for (const one of repositories) {
    const key = { server: organisation.server, hostId: String(one.node.databaseId) }
    const state = governanceState(standing(one), lender && standing(lender))
    if (context.full || (await isDue(key, { state, asOf }, context))) due += 1
  }
  const isOfOne = scope.kind === 'organisation' && scope.repository !== undefined
  const isAsked = !isOfOne && (await arePropertiesDue(organisation, { context, asOf }))
  const properties = !isAsked ? 0 : Math.floor(repositories.length / PROPERTIES_PAGE_SIZE) + 1
  const pages = Math.ceil(due / GOVERNANCE.pageSize)
  const { seconds, ...estimate } = graphql('github/governance', pages, pages * pointsOf(GOVERNANCE))
  return { ...estimate, requests: pages + properties, seconds: seconds + properties * ASSUMED_SECONDS.rest }
}

function releasedAt({ latestRelease }: Counted['node']): Instant | null {
  return latestRelease ? instant(latestRelease.publishedAt ?? latestRelease.createdAt) : null
}

/** One request for each that moved, where it was asked for. */
async function planDependencyGraph(
  { server }: OrganisationKey,
  { repositories }: Census,
  context: CollectContext,
): Promise<Estimate> {
  let due = 0
  for (const { node } of repositories) {
    const headOid = node.defaultBranchRef?.target?.oid ?? null
    const one = { server, hostId: String(node.databaseId), headOid }
    if (headOid !== null && (await isGraphDue(one, context))) due += 1
  }
  return { collector: 'github/dependency-graph', requests: due, points: 0, seconds: due * ASSUMED_SECONDS.rest }
}

/** A hundredth of the connections that a page may open. */
function pointsOf({ pageSize, connections }: Pick<Operation<unknown>, 'pageSize' | 'connections'>): number {
  return Math.max(1, Math.round((1 + pageSize * connections) / 100))
}

async function planItems<Node extends ItemNode>(
  stream: ItemStream<Node>,
  { repositories }: Census,
  context: CollectContext,
): Promise<Estimate> {
  const lengths: number[] = []
  for (const { subject, node, stored } of repositories) {
    const seen = stream.what === 'issue' ? node.issues : node.changeRequests
    if (seen === undefined) continue
    const { watermark, bound } = await pastOf({ collector: stream.collector, subject, stream: stream.stream }, context)
    const count = stored === undefined ? 0 : await context.known.count(stored, stream.what)
    const newestAt = seen.nodes[0]?.updatedAt
    if (watermark !== undefined) {
      const isMiscounted = bound === undefined && count !== seen.totalCount
      if (isMiscounted || isNewer(newestAt, before(watermark))) lengths.push(NEWEST)
    } else if (bound === undefined) lengths.push(...firstLength(seen.totalCount, count, context.full))
    // How many rows there are since then shows only once they are read: all of them are the most.
    else if (isNewer(newestAt, bound)) lengths.push(seen.totalCount)
  }
  return graphql(stream.collector, callsFor(stream.page, lengths))
}

/** Rows of a list that was never read to its end: those that an earlier walk brought are not asked again. */
function firstLength(total: number, stored: number, isFull: boolean): readonly number[] {
  const left = isFull ? total : total - stored
  return left > 0 ? [left] : []
}

function isNewer(newestAt: Instant | undefined, since: Instant): boolean {
  return newestAt !== undefined && newestAt >= since
}

async function planCommits(
  organisation: OrganisationKey,
  { repositories }: Census,
  context: CollectContext,
): Promise<Estimate> {
  const moved: Counted[] = []
  for (const one of repositories) {
    const head = one.node.defaultBranchRef?.target?.oid
    const past = await pastOf({ collector: 'github/commits', subject: one.subject, stream: 'commits' }, context)
    const isAnew = context.full || (past.watermark === undefined && context.since !== undefined)
    const done = isAnew ? undefined : await context.known.cursor('github/commits', one.subject, 'commits-head')
    if (head !== undefined && head !== done) moved.push(one)
  }
  const totals = await countCommits(
    organisation,
    moved.map(({ node }) => node.id),
    context,
  )
  const lengths: number[] = []
  for (const { node, stored } of moved) {
    const count = stored === undefined || context.full ? 0 : await context.known.count(stored, 'commit')
    lengths.push(Math.max(1, (totals.get(node.id) ?? 1) - count + (count > 0 ? 1 : 0)))
  }
  return graphql('github/commits', callsFor(COMMITS, lengths))
}

/** One archive for a repository that was never read; for one that moved its tree and, most often, a few files. */
function planContents({ repositories }: Census, { full }: CollectContext): Estimate {
  const trees = repositories.flatMap(({ node, stored }) => {
    const tree = node.defaultBranchRef?.target?.tree?.oid
    const had = stored?.storedTreeOid ?? null
    return tree === undefined || (had === tree && !full) ? [] : [had]
  })
  const archives = trees.filter((had) => had === null).length
  const rest = (trees.length - archives) * 2
  const seconds = archives * ASSUMED_SECONDS.archive + rest * ASSUMED_SECONDS.rest
  return { collector: 'github/contents', requests: archives + rest, points: 0, seconds }
}
