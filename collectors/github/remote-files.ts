import type { KnownRepository } from '#data/model/collection.ts'
import { SourceFailure } from '#data/model/failures.ts'
import { blobOid, type Oid } from '#data/model/oid.ts'
import type { Entry, Source } from '#data/model/source.ts'
import type { Transport } from '../transport.ts'
import { isWorthKeeping } from './contents.ts'
import { blobOf, tarballOf } from './queries/contents.ts'
import { readTree } from './trees.ts'

/** Contents that are at hand without asking the host: those that the database keeps. */
export interface KeptContents {
  missing(oids: readonly Oid[]): Promise<readonly Oid[]>
  read(oid: Oid): Promise<Uint8Array | undefined>
}

/** Files of commits of one repository; equal files of two commits are fetched once. */
export interface RemoteFiles {
  /** `tree` may name a commit as well: the host takes either. */
  at(commit: Oid, tree: Oid): Pick<Source, 'entries' | 'read'>
}

interface Remote {
  readonly transport: Transport
  readonly kept?: KeptContents | undefined
  /** Of a large tree a file or two are read: never ask for all of it at once. */
  readonly isFewAtATime?: boolean
}

/** An archive is one request; below so many files that differ, single ones weigh less than the whole repository. */
const FEW_FILES = 12
/** Files that an archive leaves out or rewrites are asked for one by one, as far as this goes. */
const MOST_SINGLE_FILES = 60

export type RemoteRepository = Pick<KnownRepository, 'server' | 'hostId' | 'owner' | 'name'>

export function remoteFiles(repository: RemoteRepository, { transport, kept, isFewAtATime }: Remote): RemoteFiles {
  const contents = new Map<Oid, Uint8Array>()
  const singles = new Map<Oid, Promise<Uint8Array>>()

  const fetchArchive = async (commit: Oid): Promise<void> => {
    for (const { oid, content } of (await transport.archive(tarballOf(repository, commit))).data)
      if (content !== null) contents.set(oid, content)
  }
  /** Brings many in one request; few are left to be asked for when they are read. */
  const prepare = async (commit: Oid, entries: readonly Entry[]): Promise<void> => {
    const wanted = [...new Set(entries.filter(isWorthKeeping).map(({ oid }) => oid))].filter(
      (oid) => !contents.has(oid),
    )
    const missing = (await kept?.missing(wanted)) ?? wanted
    if (missing.length > FEW_FILES) await fetchArchive(commit)
  }
  const fetchOne = async ({ oid, path }: Entry): Promise<Uint8Array> => {
    const { data } = await transport.rest(blobOf(repository, oid))
    const content = Buffer.from(data, 'base64')
    if (blobOid(content) === oid) return content
    throw new SourceFailure('invalid-answer', `the host gave other bytes for ${path} than its id says`)
  }
  const single = (entry: Entry): Promise<Uint8Array> => {
    const asked = singles.get(entry.oid)
    if (asked !== undefined) return asked
    if (singles.size >= MOST_SINGLE_FILES)
      throw new SourceFailure('too-large', `more than ${MOST_SINGLE_FILES} files are not in the archive`)
    const asking = fetchOne(entry)
    singles.set(entry.oid, asking)
    return asking
  }

  return {
    at(commit, tree) {
      let listed: Promise<readonly Entry[]> | undefined
      let prepared: Promise<void> | undefined
      const entries = () => {
        listed ??= readTree(repository, tree, { transport })
        return listed
      }
      return {
        entries,
        async read(entry) {
          if (entry.mode === '160000') throw new SourceFailure('not-found', `${entry.path} is another repository`)
          const own = contents.get(entry.oid) ?? (await kept?.read(entry.oid))
          if (own !== undefined) return own
          if (isFewAtATime === true) return single(entry)
          prepared ??= entries().then((all) => prepare(commit, all))
          await prepared
          return contents.get(entry.oid) ?? single(entry)
        },
      }
    },
  }
}
