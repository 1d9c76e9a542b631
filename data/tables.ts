import type { BranchRules } from './model/host-facts.ts'
import type {
  AffiliationRecord,
  ChangeRequestRecord,
  CommitRecord,
  ComponentRecord,
  DependencyGraphRecord,
  IssueRecord,
  OptInRecord,
  OrganisationRecord,
  OutboundCount,
  PersonRef,
  PropertiesRecord,
  RefsRecord,
  RegisterRecord,
  RepositoryKey,
  RepositoryRecord,
  TreeRecord,
} from './model/records.ts'

/**
 * How records become rows, said once: statements are generated from this. A column whose value is `undefined` was not
 * looked at and keeps what is stored.
 */
export type Scalar = string | number | boolean | null

export type Column<Item> =
  | { readonly name: string; readonly value: (item: Item) => Scalar | undefined }
  | { readonly name: string; readonly person: (item: Item) => PersonRef | null | undefined }
  | { readonly name: string; readonly repository: (item: Item) => RepositoryKey }

/** A table with one row per record. */
export interface RowTable<Item> {
  readonly table: string
  /** Columns that tell one row from another; the rest may change. */
  readonly key: readonly string[]
  readonly columns: readonly Column<Item>[]
  /** Whether the host may lose it: saving it again brings it back. */
  readonly canGo: boolean
}

/** A set of rows that belongs to a parent and is replaced as a whole, by difference. */
export interface SetTable<Item> {
  readonly table: string
  /** Column that holds the parent. */
  readonly parent: string
  readonly key: readonly string[]
  readonly columns: readonly Column<Item>[]
}

export const ORGANISATION: RowTable<OrganisationRecord> = {
  table: 'organisation',
  key: ['server', 'host_id'],
  columns: fields('server', 'hostId', 'login'),
  canGo: false,
}

export const REPOSITORY: RowTable<RepositoryRecord> = {
  table: 'repository',
  key: ['server', 'host_id'],
  columns: [
    ...fields('server', 'hostId', 'owner', 'name', 'nodeId', 'url', 'description', 'homepageUrl', 'visibility'),
    ...fields('readability', 'isArchived', 'archivedAt', 'isFork', 'forkedFrom', 'isTemplate', 'isEmpty', 'createdAt'),
    ...fields('pushedAt', 'starCount', 'forkCount', 'hostLicense', 'primaryLanguage', 'defaultBranch', 'headOid'),
    ...fields('treeOid', 'headCommittedAt', 'commitCount', 'changeRequestCount', 'issueCount', 'latestReleaseTag'),
    ...fields('latestReleaseAt', 'madeFrom', 'isMirror', 'watcherCount', 'discussionCount', 'hasIssues'),
    ...fields('hasDiscussions', 'hasWiki', 'hasVulnerabilityAlerts', 'hasSecurityPolicy', 'securityPolicyUrl'),
    ...fields('branchCount', 'tagCount', 'releaseCount'),
  ],
  canGo: true,
}

export const LANGUAGES_OF_REPOSITORY: SetTable<NonNullable<RepositoryRecord['languages']>[number]> = {
  table: 'repository_language',
  parent: 'repository',
  key: ['language'],
  columns: fields('language', 'bytes'),
}

export const TOPICS_OF_REPOSITORY: SetTable<NonNullable<RepositoryRecord['topics']>[number]> = {
  table: 'repository_topic',
  parent: 'repository',
  key: ['topic'],
  columns: fields('topic'),
}

type SetOf<Name extends keyof RepositoryRecord> = SetTable<
  NonNullable<RepositoryRecord[Name]> extends readonly (infer Item)[] ? Item : never
>

export const COMMUNITY_FILES: SetOf<'communityFiles'> = {
  table: 'repository_community_file',
  parent: 'repository',
  key: ['kind', 'path'],
  columns: [...fields('kind', 'isInherited'), { name: 'path', value: ({ path }) => path ?? '' }],
}

export const CODEOWNERS_ERRORS: SetOf<'codeownersErrors'> = {
  table: 'repository_codeowners_error',
  parent: 'repository',
  key: ['path', 'line', 'column_number', 'kind'],
  columns: [...fields('path', 'line', 'kind'), { name: 'column_number', value: ({ column }) => column }],
}

