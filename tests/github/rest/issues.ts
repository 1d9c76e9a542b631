import { json, missing } from '../reply.ts'
import { addIssue } from '../world/build.ts'
import { at } from '../world/instants.ts'
import type { ChangeRequest, Issue, Repository } from '../world/model.ts'
import { paginate, type RestRequest, withRepository } from './request.ts'
import { accountJson } from './shapes.ts'

function issueJson(request: RestRequest, repository: Repository, item: Issue | ChangeRequest) {
  const author = request.index.account(item.author)
  const isChangeRequest = 'mergedAt' in item
  const full = request.index.fullName(repository)
  return {
    id: item.databaseId,
    node_id: item.id,
    number: item.number,
    title: item.title,
    body: item.body,
    state: item.state === 'OPEN' ? 'open' : 'closed',
    labels: item.labels.map((name) => ({ name })),
    user: author ? accountJson(request, author) : null,
    created_at: item.createdAt,
    updated_at: item.updatedAt,
    closed_at: item.closedAt,
    html_url: `https://github.com/${full}/${isChangeRequest ? 'pull' : 'issues'}/${item.number}`,
    ...(isChangeRequest ? { pull_request: { url: `${request.baseUrl}/repos/${full}/pulls/${item.number}` } } : {}),
  }
}

/** Issues and change requests together, as the host gives them. */
export const listIssues = withRepository((request, repository) => {
  if (!repository.hasIssuesEnabled) return off()
  const state = request.query.get('state') ?? 'open'
  const sign = request.query.get('direction') === 'asc' ? 1 : -1
  const wanted = [...repository.issues, ...repository.changeRequests].filter(
    (item) => state === 'all' || (state === 'open') === (item.state === 'OPEN'),
  )
  wanted.sort((a, b) => sign * (a.createdAt.localeCompare(b.createdAt) || a.number - b.number))
  return paginate(request, wanted, (item) => issueJson(request, repository, item))
})

/** Anybody with an account may; who sees no more than the public does gets no label on it. */
export const createIssue = withRepository((request, repository) => {
  const { rights } = request.viewer
  if (rights === null) return json(401, { message: 'Requires authentication', status: '401' })
  if (rights.forbidden?.includes('Issue.create')) {
    return json(403, { message: 'Resource not accessible by personal access token', status: '403' })
  }
  if (repository.isArchived) return json(403, { message: 'Repository was archived so is read-only.', status: '403' })
  if (!repository.hasIssuesEnabled) return off()
  const {
    title,
    body = '',
    labels = [],
  } = JSON.parse(request.body) as Partial<Pick<Issue, 'title' | 'body' | 'labels'>>
  if (title === undefined || title === '') return json(422, { message: 'Validation Failed', status: '422' })
  const made: { item?: Issue } = {}
  request.change((world) => {
    const found = world.repositories.find(({ id }) => id === repository.id)
    const author = world.accounts.find(({ login }) => login === rights.login)?.databaseId ?? null
    if (found) made.item = addIssue(world, found, { title, body, labels, author, createdAt: at(request.now) })
  })
  return made.item === undefined ? missing() : json(201, issueJson(request, repository, made.item))
})

const off = () => json(410, { message: 'Issues has been disabled in this repository.', status: '410' })
