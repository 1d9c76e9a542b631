import { type Gap, repositorySubject } from '#data/model/collection.ts'
import { SourceFailure, UsageFailure } from '#data/model/failures.ts'
import { englishPlural } from '#data/model/plural.ts'
import type { RefsRecord, RepositoryKey, RepositoryRecord } from '#data/model/records.ts'
import type { Entry, Ref, Source } from '#data/model/source.ts'
import { type Batch, type CollectContext, defineCollector, type Scope } from '../collector.ts'
import { openBareSource } from '../git/bare-source.ts'
import { nameElsewhere } from '../git/clone-name.ts'
import { historyKnownUntil } from '../git/known-until.ts'
import { findKnownRepository, identifyClone, readabilityOf, repositoryRecord } from '../git/local-repository.ts'
import { readTagDates } from '../git/refs.ts'
import type { GitPlace } from '../git/run-git.ts'
import { treeOid } from '../git/tree-oid.ts'
import { isText, LARGEST_FILE_BYTES } from '../transport/unpack.ts'
import { isGitDirectory, openCheckout } from './source.ts'

const STREAM = 'tree'
const BATCH_BYTES = 4 * 1024 * 1024

type Item =
  | { readonly kind: 'repository'; readonly record: RepositoryRecord }
  | { readonly kind: 'blob'; readonly oid: string; readonly content: Uint8Array }
  | { readonly kind: 'refs'; readonly repository: RepositoryKey; readonly refs: RefsRecord['refs'] }
  | { readonly kind: 'tree'; readonly repository: RepositoryKey; readonly entries: readonly Entry[] }

export const workdir = defineCollector<Item>({
  id: 'workdir',
  title: { fr: 'Dossier de travail', en: 'Working folder' },
  summary: {
    fr: 'Les fichiers d’un dossier de travail tels qu’ils sont, ou ceux de la tête d’un clone nu ; branches et étiquettes.',
    en: 'The files of a working folder as they lie there, or of the head of a bare clone; branches and tags.',
  },
  scope: 'checkout',
  produces: ['repository', 'blob', 'refs', 'tree'],
  needs: ['git', 'disk'],
  classified: [],
  fetch: fetchCheckout,
  normalize: (item) => {
    switch (item.kind) {
      case 'repository':
        return [item.record]
      case 'blob':
        return [{ type: 'blob', oid: item.oid, content: item.content }]
      case 'refs':
        return [{ type: 'refs', repository: item.repository, refs: item.refs }]
      case 'tree':
        return [{ type: 'tree', repository: item.repository, treeOid: treeOid(item.entries), entries: item.entries }]
    }
  },
})

/** The tree comes last: it is stored once all that it names and that we read is. */
async function* fetchCheckout(scope: Scope, context: CollectContext): AsyncGenerator<Batch<Item>> {
  if (scope.kind !== 'checkout') throw new Error(`A collector of checkouts was pointed at a ${scope.kind}`)
  if (isGitDirectory(scope.path)) return yield* fetchBare(scope, context)
  const source = await openCheckout(scope.path, { as: scope.repository, signal: context.signal })
  try {
    const record = await identify(source, { ...scope, known: context.known, signal: context.signal })
    yield* readSource(source, record, { ...context, directory: scope.path })
  } finally {
    await source.close?.()
  }
}

/** What the host showed of the same repository stands: a bare clone may lag behind, and nobody edits its files. */
async function* fetchBare(scope: Checkout, context: CollectContext): AsyncGenerator<Batch<Item>> {
  const { path, repository } = scope
  const place = { directory: path, signal: context.signal }
  const local = await identifyClone(place, { ...scope, known: context.known })
  const { known, head } = local
  const watermark = await historyKnownUntil(place, { head, now: context.now() })
  const stream = { subject: repositorySubject(local.key), stream: STREAM, watermark }
  const record = repositoryRecord(local)
  if (known?.treeOid != null && known.storedTreeOid === known.treeOid)
    return yield { items: [{ kind: 'repository', record }], finished: [stream] }
  if (head === undefined) {
    const empty: Item = { kind: 'tree', repository: local.key, entries: [] }
    return yield { items: [{ kind: 'repository', record }, empty], finished: [stream] }
  }
  const source = await openBareSource(path, { commit: head, as: repository, signal: context.signal })
  try {
    yield* readSource(source, record, { ...context, directory: path })
  } finally {
    await source.close?.()
  }
}

type Checkout = Extract<Scope, { kind: 'checkout' }>

