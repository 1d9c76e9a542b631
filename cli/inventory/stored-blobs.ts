import { gather } from '#data/facts/gather.ts'
import type { Entry, EntryMode, Source } from '#data/model/source.ts'
import type { Store } from '#data/store.ts'
import { readerOf, storedFacts } from '../lint/stored-source.ts'

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
  return { source: collectedSource(store, entries), entries }
}

/** What was collected, without network; `name` is `owner/name` where all entries are of one repository. */
export function collectedSource(store: Store, entries: readonly Entry[], name?: string): Source {
  return {
    identity: { origin: name ?? store.path, repository: name, defaultBranch: undefined, head: undefined },
    entries: async () => entries,
    read: readerOf(store),
  }
}

/** A fact of a file, or why there is none, by number of repository and path. */
interface Placed<What> {
  readonly repository: number
  readonly path: string
  readonly what: What
}

interface PlacedFacts {
  of<Fact>(extractor: string): readonly Placed<Fact>[]
  readonly unread: readonly Placed<string>[]
}

/** Facts of files of many repositories in one look; those that were drawn before are taken from where they are kept. */
export async function factsOfStored(
  store: Store,
  files: readonly PlacedFile[],
  needs: readonly { readonly extractor: string; readonly paths: readonly string[] }[],
): Promise<PlacedFacts> {
  const facts = await gather({ ...blobsOf(store, files), needs, cache: storedFacts(store) })
  return {
    of: <Fact>(extractor: string) => [...facts.of(extractor)].map(([path, fact]) => placed(path, fact as Fact)),
    unread: facts.unread.map(({ path, message }) => placed(path, message)),
  }
}

function placed<What>(path: string, what: What): Placed<What> {
  const slash = path.indexOf('/')
  return { repository: Number(path.slice(0, slash)), path: path.slice(slash + 1), what }
}
