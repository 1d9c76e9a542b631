import type { KnownRepository } from '#data/model/collection.ts'
import { repositorySubject } from '#data/model/collection.ts'
import type { Oid } from '#data/model/oid.ts'
import type { RestCall } from '../../transport.ts'

export interface TreeAnswer {
  readonly sha: Oid
  readonly truncated: boolean
  readonly tree: readonly {
    readonly path: string
    readonly mode: string
    readonly type: 'blob' | 'tree' | 'commit'
    readonly sha: Oid
    readonly size?: number
  }[]
}

type NamedRepository = Pick<KnownRepository, 'server' | 'hostId' | 'owner' | 'name'>

const STREAM = 'tree'

/** One folder, or all below it. */
export function treeOf(repository: NamedRepository, tree: Oid, isRecursive: boolean): RestCall<TreeAnswer> {
  const { owner, name } = repository
  return {
    operation: isRecursive ? 'tree' : 'folder',
    version: 1,
    subject: repositorySubject(repository),
    stream: STREAM,
    position: tree,
    route: `GET /repos/{owner}/{repo}/git/trees/{tree}${isRecursive ? '?recursive=1' : ''}`,
    parameters: { owner, repo: name, tree },
    scrub: (raw) => {
      const { sha, truncated, tree: entries } = raw as TreeAnswer
      const kept = entries.map(({ path, mode, type, sha: oid, size }) => ({
        ...{ path, mode, type, sha: oid },
        ...(size === undefined ? {} : { size }),
      }))
      return { sha, truncated, tree: kept }
    },
  }
}

/** The bytes of one file, as base64. */
export function blobOf(repository: NamedRepository, oid: Oid): RestCall<string> {
  return {
    operation: 'blob',
    version: 1,
    subject: repositorySubject(repository),
    stream: STREAM,
    position: oid,
    route: 'GET /repos/{owner}/{repo}/git/blobs/{oid}',
    parameters: { owner: repository.owner, repo: repository.name, oid },
    scrub: (raw) => (raw as { content: string }).content.replaceAll('\n', ''),
  }
}

/** All files at a commit, packed. */
export function tarballOf(repository: NamedRepository, ref: Oid): RestCall {
  return {
    operation: 'tarball',
    version: 2,
    subject: repositorySubject(repository),
    stream: STREAM,
    position: ref,
    route: 'GET /repos/{owner}/{repo}/tarball/{ref}',
    parameters: { owner: repository.owner, repo: repository.name, ref },
  }
}
