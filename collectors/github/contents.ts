import { type Finished, type KnownRepository, repositorySubject } from '#data/model/collection.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { Instant } from '#data/model/instant.ts'
import { blobOid, type Oid } from '#data/model/oid.ts'
import type { RepositoryKey } from '#data/model/records.ts'
import type { Entry } from '#data/model/source.ts'
import { type Batch, type CollectContext, defineCollector, type Scope } from '../collector.ts'
import { isText, LARGEST_FILE_BYTES } from '../transport/unpack.ts'
import type { ArchiveFile } from '../transport.ts'
import { blobOf, tarballOf } from './queries/contents.ts'
import { eachRepository, endsTheRun, knownRepositories, listedAt } from './repository-walk.ts'
import { treeOidOf } from './tree-oid.ts'
import { readTree } from './trees.ts'

const ID = 'github/contents'
const STREAM = 'tree'
/** Stream whose cursor names the tree of which some files are still to be had. It is never finished. */
const UNREAD = 'tree-unread'
// An archive is one request for everything; of what changed so few files, single ones weigh less.
const FEW_FILES = 4
const MOST_SINGLE_FILES = 60
const BATCH_BYTES = 4 * 1024 * 1024

/** Bytes that no rule reads, told by their name so that they are never fetched. */
const BINARY =
  /\.(?:7z|bmp|class|docx?|ear|eot|exe|gif|gz|ico|jar|jpe?g|mp[34]|odt|ods|otf|pdf|png|pptx?|so|swf|tgz|tiff?|ttf|war|webp|woff2?|xlsx?|zip)$/i

/** Whether rules may read it: a text file of a length that people write. */
export function isWorthKeeping({ mode, path, size }: Entry): boolean {
  return mode.startsWith('100') && size <= LARGEST_FILE_BYTES && !BINARY.test(path)
}

type ContentsItem =
  | { readonly kind: 'blob'; readonly oid: Oid; readonly content: Uint8Array }
  | {
      readonly kind: 'tree'
      readonly repository: RepositoryKey
      readonly treeOid: Oid | null
      readonly entries: readonly Entry[]
    }

export const contents = defineCollector<ContentsItem>({
  id: ID,
  title: { fr: 'Fichiers', en: 'Files' },
  summary: {
    fr: 'L’arborescence de la branche par défaut et le contenu de ses fichiers texte jusqu’à 1 Mio.',
    en: 'The tree of the default branch and the content of its text files up to 1 MiB.',
  },
  scope: 'organisation',
  produces: ['tree', 'blob'],
  needs: ['network', 'token'],
  classified: [],
  fetch: fetchContents,
  normalize: (item) =>
    item.kind === 'blob'
      ? [{ type: 'blob', oid: item.oid, content: item.content }]
      : [{ type: 'tree', repository: item.repository, treeOid: item.treeOid, entries: item.entries }],
})

async function* fetchContents(scope: Scope, context: CollectContext): AsyncGenerator<Batch<ContentsItem>> {
  const watermark = await listedAt(scope, context)
  const settled: Finished[] = []
  const moved: KnownRepository[] = []
  const emptied: KnownRepository[] = []
  for (const repository of await knownRepositories(scope, context)) {
    const isCut = (await context.known.cursor(ID, repositorySubject(repository), UNREAD)) === repository.treeOid
    const isSame = repository.treeOid !== null && repository.treeOid === repository.storedTreeOid && !context.full
    if (repository.isEmpty && repository.storedTreeOid !== null) emptied.push(repository)
    if (repository.isEmpty || (isSame && !isCut))
      settled.push({ subject: repositorySubject(repository), stream: STREAM, watermark })
    else moved.push(repository)
  }
  if (settled.length > 0) yield { items: emptied.map(emptyTree), finished: settled }
  yield* eachRepository(moved, STREAM, (repository) => readRepository(repository, context, watermark))
}

/** All branches were deleted: what was stored of them is no longer there. */
function emptyTree({ server, hostId }: KnownRepository): ContentsItem {
  return { kind: 'tree', repository: { server, hostId }, treeOid: null, entries: [] }
}

