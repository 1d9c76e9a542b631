import { CHANGE_REQUEST_TAILS } from './change-request-tails.ts'
import { CHANGE_REQUESTS } from './change-requests.ts'
import { COMMITS } from './commits.ts'
import { GOVERNANCE } from './governance.ts'
import { ISSUE_TAILS } from './issue-tails.ts'
import { ISSUES } from './issues.ts'
import { CHANGE_REQUEST_PROBE, ISSUE_PROBE } from './item-probes.ts'
import { CHANGE_REQUEST_SWEEP, ISSUE_SWEEP } from './item-sweeps.ts'
import { MEMBERS } from './members.ts'
import { ACCOUNTS, OUTBOUND } from './outbound.ts'
import { REFS } from './refs.ts'
import { REPOSITORY_DETAILS } from './repository-details.ts'
import { OWNERS, REPOSITORY_LIST } from './repository-list.ts'

/** Everything that is asked of the GraphQL API in one text, in order of use. */
export const QUERIES = [
  REPOSITORY_LIST,
  REPOSITORY_DETAILS,
  REFS,
  GOVERNANCE,
  MEMBERS,
  OWNERS,
  CHANGE_REQUEST_PROBE,
  ISSUE_PROBE,
] as const

/** Everything that is asked for by pages, many in one call. */
export const PAGED_QUERIES = [
  CHANGE_REQUESTS,
  CHANGE_REQUEST_TAILS,
  CHANGE_REQUEST_SWEEP,
  ISSUES,
  ISSUE_TAILS,
  ISSUE_SWEEP,
  COMMITS,
  ACCOUNTS,
  OUTBOUND,
] as const
