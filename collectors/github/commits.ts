import { type Finished, type Gap, type Gone, type KnownRepository, repositorySubject } from '#data/model/collection.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { Oid } from '#data/model/oid.ts'
import type { Instant, RepositoryKey } from '#data/model/records.ts'
import { instant } from '../clock.ts'
import { type Batch, type CollectContext, defineCollector, type Scope } from '../collector.ts'
import type { Answer, PartialError } from '../transport.ts'
import { failureKindOf, isPassing } from './classify.ts'
import { askPage, gapsOf, type PageSizes } from './operation.ts'
import { personOfGit } from './people.ts'
import { COMMITS, type CommitNode, type CommitsData } from './queries/commits.ts'
import { eachRepository, knownRepositories, listedAt } from './repository-walk.ts'

const ID = 'github/commits'
const STREAM = 'commits'
/** Stream whose cursor keeps the head down from which all is known. It is never finished, so it stays. */
const HEAD = 'commits-head'

interface CommitItem {
  readonly repository: RepositoryKey
  readonly node: CommitNode
}

export const commits = defineCollector<CommitItem>({
  id: ID,
  title: { fr: 'Commits', en: 'Commits' },
  summary: {
    fr: 'Les commits de la branche par défaut avec auteurs et co-auteurs, sans adresse ni message.',
    en: 'The commits of the default branch with authors and co-authors, without address or message.',
  },
  scope: 'organisation',
  produces: ['commit'],
  needs: ['network', 'token'],
  classified: ['email'],
  fetch: fetchCommits,
  normalize: ({ repository, node }) => {
    const nobody = { signer: null }
    return [
      {
        type: 'commit',
        repository,
        oid: node.oid,
        author: personOfGit(repository.server, node.author ?? nobody),
        committer: personOfGit(repository.server, node.committer ?? nobody),
        authoredAt: instant(node.authoredDate),
        committedAt: instant(node.committedDate),
        parentCount: node.parents.totalCount,
        isReleaseTool: node.isReleaseTool,
        coAuthors: node.coAuthors.map((who) => ({ person: personOfGit(repository.server, who) })),
      },
    ]
  },
})

async function* fetchCommits(scope: Scope, context: CollectContext): AsyncGenerator<Batch<CommitItem>> {
  const sizes: PageSizes = new Map()
  const watermark = await listedAt(scope, context)
  const settled: Finished[] = []
  const moved: KnownRepository[] = []
  for (const repository of await knownRepositories(scope, context)) {
    const subject = repositorySubject(repository)
    const done = context.full ? undefined : await context.known.cursor(ID, subject, HEAD)
    if (repository.isEmpty || (repository.headOid !== null && repository.headOid === done))
      settled.push({ subject, stream: STREAM, watermark })
    else moved.push(repository)
  }
  if (settled.length > 0) yield { items: [], finished: settled }
  yield* eachRepository(moved, STREAM, (repository) => walkHistory(repository, context, { sizes, watermark }))
}

/**
 * Walks from the head that the inventory saw, which no push can shift. A later walk ends where the old head was met and
 * the totals agree; one that never meets it was rewritten, and what it does not reach is gone. Behind commits that could
 * not be read the walk goes on, but its cursor stays: the next run takes up there, and nothing is said to be gone.
 */
