import { addAccount, addChangeRequest, addIssue, buildRepository } from '../github/world/build.ts'
import { commitFiles } from '../github/world/commit-files.ts'
import type { Account, ChangeRequest, Issue, Organisation, Repository, World } from '../github/world/model.ts'

/** One change of the world, as people make them on the host. */
export interface Step {
  readonly name: string
  /** `now` is the host's clock, whole seconds. */
  readonly change: (world: World, now: string) => void
  /** Seconds that pass before it; a day unless told. */
  readonly after?: number
}

const LOGIN = 'maison-bleue'
const DAY = 86_400

/** What happens to an organisation in the course of some weeks. Each step stands on those before. */
export const STEPS: readonly Step[] = [
  step('nothing happens', () => undefined),
  step('a change request is opened', (world, now) => {
    const files = [{ path: 'src/new.ts', additions: 3, deletions: 1, changeType: 'ADDED' as const }]
    addChangeRequest(world, own(world, 0), {
      author: person(world, 1).databaseId,
      createdAt: now,
      files,
      labels: ['new'],
    })
  }),
  step('somebody else answers it', (world, now) => {
    const item = newest(own(world, 0).changeRequests)
    item.reviews.push({ ...review(item), author: person(world, 2).databaseId, createdAt: now, submittedAt: now })
    item.updatedAt = now
  }),
  step('its title, its labels and its files are edited', (world, now) => {
    const item = newest(own(world, 0).changeRequests)
    Object.assign(item, { title: 'Another title', labels: ['bug', 'ready'], isDraft: true, updatedAt: now })
    item.files.push({ path: 'src/more.ts', additions: 9, deletions: 0, changeType: 'ADDED' })
  }),
  step('it is closed, with a word that says why', (world, now) => {
    const item = newest(own(world, 0).changeRequests)
    const author = person(world, 2).databaseId
    item.comments.push({ id: `IC_${item.databaseId}`, databaseId: 78, author, createdAt: now, body: 'Doublon de #1' })
    Object.assign(item, { state: 'CLOSED', closedAt: now, updatedAt: now })
  }),
  step('it is opened again', (world, now) => {
    Object.assign(newest(own(world, 0).changeRequests), { state: 'OPEN', closedAt: null, updatedAt: now })
  }),
  step('it is merged', (world, now) => {
    const repository = own(world, 0)
    const item = newest(repository.changeRequests)
    push(repository, { world, now, files: { 'src/new.ts': 'export {}\n' } })
    const mergedBy = person(world, 3).databaseId
    Object.assign(item, { state: 'MERGED', mergedAt: now, mergedBy, closedAt: now, updatedAt: now, isDraft: false })
  }),
  step('an issue is opened, another closed, a third opened again', (world, now) => {
    const repository = own(world, 0)
    addIssue(world, repository, { author: person(world, 4).databaseId, createdAt: now, labels: ['question'] })
    Object.assign(first(repository.issues), {
      state: 'CLOSED',
      stateReason: 'NOT_PLANNED',
      closedAt: now,
      updatedAt: now,
    })
    Object.assign(at(repository.issues, 1), { state: 'OPEN', stateReason: 'REOPENED', closedAt: null, updatedAt: now })
  }),
  step(
    'many items change in the very second in which the last collection ran',
    (world, now) => {
      for (const item of own(world, 0).changeRequests.slice(0, 60))
        Object.assign(item, { labels: ['swept'], updatedAt: now })
      for (const item of own(world, 1).issues) Object.assign(item, { labels: ['swept'], updatedAt: now })
    },
    0,
  ),
  step('a change request and an issue are deleted', (world) => {
    own(world, 0).changeRequests.splice(3, 1)
    own(world, 1).issues.splice(0, 1)
  }),
  step('one is deleted and another opened, so that the count is the same', (world, now) => {
    const repository = own(world, 0)
    repository.changeRequests.splice(5, 1)
    addChangeRequest(world, repository, { author: null, createdAt: now })
    repository.issues.splice(2, 1)
    addIssue(world, repository, { author: person(world, 5).databaseId, createdAt: now })
  }),
  step('an issue is transferred to another repository, and keeps its dates', (world) => {
    const [moved] = own(world, 0).issues.splice(4, 1)
    if (moved === undefined) throw new Error('There is no issue to transfer')
    const { number: _number, databaseId: _id, id: _node, ...rest } = moved
    addIssue(world, own(world, 1), rest)
  }),
  step(
    'an issue is converted into a discussion, of which the count is asked once a week',
    (world) => {
      const repository = own(world, 0)
      repository.issues.splice(6, 1)
      repository.discussionCount += 1
    },
    8 * DAY,
  ),
  step('a repository is renamed, and another takes its name', (world, now) => {
    const [one, other] = [own(world, 1), own(world, 2)]
    const { name } = one
    one.formerNames.push(`${LOGIN}/${name}`)
    Object.assign(one, { name: 'a-new-name', updatedAt: now })
    other.formerNames.push(`${LOGIN}/${other.name}`)
    Object.assign(other, { name, updatedAt: now })
  }),
  step('a repository is transferred away', (world) => {
    own(world, 2).owner = organisation(world, 1).databaseId
  }),
  step('repositories are transferred in, one with all its past, one that was here before', (world) => {
    const elsewhere = world.repositories.filter(({ owner }) => owner === organisation(world, 1).databaseId)
    for (const repository of elsewhere) repository.owner = organisation(world, 0).databaseId
  }),
  step('a repository is archived', (world, now) => {
    Object.assign(own(world, 0), { isArchived: true, archivedAt: now, updatedAt: now })
  }),
  step('it is taken back from the archive', (world, now) => {
    Object.assign(own(world, 0), { isArchived: false, archivedAt: null, updatedAt: now })
  }),
  step('a repository is made private', (world, now) => {
    Object.assign(own(world, 0), { visibility: 'PRIVATE', updatedAt: now })
  }),
  step('it is made public again, with other words, topics, stars and languages', (world, now) => {
    Object.assign(own(world, 0), {
      visibility: 'PUBLIC',
      updatedAt: now,
      description: 'In other words',
      topics: ['civic'],
    })
    Object.assign(own(world, 0), { stargazerCount: 999, forkCount: 7, languages: [{ name: 'Rust', size: 12 }] })
  }),
  step('topics, stars and the licence change without a word in the date of the repository', (world) => {
    Object.assign(own(world, 1), {
      topics: ['quiet', 'change'],
      stargazerCount: 5,
      licence: null,
      homepageUrl: 'https://town.example',
    })
  }),
  step('commits are pushed: one changes files, one takes some away, another branch and a tag appear', (world, now) => {
    const repository = own(world, 0)
    push(repository, { world, now, files: { 'README.md': '# Changed\n', 'docs/a.md': 'a\n' } })
    push(repository, { world, now, files: { 'src/new.ts': null } })
    push(repository, { world, now, files: { 'next.md': 'next\n' }, branch: 'next' })
    repository.tags.push({ name: 'v9.9.9', oid: headOf(repository).oid })
  }),
  step('the default branch becomes another one', (world, now) => {
    Object.assign(own(world, 0), { defaultBranch: 'next', updatedAt: now })
  }),
  step('a history is rewritten by force', (world, now) => {
    const repository = own(world, 1)
    headOf(repository).oid = at(repository.commits, repository.commits.length - 4).oid
    push(repository, { world, now, files: { 'rewritten.md': 'again\n' } })
  }),
  step('a history is cut back by force, without a new commit', (world, now) => {
    const repository = own(world, 0)
    headOf(repository).oid = at(repository.commits, 2).oid
    repository.pushedAt = now
  }),
  step('a repository is made, with files and items', (world, now) => {
    const repository = buildRepository(world, {
      owner: organisation(world, 0).databaseId,
      name: 'brand-new',
      createdAt: now,
    })
    push(repository, { world, now, files: { 'README.md': '# New\n' } })
    addIssue(world, repository, { author: person(world, 1).databaseId, createdAt: now })
    addChangeRequest(world, repository, { author: person(world, 2).databaseId, createdAt: now })
  }),
  step('it is emptied: no branch is left, no issue either', (world, now) => {
    Object.assign(named(world, 'brand-new'), { branches: [], tags: [], defaultBranch: null, issues: [], pushedAt: now })
  }),
  step('it is deleted, and another is made under its name', (world, now) => {
    world.repositories = world.repositories.filter(({ name }) => name !== 'brand-new')
    const repository = buildRepository(world, {
      owner: organisation(world, 0).databaseId,
      name: 'brand-new',
      createdAt: now,
    })
    push(repository, { world, now, files: { 'OTHER.md': '# Another\n' } })
    addIssue(world, repository, { author: person(world, 6).databaseId, createdAt: now })
  }),
  step('a member joins, one leaves, one is promoted, and one is called otherwise', (world) => {
    const { members } = organisation(world, 0)
    members.splice(1, 1)
    members.push({ account: addAccount(world, { login: 'newcomer' }).databaseId, role: 'MEMBER', isPublic: false })
    at(members, 1).role = 'ADMIN'
    const renamed = world.accounts.find(({ databaseId }) => databaseId === at(members, 2).account)
    if (renamed !== undefined) renamed.login = 'called-otherwise'
  }),
]

