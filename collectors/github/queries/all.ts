import { CHANGE_REQUEST_TAILS } from './change-request-tails.ts'
import { CHANGE_REQUESTS, CHANGE_REQUESTS_PACKED } from './change-requests.ts'
import { COMMITS } from './commits.ts'
import { GOVERNANCE } from './governance.ts'
import { ISSUE_TAILS } from './issue-tails.ts'
import { ISSUES, ISSUES_PACKED } from './issues.ts'
import { CHANGE_REQUEST_PROBE, ISSUE_PROBE } from './item-probes.ts'
import { CHANGE_REQUEST_SWEEP, ISSUE_SWEEP } from './item-sweeps.ts'
import { MEMBERS } from './members.ts'
import { REFS } from './refs.ts'
import { REPOSITORY_DETAILS } from './repository-details.ts'
import { REPOSITORY_LIST } from './repository-list.ts'

/** Everything that is asked of the GraphQL API, in order of use. */
export const QUERIES = [
  REPOSITORY_LIST,
  REPOSITORY_DETAILS,
  REFS,
  GOVERNANCE,
  MEMBERS,
  CHANGE_REQUEST_PROBE,
  CHANGE_REQUESTS,
  CHANGE_REQUESTS_PACKED,
  CHANGE_REQUEST_TAILS,
  CHANGE_REQUEST_SWEEP,
  ISSUE_PROBE,
  ISSUES,
  ISSUES_PACKED,
  ISSUE_TAILS,
  ISSUE_SWEEP,
  COMMITS,
] as const
