import { walkTree } from './git.ts'
import { indexWorld, type WorldIndex } from './index.ts'
import type { AccountId, ChangeRequest, Commit, Issue, Organisation, Repository, World } from './model.ts'

/** Who collects, which decides what a complete collection holds. */
export interface Collector {
  /** True for a token of a member: it sees private repositories and private memberships. Default true. */
  readonly isMember?: boolean
  /** Whether user accounts driven by programs (`isMachine`) count as bots when they answer. Default true. */
  readonly machinesAreBots?: boolean
}

export interface ExpectedLabels {
  readonly labels: readonly string[]
}

export interface ExpectedChangeRequest extends ExpectedLabels {
  readonly databaseId: number
  readonly number: number
  readonly state: ChangeRequest['state']
  readonly isDraft: boolean
  /** Login; null for an account that is gone. */
  readonly author: string | null
  readonly isBot: boolean
  readonly mergedBy: string | null
  readonly createdAt: string
  readonly updatedAt: string
  readonly mergedAt: string | null
  readonly closedAt: string | null
  /** The first review or comment by somebody else who is known and no bot. */
  readonly firstResponseAt: string | null
  readonly additions: number
  readonly deletions: number
  /** Paths, sorted. */
  readonly files: readonly string[]
}

export interface ExpectedIssue extends ExpectedLabels {
  readonly databaseId: number
  readonly number: number
  readonly state: Issue['state']
  readonly stateReason: Issue['stateReason']
  readonly author: string | null
  readonly isBot: boolean
  readonly createdAt: string
  readonly updatedAt: string
  readonly closedAt: string | null
  readonly firstResponseAt: string | null
  readonly comments: number
}

export interface ExpectedCommit {
  readonly oid: string
  readonly authoredAt: string
  readonly committedAt: string
  readonly email: string
  /** Login of the user account that owns the address. */
  readonly author: string | null
  readonly parents: number
}

export interface ExpectedFile {
  readonly path: string
  readonly mode: string
  readonly oid: string
  readonly size: number
}

/** All that a complete, correct collection knows about a repository. */
export interface ExpectedRepository {
  readonly databaseId: number
  readonly id: string
  readonly nameWithOwner: string
  readonly isArchived: boolean
  readonly isFork: boolean
  readonly isEmpty: boolean
  readonly isPrivate: boolean
  readonly defaultBranch: string | null
  readonly headOid: string | null
  readonly treeOid: string | null
  readonly topics: readonly string[]
  readonly languages: readonly string[]
  readonly licence: string | null
  readonly tags: readonly string[]
  readonly releases: readonly string[]
  readonly changeRequests: readonly ExpectedChangeRequest[]
  readonly issues: readonly ExpectedIssue[]
  /** Reachable from the head of the default branch, newest first. */
  readonly commits: readonly ExpectedCommit[]
  /** Files (no folders) at the head of the default branch, by path. */
  readonly files: readonly ExpectedFile[]
}

/** The repositories of an organisation as a complete collection holds them, in order of database id. */
export function expectedRepositories(world: World, organisation: string, by: Collector = {}): ExpectedRepository[] {
  const index = indexWorld(world)
  const owner = organisationNamed(index, organisation)
  return world.repositories
    .filter((r) => r.owner === owner.databaseId && (by.isMember !== false || r.visibility === 'PUBLIC'))
    .sort((a, b) => a.databaseId - b.databaseId)
    .map((r) => expectRepository(index, r, by))
}

/** Logins of the members that the collector can know of, sorted; roles only for members. */
export function expectedMembers(
  world: World,
  organisation: string,
  by: Collector = {},
): readonly { readonly login: string; readonly role: 'ADMIN' | 'MEMBER' | null }[] {
  const index = indexWorld(world)
  const seesAll = by.isMember !== false
  return organisationNamed(index, organisation)
    .members.filter((m) => seesAll || m.isPublic)
    .flatMap((m) => {
      const account = index.account(m.account)
      return account ? [{ login: account.login, role: seesAll ? m.role : null }] : []
    })
    .sort((a, b) => (a.login < b.login ? -1 : 1))
}

function organisationNamed(index: WorldIndex, login: string): Organisation {
  const found = index.organisation(login)
  if (!found) throw new Error(`No organisation ${login}`)
  return found
}