export const BRANCH_RULES: SetTable<BranchRules> = {
  table: 'repository_branch_rules',
  parent: 'repository',
  key: ['branch'],
  columns: [
    ...fields('branch', 'requiresChangeRequest', 'requiredReviews', 'requiresCodeOwnerReview', 'allowsForcePush'),
    ...fields('allowsDeletion', 'requiresSignatures', 'requiresLinearHistory', 'bindsAdministrators'),
  ],
}

export const REQUIRED_CHECKS: SetTable<string> = {
  table: 'repository_required_check',
  parent: 'repository',
  key: ['name'],
  columns: [{ name: 'name', value: (name) => name }],
}

export const RULESETS: SetOf<'rulesets'> = {
  table: 'repository_ruleset',
  parent: 'repository',
  key: ['host_id'],
  columns: fields('hostId', 'name', 'enforcement', 'target'),
}

export const RELEASES: SetOf<'releases'> = {
  table: 'repository_release',
  parent: 'repository',
  key: ['host_id'],
  columns: fields('hostId', 'tag', 'name', 'publishedAt', 'isPrerelease', 'notesLength'),
}

export const PROPERTIES: SetTable<PropertiesRecord['properties'][number]> = {
  table: 'repository_property',
  parent: 'repository',
  key: ['name', 'value'],
  columns: fields('name', 'value'),
}

export const REFS: SetTable<RefsRecord['refs'][number]> = {
  table: 'ref',
  parent: 'repository',
  key: ['kind', 'name'],
  columns: fields('kind', 'name', 'oid', 'committedAt'),
}

export const DEPENDENCY_GRAPHS: SetTable<DependencyGraphRecord['documents'][number]> = {
  table: 'dependency_graph',
  parent: 'repository',
  key: ['oid'],
  columns: fields('oid', 'size'),
}

export const TREE_ENTRIES: SetTable<TreeRecord['entries'][number]> = {
  table: 'tree_entry',
  parent: 'repository',
  key: ['path'],
  columns: fields('path', 'mode', 'oid', 'size'),
}

export const COMPONENTS: SetTable<ComponentRecord['components'][number]> = {
  table: 'component',
  parent: 'repository',
  key: ['path'],
  columns: fields('path', 'kind', 'line', 'groupId', 'artifactId', 'version', 'title'),
}

export const CHANGE_REQUEST: RowTable<ChangeRequestRecord> = {
  table: 'change_request',
  key: ['repository', 'host_id'],
  columns: [
    { name: 'repository', repository: (record) => record.repository },
    { name: 'author', person: (record) => record.author },
    { name: 'merged_by', person: (record) => record.mergedBy },
    settled('first_response_settled', (record) => record.firstResponseAt),
    { name: 'first_responder', person: (record) => record.firstResponder },
    ...fields('closedBy', 'closingPhrase', 'isReopened'),
    ...fields('hostId', 'number', 'title', 'state', 'isDraft', 'authorAssociation', 'createdAt', 'updatedAt'),
    ...fields('mergedAt', 'closedAt', 'firstResponseAt', 'baseBranch', 'isCrossRepository', 'mergeOid', 'additions'),
    ...fields('deletions', 'changedFileCount', 'commentCount', 'reviewDecision', 'headOid'),
    ...fields('firstReviewAt', 'reviewCount'),
  ],
  canGo: true,
}

export const LABELS_OF_CHANGE_REQUEST: SetTable<ChangeRequestRecord['labels'][number]> = {
  table: 'change_request_label',
  parent: 'change_request',
  key: ['label'],
  columns: fields('label'),
}

export const FILES_OF_CHANGE_REQUEST: SetTable<NonNullable<ChangeRequestRecord['files']>[number]> = {
  table: 'change_request_file',
  parent: 'change_request',
  key: ['path'],
  columns: fields('path', 'additions', 'deletions'),
}

export const ISSUE: RowTable<IssueRecord> = {
  table: 'issue',
  key: ['repository', 'host_id'],
  columns: [
    { name: 'repository', repository: (record) => record.repository },
    { name: 'author', person: (record) => record.author },
    settled('first_response_settled', (record) => record.firstResponseAt),
    { name: 'first_responder', person: (record) => record.firstResponder },
    ...fields('closedBy', 'isReopened'),
    ...fields('hostId', 'number', 'title', 'state', 'stateReason', 'authorAssociation', 'createdAt', 'updatedAt'),
    ...fields('closedAt', 'firstResponseAt', 'commentCount'),
  ],
  canGo: true,
}

