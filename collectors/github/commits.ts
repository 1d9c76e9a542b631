import {
  type Cursor,
  type Finished,
  type Gap,
  type Gone,
  type KnownRepository,
  organisationSubject,
  repositorySubject,
} from '#data/model/collection.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { Instant } from '#data/model/instant.ts'
import type { Oid } from '#data/model/oid.ts'
import type { RepositoryKey } from '#data/model/records.ts'
import { instant } from '../clock.ts'
import { type Batch, type CollectContext, defineCollector, type Scope } from '../collector.ts'
import type { PartialError } from '../transport.ts'
import { failureKindOf, isPassing } from './classify.ts'
import { gapsOf } from './operation.ts'
import { type PageSize, pageSize } from './page-size.ts'
import { type Past, pastOf } from './past.ts'
import { personOfGit } from './people.ts'
import { COMMITS, type CommitNode, type CommitsPart } from './queries/commits.ts'
import { gapOf, knownRepositories, listedAt, organisationOf } from './repository-walk.ts'
import { type Taken, type Walk, type Walked, walkTogether } from './walk-together.ts'

const ID = 'github/commits'
const STREAM = 'commits'
/** Stream whose cursor keeps the head down from which all is known. It is never finished, so it stays. */
const HEAD = 'commits-head'
/** Stream whose cursor keeps the size of a page that the host bore last. */
const PAGE = 'commits-page'
// While the host says that there is more, so much of it is expected at least.
const LEAST = 10

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
        isReleaseTool: node.isReleaseTool,
        mentions: node.mentions,
        coAuthors: node.coAuthors.map((who) => ({ person: personOfGit(repository.server, who) })),
      },
    ]
  },
})

async function* fetchCommits(scope: Scope, context: CollectContext): AsyncGenerator<Batch<CommitItem>> {
  const watermark = await listedAt(scope, context)
  const settled: Finished[] = []
  const walks: HistoryWalk[] = []
  const gaps: Gap[] = []
  // Of repositories that were emptied, all that is stored.
  const gone: Gone[] = []
  const cursors: Cursor[] = []
  for (const repository of await knownRepositories(scope, context)) {
    const subject = repositorySubject(repository)
    const past = await pastOf({ collector: ID, subject, stream: STREAM }, context)
    const isAnew = context.full || (past.watermark === undefined && context.since !== undefined)
    const done = isAnew ? undefined : await context.known.cursor(ID, subject, HEAD)
    if (repository.isEmpty) gone.push(...(await unreachable(repository, new Set(), context)))
    if (repository.isEmpty && done) cursors.push({ subject, stream: HEAD, position: '', isMark: true })
    const isRead = repository.isEmpty || (repository.headOid !== null && repository.headOid === done)
    const state = isRead ? undefined : await stateOf(repository, context, { doneHead: done, watermark, past })
    if (isRead) settled.push({ subject, stream: STREAM, watermark })
    else if (state === undefined) gaps.push(gapOf(subject, STREAM, noHead()))
    else walks.push(historyWalk(state, context))
  }
  if (settled.length > 0 || gaps.length > 0) yield { items: [], finished: settled, gaps, gone, cursors }
  const place = { subject: organisationSubject(organisationOf(scope)), stream: STREAM, walks }
  for await (const call of walkTogether(context, COMMITS, place)) yield together(call)
}

/** One answer is saved at once, whatever the number of histories in it. */
function together(call: readonly Walked<HistoryWalk, Batch<CommitItem>>[]): Batch<CommitItem> {
  const batches = call.map(
    (walked): Batch<CommitItem> =>
      'step' in walked ? walked.step : { items: [], gaps: [gapOf(walked.walk.subject, STREAM, walked.failure)] },
  )
  return {
    items: batches.flatMap(({ items }) => items),
    cursors: batches.flatMap(({ cursors = [] }) => cursors),
    finished: batches.flatMap(({ finished = [] }) => finished),
    gaps: batches.flatMap(({ gaps = [] }) => gaps),
    gone: batches.flatMap(({ gone = [] }) => gone),
  }
}

interface HistoryWalk extends Walk<CommitsPart, Batch<CommitItem>> {
  readonly subject: string
}

interface State {
  readonly repository: KnownRepository
  readonly key: RepositoryKey
  readonly subject: string
  readonly watermark: Instant
  readonly past: Past
  /** Frozen when the walk began: no push can shift it. */
  readonly head: Oid
  /** From which an earlier walk knew all. */
  readonly doneHead: Oid | undefined
  /** Whether it began at the head. */
  readonly isFromHead: boolean
  /** What was met, where something was stored before that may have to be forgotten. */
  readonly met: Set<Oid> | undefined
  readonly size: PageSize
  remembered: number | undefined
  cursor: string | null
  remaining: number
  isWhole: boolean
}

async function stateOf(
  repository: KnownRepository,
  context: CollectContext,
  {
    doneHead,
    watermark,
    past,
  }: { readonly doneHead: Oid | undefined; readonly watermark: Instant; readonly past: Past },
): Promise<State | undefined> {
  const start = await startOf(repository, context, past)
  if (start === undefined) return undefined
  const subject = repositorySubject(repository)
  const key = { server: repository.server, hostId: repository.hostId }
  const stored = await context.known.count(key, 'commit')
  const size = pageSize(COMMITS.mostRows, Number(await context.known.cursor(ID, subject, PAGE)))
  const isNews = doneHead !== undefined || start.cursor !== null
  const told = repository.commitCount ?? COMMITS.mostRows
  return {
    ...{ repository, key, subject, watermark, past, size, doneHead, remembered: size.limit() },
    ...{ head: start.head, cursor: start.cursor, isFromHead: start.cursor === null },
    met: stored > 0 ? new Set() : undefined,
    // The head that was met last is looked for as well.
    remaining: isNews ? Math.max(LEAST, told - stored + 1) : Math.max(1, told),
    isWhole: true,
  }
}

