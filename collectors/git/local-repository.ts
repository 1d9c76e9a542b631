import type { Known, KnownRepository } from '#data/model/collection.ts'
import { UsageFailure } from '#data/model/failures.ts'
import type { Oid } from '#data/model/oid.ts'
import type { RepositoryKey, RepositoryRecord } from '#data/model/records.ts'
import type { Readability } from '#data/model/vocabulary.ts'
import type { CloneScope } from '../collector.ts'
import { nameElsewhere } from './clone-name.ts'
import { findObject } from './history.ts'
import { readCloneSettings, readRefs } from './refs.ts'
import { checkRepositoryName } from './remote.ts'
import { askGit, type GitPlace, runGit } from './run-git.ts'

/** A repository as a clone on this disk shows it. */
export interface LocalRepository {
  readonly key: RepositoryKey
  readonly owner: string
  readonly name: string
  /** Page of the repository, where the origin remote tells it. */
  readonly url: string | undefined
  /** As collected from its host; undefined when this clone is all that is known of it. */
  readonly known: KnownRepository | undefined
  /** Whether anybody may read it, as the configuration says; of a known one its host is asked. */
  readonly readability: Readability
  readonly isShallow: boolean
  readonly defaultBranch: string | undefined
  /** Commit at the head of the default branch as this clone has it; undefined before the first commit. */
  readonly head: Oid | undefined
}

type Asked = Pick<CloneScope, 'repository' | 'isPublic'> & { readonly known: Known }

/** The host that is meant where a clone does not name one. */
const USUAL_HOST = 'github.com'

/**
 * Finds out which repository a clone is one of: the known one of that name, else one of its own on the server `local`,
 * keyed by its name or, without one, by its first commit. Throws `clone-unnamed` when neither is to be had, or when it
 * is to be public without a name.
 */
export async function identifyClone(place: GitPlace, asked: Asked): Promise<LocalRepository> {
  const [isShallow, settings, refs] = await Promise.all([
    askGit(['rev-parse', '--is-shallow-repository'], place),
    readCloneSettings(place),
    readRefs(place),
  ])
  const said = asked.repository === undefined ? undefined : checkRepositoryName(asked.repository)
  const ownBranch = refs.originHead ?? (await headBranch(place))
  const origin =
    settings.origin ?? (said === undefined ? await nameElsewhere(place, await findHead(place, ownBranch)) : undefined)
  const fullName = said ?? origin?.repository
  const known = fullName === undefined ? undefined : await findKnownRepository(fullName, asked.known, origin?.server)
  const defaultBranch = known?.defaultBranch ?? ownBranch
  const head = await findHead(place, defaultBranch)
  const url = origin?.repository === fullName ? origin?.page : undefined
  const common = {
    known,
    url,
    readability: readabilityOf(asked.isPublic),
    isShallow: isShallow === 'true',
    defaultBranch,
    head,
  }
  if (known)
    return { key: { server: known.server, hostId: known.hostId }, owner: known.owner, name: known.name, ...common }
  if (fullName !== undefined) {
    const [owner = '', name = ''] = fullName.split('/')
    return { key: { server: 'local', hostId: fullName }, owner, name, ...common }
  }
  if (asked.isPublic === true) throw unnamed(place, 'it cannot be public without a name')
  const first = head === undefined || common.isShallow ? undefined : await firstCommit(place, head)
  if (first !== undefined)
    return { key: { server: 'local', hostId: first }, owner: 'local', name: first.slice(0, 12), ...common }
  throw unnamed(place)
}

function unnamed({ directory }: GitPlace, consequence?: string): UsageFailure {
  const told = [`nothing says which repository ${directory} is a clone of`, ...(consequence ? [consequence] : [])]
  return new UsageFailure('clone-unnamed', told.join(': '), {
    hint: 'write `repository: OWNER/NAME` beside its path in parvis.yaml',
  })
}

/** No host was asked: public is what the configuration says is, and taking the word back closes it again. */
export function readabilityOf(isPublic: boolean | undefined): Readability {
  return isPublic === true ? 'anonymous' : 'unknown'
}

/** What a clone may say of its repository: all that it knows of its own, of a known one nothing that its host knows better. */
export function repositoryRecord(local: LocalRepository): RepositoryRecord {
  const { key, owner, name, known, url, readability } = local
  const record = { type: 'repository', ...key, owner, name } as const
  if (known) return record
  return {
    ...record,
    ...(url !== undefined && { url }),
    readability,
    isEmpty: local.head === undefined,
    defaultBranch: local.defaultBranch ?? null,
    headOid: local.head ?? null,
  }
}

/** What was collected from a host under this `owner/name`. */
export async function findKnownRepository(
  fullName: string,
  known: Known,
  server: string | undefined,
): Promise<KnownRepository | undefined> {
  const [login = '', name = ''] = fullName.split('/')
  const candidates = await known.repositories({ server: server ?? USUAL_HOST, login })
  return candidates.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase())
}

async function headBranch(place: GitPlace): Promise<string | undefined> {
  // Unlike rev-parse, this answers before the first commit; on a detached head it only ends with 1.
  const name = await findSymbolicHead(place)
  return name?.startsWith('refs/heads/') ? name.slice('refs/heads/'.length) : undefined
}

async function findSymbolicHead(place: GitPlace): Promise<string | undefined> {
  try {
    return await askGit(['symbolic-ref', '--quiet', 'HEAD'], place)
  } catch (failure) {
    if (failure instanceof UsageFailure) throw failure
    return undefined
  }
}

async function findHead(place: GitPlace, branch: string | undefined): Promise<Oid | undefined> {
  const names = branch === undefined ? [] : [`refs/remotes/origin/${branch}`, `refs/heads/${branch}`]
  for (const name of [...names, 'HEAD']) {
    const found = await findObject(place, `${name}^{commit}`)
    if (found !== undefined) return found
  }
  return undefined
}

/** The root that the main line of history grew from: parents that came in later by a merge do not change it. */
async function firstCommit(place: GitPlace, head: Oid): Promise<Oid | undefined> {
  const roots = (await runGit(['rev-list', '--first-parent', '--max-parents=0', head, '--'], place)).toString('latin1')
  return roots.split('\n').find((oid) => oid !== '')
}
