import { SourceFailure } from '#data/model/failures.ts'
import type { Entry, EntryMode, Source } from '#data/model/source.ts'
import type { Store } from '#data/store.ts'

/** A file of some repository of the database. */
export interface PlacedFile {
  /** Number of the repository. */
  readonly repository: number
  readonly path: string
  readonly mode: string
  readonly oid: string
  readonly size: number
}

/** Files of many repositories as one source: the number of the repository stands before each path. */
export function blobsOf(store: Store, files: readonly PlacedFile[]): { source: Source; entries: readonly Entry[] } {
  const entries = files.map(({ repository, path, mode, oid, size }) => {
    return { path: `${repository}/${path}`, mode: mode as EntryMode, oid, size }
  })
  const source: Source = {
    identity: { origin: store.path, repository: undefined, defaultBranch: undefined, head: undefined },
    entries: async () => entries,
    async read({ oid, path }) {
      const content = await store.blob(oid)
      if (content !== undefined) return content
      throw new SourceFailure('not-found', `the content of ${path} was not collected`)
    },
  }
  return { source, entries }
}
