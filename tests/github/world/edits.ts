import { addChangeRequest, addIssue, type GivenChangeRequest, type GivenIssue } from './build.ts'
import { commitFiles } from './commit-files.ts'
import { indexWorld } from './index.ts'
import type { Account, ChangeRequest, Issue, Organisation, Repository, World } from './model.ts'

type Item = 'change-request' | 'issue'

/** A change of the world, as plain JSON. Repositories are named `owner/name`. */
export type Edit =
  | { readonly edit: 'update'; readonly repository: string; readonly set: Partial<Omit<Repository, 'objects'>> }
  | { readonly edit: 'rename'; readonly repository: string; readonly name: string }
  | { readonly edit: 'delete-repository'; readonly repository: string }
  | { readonly edit: 'add-change-request'; readonly repository: string; readonly item: GivenChangeRequest }
  | { readonly edit: 'add-issue'; readonly repository: string; readonly item: GivenIssue }
  | {
      readonly edit: 'update-item'
      readonly repository: string
      readonly kind: Item
      readonly number: number
      readonly set: Partial<ChangeRequest> | Partial<Issue>
    }
  | { readonly edit: 'delete-item'; readonly repository: string; readonly kind: Item; readonly number: number }
  | {
      readonly edit: 'commit'
      readonly repository: string
      readonly files: Readonly<Record<string, string | null>>
      /** Login of the author. */
      readonly author: string
      readonly at: string
      readonly message?: string
      readonly branch?: string
    }
  /** Puts a branch back to an earlier commit: what follows is a force-push. */
  | { readonly edit: 'reset-branch'; readonly repository: string; readonly branch: string; readonly oid: string }
  | { readonly edit: 'delete-account'; readonly login: string }
  | { readonly edit: 'add-member' | 'remove-member'; readonly organisation: string; readonly login: string }
  | { readonly edit: 'wall'; readonly organisation: string; readonly wall: Organisation['wall'] }

type Of<K extends Edit['edit']> = Extract<Edit, { edit: K }>

/** Applies edits in order. The world changes in place; whoever holds an index of it must make a new one. */
export function applyEdits(world: World, edits: readonly Edit[]): void {
  for (const edit of edits) apply(world, edit)
}

function apply(world: World, edit: Edit): void {
  if (edit.edit === 'delete-account') {
    world.accounts = world.accounts.filter((a) => a.login !== edit.login)
    return
  }
  if ('organisation' in edit) {
    applyToOrganisation(world, edit)
    return
  }
  const repository = repositoryNamed(world, edit.repository)
  switch (edit.edit) {
    case 'update':
      Object.assign(repository, edit.set)
      return
    case 'rename':
      repository.formerNames.push(edit.repository)
      repository.name = edit.name
      return
    case 'delete-repository':
      world.repositories = world.repositories.filter((r) => r !== repository)
      return
    case 'add-change-request':
      addChangeRequest(world, repository, edit.item)
      return
    case 'add-issue':
      addIssue(world, repository, edit.item)
      return
    case 'update-item':
      Object.assign(itemOf(repository, edit), edit.set)
      return
    case 'delete-item':
      deleteItem(repository, edit)
      return
    case 'commit': {
      const { files, at, message = 'Change', branch } = edit
      const author = accountNamed(world, edit.author)
      commitFiles(repository, { files, author, at, message, ...(branch === undefined ? {} : { branch }) })
      return
    }
    case 'reset-branch': {
      const branch = repository.branches.find((b) => b.name === edit.branch)
      if (!branch) throw new Error(`${edit.repository} has no branch ${edit.branch}`)
      branch.oid = edit.oid
      return
    }
  }
}

function applyToOrganisation(world: World, edit: Of<'add-member' | 'remove-member' | 'wall'>): void {
  const organisation = world.organisations.find((o) => o.login === edit.organisation)
  if (!organisation) throw new Error(`No organisation ${edit.organisation}`)
  if (edit.edit === 'wall') {
    organisation.wall = edit.wall
    return
  }
  const account = accountNamed(world, edit.login).databaseId
  organisation.members = organisation.members.filter((m) => m.account !== account)
  if (edit.edit === 'add-member') organisation.members.push({ account, role: 'MEMBER', isPublic: true })
}

function repositoryNamed(world: World, name: string): Repository {
  const found = indexWorld(world).repository(name)
  if (!found) throw new Error(`No repository ${name}`)
  return found.value
}

function accountNamed(world: World, login: string): Account {
  const found = world.accounts.find((a) => a.login === login)
  if (!found) throw new Error(`No account ${login}`)
  return found
}

function itemOf(repository: Repository, { kind, number }: Of<'update-item' | 'delete-item'>): ChangeRequest | Issue {
  const items: readonly (ChangeRequest | Issue)[] = kind === 'issue' ? repository.issues : repository.changeRequests
  const found = items.find((i) => i.number === number)
  if (!found) throw new Error(`${repository.name} has no ${kind} ${number}`)
  return found
}

function deleteItem(repository: Repository, edit: Of<'delete-item'>): void {
  const gone = itemOf(repository, edit)
  repository.changeRequests = repository.changeRequests.filter((c) => c !== gone)
  repository.issues = repository.issues.filter((i) => i !== gone)
}