function step(name: string, change: Step['change'], after = DAY): Step {
  return { name, change, after }
}

function organisation(world: World, index: number): Organisation {
  return at(world.organisations, index)
}

/** A repository of the organisation that is collected, in the order in which they were made. */
export function own(world: World, index: number): Repository {
  const { databaseId } = organisation(world, 0)
  return at(
    world.repositories.filter(({ owner }) => owner === databaseId),
    index,
  )
}

function named(world: World, name: string): Repository {
  return first(world.repositories.filter((repository) => repository.name === name))
}

function person(world: World, index: number): Account {
  return at(
    world.accounts.filter(({ kind, isMachine }) => kind === 'User' && !isMachine),
    index,
  )
}

function newest<Item extends ChangeRequest | Issue>(items: readonly Item[]): Item {
  return first(items.toSorted((a, b) => b.number - a.number))
}

function review({ databaseId }: ChangeRequest) {
  return { id: `PRR_${databaseId}`, databaseId: 77, body: '', state: 'COMMENTED' as const }
}

function headOf(repository: Repository) {
  return first(repository.branches.filter(({ name }) => name === repository.defaultBranch))
}

interface Push {
  readonly world: World
  readonly now: string
  readonly files: Readonly<Record<string, string | null>>
  readonly branch?: string
}

function push(repository: Repository, { world, now, files, branch }: Push): void {
  const where = branch === undefined ? {} : { branch }
  commitFiles(repository, { files, author: person(world, 0), at: now, message: 'Change', ...where })
  repository.pushedAt = now
}

function first<Thing>(things: readonly Thing[]): Thing {
  return at(things, 0)
}

function at<Thing>(things: readonly Thing[], index: number): Thing {
  const found = things[index]
  if (found === undefined) throw new Error(`There is nothing at ${index}`)
  return found
}
