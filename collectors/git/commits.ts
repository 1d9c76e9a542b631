import { type Gap, repositorySubject } from '#data/model/collection.ts'
import type { Oid } from '#data/model/oid.ts'
import { englishPlural } from '#data/model/plural.ts'
import type { CommitRecord, RepositoryKey, RepositoryRecord } from '#data/model/records.ts'
import { type Batch, type CollectContext, defineCollector, type Scope } from '../collector.ts'
import { isReleaseToolMessage, type Signature } from './bots.ts'
import {
  coAuthorsOf,
  type GitCommit,
  hasCommit,
  lostCommits,
  mailmapFor,
  readHistory,
  type Stretch,
} from './history.ts'
import { historyKnownUntil } from './known-until.ts'
import { identifyClone, type LocalRepository, repositoryRecord } from './local-repository.ts'
import { mentionsOf } from './mentions.ts'
import { personOf, type Signer, signerOf } from './people.ts'
import type { GitPlace } from './run-git.ts'

const ID = 'git/commits'
const STREAM = 'commits'
const BATCH = 1000

type RawCommit = Pick<
  CommitRecord,
  'oid' | 'authoredAt' | 'committedAt' | 'parentCount' | 'isReleaseTool' | 'mentions'
> & {
  readonly repository: RepositoryKey
  readonly author: Signer
  readonly committer: Signer
  readonly coAuthors: readonly Signer[]
}

type Item = { readonly repository: RepositoryRecord } | { readonly commit: RawCommit }

export const gitCommits = defineCollector<Item>({
  id: ID,
  title: { fr: 'Commits d’un clone local', en: 'Commits of a local clone' },
  summary: {
    fr: 'Tous les commits de la branche par défaut, auteurs réunis par le .mailmap, adresses remplacées par une empreinte.',
    en: 'Every commit of the default branch, authors joined by the .mailmap, addresses replaced by a hash.',
  },
  scope: 'clone',
  produces: ['repository', 'commit'],
  needs: ['git', 'disk'],
  classified: ['email'],
  fetch: fetchCommits,
  normalize: (item) => {
    if ('repository' in item) return [item.repository]
    const { author, committer, coAuthors, ...commit } = item.commit
    const { server } = commit.repository
    return [
      {
        type: 'commit',
        ...commit,
        author: personOf(author, server),
        committer: personOf(committer, server),
        coAuthors: coAuthors.map((signer) => ({ person: personOf(signer, server) })),
      },
    ]
  },
})

async function* fetchCommits(scope: Scope, context: CollectContext): AsyncGenerator<Batch<Item>> {
  if (scope.kind !== 'clone') throw new Error(`A collector of clones was pointed at a ${scope.kind}`)
  const place: GitPlace = { directory: scope.path, signal: context.signal }
  const local = await identifyClone(place, { ...scope, known: context.known })
  const stream = { subject: repositorySubject(local.key), stream: STREAM }
  const done = { ...stream, watermark: await historyKnownUntil(place, { head: local.head, now: context.now() }) }
  yield { items: [{ repository: repositoryRecord(local) }] }
  if (local.head === undefined) return yield { items: [], finished: [done] }
  if (local.isShallow) {
    // Without a cursor: what is cut off below may come later, and would be missed by whoever goes on from here.
    yield* walk(place, { from: undefined, to: local.head, skip: 0 }, { local, context })
    return yield {
      items: [],
      gaps: [gapOf(stream.subject, 'clone-shallow', 'this clone is shallow: its older commits are not here')],
    }
  }
  yield* collectFrom(place, { local, head: local.head, context })
  yield { items: [], cursors: [{ ...stream, position: local.head }], finished: [done] }
}

interface Task {
  readonly local: LocalRepository
  readonly context: CollectContext
}

