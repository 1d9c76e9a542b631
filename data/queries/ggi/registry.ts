import type { EvidenceQuery } from './evidence-query.ts'
import { components, dependencyLists, languages, licenseFiles, readmes } from './files.ts'
import { judged, judgedMonths, packsChanged, packsInUse } from './judged.ts'
import {
  collectorRuns,
  fallbackPlans,
  hostedBricks,
  knownBricks,
  recommendedBricks,
  roadmapLines,
  streams,
  supportedBricks,
} from './kept.ts'
import { contributedOutside, followedOutside, mergedOutside, trendOutside } from './outside.ts'
import { reviewedMerges, workByChangeRequest } from './reviews.ts'

/** Every question that a verification point may rest on. */
export const EVIDENCE_QUERIES: readonly EvidenceQuery[] = [
  ...[components, dependencyLists, languages, licenseFiles, readmes],
  ...[judged, judgedMonths, packsChanged, packsInUse],
  ...[collectorRuns, fallbackPlans, hostedBricks, knownBricks, recommendedBricks, roadmapLines, streams],
  supportedBricks,
  ...[contributedOutside, followedOutside, mergedOutside, trendOutside],
  ...[reviewedMerges, workByChangeRequest],
]