async function* readSource(
  source: Source,
  record: RepositoryRecord,
  context: CollectContext & { readonly directory: string },
): AsyncGenerator<Batch<Item>> {
  const repository = { server: record.server, hostId: record.hostId }
  const stream = { subject: repositorySubject(repository), stream: STREAM }
  const entries = await source.entries()
  yield { items: [{ kind: 'repository', record }] }
  const unread = yield* readBlobs(source, entries, context)
  const known = await source.refs?.()
  const place = { directory: context.directory, signal: context.signal }
  const now = context.now()
  // A folder that is no clone is what it is; what a clone shows is as of its last contact.
  const { head } = source.identity
  const watermark = head === undefined ? now : await historyKnownUntil(place, { head, now })
  const refs: Item[] = known === undefined ? [] : [{ kind: 'refs', repository, refs: await datedRefs(known, place) }]
  const items: Item[] = [...refs, { kind: 'tree', repository, entries }]
  yield { items, gaps: gapsOf(stream.subject, unread), finished: [{ ...stream, watermark }] }
}

async function datedRefs(refs: readonly Ref[], place: GitPlace): Promise<RefsRecord['refs']> {
  const dates = await readTagDates(place)
  return refs.map((ref) => ({ ...ref, committedAt: ref.kind === 'tag' ? (dates.get(ref.name) ?? null) : null }))
}

/** The known repository of that name, untouched: what its host says of it stands. Else one of its own on `local`. */
async function identify(
  source: Source,
  { path, known, isPublic, signal }: Pick<Checkout, 'path' | 'isPublic'> & Pick<CollectContext, 'known' | 'signal'>,
): Promise<RepositoryRecord> {
  const { identity } = source
  const { repository, server } = identity.repository === undefined ? await named(source, { path, signal }) : identity
  if (repository === undefined) {
    throw new UsageFailure('checkout-unnamed', `nothing says which repository ${identity.origin} is a checkout of`, {
      hint: 'write `repository: OWNER/NAME` beside its path in parvis.yaml',
    })
  }
  const found = await findKnownRepository(repository, known, server)
  const [owner = '', name = ''] = repository.split('/')
  if (found)
    return { type: 'repository', server: found.server, hostId: found.hostId, owner: found.owner, name: found.name }
  return {
    ...{ type: 'repository', server: 'local', hostId: repository, owner, name },
    readability: readabilityOf(isPublic),
    defaultBranch: identity.defaultBranch ?? null,
    headOid: identity.head ?? null,
  }
}

/** What the clone that it was taken from says, or its build file; of a folder that is no clone nothing. */
async function named(
  { identity }: Source,
  { path, signal }: { readonly path: string; readonly signal: AbortSignal },
): Promise<{ readonly repository?: string; readonly server?: string }> {
  return identity.head === undefined ? {} : ((await nameElsewhere({ directory: path, signal }, identity.head)) ?? {})
}

/** Yields the text files that are not stored yet, and answers what could not be read. */
async function* readBlobs(
  source: Source,
  entries: readonly Entry[],
  { known }: CollectContext,
): AsyncGenerator<Batch<Item>, readonly SourceFailure[]> {
  const wanted = new Map(entries.filter(isReadable).map((entry) => [entry.oid, entry]))
  const unread: SourceFailure[] = []
  let items: Item[] = []
  let bytes = 0
  for (const oid of await known.missingBlobs([...wanted.keys()])) {
    const entry = wanted.get(oid)
    const content = entry === undefined ? undefined : await readOrNote(source, entry, unread)
    if (content === undefined || !isText(content) || content.byteLength > LARGEST_FILE_BYTES) continue
    items.push({ kind: 'blob', oid, content })
    bytes += content.byteLength
    if (bytes < BATCH_BYTES) continue
    yield { items }
    items = []
    bytes = 0
  }
  if (items.length > 0) yield { items }
  return unread
}

function isReadable({ mode, size }: Entry): boolean {
  return mode.startsWith('100') && size <= LARGEST_FILE_BYTES
}

async function readOrNote(source: Source, entry: Entry, unread: SourceFailure[]): Promise<Uint8Array | undefined> {
  try {
    return await source.read(entry)
  } catch (failure) {
    if (!(failure instanceof SourceFailure) || failure.kind === 'interrupted') throw failure
    unread.push(failure)
    return undefined
  }
}

function gapsOf(subject: string, unread: readonly SourceFailure[]): readonly Gap[] {
  const [first] = unread
  if (first === undefined) return []
  const { length } = unread
  const message = `${length} ${englishPlural(length, 'file')}: ${first.message}`
  return [{ subject, kind: 'field:files', reason: first.kind, code: 'files-unread', message }]
}