/**
 * Walks from the head that the inventory saw. A later walk ends where the old head was met and the totals agree; one
 * that never meets it was rewritten, and what it does not reach is gone. Behind commits that could not be read the walk
 * goes on, but its cursor stays: the next run takes up there, and nothing is said to be gone.
 */
function historyWalk(state: State, context: CollectContext): HistoryWalk {
  return {
    name: state.repository.hostId,
    subject: state.subject,
    size: state.size,
    remaining: () => state.remaining,
    ask: (first) => ({
      position: `${state.head} ${state.cursor ?? ''}`.trim(),
      variables: {
        ...{ id: state.repository.nodeId, head: state.head, first, after: state.cursor },
        since: state.past.bound ?? null,
      },
    }),
    take: (page) => take(state, context, page),
  }
}

async function take(state: State, context: CollectContext, page: Taken<CommitsPart>): Promise<Batch<CommitItem>> {
  const { key, subject, head } = state
  const { errors } = page
  const history = page.part?.object?.history
  if (history?.nodes === undefined) throw notRead(errors)
  const nodes = toldCommits(history.nodes, errors)
  for (const { oid } of nodes) state.met?.add(oid)
  const unread = history.nodes.length - nodes.length
  const wasWhole = state.isWhole
  state.isWhole &&= unread === 0
  // The start of the first page that could not be read whole stays the place to come back to.
  const behind: string = `${head} ${(state.isWhole ? history.pageInfo.endCursor : state.cursor) ?? ''}`
  const isLast =
    !history.pageInfo.hasNextPage || (await isKnownBelow(state, context, { nodes, total: history.totalCount }))
  state.cursor = history.pageInfo.endCursor
  state.remaining = isLast ? 0 : Math.max(LEAST, state.remaining - history.nodes.length)
  const items = nodes.map((node) => ({ repository: key, node }))
  const gaps = [...gapsOf(subject, errors.filter(isBearable)), ...lost(subject, unread, errors)]
  const marks = markOf(state)
  if (!isLast || !state.isWhole) {
    // A place in a history that is bounded would be another one in the whole history.
    const cursors = wasWhole && state.past.bound === undefined ? [{ subject, stream: STREAM, position: behind }] : []
    return { items, gaps, cursors: [...cursors, ...marks] }
  }
  // Those of this page are not stored yet.
  const news = await unknownOf(key, nodes, context)
  const stored = (await context.known.count(key, 'commit')) + news
  const isTooMuch = state.past.bound === undefined && stored > history.totalCount
  const gone = isTooMuch && state.isFromHead && state.met ? await unreachable(key, state.met, context) : []
  // Taken up in the middle, a walk has not met what lies above; what is stored too much shows in the next whole one.
  const heads = isTooMuch && !state.isFromHead ? [] : [{ subject, stream: HEAD, position: head, isMark: true }]
  const { watermark, past } = state
  const end = { subject, stream: STREAM, watermark, ...(past.from === undefined ? {} : { from: past.from }) }
  return { items, gaps, gone, finished: [end], cursors: [...heads, ...marks] }
}

/** Whether the old head was met, nothing of this page is new, and as much is stored as the host counts. */
async function isKnownBelow(
  { doneHead, met, key }: State,
  context: CollectContext,
  { nodes, total }: { readonly nodes: readonly CommitNode[]; readonly total: number },
): Promise<boolean> {
  if (doneHead === undefined || met?.has(doneHead) !== true) return false
  const news = await unknownOf(key, nodes, context)
  return (await context.known.count(key, 'commit')) + news === total
}

/** The size of a page, when it is to be remembered differently. */
function markOf(state: State): Cursor[] {
  const limit = state.size.limit()
  if (limit === state.remembered) return []
  state.remembered = limit
  return [{ subject: state.subject, stream: PAGE, position: String(limit ?? ''), isMark: true }]
}

async function unknownOf(key: RepositoryKey, nodes: readonly CommitNode[], context: CollectContext): Promise<number> {
  let unknown = 0
  for (const { oid } of nodes) if (!(await context.known.hasCommit(key, oid))) unknown += 1
  return unknown
}

function noHead(): SourceFailure {
  return new SourceFailure('not-found', 'no head of the default branch is known')
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
  { bound }: Past,
): Promise<{ readonly head: Oid; readonly cursor: string | null } | undefined> {
  const canResume = bound === undefined && !context.full
  const saved = canResume ? await context.known.cursor(ID, repositorySubject(repository), STREAM) : undefined
  const [head, ...cursor] = saved?.split(' ') ?? []
  if (head !== undefined && cursor.length > 0) return { head, cursor: cursor.join(' ') || null }
  return repository.headOid === null ? undefined : { head: repository.headOid, cursor: null }
}

async function unreachable(
  { server, hostId }: RepositoryKey,
  met: ReadonlySet<Oid>,
  context: CollectContext,
): Promise<Gone[]> {
  const repository = { server, hostId }
  const stored = await context.known.hostIds(repository, 'commit')
  return stored.filter((oid) => !met.has(oid)).map((oid) => ({ type: 'commit', repository, oid }))
}
