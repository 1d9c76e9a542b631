import type { BranchRules, HostFact, HostFacts } from '#data/model/host-facts.ts'
import { COMMUNITY_FILE_KINDS, FAILURE_KINDS, isOneOf } from '#data/model/vocabulary.ts'
import { hostCodeownersErrors } from '#data/queries/host/codeowners-errors.ts'
import { hostCommunityFiles } from '#data/queries/host/community-files.ts'
import { hostLists } from '#data/queries/host/lists.ts'
import { hostLooks } from '#data/queries/host/looks.ts'
import { hostReleases } from '#data/queries/host/releases.ts'
import { hostSettings } from '#data/queries/host/settings.ts'
import type { RowOf } from '#data/queries/query.ts'
import type { Store } from '#data/store.ts'

interface Asked {
  readonly id: number
  readonly server: string
  readonly host_id: string
  readonly owner: string
}

/** What the host said of a collected repository, each field with why it is not known where it is not. */
export async function storedHost(store: Store, asked: Asked): Promise<HostFacts> {
  const [settings] = await store.ask(hostSettings, { repository: asked.id })
  if (settings === undefined) throw new Error(`repository ${asked.id} is not stored`)
  const { server, host_id, owner } = asked
  const looks = looksOf(await store.ask(hostLooks, { server, host_id, owner }))
  return { ...factsOfList(settings, looks), ...(await factsOfGovernance(store, { asked, settings, looks })) }
}

type Settings = RowOf<typeof hostSettings>

interface Looks {
  /** Whether a stream of the collector was read. */
  has(stream: string): boolean
  /** The value, unless one of these fields was refused; undefined says that nobody asked. */
  known<Value>(value: Value | undefined, ...fields: readonly string[]): HostFact<Value>
}

function looksOf(rows: readonly RowOf<typeof hostLooks>[]): Looks {
  const seen = new Set(rows.filter(({ look }) => look === 'seen').map(({ name }) => name))
  const refused = new Map(rows.filter(({ look }) => look === 'refused').map((row) => [row.name, row]))
  return {
    has: (stream) => seen.has(stream),
    known(value, ...fields) {
      const refusal = fields.map((field) => refused.get(`field:${field}`)).find((row) => row !== undefined)
      if (refusal !== undefined && isOneOf(FAILURE_KINDS, refusal.reason))
        return { isKnown: false, reason: refusal.reason, message: refusal.message ?? '' }
      if (value !== undefined) return { isKnown: true, value }
      return { isKnown: false, reason: 'not-collected', message: 'the host was not asked' }
    },
  }
}

/** Fields of the list of repositories. What only a clone told of has no id on the host. */
function factsOfList(row: Settings, { known }: Looks) {
  const isListed = row.node_id !== null
  const flag = (value: number | null, field: string) => known(value === null ? undefined : value === 1, field)
  const visibility = isOneOf(['public', 'internal', 'private'] as const, row.visibility) ? row.visibility : undefined
  return {
    visibility: known(visibility, 'visibility'),
    description: known(isListed ? row.description : undefined, 'description'),
    homepageUrl: known(isListed ? row.homepage_url : undefined, 'homepageUrl'),
    license: known(isListed ? row.host_license : undefined, 'licenseInfo'),
    defaultBranch: known(isListed ? row.default_branch : undefined, 'defaultBranchRef', 'name'),
    isArchived: flag(row.is_archived, 'isArchived'),
    isFork: flag(row.is_fork, 'isFork'),
    isTemplate: flag(row.is_template, 'isTemplate'),
    isMirror: flag(row.is_mirror, 'isMirror'),
    hasIssues: flag(row.has_issues, 'hasIssuesEnabled'),
    hasDiscussions: flag(row.has_discussions, 'hasDiscussionsEnabled'),
    hasWiki: flag(row.has_wiki, 'hasWikiEnabled'),
    hasVulnerabilityAlerts: flag(row.has_vulnerability_alerts, 'hasVulnerabilityAlertsEnabled'),
    hasSecurityPolicy: flag(row.has_security_policy, 'isSecurityPolicyEnabled'),
  } satisfies Partial<HostFacts>
}

const COMMUNITY = ['codeOfConduct', 'contributingGuidelines', 'issueTemplates', 'pullRequestTemplates', 'fundingLinks']

async function factsOfGovernance(
  store: Store,
  { asked, settings, looks }: { readonly asked: Asked; readonly settings: Settings; readonly looks: Looks },
) {
  const repository = asked.id
  const lists = await store.ask(hostLists, { repository })
  const of = (list: string) => lists.filter((row) => row.list === list)
  const files = await store.ask(hostCommunityFiles, { repository })
  const errors = await store.ask(hostCodeownersErrors, { repository })
  const releases = await store.ask(hostReleases, { repository })
  const isGoverned = looks.has('governance')
  const rules = branchRules(
    settings,
    of('check').map(({ name }) => name),
  )
  const { known } = looks
  return {
    topics: known(
      settings.branch_count === null ? undefined : of('topic').map(({ name }) => name),
      'repositoryTopics',
      'topic',
      'name',
    ),
    communityFiles: known(
      isGoverned
        ? files.flatMap(({ kind, path, is_inherited }) =>
            isOneOf(COMMUNITY_FILE_KINDS, kind)
              ? [
                  {
                    kind,
                    path: path === '' ? null : path,
                    isInherited: is_inherited === null ? null : is_inherited === 1,
                  },
                ]
              : [],
          )
        : undefined,
      ...COMMUNITY,
    ),
    codeownersErrors: known(
      isGoverned ? errors.map(({ column_number, ...error }) => ({ ...error, column: column_number })) : undefined,
      'codeowners',
    ),
    branchRules: known(rules, 'branchRules', 'rules'),
    releases: known(
      settings.release_count === null
        ? undefined
        : {
            count: settings.release_count,
            newest: releases.map(({ tag, name, published_at, is_prerelease, notes_length }) => {
              return {
                tag,
                name,
                publishedAt: published_at,
                isPrerelease: is_prerelease === 1,
                notesLength: notes_length,
              }
            }),
          },
      'releases',
    ),
    customProperties: known(looks.has('custom-properties') ? byName(of('property')) : undefined, 'custom-properties'),
  } satisfies Partial<HostFacts>
}

function byName(rows: readonly { readonly name: string; readonly value: string }[]) {
  const groups = Map.groupBy(rows, ({ name }) => name)
  return new Map([...groups].map(([name, values]) => [name, values.map(({ value }) => value)]))
}

/** Undefined when no row says what holds. */
function branchRules(row: Settings, requiredChecks: readonly string[]): BranchRules | undefined {
  if (row.branch === null) return undefined
  return {
    branch: row.branch,
    requiresChangeRequest: row.requires_change_request === 1,
    requiredReviews: row.required_reviews ?? 0,
    requiresCodeOwnerReview: row.requires_code_owner_review === 1,
    requiredChecks,
    allowsForcePush: row.allows_force_push === 1,
    allowsDeletion: row.allows_deletion === 1,
    requiresSignatures: row.requires_signatures === 1,
    requiresLinearHistory: row.requires_linear_history === 1,
    bindsAdministrators: row.binds_administrators === null ? null : row.binds_administrators === 1,
  }
}
