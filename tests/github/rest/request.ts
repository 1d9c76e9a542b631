import type { Viewer } from '../access.ts'
import type { Budgets } from '../limits.ts'
import { json, missing, type Reply } from '../reply.ts'
import type { WorldIndex } from '../world/index.ts'
import type { Repository, World } from '../world/model.ts'

/** A REST request, with its path below the API's root. */
export interface RestRequest {
  readonly method: string
  /** What a request that writes brings; empty otherwise. */
  readonly body: string
  /** Changes the world; an index taken before no longer tells of it. */
  readonly change: (edit: (world: World) => void) => void
  readonly path: string
  readonly query: URLSearchParams
  /** Where this server is reached, with `/api/v3` where that was used. */
  readonly baseUrl: string
  /** Where this server is reached, without it. */
  readonly origin: string
  readonly who: string
  readonly viewer: Viewer
  readonly index: WorldIndex
  readonly budgets: Budgets
  readonly now: number
}

/** Values taken out of a path by a route's pattern. */
export type Params = Readonly<Record<string, string>>

export type Handler = (request: RestRequest, params: Params) => Reply

/** Runs a handler with the repository a path names: 301 for an old name, 404 for what cannot be seen. */
export function withRepository(
  handler: (request: RestRequest, repository: Repository, params: Params) => Reply,
): Handler {
  return (request, params) => {
    const found = request.index.repository(`${params.owner}/${params.repo}`)
    if (!found || !request.viewer.sees(found.value)) return missing()
    const owner = request.index.ownerOf(found.value)
    const wall = request.viewer.wall(owner)
    if (wall !== 'none') return walled(wall, owner.login)
    if (found.renamedFrom === undefined) return handler(request, found.value, params)
    const rest = request.path.split('/').slice(4).join('/')
    const url = `${request.baseUrl}/repositories/${found.value.databaseId}${rest === '' ? '' : `/${rest}`}`
    return json(301, { message: 'Moved Permanently', url }, { location: url })
  }
}

export function walled(wall: 'saml' | 'ip-allow-list', login: string): Reply {
  if (wall === 'saml') {
    const message =
      'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.'
    return json(
      403,
      { message },
      { 'x-github-sso': `required; url=https://github.com/orgs/${login}/sso?authorization_request=once` },
    )
  }
  const message = `Although you appear to have the correct authorization credentials, the \`${login}\` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.`
  return json(403, { message })
}

/** One page of a list, with the `link` header GitHub sends. */
export function paginate<T>(request: RestRequest, items: readonly T[], toJson: (item: T) => unknown): Reply {
  const size = Math.min(100, Math.max(1, Number(request.query.get('per_page') ?? 30) || 30))
  const page = Math.max(1, Number(request.query.get('page') ?? 1) || 1)
  const last = Math.max(1, Math.ceil(items.length / size))
  const link = (number: number, rel: string) => {
    const query = new URLSearchParams(request.query)
    query.set('page', String(number))
    return `<${request.baseUrl}${request.path}?${query}>; rel="${rel}"`
  }
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ]
  const body = items.slice((page - 1) * size, page * size).map(toJson)
  return json(200, body, links.length > 0 ? { link: links.join(', ') } : {})
}
