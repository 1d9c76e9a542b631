import { SourceFailure } from '#data/model/failures.ts'
import type { Entry, Ref, Source } from '#data/model/source.ts'
import type { Transport } from '../transport.ts'
import {
  branchNamed,
  changeRequestNumbered,
  mergeBaseOf,
  REFS_OF_A_PAGE,
  type RepositoryName,
  refsPage,
  repositoryNamed,
} from './queries/lone-repository.ts'
import { type KeptContents, type RemoteRepository, remoteFiles } from './remote-files.ts'
import { readTree } from './trees.ts'

/** Repositories read straight from the host, without a database: what is asked is what is needed to judge. */

interface Host {
  readonly transport: Transport
  readonly kept?: KeptContents | undefined
}

/** More refs than this are not read, and the rules about them answer `unknown`. */
const MOST_PAGES = 10

/**
 * The head of the default branch as a source: its tree, its files in one archive, its refs when a rule asks for them.
 * A public repository needs no token. Throws `not-found` for a name that this token cannot see.
 */
export async function openRemoteSource(name: RepositoryName, host: Host): Promise<Source> {
  const repository = await repositoryOf(name, host)
  const { server, owner, defaultBranch } = repository
  const identity = { origin: `${owner}/${repository.name}`, repository: `${owner}/${repository.name}`, server }
  const head = await host.transport.rest(branchNamed(repository, defaultBranch)).catch(unlessMissing)
  // A repository without a commit has no branch either.
  const files = head && remoteFiles(repository, host).at(head.data.oid, head.data.tree)
  return {
    identity: { ...identity, defaultBranch, head: head?.data.oid },
    entries: files?.entries ?? (async () => []),
    read: files?.read ?? nothingToRead,
    refs: refsOf(repository, host),
  }
}

/** A change request: what it sets out from, and what it leads to. Both sides are judged alike. */
export interface RemoteChange {
  readonly number: number
  readonly baseBranch: string
  readonly state: 'open' | 'closed'
  /** `owner/name` it comes from; null once that is gone. */
  readonly headRepository: string | null
  readonly base: Source
  readonly head: Source
}

/**
 * Both sides of a change request. The commits of a fork are had from the repository that they are proposed to, so that
 * a fork that is gone or private does not matter.
 */
export async function openRemoteChange(name: RepositoryName, number: number, host: Host): Promise<RemoteChange> {
  const repository = await repositoryOf(name, host)
  const { data: change } = await host.transport.rest(changeRequestNumbered(repository, number))
  const { baseOid, headOid, baseBranch, state, headRepository } = change
  const { data: mergeBase } = await host.transport.rest(mergeBaseOf(repository, { base: baseOid, head: headOid }))
  const files = remoteFiles(repository, host)
  const refs = refsOf(repository, host)
  const { owner, server, defaultBranch } = repository
  const origin = `${owner}/${repository.name}#${number}`
  const identity = { origin, repository: `${owner}/${repository.name}`, server, defaultBranch }
  return {
    number,
    baseBranch,
    state,
    headRepository,
    base: { identity: { ...identity, head: mergeBase.oid }, ...files.at(mergeBase.oid, mergeBase.tree), refs },
    head: { identity: { ...identity, head: headOid }, ...files.at(headOid, headOid), refs },
  }
}

/** The head of the branch that a change request is proposed to: the side that judges it. */
export async function openTargetBranch(
  name: RepositoryName,
  number: number,
  host: Host,
): Promise<{ readonly branch: string; readonly source: Source }> {
  const repository = await repositoryOf(name, host)
  const { data } = await host.transport.rest(changeRequestNumbered(repository, number))
  const full = `${repository.owner}/${repository.name}`
  const { server, defaultBranch } = repository
  const identity = { origin: full, repository: full, server, defaultBranch, head: data.baseOid }
  const files = remoteFiles(repository, { ...host, isFewAtATime: true }).at(data.baseOid, data.baseOid)
  return { branch: data.baseBranch, source: { identity, ...files } }
}

/** The tree of the owner's `.github` repository, which the host lends from; empty when there is none to be seen. */
export async function lentByRemote({ server, owner }: RepositoryName, { transport }: Host): Promise<readonly Entry[]> {
  const repository = { server, owner, name: '.github', hostId: `${owner}/.github` }
  const entries = await readTree(repository, 'HEAD', { transport }).catch(unlessMissing)
  return entries ?? []
}

async function repositoryOf({ server, owner, name }: RepositoryName, { transport }: Host) {
  const { data } = await transport.rest(repositoryNamed({ server, owner, name }))
  return { server, ...data }
}

/** Asked for once, and only when a rule wants to know. */
function refsOf(repository: RemoteRepository, { transport }: Host): () => Promise<readonly Ref[]> {
  let refs: Promise<readonly Ref[]> | undefined
  const readAll = async (kind: 'branches' | 'tags'): Promise<readonly Ref[]> => {
    const found: Ref[] = []
    for (let page = 1; page <= MOST_PAGES; page++) {
      const { data } = await transport.rest(refsPage(repository, { kind, page }))
      found.push(...data.map(({ name, oid }): Ref => ({ name, oid, kind: kind === 'tags' ? 'tag' : 'branch' })))
      if (data.length < REFS_OF_A_PAGE) return found
    }
    throw new SourceFailure('too-large', `${repository.owner}/${repository.name} has more than 1,000 ${kind}`)
  }
  return () => {
    refs ??= Promise.all([readAll('branches'), readAll('tags')]).then((lists) => lists.flat())
    return refs
  }
}

async function nothingToRead(): Promise<Uint8Array> {
  throw new SourceFailure('not-found', 'the repository has no commit')
}

function unlessMissing(error: unknown): undefined {
  if (error instanceof SourceFailure && error.kind === 'not-found') return undefined
  throw error
}