async function* walkHistory(
  repository: KnownRepository,
  context: CollectContext,
  { sizes, watermark }: { readonly sizes: PageSizes; readonly watermark: Instant },
): AsyncGenerator<Batch<CommitItem>> {
  const subject = repositorySubject(repository)
  const place = { subject, stream: STREAM }
  const key = { server: repository.server, hostId: repository.hostId }
  const doneHead = context.full ? undefined : await context.known.cursor(ID, subject, HEAD)
  const start = await startOf(repository, context)
  const met = new Set<Oid>()
  let total = 0
  let cursor = start.cursor
  let isWhole = true
  for (let hasNext = true; hasNext; ) {
    const variables = { id: repository.nodeId, head: start.head, cursor }
    const position: string = `${start.head} ${cursor ?? ''}`.trim()
    const answer: Answer<CommitsData> = await askPage(context, COMMITS, { ...place, position, variables, sizes })
    const history = answer.data.node?.object?.history
    if (history?.nodes === undefined) throw notRead(answer.errors)
    const nodes = toldCommits(history.nodes, answer.errors)
    const isKnown = await areKnown(key, nodes, context)
    for (const { oid } of nodes) met.add(oid)
    const unread = history.nodes.length - nodes.length
    const wasWhole = isWhole
    isWhole &&= unread === 0
    // The start of the first page that could not be read whole stays the place to come back to.
    const behind: string = `${start.head} ${(isWhole ? history.pageInfo.endCursor : cursor) ?? ''}`
    total = history.totalCount
    cursor = history.pageInfo.endCursor
    hasNext = history.pageInfo.hasNextPage
    const items = nodes.map((node) => ({ repository: key, node }))
    const cursors = wasWhole && (hasNext || !isWhole) ? [{ ...place, position: behind }] : []
    const gaps = [...gapsOf(subject, answer.errors.filter(isBearable)), ...lost(subject, unread, answer.errors)]
    yield { items, cursors, gaps }
    const isBelowOldHead = doneHead !== undefined && met.has(doneHead) && isKnown
    if (isBelowOldHead && (await context.known.count(key, 'commit')) === total) hasNext = false
  }
  if (!isWhole) return
  const stored = await context.known.count(key, 'commit')
  // Taken up in the middle, a walk has not met what lies above; what is stored too much shows in the next whole one.
  const gone = stored > total && start.cursor === null ? await unreachable(key, met, context) : []
  const heads = stored > total && start.cursor !== null ? [] : [{ subject, stream: HEAD, position: start.head }]
  yield { items: [], gone, finished: [{ ...place, watermark }], cursors: heads }
}

function notRead([error]: readonly PartialError[]): SourceFailure {
  if (error === undefined) return new SourceFailure('not-found', 'the host no longer has this head')
  return new SourceFailure(failureKindOf(error), error.message)
}

const ROW_DEPTH = 5

/** The commits of a page that came whole, or lack no more than the account behind a signature. */
function toldCommits(nodes: readonly (CommitNode | null)[], errors: readonly PartialError[]): readonly CommitNode[] {
  const rows = new Set(errors.filter((error) => !isBearable(error)).map(({ path }) => path[ROW_DEPTH - 1]))
  return nodes.filter((_node, index) => !rows.has(index)).filter((node) => node !== null)
}

function isBearable(error: PartialError): boolean {
  return error.path.at(-1) === 'user' && !isPassing(error)
}

function lost(subject: string, rows: number, [error]: readonly PartialError[]): Gap[] {
  if (rows === 0) return []
  const reason = error === undefined ? 'invalid-answer' : failureKindOf(error)
  return [{ subject, kind: STREAM, reason, message: `${rows} commits of a page could not be read` }]
}

/** Where a walk that was cut short stands; the head it was frozen at may be older than the inventory's. */
async function startOf(
  repository: KnownRepository,
  context: CollectContext,
): Promise<{ head: Oid; cursor: string | null }> {
  const saved = await context.known.cursor(ID, repositorySubject(repository), STREAM)
  const [head, ...cursor] = saved?.split(' ') ?? []
  if (head !== undefined && cursor.length > 0 && !context.full) return { head, cursor: cursor.join(' ') || null }
  if (repository.headOid === null) throw new SourceFailure('not-found', 'no head of the default branch is known')
  return { head: repository.headOid, cursor: null }
}

async function areKnown(key: RepositoryKey, nodes: readonly CommitNode[], context: CollectContext): Promise<boolean> {
  for (const { oid } of nodes) if (!(await context.known.hasCommit(key, oid))) return false
  return true
}

async function unreachable(repository: RepositoryKey, met: ReadonlySet<Oid>, context: CollectContext): Promise<Gone[]> {
  const stored = await context.known.hostIds(repository, 'commit')
  return stored.filter((oid) => !met.has(oid)).map((oid) => ({ type: 'commit', repository, oid }))
}
