import { type Cursor, type Gone, organisationSubject, repositorySubject } from '#data/model/collection.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { OrganisationKey } from '#data/model/records.ts'
import { type Batch, type CollectContext, defineCollector, type Scope } from '../collector.ts'
import type { Answer } from '../transport.ts'
import { failureKindOf } from './classify.ts'
import { ITEMS_SEEN, itemsSeen } from './item-mark.ts'
import { noOrganisation, readNamed } from './named-repository.ts'
import { askPage, gapsOf } from './operation.ts'
import { type PageSize, pageSize } from './page-size.ts'
import { type ListedRepository, REPOSITORY_LIST, type RepositoryListData } from './queries/repository-list.ts'
import { type Readabilities, readReadability } from './readability.ts'
import { readDetails, stateOf } from './repository-details.ts'
import { normalizeRepository, type RepositoryItem } from './repository-records.ts'
import { isListed, organisationOf } from './repository-walk.ts'
import { withoutTorn } from './unread.ts'

const ID = 'github/repositories'
const STREAM = 'repositories'

export const repositories = defineCollector<RepositoryItem>({
  id: ID,
  title: { fr: 'Dépôts', en: 'Repositories' },
  summary: {
    fr: 'Les dépôts d’une organisation : description, licence, langages, étiquettes, publications, branches et tags.',
    en: 'The repositories of an organisation: description, licence, languages, topics, releases, branches and tags.',
  },
  scope: 'organisation',
  produces: ['organisation', 'repository', 'refs'],
  needs: ['network', 'token'],
  classified: [],
  fetch: fetchRepositories,
  normalize: normalizeRepository,
})

/**
 * Lists all repositories every time, for stars and totals move without a push; asks for the details of those only that
 * were pushed to or edited since.
 */
async function* fetchRepositories(scope: Scope, context: CollectContext): AsyncGenerator<Batch<RepositoryItem>> {
  const organisation = organisationOf(scope)
  const readable = await readReadability(organisation, context)
  const listed: ListedRepository[] = []
  const only = scope.kind === 'organisation' ? scope.repository : undefined
  if (only === undefined) yield* list(organisation, context, { readable, listed })
  else yield await named(organisation, context, { readable, listed, only })
  yield* readDetails(organisation, context, await changed(organisation, context, listed))
}

/** One repository; the list as a whole is no nearer to its end. */
async function named(
  organisation: OrganisationKey,
  context: CollectContext,
  {
    readable,
    listed,
    only,
  }: { readonly readable: Readabilities; readonly listed: ListedRepository[]; readonly only: string },
): Promise<Batch<RepositoryItem>> {
  const { node, organisationId, gaps } = await readNamed(organisation, only, context)
  listed.push(node)
  const readability = await readable.of(node)
  const told = { kind: 'listed' as const, server: organisation.server, node }
  const owner: RepositoryItem[] =
    organisationId === undefined ? [] : [{ kind: 'organisation', organisation, hostId: String(organisationId) }]
  const subject = repositorySubject({ server: organisation.server, hostId: String(node.databaseId) })
  // What an older list saw of its items is out of date now.
  const cursors = [{ subject, stream: ITEMS_SEEN, position: itemsSeen(node, ''), isMark: true }]
  const items: RepositoryItem[] = [...owner, { ...told, ...(readability === undefined ? {} : { readability }) }]
  return { items, cursors, gaps: [...gaps, ...readable.gaps()] }
}

async function* list(
  organisation: OrganisationKey,
  context: CollectContext,
  { readable, listed }: { readonly readable: Readabilities; readonly listed: ListedRepository[] },
): AsyncGenerator<Batch<RepositoryItem>> {
  const { server } = organisation
  const subject = organisationSubject(organisation)
  const size = pageSize(REPOSITORY_LIST.pageSize)
  let firstServedAt: string | undefined
  let isWhole = true
  for (let cursor: string | null = null; ; ) {
    const answer = await askList(organisation, context, { cursor, size })
    firstServedAt ??= answer.servedAt
    const page = pageOf(organisation, answer)
    if (page === undefined) throw await noOrganisation(organisation, context)
    const items: RepositoryItem[] = cursor === null ? [{ kind: 'organisation', organisation, hostId: page.hostId }] : []
    const nodes = page.nodes.flatMap((node, index) => (node === null ? [] : toldRow(node, index, answer.errors)))
    const cursors: Cursor[] = []
    for (const node of nodes) {
      listed.push(node)
      const subject = repositorySubject({ server, hostId: String(node.databaseId) })
      cursors.push({ subject, stream: ITEMS_SEEN, position: itemsSeen(node, firstServedAt), isMark: true })
      const readability = await readable.of(node)
      items.push({ kind: 'listed', server, node, ...(readability === undefined ? {} : { readability }) })
    }
    isWhole &&= nodes.length === page.nodes.length
    const gaps = pageGaps(organisation, page.nodes, answer.errors)
    if (!page.pageInfo.hasNextPage) {
      const gone = isWhole ? await missing(organisation, context, listed) : []
      yield {
        items,
        cursors,
        gaps: [...gaps, ...readable.gaps()],
        gone,
        finished: isWhole ? [{ subject, stream: STREAM, watermark: firstServedAt }] : [],
      }
      return
    }
    yield { items, cursors, gaps }
    cursor = page.pageInfo.endCursor
  }
}