export const LABELS_OF_ISSUE: SetTable<IssueRecord['labels'][number]> = {
  table: 'issue_label',
  parent: 'issue',
  key: ['label'],
  columns: fields('label'),
}

export const COMMIT: RowTable<CommitRecord> = {
  table: 'repository_commit',
  key: ['repository', 'oid'],
  columns: [
    { name: 'repository', repository: (record) => record.repository },
    { name: 'author', person: (record) => record.author },
    { name: 'committer', person: (record) => record.committer },
    ...fields('oid', 'authoredAt', 'committedAt', 'parentCount', 'isReleaseTool'),
  ],
  canGo: true,
}

export const CO_AUTHORS: SetTable<CommitRecord['coAuthors'][number]> = {
  table: 'repository_commit_co_author',
  parent: 'repository_commit',
  key: ['person'],
  columns: [{ name: 'person', person: (item) => item.person }],
}

export const AFFILIATIONS_OF_REGISTER: SetTable<AffiliationRecord['lines'][number]> = {
  table: 'affiliation',
  parent: 'register',
  key: ['person', 'email_domain', 'component', 'affiliation', 'from_at', 'until_at'],
  columns: [
    { name: 'person', person: (line) => line.person ?? null },
    { name: 'email_domain', value: (line) => line.emailDomain ?? null },
    { name: 'component', value: (line) => line.component ?? null },
    { name: 'affiliation', value: (line) => line.affiliation },
    { name: 'from_at', value: (line) => line.from },
    { name: 'until_at', value: (line) => line.until },
  ],
}

export const OPT_INS: SetTable<OptInRecord['lines'][number]> = {
  table: 'opt_in',
  parent: 'server',
  key: ['person'],
  columns: [
    { name: 'person', person: (line) => line.person },
    { name: 'consented_at', value: (line) => line.consentedAt },
    { name: 'from_at', value: (line) => line.from },
  ],
}

export const OUTBOUND_CONTRIBUTIONS: SetTable<OutboundCount> = {
  table: 'outbound_contribution',
  parent: 'person',
  key: ['project', 'kind', 'month'],
  columns: fields('project', 'kind', 'month', 'opened', 'merged'),
}

export const ENTRIES_OF_REGISTER: SetTable<RegisterRecord['entries'][number]> = {
  table: 'register_entry',
  parent: 'register',
  key: ['key'],
  columns: fields('key', 'position', 'line', 'value'),
}

export const MENTIONS: SetTable<number> = {
  table: 'repository_commit_mention',
  parent: 'repository_commit',
  key: ['number'],
  columns: [{ name: 'number', value: (number) => number }],
}

/**
 * What tells a row from another whatever number it was given here; a column that refers to another table stands for
 * that row's own key. The content hash is made of these.
 */
export const NATURAL_KEYS: Readonly<Record<string, readonly string[]>> = {
  organisation: ['server', 'host_id'],
  repository: ['server', 'host_id'],
  change_request: ['repository', 'host_id'],
  issue: ['repository', 'host_id'],
  repository_commit: ['repository', 'oid'],
}

/** Tables of what is known of the world, in an order in which references come first. */
export const DOMAIN_TABLES = [
  ...[
    'person',
    'person_mail',
    'organisation',
    'repository',
    'repository_name',
    'repository_language',
    'repository_topic',
    'ref',
  ],
  ...['repository_community_file', 'repository_codeowners_error', 'repository_branch_rules'],
  ...['repository_required_check', 'repository_ruleset', 'repository_release', 'repository_property'],
  ...[
    'dependency_graph',
    'tree_entry',
    'blob',
    'component',
    'membership',
    'affiliation',
    'change_request',
    'change_request_label',
  ],
  ...['change_request_file', 'issue', 'issue_label', 'repository_commit', 'repository_commit_co_author'],
  'repository_commit_mention',
  'register_entry',
  ...['opt_in', 'outbound_contribution'],
] as const

/** Columns of the same name, in snake case, as the record's own fields. */
function fields<Name extends string>(
  ...names: readonly Name[]
): readonly Column<{ readonly [Field in Name]?: Scalar | undefined }>[] {
  return names.map((name) => ({
    name: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    value: (item) => item[name],
  }))
}

/** Keeps "there was none" (null) apart from "not known" (undefined) for a column where the difference is published. */
function settled<Item>(name: string, field: (item: Item) => Scalar | undefined): Column<Item> {
  return { name, value: (item) => (field(item) === undefined ? undefined : true) }
}
