import type { GraphQLResolveInfo } from 'graphql'
import type { ChangeRequest, Issue, Repository } from '../../world/model.ts'
import type { Args } from '../connection.ts'
import { connect } from '../connection.ts'
import { type Context, part, repositoryNode } from '../context.ts'

interface Hit {
  readonly kind: 'PullRequest' | 'Issue'
  readonly item: ChangeRequest | Issue
  readonly repository: Repository
}

/** No search ever gives more than this, without a word. */
const cap = 1000

/**
 * `search` with the qualifiers org, repo, -org, author, is (pr, issue, open, closed, merged, public), updated, created and sort; other words
 * are looked for in titles.
 */
export function search(context: Context, args: Args, info: GraphQLResolveInfo) {
  const terms = String(args.query).split(/\s+/).filter(Boolean)
  if (args.type === 'REPOSITORY') {
    const found = scopeOf(context, terms).filter((r) => context.viewer.sees(r))
    const page = connect(found.slice(0, cap), { args, info, toNode: repositoryNode })
    return { ...page, repositoryCount: found.length, issueCount: 0 }
  }
  const found = scopeOf(context, terms)
    .filter((r) => context.viewer.sees(r))
    .flatMap((r) => hitsOf(r))
    .filter((hit) => terms.every((term) => matches(context, hit, term)))
  const field = terms.some((t) => t.startsWith('sort:created')) ? 'createdAt' : 'updatedAt'
  const sign = terms.some((t) => t.startsWith('sort:') && t.endsWith('-asc')) ? 1 : -1
  found.sort((a, b) => sign * (a.item[field].localeCompare(b.item[field]) || a.item.databaseId - b.item.databaseId))
  const page = connect(found.slice(0, cap), { args, info, toNode: (hit) => part(hit.kind, hit.item, hit.repository) })
  return { ...page, issueCount: found.length, repositoryCount: 0 }
}

function scopeOf(context: Context, terms: readonly string[]): readonly Repository[] {
  const { index } = context
  const wanted = (prefix: string) =>
    terms.filter((t) => t.startsWith(prefix)).map((t) => t.slice(prefix.length).toLowerCase())
  const owners = [...wanted('org:'), ...wanted('user:')]
  const names = wanted('repo:')
  return index.world.repositories.filter(
    (r) =>
      (owners.length === 0 || owners.includes(index.ownerOf(r).login.toLowerCase())) &&
      (names.length === 0 || names.includes(index.fullName(r).toLowerCase())),
  )
}

function hitsOf(repository: Repository): Hit[] {
  return [
    ...repository.changeRequests.map((item) => ({ kind: 'PullRequest' as const, item, repository })),
    ...repository.issues.map((item) => ({ kind: 'Issue' as const, item, repository })),
  ]
}

function matches(context: Context, hit: Hit, term: string): boolean {
  const [name = '', ...rest] = term.split(':')
  const value = rest.join(':')
  if (['org', 'user', 'repo', 'sort'].includes(name)) return true
  if (name === '-org' || name === '-user')
    return context.index.ownerOf(hit.repository).login.toLowerCase() !== value.toLowerCase()
  if (name === 'author') return context.index.account(hit.item.author)?.login.toLowerCase() === value.toLowerCase()
  if (term === 'is:public') return hit.repository.visibility === 'PUBLIC'
  if (name === 'is' || name === 'type' || name === 'state') return is(hit, value)
  if (name === 'updated') return isWithin(hit.item.updatedAt, value)
  if (name === 'created') return isWithin(hit.item.createdAt, value)
  return hit.item.title.toLowerCase().includes(term.toLowerCase())
}

function is(hit: Hit, value: string): boolean {
  if (value === 'pr') return hit.kind === 'PullRequest'
  if (value === 'issue') return hit.kind === 'Issue'
  if (value === 'closed') return hit.item.state !== 'OPEN'
  return hit.item.state === value.toUpperCase()
}

function isWithin(instant: string, range: string): boolean {
  const ms = Date.parse(instant)
  const [from = '', to] = range.split('..')
  if (to !== undefined) return (from === '*' || ms >= Date.parse(from)) && (to === '*' || ms <= endOf(to))
  const bound = Date.parse(range.replace(/^[<>]=?/, ''))
  if (range.startsWith('>=')) return ms >= bound
  if (range.startsWith('<=')) return ms <= bound
  if (range.startsWith('>')) return ms > bound
  return range.startsWith('<') ? ms < bound : instant.startsWith(range)
}

/** A day is meant to its end. */
function endOf(instant: string): number {
  return Date.parse(instant) + (/^\d{4}-\d{2}-\d{2}$/.test(instant) ? 86_399_999 : 0)
}