/** The tree comes last: it is stored once all that it names and that we read is. */
async function* readRepository(
  repository: KnownRepository,
  context: CollectContext,
  watermark: Instant,
): AsyncGenerator<Batch<ContentsItem>> {
  const { server, hostId, treeOid, headOid } = repository
  if (treeOid === null || headOid === null)
    throw new SourceFailure('not-found', 'no tree of the default branch is known')
  const subject = repositorySubject(repository)
  const isFirst = repository.storedTreeOid === null
  const first = isFirst ? await readArchive(repository, context, headOid) : undefined
  const entries = provenTree(first, treeOid) ?? (await readTree(repository, treeOid, context))
  const wanted = entries.filter(isWorthKeeping)
  const missing = new Set(await context.known.missingBlobs([...new Set(wanted.map(({ oid }) => oid))]))
  const later = !isFirst && missing.size > FEW_FILES ? await readArchive(repository, context, headOid) : undefined
  yield* takeFrom(first ?? later ?? [], missing)
  const { unread, isSettled } = yield* readSingly(repository, context, missing)
  const gaps = unread.length === 0 ? [] : [unreadFiles(subject, wanted, unread)]
  const wasCut = (await context.known.cursor(ID, subject, UNREAD)) !== undefined
  const cursors =
    isSettled && !wasCut ? [] : [{ subject, stream: UNREAD, position: isSettled ? '' : treeOid, isMark: true }]
  const tree = { kind: 'tree' as const, repository: { server, hostId }, treeOid, entries }
  yield { items: [tree], gaps, cursors, finished: [{ subject, stream: STREAM, watermark }] }
}

/** All files at a commit; undefined when they are too many for one archive. */
async function readArchive(repository: KnownRepository, context: CollectContext, head: Oid) {
  try {
    return (await context.transport.archive(tarballOf(repository, head))).data
  } catch (error) {
    if (error instanceof SourceFailure && error.kind === 'too-large') return undefined
    throw error
  }
}

/**
 * The tree of an archive, if it is the one that the host named: its oid is worked out from the files. An archive that
 * leaves files out, rewrites some, or lies in a repository with submodules has another, and the tree has to be asked for.
 */
function provenTree(files: readonly ArchiveFile[] | undefined, treeOid: Oid): readonly Entry[] | undefined {
  if (files === undefined || treeOidOf(files) !== treeOid) return undefined
  return files.map(({ path, mode, oid, size }) => ({ path, mode, oid, size }))
}

/**
 * Takes out of `missing` what the archive gave. A file that an attribute leaves out of archives, or rewrites on the way
 * into them, has another oid there, or none: it stays missing.
 */
function* takeFrom(files: readonly ArchiveFile[], missing: Set<Oid>): Generator<Batch<ContentsItem>> {
  let items: ContentsItem[] = []
  let bytes = 0
  for (const { oid, content } of files) {
    if (!missing.delete(oid) || content === null) continue
    items.push({ kind: 'blob', oid, content })
    bytes += content.byteLength
    if (bytes < BATCH_BYTES) continue
    yield { items }
    items = []
    bytes = 0
  }
  if (items.length > 0) yield { items }
}

/** Reads what is missing file by file, and answers what could not be had, and whether the host said so of all of it. */
async function* readSingly(
  repository: KnownRepository,
  context: CollectContext,
  missing: ReadonlySet<Oid>,
): AsyncGenerator<Batch<ContentsItem>, { readonly unread: readonly Oid[]; readonly isSettled: boolean }> {
  const items: ContentsItem[] = []
  const unread: Oid[] = [...missing].slice(MOST_SINGLE_FILES)
  let isSettled = unread.length === 0
  for (const oid of [...missing].slice(0, MOST_SINGLE_FILES)) {
    try {
      const { data } = await context.transport.rest(blobOf(repository, oid))
      const content = Buffer.from(data, 'base64')
      if (blobOid(content) !== oid) unread.push(oid)
      else if (isText(content)) items.push({ kind: 'blob', oid, content })
    } catch (error) {
      if (!(error instanceof SourceFailure) || endsTheRun(error) || error.kind === 'network') throw error
      isSettled &&= error.kind !== 'timeout' && error.kind !== 'invalid-answer'
      unread.push(oid)
    }
  }
  if (items.length > 0) yield { items }
  return { unread, isSettled }
}

function unreadFiles(subject: string, wanted: readonly Entry[], unread: readonly Oid[]) {
  const first = wanted.find(({ oid }) => unread.includes(oid))?.path ?? ''
  const message = `${unread.length} files could not be read, ${first} among them`
  return { subject, kind: 'field:files', reason: 'not-found' as const, message }
}
