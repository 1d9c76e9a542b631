import type { BranchRules, CommunityFile } from '#data/model/host-facts.ts'
import type { RepositoryRecord, Ruleset } from '#data/model/records.ts'
import { instant } from '../clock.ts'
import type { BranchRuleNode, Governance, Protection } from './queries/governance.ts'

/** What one answer says of how a repository is run. A field that could not be read is left out. */
export function governanceRecord(server: string, node: Governance): RepositoryRecord {
  const rules = branchRulesOf(node)
  return {
    type: 'repository',
    server,
    hostId: String(node.databaseId),
    owner: node.owner.login,
    name: node.name,
    ...(node.watchers && { watcherCount: node.watchers.totalCount }),
    ...(node.discussions && { discussionCount: node.discussions.totalCount }),
    ...(node.isSecurityPolicyEnabled != null && { hasSecurityPolicy: node.isSecurityPolicyEnabled }),
    ...securityPolicyUrl(node),
    ...communityFiles(node),
    ...(node.codeowners !== undefined && { codeownersErrors: node.codeowners?.errors ?? [] }),
    ...(rules !== undefined && { branchRules: rules }),
    ...rulesets(node),
    ...releases(node),
  }
}

/** The host gives the page's address whether or not there is a policy on it. */
function securityPolicyUrl({ isSecurityPolicyEnabled, securityPolicyUrl: url }: Governance) {
  if (isSecurityPolicyEnabled == null || url === undefined) return {}
  return { securityPolicyUrl: isSecurityPolicyEnabled ? url : null }
}

/** All kinds or none: part of the list would read as "there is no such file". */
function communityFiles(node: Governance): Pick<RepositoryRecord, 'communityFiles'> {
  const { codeOfConduct, contributingGuidelines, issueTemplates, pullRequestTemplates, fundingLinks } = node
  const answers = [codeOfConduct, contributingGuidelines, issueTemplates, pullRequestTemplates, fundingLinks]
  if (answers.includes(undefined)) return {}
  const own = `${node.owner.login}/${node.name}`.toLowerCase()
  return {
    communityFiles: [
      ...shown('code-of-conduct', codeOfConduct, own),
      ...shown('contributing', contributingGuidelines, own),
      ...(issueTemplates ?? []).map((one): CommunityFile => {
        return { kind: 'issue-template', path: one.filename, isInherited: null }
      }),
      ...(pullRequestTemplates ?? []).map((one): CommunityFile => {
        const isInherited = one.repository.nameWithOwner.toLowerCase() !== own
        return { kind: 'change-request-template', path: one.filename, isInherited }
      }),
      ...((fundingLinks ?? []).length > 0 ? [{ kind: 'funding', path: null, isInherited: null } as const] : []),
    ],
  }
}

/** `/owner/name/blob/branch/path`: the host says by it whose file it shows. */
function shown(
  kind: CommunityFile['kind'],
  file: { readonly resourcePath: string | null } | null | undefined,
  own: string,
): CommunityFile[] {
  if (file == null) return []
  const [, repository, path] = /^\/([^/]+\/[^/]+)\/blob\/[^/]+\/(.+)$/.exec(file.resourcePath ?? '') ?? []
  return [{ kind, path: path ?? null, isInherited: repository === undefined ? null : repository.toLowerCase() !== own }]
}

function rulesets({ rulesets: page }: Governance): Pick<RepositoryRecord, 'rulesets'> {
  if (page == null) return {}
  return {
    rulesets: page.nodes.flatMap((one): Ruleset[] => {
      if (one === null || one.databaseId === null || one.target === null) return []
      const { databaseId, name, enforcement, target } = one
      return [{ hostId: String(databaseId), name, enforcement: ENFORCEMENTS[enforcement], target: TARGETS[target] }]
    }),
  }
}

const ENFORCEMENTS = { ACTIVE: 'active', DISABLED: 'disabled', EVALUATE: 'evaluate' } as const
const TARGETS = { BRANCH: 'branch', TAG: 'tag', PUSH: 'push', REPOSITORY: 'repository' } as const

/** Drafts are shown to those who may write only, and are nothing yet. */
function releases({ releases: page }: Governance): Pick<RepositoryRecord, 'releases' | 'releaseCount'> {
  if (page === undefined) return {}
  const nodes = page.nodes.filter((one) => one !== null)
  const published = nodes.flatMap((one) => {
    const { databaseId, tagName: tag, name, publishedAt, isPrerelease, isDraft, notesLength } = one
    if (isDraft || publishedAt === null) return []
    return [
      { hostId: String(databaseId ?? tag), tag, name, publishedAt: instant(publishedAt), isPrerelease, notesLength },
    ]
  })
  return { releases: published, releaseCount: page.totalCount - (nodes.length - published.length) }
}

// Others are shown no protection rule, whether or not there is one.
const SEE_PROTECTION = new Set(['WRITE', 'MAINTAIN', 'ADMIN'])

/**
 * What holds on the default branch. A protection rule and rulesets add up: the stricter one of each point counts.
 * Undefined when a part of it could not be read; null when there is no branch.
 */
export function branchRulesOf({ defaultBranchRef: ref, viewerPermission }: Governance): BranchRules | null | undefined {
  if (ref == null) return ref
  const { branchProtectionRule: full, refUpdateRule: told, rules } = ref
  const protection = full ?? told
  const isHidden = protection == null && (told === undefined || !SEE_PROTECTION.has(viewerPermission ?? ''))
  if (rules == null || rules.pageInfo.hasNextPage || rules.nodes.includes(null) || isHidden) return undefined
  const byRules = rules.nodes.filter((rule) => rule !== null)
  const has = (type: string) => byRules.some((rule) => rule.type === type)
  return {
    branch: ref.name,
    requiresChangeRequest: has('PULL_REQUEST') || reviewsOf(protection) !== undefined,
    requiredReviews: Math.max(0, reviewsOf(protection) ?? 0, ...byRules.map(reviewsByRule)),
    requiresCodeOwnerReview:
      protection?.requiresCodeOwnerReviews === true || byRules.some((rule) => rule.parameters?.requireCodeOwnerReview),
    requiredChecks: [...new Set([...checksOf(protection), ...byRules.flatMap(checksByRule)])].sort(),
    allowsForcePush: !has('NON_FAST_FORWARD') && protection?.allowsForcePushes !== false,
    allowsDeletion: !has('DELETION') && protection?.allowsDeletions !== false,
    requiresSignatures:
      has('REQUIRED_SIGNATURES') || (protection?.requiresCommitSignatures ?? protection?.requiresSignatures) === true,
    requiresLinearHistory: has('REQUIRED_LINEAR_HISTORY') || protection?.requiresLinearHistory === true,
    // Who may pass by a ruleset is told to its administrators only.
    bindsAdministrators: protection?.isAdminEnforced ?? (protection == null && byRules.length === 0 ? false : null),
  }
}

/** Undefined when the rule asks for no review. */
function reviewsOf(protection: Protection | null | undefined): number | undefined {
  if (protection == null || protection.requiresApprovingReviews === false) return undefined
  return protection.requiredApprovingReviewCount ?? undefined
}

function reviewsByRule({ parameters }: BranchRuleNode): number {
  return parameters?.requiredApprovingReviewCount ?? 0
}

function checksOf(protection: Protection | null | undefined): readonly string[] {
  return (protection?.requiredStatusCheckContexts ?? []).filter((context) => context !== null)
}

function checksByRule({ parameters }: BranchRuleNode): readonly string[] {
  return (parameters?.requiredStatusChecks ?? []).map(({ context }) => context)
}