function expectRepository(index: WorldIndex, repository: Repository, by: Collector): ExpectedRepository {
  const head = repository.branches.find((b) => b.name === repository.defaultBranch)
  const commit = head && index.commit(repository, head.oid)
  return {
    databaseId: repository.databaseId,
    id: repository.id,
    nameWithOwner: index.fullName(repository),
    isArchived: repository.isArchived,
    isFork: repository.isFork,
    isEmpty: repository.branches.length === 0,
    isPrivate: repository.visibility !== 'PUBLIC',
    defaultBranch: repository.defaultBranch,
    headOid: head?.oid ?? null,
    treeOid: commit?.tree ?? null,
    topics: [...repository.topics].sort(),
    languages: repository.languages.map((l) => l.name).sort(),
    licence: repository.licence?.spdxId ?? null,
    tags: repository.tags.map((t) => t.name).sort(),
    releases: repository.releases.map((r) => r.tagName).sort(),
    changeRequests: byNumber(repository.changeRequests).map((c) => expectChangeRequest(index, c, by)),
    issues: byNumber(repository.issues).map((i) => expectIssue(index, i, by)),
    commits: commit ? index.history(repository, commit.oid).map((c) => expectCommit(index, c)) : [],
    files: commit ? expectFiles(repository, commit.tree) : [],
  }
}

const byNumber = <T extends { readonly number: number }>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => a.number - b.number)

function isBot(index: WorldIndex, id: AccountId | null, by: Collector): boolean {
  const account = index.account(id)
  return account !== undefined && (account.kind === 'Bot' || (account.isMachine && by.machinesAreBots !== false))
}

const loginOf = (index: WorldIndex, id: AccountId | null) => index.account(id)?.login ?? null

interface Answer {
  readonly author: AccountId | null
  readonly at: string | null
}

/** The earliest answer by somebody else who is known and no bot. */
function firstResponse(index: WorldIndex, to: ChangeRequest | Issue, answers: readonly Answer[], by: Collector) {
  const counted = answers.filter(
    (a) => index.account(a.author) !== undefined && a.author !== to.author && !isBot(index, a.author, by),
  )
  return (
    counted
      .flatMap((a) => a.at ?? [])
      .sort()
      .at(0) ?? null
  )
}

function expectChangeRequest(index: WorldIndex, item: ChangeRequest, by: Collector): ExpectedChangeRequest {
  const answers = [
    ...item.comments.map((c) => ({ author: c.author, at: c.createdAt })),
    ...item.reviews.map((r) => ({ author: r.author, at: r.submittedAt })),
  ]
  return {
    databaseId: item.databaseId,
    number: item.number,
    state: item.state,
    isDraft: item.isDraft,
    author: loginOf(index, item.author),
    isBot: isBot(index, item.author, by),
    mergedBy: loginOf(index, item.mergedBy),
    createdAt: item.createdAt,
    updatedAt: item.updatedAt,
    mergedAt: item.mergedAt,
    closedAt: item.closedAt,
    firstResponseAt: firstResponse(index, item, answers, by),
    labels: [...item.labels].sort(),
    additions: item.files.reduce((sum, f) => sum + f.additions, 0),
    deletions: item.files.reduce((sum, f) => sum + f.deletions, 0),
    files: item.files.map((f) => f.path).sort(),
  }
}

function expectIssue(index: WorldIndex, item: Issue, by: Collector): ExpectedIssue {
  const answers = item.comments.map((c) => ({ author: c.author, at: c.createdAt }))
  return {
    databaseId: item.databaseId,
    number: item.number,
    state: item.state,
    stateReason: item.stateReason,
    author: loginOf(index, item.author),
    isBot: isBot(index, item.author, by),
    createdAt: item.createdAt,
    updatedAt: item.updatedAt,
    closedAt: item.closedAt,
    firstResponseAt: firstResponse(index, item, answers, by),
    labels: [...item.labels].sort(),
    comments: item.comments.length,
  }
}

function expectCommit(index: WorldIndex, commit: Commit): ExpectedCommit {
  const owner = index.account(commit.author.account)
  return {
    oid: commit.oid,
    authoredAt: commit.author.at,
    committedAt: commit.committer.at,
    email: commit.author.email,
    author: owner?.kind === 'User' ? owner.login : null,
    parents: commit.parents.length,
  }
}

function expectFiles(repository: Repository, tree: string): ExpectedFile[] {
  return walkTree(repository.objects, tree)
    .filter((e) => e.mode !== '40000')
    .map(({ path, mode, oid }) => {
      const blob = repository.objects.get(oid)
      return { path, mode, oid, size: blob?.type === 'blob' ? blob.bytes.length : 0 }
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}
