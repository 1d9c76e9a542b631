import { resolveCommit } from '../graphql/resolvers/git-objects.ts'
import { json, missing } from '../reply.ts'
import type { WorldIndex } from '../world/index.ts'
import type { ChangeRequest, Commit, GitRef, Repository } from '../world/model.ts'
import { paginate, type RestRequest, withRepository } from './request.ts'
import { accountJson, repositoryJson } from './shapes.ts'

const emptyObject = (oid: string) => ({ sha: oid, url: '' })

function commitJson(request: RestRequest, repository: Repository, commit: Commit) {
  return {
    sha: commit.oid,
    url: `${request.baseUrl}/repos/${request.index.fullName(repository)}/commits/${commit.oid}`,
    commit: { message: commit.message, tree: emptyObject(commit.tree) },
    parents: commit.parents.map(emptyObject),
  }
}

const refJson = (ref: GitRef) => ({ name: ref.name, commit: emptyObject(ref.oid) })

export const listBranches = withRepository((request, repository) =>
  paginate(request, repository.branches, (ref) => ({ ...refJson(ref), protected: false })),
)

export const listTags = withRepository((request, repository) => paginate(request, repository.tags, refJson))

export const getBranch = withRepository((request, repository, params) => {
  const ref = repository.branches.find(({ name }) => name === params.ref)
  const commit = ref && request.index.commit(repository, ref.oid)
  if (!ref || !commit) return json(404, { message: 'Branch not found', status: '404' })
  return json(200, { name: ref.name, commit: commitJson(request, repository, commit), protected: false })
})

/** The side that asks: its repository is null once a fork is gone, and its commits are still to be had from the other side. */
function headJson(request: RestRequest, repository: Repository, item: ChangeRequest) {
  const repo = item.hasHeadRepository ? repositoryJson(request, forkOf(request.index, repository, item)) : null
  return { ref: item.headRefName, sha: item.headRefOid, repo }
}

function forkOf(index: WorldIndex, repository: Repository, item: ChangeRequest): Repository {
  if (!item.isCrossRepository) return repository
  const parent = index.fullName(repository)
  const holds = (one: Repository) => one.branches.some(({ name }) => name === item.headRefName)
  return index.world.repositories.find((one) => one.parent === parent && holds(one)) ?? repository
}

export const getChangeRequest = withRepository((request, repository, params) => {
  const item = repository.changeRequests.find(({ number }) => number === Number(params.number))
  if (!item) return missing()
  const base = repository.branches.find(({ name }) => name === item.baseRefName)
  const author = request.index.account(item.author)
  return json(200, {
    id: item.databaseId,
    node_id: item.id,
    number: item.number,
    state: item.state === 'OPEN' ? 'open' : 'closed',
    title: item.title,
    body: item.body,
    user: author ? accountJson(request, author) : null,
    created_at: item.createdAt,
    updated_at: item.updatedAt,
    draft: item.isDraft,
    merged: item.state === 'MERGED',
    base: { ref: item.baseRefName, sha: base?.oid ?? '', repo: repositoryJson(request, repository) },
    head: headJson(request, repository, item),
  })
})

/** `base...head` by their merge base, as git has it. */
export const compareCommits = withRepository((request, repository, params) => {
  const [base = '', head = ''] = (params.ref ?? '').split('...')
  const one = resolveCommit(request, repository, base)
  const other = resolveCommit(request, repository, head)
  if (!one || !other) return missing()
  const before = new Set(request.index.history(repository, one.oid).map(({ oid }) => oid))
  const after = request.index.history(repository, other.oid)
  const mergeBase = after.find(({ oid }) => before.has(oid))
  if (!mergeBase) return json(404, { message: 'No common ancestor between the two commits.', status: '404' })
  const ahead = after.filter(({ oid }) => !before.has(oid))
  const own = new Set(after.map(({ oid }) => oid))
  const behind = [...before].filter((oid) => !own.has(oid)).length
  return json(200, {
    status: ahead.length === 0 ? (behind === 0 ? 'identical' : 'behind') : behind === 0 ? 'ahead' : 'diverged',
    ahead_by: ahead.length,
    behind_by: behind,
    total_commits: ahead.length,
    base_commit: commitJson(request, repository, one),
    merge_base_commit: commitJson(request, repository, mergeBase),
    commits: ahead.toReversed().map((commit) => commitJson(request, repository, commit)),
    files: [],
  })
})
