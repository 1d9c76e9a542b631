import { missing, type Reply } from '../reply.ts'
import { compareCommits, getBranch, getChangeRequest, listBranches, listTags } from './change-requests.ts'
import { getDependencyGraph } from './dependency-graph.ts'
import { getBlob, getTarball, getTree } from './git.ts'
import { createIssue, listIssues } from './issues.ts'
import {
  getMeta,
  getOrganisation,
  getRateLimit,
  getRepository,
  listMembers,
  listProperties,
  listRepositories,
} from './repositories.ts'
import type { Handler, RestRequest } from './request.ts'

const routes: readonly (readonly [pattern: string, handler: Handler, method?: string])[] = [
  ['/rate_limit', getRateLimit],
  ['/meta', getMeta],
  ['/orgs/:org', getOrganisation],
  ['/orgs/:org/repos', listRepositories],
  ['/orgs/:org/members', listMembers],
  ['/orgs/:org/properties/values', listProperties],
  ['/repos/:owner/:repo', getRepository],
  ['/repos/:owner/:repo/branches', listBranches],
  ['/repos/:owner/:repo/dependency-graph/sbom', getDependencyGraph],
  ['/repos/:owner/:repo/branches/:ref', getBranch],
  ['/repos/:owner/:repo/tags', listTags],
  ['/repos/:owner/:repo/pulls/:number', getChangeRequest],
  ['/repos/:owner/:repo/compare/:ref', compareCommits],
  ['/repos/:owner/:repo/git/trees/:sha', getTree],
  ['/repos/:owner/:repo/git/blobs/:sha', getBlob],
  ['/repos/:owner/:repo/tarball/:ref', getTarball],
  ['/repos/:owner/:repo/tarball', getTarball],
  ['/repos/:owner/:repo/issues', listIssues],
  ['/repos/:owner/:repo/issues', createIssue, 'POST'],
]

const compiled = routes.map(([pattern, handler, method = 'GET']) => ({
  method,
  matcher: new RegExp(
    `^${pattern.replace(/:(\w+)/g, (_, name: string) => (name === 'sha' || name === 'ref' ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`))}$`,
  ),
  handler,
}))

/** Answers on the REST side; `/repositories/ID` leads where `/repos/OWNER/NAME` does. */
export function answerRest(request: RestRequest): Reply {
  const byId = /^\/repositories\/(\d+)(\/.*)?$/.exec(request.path)
  if (byId) {
    const repository = request.index.world.repositories.find((r) => r.databaseId === Number(byId[1]))
    if (!repository) return missing()
    return answerRest({ ...request, path: `/repos/${request.index.fullName(repository)}${byId[2] ?? ''}` })
  }
  for (const { method, matcher, handler } of compiled) {
    const match = method === request.method ? matcher.exec(request.path) : null
    if (match) return handler(request, decoded(match.groups ?? {}))
  }
  return missing()
}

function decoded(groups: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([k, v]) => [k, decodeURIComponent(v)]))
}
