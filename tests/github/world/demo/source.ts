import type { Entry, Ref, Source } from '#data/model/source.ts'
import { sizeOf, walkTree } from '../git.ts'
import type { Repository } from '../model.ts'

/** The head of a repository of a world, read as the linter reads any source. */
export function sourceOf(owner: string, repository: Repository): Source {
  const head = repository.branches.find((b) => b.name === repository.defaultBranch)?.oid
  const tree = repository.commits.find((c) => c.oid === head)?.tree ?? null
  const entries: Entry[] = walkTree(repository.objects, tree)
    .filter((e) => e.mode !== '40000')
    .map((e) => ({ path: e.path, mode: '100644' as const, oid: e.oid, size: sizeOf(repository.objects, e.oid) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  const named =
    (kind: Ref['kind']) =>
    (ref: { name: string; oid: string }): Ref => ({ ...ref, kind })
  return {
    identity: {
      origin: `${owner}/${repository.name}`,
      repository: `${owner}/${repository.name}`,
      defaultBranch: repository.defaultBranch ?? undefined,
      head,
    },
    entries: async () => entries,
    read: async (entry) => {
      const object = repository.objects.get(entry.oid)
      if (object?.type !== 'blob') throw new Error(`No bytes for ${entry.path}`)
      return object.bytes
    },
    refs: async () => [...repository.branches.map(named('branch')), ...repository.tags.map(named('tag'))],
  }
}
