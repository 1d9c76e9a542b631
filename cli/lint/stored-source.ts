import type { FactCache } from '#data/facts/gather.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { Entry, EntryMode, Ref, Source } from '#data/model/source.ts'
import type { RefKind } from '#data/model/vocabulary.ts'
import type { RowOf } from '#data/queries/query.ts'
import { subjectRefs } from '#data/queries/subject-refs.ts'
import type { subjectRepository } from '#data/queries/subject-repository.ts'
import { subjectTree } from '#data/queries/subject-tree.ts'
import type { Store } from '#data/store.ts'
import { storedHost } from './stored-host.ts'

type StoredRepository = RowOf<typeof subjectRepository>

/** A collected repository as a source of files: no clone, no network. */
export function storedSource(store: Store, repository: StoredRepository): Source {
  const name = `${repository.owner}/${repository.name}`
  return {
    identity: {
      origin: name,
      repository: name,
      defaultBranch: repository.default_branch ?? undefined,
      head: repository.head_oid ?? undefined,
    },
    entries: () => storedEntries(store, repository),
    read: readerOf(store),
    // Refs that were read in part would make "there is no such branch" a guess.
    host: () => storedHost(store, repository),
    ...(repository.refs > 0 && repository.ref_gaps === 0 ? { refs: () => storedRefs(store, repository) } : {}),
  }
}

/** Reads what was collected, without network. */
export function readerOf(store: Store): Source['read'] {
  return async ({ oid, path }) => {
    const content = await store.blob(oid)
    if (content !== undefined) return content
    throw new SourceFailure('not-found', `the content of ${path} was not collected`)
  }
}

/** Files at the stored tree; a `SourceFailure` when none was stored, unless the repository has no commit. */
export async function storedEntries(store: Store, repository: StoredRepository): Promise<readonly Entry[]> {
  if (repository.stored_tree_oid === null) {
    if (repository.head_oid === null) return []
    throw new SourceFailure('not-found', `the files of ${repository.owner}/${repository.name} were not collected`)
  }
  const rows = await store.ask(subjectTree, { repository: repository.id })
  return rows.map(({ path, mode, oid, size }) => ({ path, mode: mode as EntryMode, oid, size }))
}

async function storedRefs(store: Store, repository: StoredRepository): Promise<readonly Ref[]> {
  const rows = await store.ask(subjectRefs, { repository: repository.id })
  return rows.map(({ kind, name, oid }) => ({ kind: kind as RefKind, name, oid }))
}

/** Facts that were drawn before are not drawn again, in whatever repository the file comes back. */
export function storedFacts({ facts }: Store): FactCache {
  return {
    getMany: async (keys) => (await facts.get(keys)) as Awaited<ReturnType<FactCache['getMany']>>,
    putMany: (drawn) => facts.put(drawn.map(({ key, extracted }) => ({ key, fact: extracted }))),
  }
}