/** A page of the list. Rows that failed for what hangs on them are told without it. */
export async function askList(
  organisation: OrganisationKey,
  context: CollectContext,
  { cursor, size }: { readonly cursor: string | null; readonly size: PageSize },
): Promise<Answer<RepositoryListData>> {
  const place = { subject: organisationSubject(organisation), stream: STREAM }
  const variables = { org: organisation.login, cursor }
  const position = cursor ?? ''
  const wide = await askPage(context, REPOSITORY_LIST, {
    ...{ ...place, position, size },
    variables: { ...variables, isNarrow: false },
  })
  const found = wide.data.organization
  const page = found?.repositories
  if (found == null || page?.nodes?.includes(null) !== true) return wide
  const narrow = await askPage(context, REPOSITORY_LIST, {
    ...{ ...place, position: `narrow ${position}`.trim() },
    variables: { ...variables, isNarrow: true },
  })
  const rows = narrow.data.organization?.repositories?.nodes ?? []
  const isRestored = (index: unknown) => typeof index === 'number' && page.nodes[index] === null
  const nodes = page.nodes.map((node, index) => node ?? rows[index] ?? null)
  const errors = [
    ...wide.errors.filter(({ path }) => !isRestored(path[ROW_DEPTH - 1])),
    ...narrow.errors.filter(({ path }) => isRestored(path[ROW_DEPTH - 1])),
  ]
  return { ...wide, data: { organization: { ...found, repositories: { ...page, nodes } } }, errors }
}

const ROW_DEPTH = 4

/** What could be read of a row, unless that is not even which repository it is. */
function toldRow(node: ListedRepository, index: number, errors: Answer<unknown>['errors']): ListedRepository[] {
  const own = errors.filter(({ path }) => path[ROW_DEPTH - 1] === index)
  const { id, databaseId, name, owner, ...rest } = withoutTorn(node, own, ROW_DEPTH)
  if (id === undefined || databaseId === undefined || name === undefined || owner === undefined) return []
  return [{ id, databaseId, name, owner, ...rest }]
}

/** The page; undefined when there is no such organisation. */
function pageOf({ login }: OrganisationKey, { data, errors }: Answer<RepositoryListData>) {
  const found = data.organization
  if (found?.repositories?.nodes !== undefined) return { hostId: String(found.databaseId), ...found.repositories }
  const [error] = errors
  if (found === null || error === undefined || error.type === 'NOT_FOUND') return undefined
  throw new SourceFailure(failureKindOf(error), `the organisation "${login}" cannot be read: ${error.message}`)
}

/** An error names the row of its page; a row that is null is missing from the list. */
function pageGaps(
  organisation: OrganisationKey,
  nodes: readonly (ListedRepository | null)[],
  errors: Answer<unknown>['errors'],
) {
  const subject = organisationSubject(organisation)
  const gaps = nodes.flatMap((node, index) => {
    const own = errors.filter(({ path }) => path[path.indexOf('nodes') + 1] === index)
    return node === null ? [] : gapsOf(`${organisation.server}/${node.databaseId}`, own)
  })
  const lost = nodes.filter((node) => node === null).length
  const [error] = errors
  if (lost === 0 || error === undefined) return gaps
  const message = `${lost} repositories could not be read: ${error.message}`
  return [...gaps, { subject, kind: STREAM, reason: failureKindOf(error), message }]
}

/** A list that is empty all at once speaks of the token, not of the repositories. */
async function missing(
  organisation: OrganisationKey,
  context: CollectContext,
  listed: readonly ListedRepository[],
): Promise<Gone[]> {
  if (listed.length === 0) return []
  const ids = new Set(listed.map((node) => String(node.databaseId)))
  const known = await context.known.repositories(organisation)
  const gone = known.filter((one) => isListed(one) && !ids.has(one.hostId))
  return gone.map(({ server, hostId }) => ({ type: 'repository', repository: { server, hostId } }))
}

async function changed({ server }: OrganisationKey, context: CollectContext, listed: readonly ListedRepository[]) {
  const out: ListedRepository[] = []
  for (const node of listed) {
    const subject = repositorySubject({ server, hostId: String(node.databaseId) })
    const known = context.full ? undefined : await context.known.cursor(ID, subject, 'details')
    if (known !== stateOf(node)) out.push(node)
  }
  return out
}
