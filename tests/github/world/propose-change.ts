import { addChangeRequest, buildRepository, type GivenChangeRequest } from './build.ts'
import { type Content, commitFiles } from './commit-files.ts'
import type { Account, ChangeRequest, Repository, World } from './model.ts'

interface Proposal extends Omit<GivenChangeRequest, 'author' | 'files'> {
  readonly author: Account
  /** Path to content; null takes the file away. */
  readonly files: Readonly<Record<string, Content | null>>
  /** Database id of the organisation that holds the fork it comes from; from the repository itself when left out. */
  readonly fromForkOf?: number
}

/**
 * A change request with commits of its own on top of its target branch. As on GitHub, the commits of a fork can be had
 * from the repository that it proposes to, though no branch there leads to them.
 */
export function proposeChange(world: World, repository: Repository, proposal: Proposal): ChangeRequest {
  const { files, fromForkOf, author, ...given } = proposal
  const branch = given.headRefName ?? 'proposal'
  const target = repository.branches.find(({ name }) => name === (given.baseRefName ?? repository.defaultBranch))
  if (!target) throw new Error(`${repository.name} has no branch to propose to`)
  const before = [...repository.branches]
  repository.branches.push({ name: branch, oid: target.oid })
  const commit = commitFiles(repository, { files, author, at: given.createdAt, message: 'Propose', branch })
  if (fromForkOf !== undefined) {
    repository.branches = before
    forkTo(world, repository, { owner: fromForkOf, branch, oid: commit.oid })
  }
  return addChangeRequest(world, repository, {
    isCrossRepository: fromForkOf !== undefined,
    ...given,
    author: author.databaseId,
    baseRefName: target.name,
    headRefName: branch,
    headRefOid: commit.oid,
  })
}

function forkTo(
  world: World,
  repository: Repository,
  { owner, branch, oid }: { readonly owner: number; readonly branch: string; readonly oid: string },
): void {
  const parent = world.organisations.find(({ databaseId }) => databaseId === repository.owner)
  buildRepository(world, {
    owner,
    name: repository.name,
    isFork: true,
    parent: `${parent?.login}/${repository.name}`,
    defaultBranch: repository.defaultBranch,
    branches: [...repository.branches.map((ref) => ({ ...ref })), { name: branch, oid }],
    commits: [...repository.commits],
    objects: new Map(repository.objects),
  })
}
