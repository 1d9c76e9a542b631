import type { GraphQLResolveInfo } from 'graphql'
import { nodeId } from '../../world/ids.ts'
import type { BranchProtection, GitRef, Governance, Release, Repository } from '../../world/model.ts'
import { type Args, connect } from '../connection.ts'
import { type Fields, type Part, part, user, webUrl } from '../context.ts'
import { commitNode } from './commit.ts'

interface RefValue extends GitRef {
  readonly prefix: string
  readonly id: string
}

type Ruleset = Governance['rulesets'][number]

const refNode = (repository: Repository, ref: GitRef, prefix: string): Part<RefValue> =>
  part('Ref', { ...ref, prefix, id: nodeId('REF', repository.databaseId, `${prefix}${ref.name}`) }, repository)

export function branchRef(repository: Repository, name: string): Part<RefValue> | null {
  const ref = repository.branches.find((b) => b.name === name)
  return ref ? refNode(repository, ref, 'refs/heads/') : null
}

export function refs(repository: Repository, args: Args, info: GraphQLResolveInfo) {
  const prefix = String(args.refPrefix)
  const all = prefix === 'refs/tags/' ? repository.tags : prefix === 'refs/heads/' ? repository.branches : []
  const direction = (args.orderBy as { direction?: string } | null)?.direction ?? args.direction
  const sorted = [...all].sort((a, b) =>
    direction === 'DESC' ? b.name.localeCompare(a.name) : a.name.localeCompare(b.name),
  )
  return connect(sorted, { args, info, toNode: (ref) => refNode(repository, ref, prefix) })
}

export const releaseNode = (repository: Repository, release: Release) => part('Release', release, repository)

export const rulesetNode = (repository: Repository, ruleset: Ruleset) =>
  part('RepositoryRuleset', { ...ruleset, id: nodeId('RRS', ruleset.databaseId) }, repository)

/** What this world's protection rules leave at the host's defaults. */
const unsaid = { allowsDeletions: false, requiresLinearHistory: false } as const

const parametersOf: Readonly<Record<string, object>> = {
  PULL_REQUEST: {
    __typename: 'PullRequestParameters',
    requiredApprovingReviewCount: 1,
    requireCodeOwnerReview: false,
  },
  REQUIRED_STATUS_CHECKS: {
    __typename: 'RequiredStatusChecksParameters',
    requiredStatusChecks: [{ context: 'build', integrationId: null }],
  },
}

const applies = (source: Part<RefValue>) => {
  const { protection } = source.repository.governance
  return protection && source.value.name === protection.pattern ? protection : null
}

export const refFields: Fields<Part<RefValue>> = {
  target: ({ value, repository }, _args, context) => {
    const commit = context.index.commit(repository, value.oid)
    return commit ? commitNode(repository, commit) : null
  },
  branchProtectionRule: (source) => {
    const rule = applies(source)
    return rule && part('BranchProtectionRule', rule, source.repository)
  },
  refUpdateRule: (source, _args, context) => {
    const rule = applies(source)
    if (rule === null || !context.viewer.isMember(context.index.ownerOf(source.repository))) return null
    const requiredApprovingReviewCount = rule.requiredApprovingReviewCount || null
    return { ...unsaid, requiresSignatures: false, ...rule, requiredApprovingReviewCount }
  },
  rules: ({ repository }, args, _context, info) => {
    const active = repository.governance.rulesets.filter((r) => r.enforcement === 'ACTIVE' && r.target === 'BRANCH')
    const toNode = (type: string) => ({ id: `RR_${type}`, type, parameters: parametersOf[type] ?? null })
    return connect(
      active.flatMap((r) => r.rules),
      { args, info, toNode },
    )
  },
}

export const releaseFields: Fields<Part<Release>> = {
  author: ({ value }, _args, context) => user(context, value.author),
  updatedAt: ({ value }) => value.publishedAt ?? value.createdAt,
  url: ({ value, repository }, _args, context) =>
    `${webUrl}/${context.index.fullName(repository)}/releases/tag/${value.tagName}`,
  tag: ({ value, repository }) => {
    const ref = repository.tags.find((t) => t.name === value.tagName)
    return ref ? refNode(repository, ref, 'refs/tags/') : null
  },
}

export const rulesetFields: Fields<Part<Ruleset>> = {
  rules: ({ value }, args, _context, info) =>
    connect(value.rules, { args, info, toNode: (type) => ({ id: `RR_${type}`, type }) }),
}

export const protectionFields: Fields<Part<BranchProtection>> = {
  id: ({ repository }) => nodeId('BPR', repository.databaseId, 1),
  allowsDeletions: () => unsaid.allowsDeletions,
  requiresLinearHistory: () => unsaid.requiresLinearHistory,
  requiresCommitSignatures: () => false,
  requiresApprovingReviews: ({ value }) => value.requiredApprovingReviewCount > 0,
}
