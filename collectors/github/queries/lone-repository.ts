import type { Oid } from '#data/model/oid.ts'
import type { RestCall } from '../../transport.ts'

/** A repository by its name alone, before anything is known of it. */
export interface RepositoryName {
  readonly server: string
  readonly owner: string
  readonly name: string
}

interface RepositoryAnswer {
  readonly hostId: string
  /** As the host writes it today: an old name leads to the new one. */
  readonly owner: string
  readonly name: string
  readonly defaultBranch: string
}

const STREAM = 'lone-repository'

function call(repository: RepositoryName, parts: { operation: string; position: string; route: string }) {
  const { server, owner, name } = repository
  const { operation, position, route } = parts
  return { operation, version: 1, subject: `${server}/${owner}/${name}`, stream: STREAM, position, route }
}

export function repositoryNamed(repository: RepositoryName): RestCall<RepositoryAnswer> {
  return {
    ...call(repository, { operation: 'repository', position: '', route: 'GET /repos/{owner}/{repo}' }),
    parameters: { owner: repository.owner, repo: repository.name },
    scrub: (raw) => {
      const answer = raw as { id: number; name: string; owner: { login: string }; default_branch: string }
      const { id, name, owner, default_branch: defaultBranch } = answer
      return { hostId: String(id), owner: owner.login, name, defaultBranch }
    },
  }
}

interface CommitAnswer {
  readonly oid: Oid
  readonly tree: Oid
}

interface RawCommit {
  readonly sha: Oid
  readonly commit: { readonly tree: { readonly sha: Oid } }
}

const commitOf = ({ sha, commit }: RawCommit): CommitAnswer => ({ oid: sha, tree: commit.tree.sha })

/** The commit at the head of a branch. */
export function branchNamed(repository: RepositoryName, branch: string): RestCall<CommitAnswer> {
  const route = 'GET /repos/{owner}/{repo}/branches/{branch}'
  return {
    ...call(repository, { operation: 'branch', position: branch, route }),
    parameters: { owner: repository.owner, repo: repository.name, branch },
    scrub: (raw) => commitOf((raw as { commit: RawCommit }).commit),
  }
}

export const REFS_OF_A_PAGE = 100

/** A page of branches or tags; annotated tags are peeled. */
export function refsPage(
  repository: RepositoryName,
  { kind, page }: { readonly kind: 'branches' | 'tags'; readonly page: number },
): RestCall<readonly { readonly name: string; readonly oid: Oid }[]> {
  const route = `GET /repos/{owner}/{repo}/${kind}?per_page=${REFS_OF_A_PAGE}&page={page}`
  return {
    ...call(repository, { operation: kind, position: String(page), route }),
    parameters: { owner: repository.owner, repo: repository.name, page },
    scrub: (raw) =>
      (raw as { name: string; commit: { sha: Oid } }[]).map(({ name, commit }) => ({ name, oid: commit.sha })),
  }
}

interface ChangeRequestAnswer {
  readonly baseBranch: string
  readonly baseOid: Oid
  readonly headOid: Oid
  /** `owner/name` it comes from; null once that is gone. */
  readonly headRepository: string | null
  readonly state: 'open' | 'closed'
}

/** What is judged of a change request: neither its words nor its author. */
export function changeRequestNumbered(repository: RepositoryName, number: number): RestCall<ChangeRequestAnswer> {
  const route = 'GET /repos/{owner}/{repo}/pulls/{number}'
  return {
    ...call(repository, { operation: 'change-request', position: String(number), route }),
    parameters: { owner: repository.owner, repo: repository.name, number },
    scrub: (raw) => {
      interface Side {
        readonly ref: string
        readonly sha: Oid
        readonly repo: { readonly full_name: string } | null
      }
      const { base, head, state } = raw as { base: Side; head: Side; state: 'open' | 'closed' }
      const headRepository = head.repo?.full_name ?? null
      return { baseBranch: base.ref, baseOid: base.sha, headOid: head.sha, headRepository, state }
    },
  }
}

/** The commit from which a change set out. */
export function mergeBaseOf(
  repository: RepositoryName,
  { base, head }: { base: Oid; head: Oid },
): RestCall<CommitAnswer> {
  // One commit of the change is listed at most: only where both met is asked for.
  const route = 'GET /repos/{owner}/{repo}/compare/{range}?per_page=1'
  return {
    ...call(repository, { operation: 'compare', position: `${base} ${head}`, route }),
    parameters: { owner: repository.owner, repo: repository.name, range: `${base}...${head}` },
    scrub: (raw) => commitOf((raw as { merge_base_commit: RawCommit }).merge_base_commit),
  }
}
