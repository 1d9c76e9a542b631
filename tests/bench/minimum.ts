import { CHANGE_REQUESTS } from '#collectors/github/queries/change-requests.ts'
import { GOVERNANCE } from '#collectors/github/queries/governance.ts'
import { ISSUES } from '#collectors/github/queries/issues.ts'
import { REPOSITORY_DETAILS } from '#collectors/github/queries/repository-details.ts'
import { REPOSITORY_LIST } from '#collectors/github/queries/repository-list.ts'
import type { ChangeRequest, Item, Repository, World } from '../github/world/model.ts'

/**
 * The least that a first collection of a world can cost, whoever collects it: worked out from the world, and from which
 * lists are asked of each thing, never from what our calls look like.
 *
 * A GraphQL call costs a hundredth of the connections that it may open, rounded: 149 for one point, and no call costs
 * less, so whatever opens N connections takes N / 149 points and, at a point a call, as many requests. Two bounds come
 * from elsewhere. A page holds a hundred rows, and the next one cannot be asked for before it is there. And what one call
 * may ask of a host within its ten seconds: five hundred commits, the tails of ten change requests.
 */
export interface Minimum {
  readonly parts: readonly Part[]
  readonly requests: number
  readonly points: number
}

interface Part {
  readonly what: string
  readonly requests: number
  readonly points: number
}

const CONNECTIONS_OF_POINT = 149
const PAGE = 100
const COMMITS_OF_CALL = 500
const TAILS_OF_CALL = 10
const FILES_OF_PAGE = 50
const RESPONSES_OF_PAGE = 10

export function minimumOf(world: World, login: string): Minimum {
  const owner = world.organisations.find((one) => one.login === login)
  const all = world.repositories.filter((one) => one.owner === owner?.databaseId)
  const open = all.filter(({ visibility }) => visibility === 'PUBLIC').length
  const walked = all.filter(({ branches }) => branches.length > 0)
  const asked = REPOSITORY_LIST.connections + REPOSITORY_DETAILS.connections + GOVERNANCE.connections
  const parts = [
    graphql('repositories and how they are run', pointsOf(1 + asked * all.length)),
    rest('what anybody may read', pagesOf(open)),
    rest('custom properties', 1),
    graphql('members', pagesOf(owner?.members.length ?? 0)),
    graphql('change requests', listed(all, 'changeRequests', CHANGE_REQUESTS.connections)),
    graphql('tails of change requests', tails(all)),
    graphql('issues', listed(all, 'issues', ISSUES.connections)),
    graphql('commits', commits(walked)),
    // The host answers with the address of an archive, where it is fetched.
    rest('archives and their downloads', 2 * walked.length),
  ]
  const sum = (what: 'requests' | 'points') => parts.reduce((total, part) => total + part[what], 0)
  return { parts, requests: sum('requests'), points: sum('points') }
}

function graphql(what: string, calls: number): Part {
  return { what, requests: calls, points: calls }
}

function rest(what: string, requests: number): Part {
  return { what, requests, points: 0 }
}

function pointsOf(connections: number): number {
  return Math.ceil(connections / CONNECTIONS_OF_POINT)
}

function pagesOf(rows: number): number {
  return Math.max(1, Math.ceil(rows / PAGE))
}

/** Each list that is not empty is a connection, and each of its rows opens `nested` more. */
function listed(all: readonly Repository[], what: 'changeRequests' | 'issues', nested: number): number {
  return pointsOf(all.reduce((sum, { [what]: rows }) => sum + (rows.length === 0 ? 0 : 1 + nested * rows.length), 0))
}

function tails(all: readonly Repository[]): number {
  const pages = all.flatMap(({ changeRequests }) => changeRequests.map(tailPages))
  return Math.ceil(pages.reduce((sum, count) => sum + count, 0) / TAILS_OF_CALL)
}

/** Further pages of one change request; of its responses only where nobody but its author spoke among the first. */
function tailPages(change: ChangeRequest): number {
  const files = Math.ceil(Math.max(0, change.files.length - FILES_OF_PAGE) / PAGE)
  return Math.max(files, isUnanswered(change, change.reviews) ? 1 : 0)
}

function isUnanswered({ author, comments }: Item, reviews: readonly Item['comments'][number][]): boolean {
  const said = [...comments, ...reviews].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
  return said.length > RESPONSES_OF_PAGE && said.slice(0, RESPONSES_OF_PAGE).every((one) => one.author === author)
}

/** Pages of one history come one after the other; those of others go into the same call. */
function commits(walked: readonly Repository[]): number {
  const longest = Math.max(0, ...walked.map((one) => one.commits.length))
  const total = walked.reduce((sum, one) => sum + one.commits.length, 0)
  return Math.max(Math.ceil(total / COMMITS_OF_CALL), Math.ceil(longest / PAGE))
}
