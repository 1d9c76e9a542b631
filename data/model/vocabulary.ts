/**
 * The closed lists of the domain. A value outside its list never reaches the database, a report or a page;
 * tables keyed by one of these types are written with `satisfies Record<...>` so that a new word cannot be forgotten.
 */

/** Outcome of one rule on one subject, worst first: an error hides a failure, a failure hides "could not check". */
export const OUTCOMES = ['error', 'fail', 'unknown', 'pass', 'not-applicable'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** How much a finding matters, gravest first. */
export const SEVERITIES = ['error', 'warning', 'info'] as const
export type Severity = (typeof SEVERITIES)[number]

/** How sure the check is of what it says. */
export const CONFIDENCES = ['high', 'medium', 'low'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** What a component is. `other`: no component of the platform was recognised. */
export const COMPONENT_KINDS = [
  'core',
  'plugin',
  'module',
  'library',
  'site',
  'pack',
  'theme',
  'tool',
  'other',
] as const
export type ComponentKind = (typeof COMPONENT_KINDS)[number]

/** Generation of the platform that a component is built for. */
export const PLATFORM_LINES = ['v7', 'v8'] as const
export type PlatformLine = (typeof PLATFORM_LINES)[number]

/** How a collection run of one collector on one scope ended; `running` is seen only while it lives, or after a kill. */
export const RUN_STATUSES = ['running', 'complete', 'partial', 'skipped', 'failed'] as const
export type RunStatus = (typeof RUN_STATUSES)[number]

/** Why the world said no. */
export const FAILURE_KINDS = [
  'network',
  'timeout',
  'rate-limit',
  'resource-limit',
  'unauthorized',
  'forbidden',
  'not-found',
  'gone',
  'invalid-answer',
  'too-large',
  'need-absent',
  'mistake',
  'interrupted',
] as const
export type FailureKind = (typeof FAILURE_KINDS)[number]

/** What is known of a stream of one subject. */
export const COVERAGES = ['complete', 'partial', 'unknown'] as const
export type Coverage = (typeof COVERAGES)[number]

/** What stands behind an identity. `deleted`: the host says that the account is gone. */
export const ACTOR_KINDS = ['person', 'bot', 'organisation', 'mannequin', 'deleted'] as const
export type ActorKind = (typeof ACTOR_KINDS)[number]

/** Where a contributor stood towards the organisation; `outside` figures leave out contractor and unknown. */
export const AFFILIATIONS = [
  'staff',
  'contractor',
  'administration',
  'company',
  'individual',
  'bot',
  'unknown',
] as const
export type Affiliation = (typeof AFFILIATIONS)[number]

/** The groups that figures tell apart; staff is inside, administration, company and individual are outside. */
export const CONTRIBUTOR_GROUPS = ['inside', 'outside', 'contractor', 'unknown', 'bot'] as const

/** What is counted of what somebody did in a repository; a release commit was made by a release tool. */
export const CONTRIBUTION_KINDS = [
  'commit',
  'release-commit',
  'change-request',
  'translation',
  'issue',
  'response',
  'merge',
  'merged',
  'taken-over',
  'refused',
  'fate-unknown',
  'issue-closed',
] as const

/** What became of a change request; `unknown`: closed without a merge, and nothing shows that it was taken over. */
export const CHANGE_REQUEST_ENDINGS = ['open', 'merged', 'taken-over', 'unknown'] as const

/** What shows that a change request was taken over by hand: its head, or a message that names it, on the default branch. */
export const TAKEOVER_EVIDENCE = ['head', 'mention'] as const

/** Why a change request was closed without a merge, as far as evidence says; `unanswered`: never by us. */
export const REFUSAL_REASONS = [
  'rules',
  'too-specific',
  'stale',
  'duplicate',
  'unanswered',
  'other',
  'unknown',
] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** What is counted of somebody who opted in, at projects of others. */
export const OUTBOUND_KINDS = ['change-request', 'issue'] as const
export type OutboundKind = (typeof OUTBOUND_KINDS)[number]

export const CHANGE_REQUEST_STATES = ['open', 'merged', 'closed'] as const
export type ChangeRequestState = (typeof CHANGE_REQUEST_STATES)[number]

export const ISSUE_STATES = ['open', 'closed'] as const
export type IssueState = (typeof ISSUE_STATES)[number]

/** Whether a repository was readable by anybody at the last look. Everything public depends on `anonymous`. */
export const READABILITIES = ['anonymous', 'restricted', 'unknown'] as const
export type Readability = (typeof READABILITIES)[number]

/** What a host shows to people who want to contribute. */
export const COMMUNITY_FILE_KINDS = [
  'code-of-conduct',
  'contributing',
  'issue-template',
  'change-request-template',
  'funding',
] as const
export type CommunityFileKind = (typeof COMMUNITY_FILE_KINDS)[number]

/** Who closed a change request or an issue, by their part in it; `deleted`: the account is gone. */
export const CLOSERS = ['author', 'maintainer', 'bot', 'deleted'] as const
export type Closer = (typeof CLOSERS)[number]

export const REF_KINDS = ['branch', 'tag'] as const
export type RefKind = (typeof REF_KINDS)[number]

/** Who may see a column, a rule or a register. */
export const AUDIENCES = ['public', 'internal'] as const
export type Audience = (typeof AUDIENCES)[number]

/** When a rule is asked about: before a change is proposed, before it is merged, before a version is released. */
export const STAGES = ['propose', 'merge', 'release'] as const
export type Stage = (typeof STAGES)[number]

export const LANGUAGES = ['fr', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** A sentence in every language of reports and pages. */
export type Text = Readonly<Record<Language, string>>

/** Narrows a string to a member of a closed list. */
export function isOneOf<const T extends readonly string[]>(list: T, value: unknown): value is T[number] {
  return typeof value === 'string' && list.includes(value)
}
