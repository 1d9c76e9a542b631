import { visibleMembers } from '../graphql/resolvers/organisation.ts'
import { budgetHeaders } from '../limits.ts'
import { json, missing } from '../reply.ts'
import type { Organisation } from '../world/model.ts'
import { type Handler, paginate, type RestRequest, walled, withRepository } from './request.ts'
import { accountJson, organisationJson, repositoryJson } from './shapes.ts'

const withOrganisation =
  (handler: (request: RestRequest, organisation: Organisation) => ReturnType<Handler>): Handler =>
  (request, params) => {
    const found = request.index.organisation(params.org ?? '')
    if (!found) return missing()
    const wall = request.viewer.wall(found)
    return wall === 'none' ? handler(request, found) : walled(wall, found.login)
  }

export const getOrganisation = withOrganisation((request, org) => json(200, organisationJson(request, org)))

export const listRepositories = withOrganisation((request, org) => {
  const type = request.query.get('type') ?? 'all'
  const sort = request.query.get('sort') ?? 'created'
  const sign = (request.query.get('direction') ?? (sort === 'full_name' ? 'asc' : 'desc')) === 'asc' ? 1 : -1
  const keyOf = (r: { name: string; createdAt: string; updatedAt: string; pushedAt: string | null }) =>
    ({ full_name: r.name, created: r.createdAt, updated: r.updatedAt, pushed: r.pushedAt ?? '' })[sort] ?? r.createdAt
  const visible = request.index.world.repositories.filter(
    (r) =>
      r.owner === org.databaseId &&
      request.viewer.sees(r) &&
      (!['public', 'private'].includes(type) || (type === 'public') === (r.visibility === 'PUBLIC')) &&
      (!['forks', 'sources'].includes(type) || (type === 'forks') === r.isFork),
  )
  visible.sort((a, b) => sign * (keyOf(a).localeCompare(keyOf(b)) || a.databaseId - b.databaseId))
  return paginate(request, visible, (r) => repositoryJson(request, r))
})

export const listMembers = withOrganisation((request, org) => {
  const role = request.query.get('role') ?? 'all'
  const wanted = visibleMembers(request, org).filter((m) => role === 'all' || m.role.toLowerCase() === role)
  const accounts = wanted.flatMap((m) => request.index.account(m.account) ?? [])
  return paginate(request, accounts, (a) => accountJson(request, a))
})

/** What the organisation says of its repositories in words of its own; for its members alone. */
export const listProperties = withOrganisation((request, org) => {
  if (!request.viewer.isMember(org)) return json(403, { message: 'Resource not accessible by personal access token' })
  const own = request.index.world.repositories.filter((r) => r.owner === org.databaseId)
  return paginate(request, own, (r) => ({
    repository_id: r.databaseId,
    repository_name: r.name,
    repository_full_name: request.index.fullName(r),
    properties: Object.entries(r.properties).map(([property_name, value]) => ({ property_name, value })),
  }))
})

export const getRepository = withRepository((request, repository) => json(200, repositoryJson(request, repository)))

export const getRateLimit: Handler = (request) => {
  if (!request.budgets.limits.isEnabled) return json(404, { message: 'Rate limiting is not enabled.' })
  const pick = (resource: 'core' | 'graphql') => {
    const { limit, used, remaining, reset } = request.budgets.read(request.who, resource)
    return { limit, used, remaining, reset }
  }
  const core = pick('core')
  const headers = budgetHeaders({ ...core, resource: 'core' })
  return { ...json(200, { resources: { core, graphql: pick('graphql') }, rate: core }, headers), isFree: true }
}

export const getMeta: Handler = () =>
  json(200, { verifiable_password_authentication: false, installed_version: '3.19.0' })