/** Goes on where the last run stopped, and tells what a rewritten history lost since. */
async function* collectFrom(place: GitPlace, task: Task & { readonly head: Oid }): AsyncGenerator<Batch<Item>> {
  const { local, head, context } = task
  const subject = repositorySubject(local.key)
  const saved = parsePosition(await context.known.cursor(ID, subject, STREAM))
  if (saved.open && !context.full && (await hasCommit(place, saved.open.to))) yield* walk(place, saved.open, task)
  const base = saved.open?.to ?? saved.base
  const hasBase = base !== undefined && (await hasCommit(place, base))
  if (hasBase) yield* goneSince(place, { base, ...task })
  else if (base !== undefined) {
    yield {
      items: [],
      gaps: [
        gapOf(
          subject,
          'history-rewritten',
          `history was rewritten: ${base.slice(0, 12)}, once its head, is not here any more`,
        ),
      ],
    }
  }
  yield* walk(place, { from: hasBase && !context.full ? base : undefined, to: head, skip: 0 }, task)
}

async function* goneSince(
  place: GitPlace,
  { base, head, local }: Task & { readonly base: Oid; readonly head: Oid },
): AsyncGenerator<Batch<Item>> {
  const gone = await lostCommits(place, { from: base, to: head })
  if (gone.length > 0) yield { items: [], gone: gone.map((oid) => ({ type: 'commit', repository: local.key, oid })) }
}

/** Batches of one stretch, each with the cursor behind it. */
async function* walk(place: GitPlace, stretch: Stretch, { local, context }: Task): AsyncGenerator<Batch<Item>> {
  const stream = { subject: repositorySubject(local.key), stream: STREAM }
  const bots = new Map<string, number>()
  let commits: GitCommit[] = []
  let read = stretch.skip
  const batch = async (): Promise<Batch<Item>> => {
    const items = await rawCommits(place, commits, { local, context })
    for (const { author } of items)
      if (author.botPattern) bots.set(author.botPattern, (bots.get(author.botPattern) ?? 0) + 1)
    read += commits.length
    commits = []
    const cursors = local.isShallow ? [] : [{ ...stream, position: formatPosition({ ...stretch, skip: read }) }]
    return { items: items.map((commit) => ({ commit })), cursors }
  }
  for await (const commit of readHistory(place, stretch)) {
    commits.push(commit)
    if (commits.length === BATCH) yield await batch()
  }
  if (commits.length > 0) yield await batch()
  for (const [pattern, count] of bots)
    context.log(`${count} ${englishPlural(count, 'commit')} by programs, after the pattern "${pattern}"`)
}

async function rawCommits(
  place: GitPlace,
  commits: readonly GitCommit[],
  { local, context }: Task,
): Promise<readonly RawCommit[]> {
  const signer = (signature: Signature) => signerOf(signature, context.pseudonymise)
  const named = commits.map(({ message }) => coAuthorsOf(message))
  const mailmap = await mailmapFor(place, named.flat())
  return commits.map((commit, index) => {
    const author = signer(commit.author)
    const coAuthors = named[index]?.map((one) => signer(mailmap(one))) ?? []
    return {
      repository: local.key,
      oid: commit.oid,
      author,
      committer: signer(commit.committer),
      authoredAt: commit.authoredAt,
      committedAt: commit.committedAt,
      parentCount: commit.parentCount,
      isReleaseTool: isReleaseToolMessage(commit.message),
      mentions: mentionsOf(commit.message),
      coAuthors: others(author, coAuthors),
    }
  })
}

/** Each co-author once, and none who is the author. */
function others(author: Signer, coAuthors: readonly Signer[]): readonly Signer[] {
  const byHash = new Map(coAuthors.map((signer) => [signer.emailHash, signer]))
  byHash.delete(author.emailHash)
  return [...byHash.values()]
}

interface Position {
  /** Head up to which everything is known. */
  readonly base: Oid | undefined
  /** A stretch that a run did not come to the end of. */
  readonly open: Stretch | undefined
}

/** `HEAD`, or `TO SKIP FROM` within a stretch, `-` standing for the beginning of history. */
function parsePosition(position: string | undefined): Position {
  const [to, skip, from] = position?.split(' ') ?? []
  if (to === undefined) return { base: undefined, open: undefined }
  if (skip === undefined) return { base: to, open: undefined }
  return { base: undefined, open: { to, skip: Number(skip), from: from === '-' ? undefined : from } }
}

function formatPosition({ to, skip, from }: Stretch): string {
  return `${to} ${skip} ${from ?? '-'}`
}

function gapOf(subject: string, code: string, message: string): Gap {
  return { subject, kind: STREAM, reason: 'not-found', code, message }
}
