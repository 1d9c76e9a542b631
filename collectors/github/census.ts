import { type KnownRepository, organisationSubject, repositorySubject } from '#data/model/collection.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { Instant } from '#data/model/instant.ts'
import type { OrganisationKey } from '#data/model/records.ts'
import type { CollectContext, Scope } from '../collector.ts'
import { failureKindOf } from './classify.ts'
import { noOrganisation, readNamed } from './named-repository.ts'
import { askAbout, askPage } from './operation.ts'
import { pageSize } from './page-size.ts'
import { COMMIT_TOTALS, QUOTA, type Quota } from './queries/census.ts'
import { MEMBERS } from './queries/members.ts'
import { type ListedRepository, REPOSITORY_LIST } from './queries/repository-list.ts'
import { askList } from './repositories.ts'
import { organisationOf } from './repository-walk.ts'

/** One repository as the host tells it today, beside what is stored of it. */
export interface Counted {
  readonly subject: string
  readonly node: ListedRepository
  readonly stored: KnownRepository | undefined
}

/** What counting alone can say of an organisation before anything of it is read. */
export interface Census {
  readonly repositories: readonly Counted[]
  /** Undefined when the token may not count them. */
  readonly members: number | undefined
  readonly servedAt: Instant
  /** Undefined on a server that counts no points. */
  readonly quota: { readonly graphql: Quota; readonly rest: Quota } | undefined
}

/** Asks for totals and nothing else. */
export async function takeCensus(scope: Scope, context: CollectContext): Promise<Census> {
  const organisation = organisationOf(scope)
  const only = scope.kind === 'organisation' ? scope.repository : undefined
  const { nodes, servedAt } =
    only === undefined
      ? await list(organisation, context)
      : { nodes: [(await readNamed(organisation, only, context)).node], servedAt: context.now() }
  const known = new Map((await context.known.repositories(organisation)).map((one) => [one.hostId, one]))
  const repositories = nodes.map((node) => {
    const hostId = String(node.databaseId)
    return { subject: repositorySubject({ server: organisation.server, hostId }), node, stored: known.get(hostId) }
  })
  return { repositories, servedAt, members: await countMembers(organisation, context), quota: await quotaOf(context) }
}

/** Commits of the default branches of these, by node id. */
export async function countCommits(
  organisation: OrganisationKey,
  ids: readonly string[],
  context: CollectContext,
): Promise<ReadonlyMap<string, number>> {
  const totals = new Map<string, number>()
  const place = { subject: organisationSubject(organisation), stream: 'commit-totals' }
  for (let start = 0; start < ids.length; start += COMMIT_TOTALS.pageSize) {
    const call = { ...place, ids: ids.slice(start, start + COMMIT_TOTALS.pageSize) }
    for await (const { answer } of askAbout(context, COMMIT_TOTALS, call))
      for (const node of answer.data.nodes) {
        const total = node?.defaultBranchRef?.target?.history?.totalCount
        if (node !== null && total !== undefined) totals.set(node.id, total)
      }
  }
  return totals
}

async function list(organisation: OrganisationKey, context: CollectContext) {
  const nodes: ListedRepository[] = []
  let servedAt: Instant | undefined
  const size = pageSize(REPOSITORY_LIST.pageSize)
  for (let cursor: string | null = null; ; ) {
    const answer: Awaited<ReturnType<typeof askList>> = await askList(organisation, context, { cursor, size })
    servedAt ??= answer.servedAt
    const page = answer.data.organization?.repositories
    const [error] = answer.errors
    if (page?.nodes === undefined) {
      if (error === undefined || error.type === 'NOT_FOUND') throw await noOrganisation(organisation, context)
      throw new SourceFailure(failureKindOf(error), `"${organisation.login}" cannot be counted: ${error.message}`)
    }
    for (const node of page.nodes) if (node?.id !== undefined) nodes.push(node)
    if (!page.pageInfo.hasNextPage) return { nodes, servedAt }
    cursor = page.pageInfo.endCursor
  }
}

async function countMembers(organisation: OrganisationKey, context: CollectContext): Promise<number | undefined> {
  const place = { subject: organisationSubject(organisation), stream: 'census-members', position: '' }
  const variables = { org: organisation.login, cursor: null }
  const { data } = await askPage(context, MEMBERS, { ...place, variables, size: pageSize(MEMBERS.pageSize, 1) })
  return data.organization?.membersWithRole?.totalCount
}

/** What is left to spend; undefined on a server that counts no points. Free to ask. */
export async function quotaOf({ transport }: Pick<CollectContext, 'transport'>): Promise<Census['quota']> {
  try {
    return (await transport.rest(QUOTA)).data
  } catch (error) {
    if (error instanceof SourceFailure && error.kind === 'not-found') return undefined
    throw error
  }
}
