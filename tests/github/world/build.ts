import { nextId, nodeId } from './ids.ts'
import type {
  Account,
  AccountId,
  ChangeRequest,
  Comment,
  Issue,
  Organisation,
  Release,
  Repository,
  Review,
  World,
} from './model.ts'

/** A world without anything in it. */
export function emptyWorld(now = '2026-11-01T08:00:00Z'): World {
  return { now, organisations: [], accounts: [], repositories: [], counters: {} }
}

export function addOrganisation(world: World, given: Partial<Organisation> & { readonly login: string }): Organisation {
  const databaseId = given.databaseId ?? nextId(world, 'organisation')
  const organisation: Organisation = {
    name: given.login,
    description: null,
    createdAt: '2012-01-10T09:00:00Z',
    members: [],
    wall: 'none',
    ...given,
    id: nodeId('O', databaseId),
    databaseId,
  }
  world.organisations.push(organisation)
  return organisation
}

const accountPrefix = { User: 'U', Bot: 'BOT', Mannequin: 'M' } satisfies Record<Account['kind'], string>

/** An account; its address is GitHub's noreply form, so that nobody's mail address is invented. */
export function addAccount(world: World, given: Partial<Account> & { readonly login: string }): Account {
  const kind = given.kind ?? 'User'
  const databaseId = given.databaseId ?? nextId(world, 'account')
  const suffix = kind === 'Bot' ? '[bot]' : ''
  const account: Account = {
    name: null,
    email: `${databaseId}+${given.login}${suffix}@users.noreply.github.com`,
    company: null,
    createdAt: '2014-05-02T09:00:00Z',
    isMachine: kind === 'Bot',
    ...given,
    kind,
    id: nodeId(accountPrefix[kind], databaseId),
    databaseId,
  }
  world.accounts.push(account)
  return account
}

/** An empty, public repository with the defaults of a new one; give what differs. */
export function buildRepository(
  world: World,
  given: Partial<Repository> & { readonly owner: number; readonly name: string },
): Repository {
  const databaseId = given.databaseId ?? nextId(world, 'repository')
  const createdAt = given.createdAt ?? '2018-03-01T09:00:00Z'
  const repository: Repository = {
    formerNames: [],
    description: null,
    homepageUrl: null,
    visibility: 'PUBLIC',
    isArchived: false,
    archivedAt: null,
    isFork: false,
    isTemplate: false,
    isDisabled: false,
    isLocked: false,
    isMirror: false,
    parent: null,
    templateRepository: null,
    createdAt,
    updatedAt: createdAt,
    pushedAt: null,
    diskUsage: 0,
    stargazerCount: 0,
    forkCount: 0,
    watcherCount: 0,
    discussionCount: 0,
    licence: null,
    languages: [],
    topics: [],
    hasIssuesEnabled: true,
    hasDiscussionsEnabled: false,
    hasWikiEnabled: true,
    hasProjectsEnabled: true,
    hasVulnerabilityAlertsEnabled: false,
    codeOfConduct: null,
    properties: {},
    governance: { vulnerabilityAlerts: 0, rulesets: [], protection: null, manifests: [] },
    defaultBranch: null,
    branches: [],
    tags: [],
    releases: [],
    commits: [],
    objects: new Map(),
    changeRequests: [],
    issues: [],
    hasTruncatedTree: false,
    dependencyGraph: null,
    forbiddenFields: [],
    ...given,
    id: nodeId('R', databaseId),
    databaseId,
  }
  world.repositories.push(repository)
  return repository
}

type Remark = { readonly author: AccountId | null; readonly createdAt: string; readonly body?: string }
type Verdict = Remark & Partial<Pick<Review, 'state' | 'submittedAt'>>

function comment(world: World, repository: Repository, given: Remark): Comment {
  const databaseId = nextId(world, 'comment')
  return { body: '', ...given, id: nodeId('IC', repository.databaseId, databaseId), databaseId }
}

function review(world: World, repository: Repository, given: Verdict): Review {
  const databaseId = nextId(world, 'review')
  const submittedAt = given.state === 'PENDING' ? null : given.createdAt
  return {
    body: '',
    state: 'COMMENTED',
    submittedAt,
    ...given,
    id: nodeId('PRR', repository.databaseId, databaseId),
    databaseId,
  }
}

function nextNumber(repository: Repository): number {
  const highest = (items: readonly { number: number }[]) => items.reduce((n, item) => Math.max(n, item.number), 0)
  return Math.max(highest(repository.changeRequests), highest(repository.issues)) + 1
}

export type GivenChangeRequest = Partial<Omit<ChangeRequest, 'comments' | 'reviews'>> & {
  readonly createdAt: string
  readonly author: AccountId | null
  readonly comments?: readonly Remark[]
  readonly reviews?: readonly Verdict[]
}

/** A change request; without `updatedAt` it was last touched when it was closed, merged or made. */
export function addChangeRequest(world: World, repository: Repository, given: GivenChangeRequest): ChangeRequest {
  const databaseId = given.databaseId ?? nextId(world, 'item')
  const number = given.number ?? nextNumber(repository)
  const item: ChangeRequest = {
    title: `Change ${number}`,
    body: '',
    state: 'OPEN',
    isDraft: false,
    updatedAt: given.mergedAt ?? given.closedAt ?? given.createdAt,
    publishedAt: given.isDraft ? null : given.createdAt,
    closedAt: given.mergedAt ?? null,
    mergedAt: null,
    mergedBy: null,
    mergeCommitOid: null,
    baseRefName: repository.defaultBranch ?? 'main',
    headRefName: `topic-${number}`,
    headRefOid: '0'.repeat(40),
    isCrossRepository: false,
    hasHeadRepository: true,
    reviewDecision: null,
    labels: [],
    files: [],
    ...given,
    number,
    comments: (given.comments ?? []).map((c) => comment(world, repository, c)),
    reviews: (given.reviews ?? []).map((r) => review(world, repository, r)),
    id: nodeId('PR', repository.databaseId, databaseId),
    databaseId,
  }
  repository.changeRequests.push(item)
  return item
}

export type GivenIssue = Partial<Omit<Issue, 'comments'>> & {
  readonly createdAt: string
  readonly author: AccountId | null
  readonly comments?: readonly Remark[]
}

export function addIssue(world: World, repository: Repository, given: GivenIssue): Issue {
  const databaseId = given.databaseId ?? nextId(world, 'item')
  const number = given.number ?? nextNumber(repository)
  const item: Issue = {
    title: `Issue ${number}`,
    body: '',
    state: 'OPEN',
    stateReason: null,
    updatedAt: given.closedAt ?? given.createdAt,
    closedAt: null,
    labels: [],
    ...given,
    number,
    comments: (given.comments ?? []).map((c) => comment(world, repository, c)),
    id: nodeId('I', repository.databaseId, databaseId),
    databaseId,
  }
  repository.issues.push(item)
  return item
}

/** A published release; the tag it names should exist. */
export function addRelease(
  world: World,
  repository: Repository,
  given: Partial<Release> & { readonly tagName: string; readonly createdAt: string },
): Release {
  const databaseId = given.databaseId ?? nextId(world, 'release')
  const release: Release = {
    name: given.tagName,
    publishedAt: given.createdAt,
    isDraft: false,
    isPrerelease: false,
    description: null,
    author: null,
    ...given,
    id: nodeId('RE', repository.databaseId, databaseId),
    databaseId,
  }
  repository.releases.push(release)
  return release
}
