import type { Account, AccountId, ChangeRequest, Commit, Issue, Organisation, Repository, World } from './model.ts'

/** Something with a node id, and the repository it lies in. */
export type Found =
  | { readonly type: 'Organization'; readonly value: Organisation }
  | { readonly type: Account['kind']; readonly value: Account }
  | { readonly type: 'Repository'; readonly value: Repository }
  | { readonly type: 'PullRequest'; readonly value: ChangeRequest; readonly repository: Repository }
  | { readonly type: 'Issue'; readonly value: Issue; readonly repository: Repository }

/** Answers by id and name, and orders, of one state of a world. A changed world gets a new index. */
export interface WorldIndex {
  readonly world: World
  readonly account: (id: AccountId | null) => Account | undefined
  readonly organisation: (login: string) => Organisation | undefined
  readonly ownerOf: (repository: Repository) => Organisation
  readonly fullName: (repository: Repository) => string
  /** By `owner/name`, without regard to case; `renamedFrom` is set when an old name led here. */
  readonly repository: (fullName: string) => { readonly value: Repository; readonly renamedFrom?: string } | undefined
  readonly byNodeId: (id: string) => Found | undefined
  readonly commit: (repository: Repository, oid: string) => Commit | undefined
  /** Commits reachable from a head, newest first. */
  readonly history: (repository: Repository, head: string) => readonly Commit[]
  /** A value worked out once for this state of the world. */
  readonly once: <T>(owner: object, key: string, make: () => T) => T
}

export function indexWorld(world: World): WorldIndex {
  const accounts = new Map(world.accounts.map((a) => [a.databaseId, a]))
  const organisations = new Map(world.organisations.map((o) => [o.databaseId, o]))
  const byLogin = new Map(world.organisations.map((o) => [o.login.toLowerCase(), o]))
  const memo = new WeakMap<object, Map<string, unknown>>()

  const once = <T>(owner: object, key: string, make: () => T): T => {
    const kept = memo.get(owner) ?? new Map<string, unknown>()
    memo.set(owner, kept)
    if (!kept.has(key)) kept.set(key, make())
    return kept.get(key) as T
  }
  const ownerOf = (repository: Repository): Organisation => {
    const owner = organisations.get(repository.owner)
    if (!owner) throw new Error(`Repository ${repository.name} belongs to no organisation of this world`)
    return owner
  }
  const fullName = (repository: Repository) => `${ownerOf(repository).login}/${repository.name}`
  const names = new Map(world.repositories.map((r) => [fullName(r).toLowerCase(), r]))
  const formerNames = new Map(
    world.repositories.flatMap((r) => r.formerNames.map((n) => [n.toLowerCase(), r] as const)),
  )

  const commit = (repository: Repository, oid: string) =>
    once(repository, 'commits', () => new Map(repository.commits.map((c) => [c.oid, c]))).get(oid)

  return {
    world,
    once,
    ownerOf,
    fullName,
    commit,
    account: (id) => (id === null ? undefined : accounts.get(id)),
    organisation: (login) => byLogin.get(login.toLowerCase()),
    repository: (name) => {
      const wanted = name.toLowerCase()
      const current = names.get(wanted)
      if (current) return { value: current }
      const renamed = formerNames.get(wanted)
      return renamed && { value: renamed, renamedFrom: name }
    },
    byNodeId: (id) => once(world, 'nodes', () => nodesOf(world)).get(id),
    history: (repository, head) =>
      once(repository, `history ${head}`, () => walkHistory(head, (oid) => commit(repository, oid))),
  }
}

function nodesOf(world: World): Map<string, Found> {
  const nodes = new Map<string, Found>()
  for (const value of world.organisations) nodes.set(value.id, { type: 'Organization', value })
  for (const value of world.accounts) nodes.set(value.id, { type: value.kind, value })
  for (const repository of world.repositories) {
    nodes.set(repository.id, { type: 'Repository', value: repository })
    for (const value of repository.changeRequests) nodes.set(value.id, { type: 'PullRequest', value, repository })
    for (const value of repository.issues) nodes.set(value.id, { type: 'Issue', value, repository })
  }
  return nodes
}

/** Newest first by commit date, a child always before its parents (as `git log --date-order`). */
function walkHistory(head: string, commit: (oid: string) => Commit | undefined): Commit[] {
  const children = new Map<string, number>()
  const seen = new Set([head])
  const pending = [head]
  for (let oid = pending.pop(); oid !== undefined; oid = pending.pop()) {
    for (const parent of commit(oid)?.parents ?? []) {
      children.set(parent, (children.get(parent) ?? 0) + 1)
      if (!seen.has(parent)) pending.push(parent)
      seen.add(parent)
    }
  }
  const out: Commit[] = []
  const ready = [head].map(commit).filter((c) => c !== undefined)
  while (ready.length > 0) {
    ready.sort((a, b) => a.committer.at.localeCompare(b.committer.at))
    const next = ready.pop()
    if (!next) break
    out.push(next)
    for (const oid of next.parents) {
      const left = (children.get(oid) ?? 1) - 1
      children.set(oid, left)
      const parent = left === 0 ? commit(oid) : undefined
      if (parent) ready.push(parent)
    }
  }
  return out
}
