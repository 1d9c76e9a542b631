import type { Query } from '../query.ts'
import { absenceFactor } from './absence-factor.ts'
import { adoption } from './adoption.ts'
import { answersInTime } from './answers-in-time.ts'
import { changeRequestBacklog, issueBacklog } from './backlogs.ts'
import { changeRequestAcceptance } from './change-request-acceptance.ts'
import { changeRequests } from './change-requests.ts'
import { changeRequestClosure, issueClosure } from './closures.ts'
import { commits } from './commits.ts'
import { communities } from './communities.ts'
import { contributors } from './contributors.ts'
import { errorFree } from './error-free.ts'
import { fallbacks } from './fallbacks.ts'
import { firstResponse, issueFirstResponse } from './first-responses.ts'
import { governance } from './governance.ts'
import { issues } from './issues.ts'
import { languages } from './languages.ts'
import type { Metric } from './metric.ts'
import { migration } from './migration.ts'
import { organisationalDiversity } from './organisational-diversity.ts'
import { licenses, portfolioState, versionLines } from './portfolio.ts'
import { refusals } from './refusals.ts'
import { releases } from './releases.ts'
import { ruleConformity } from './rule-conformity.ts'
import { issueTimeToClose, timeToClose, timeToMerge, timeToReview } from './times-to-end.ts'
import { translations } from './translations.ts'

/** Every metric, in the order in which they are told. */
export const METRICS: readonly Metric[] = [
  ...[changeRequests, changeRequestClosure, changeRequestAcceptance, refusals],
  ...[firstResponse, answersInTime, timeToReview, timeToMerge, timeToClose, changeRequestBacklog],
  ...[issues, issueClosure, issueFirstResponse, issueTimeToClose, issueBacklog],
  ...[contributors, absenceFactor, organisationalDiversity, communities],
  ...[commits, releases],
  ...[portfolioState, languages, licenses, versionLines, translations, migration],
  ...[ruleConformity, errorFree, adoption, fallbacks, governance],
]

/** The questions behind them. */
export const METRIC_QUERIES: readonly Query[] = METRICS.flatMap((metric) =>
  metric.from === 'store' ? [metric.query, metric.behind.query] : [],
)
