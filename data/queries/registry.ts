import { activityByMonth } from './activity-by-month.ts'
import { affiliationLines } from './affiliation-lines.ts'
import { asOf } from './as-of.ts'
import { componentCatalogue } from './component-catalogue.ts'
import { componentSheet } from './component-sheet.ts'
import { contributorCounts } from './contributor-counts.ts'
import { coverage } from './coverage.ts'
import { coverageByRepository } from './coverage-by-repository.ts'
import { conformityMonths } from './desk/conformity-months.ts'
import { lastRunProblems, lastRuns, registerReadings } from './desk/last-runs.ts'
import { firstMonth } from './first-month.ts'
import { freshness } from './freshness.ts'
import { gaps } from './gaps.ts'
import { tallyOf } from './ggi/evidence-query.ts'
import { keptAssessments, keptGoals, keptPoints } from './ggi/history.ts'
import { ruleOutcomes } from './ggi/judged.ts'
import { EVIDENCE_QUERIES } from './ggi/registry.ts'
import { hostCodeownersErrors } from './host/codeowners-errors.ts'
import { hostCommunityFiles } from './host/community-files.ts'
import { hostLists } from './host/lists.ts'
import { hostLooks } from './host/looks.ts'
import { hostReleases } from './host/releases.ts'
import { hostSettings } from './host/settings.ts'
import { storedBundleFiles } from './inventory/bundle-files.ts'
import { describedFiles } from './inventory/described-files.ts'
import { storedGraphs, storedManifests } from './inventory/manifests.ts'
import { declaredOpenness, observedOpenness } from './inventory/openness.ts'
import { recentResponses, recentWork } from './inventory/recent-work.ts'
import { registerLines } from './inventory/register-lines.ts'
import { inventoriedReleases, inventoriedRepositories, inventoriedTopics } from './inventory/repositories.ts'
import { storedTemplates } from './inventory/templates.ts'
import { translationHistory } from './inventory/translation-history.ts'
import { labelledIssues } from './labelled-issues.ts'
import { licenseFacts } from './license-facts.ts'
import { lintConfirmations } from './lint-confirmations.ts'
import { lintFindings } from './lint-findings.ts'
import { lintOutcomes } from './lint-outcomes.ts'
import { lintPacks } from './lint-packs.ts'
import { lintProgress } from './lint-progress.ts'
import { lintSubjects } from './lint-subjects.ts'
import { METRIC_READINGS } from './metrics/reading.ts'
import { METRIC_QUERIES } from './metrics/registry.ts'
import { organisations } from './organisations.ts'
import { outboundByProject } from './outbound-by-project.ts'
import { owners } from './owners.ts'
import { personServers } from './person-servers.ts'
import { publishableLanguages, publishableRepositories, publishableTopics } from './publishable-repositories.ts'
import { publishingOwners } from './publishing-owners.ts'
import type { Query } from './query.ts'
import { registeredAdopters, registeredImages, registeredLeads } from './registers/adopters.ts'
import {
  registeredCorrections,
  registeredCredits,
  registeredEvents,
  registeredLines,
  registeredRoadmap,
  registeredTranslationDays,
} from './registers/agenda.ts'
import { approvedCosts } from './registers/costs.ts'
import { registeredFacts } from './registers/facts.ts'
import { registeredListings } from './registers/listings.ts'
import { outsideCatalogues } from './registers/outside.ts'
import { registeredProviders } from './registers/providers.ts'
import { registeredRequests } from './registers/requests.ts'
import { registeredServices } from './registers/services.ts'
import { registeredTrackers } from './registers/trackers.ts'
import { firstOutsideDays, proposalDays } from './report/contributions.ts'
import { registeredDecisions } from './report/decisions.ts'
import { keptReadings } from './report/kept-readings.ts'
import { judgements, knownWaivers, lintSpans } from './report/lint-history.ts'
import { firstRun, keptActivities, repositoryDays } from './report/portfolio.ts'
import { repositoriesOfOrganisation } from './repositories-of-organisation.ts'
import { runs } from './runs.ts'
import { securityPolicies } from './security-policies.ts'
import { siteEvents, siteRoadmap } from './site/agenda.ts'
import { siteAssemblies, siteAssemblyParts, siteTrials } from './site/assemblies.ts'
import { siteCosts, siteImpact, siteReports } from './site/board.ts'
import {
  siteCollections,
  siteContributors,
  siteFeatures,
  siteMigrations,
  siteReleases,
  siteSecurity,
  siteSummaries,
} from './site/catalogue.ts'
import { siteActivity, siteComponents, siteStates, siteTopics } from './site/components.ts'
import { siteFindings, siteHeldRules, siteLintPacks, siteOutcomes, siteRuleTallies } from './site/conformity.ts'
import { siteCoverage, siteFreshness, siteGaps, siteOrganisations } from './site/coverage.ts'
import {
  siteBrickPlaces,
  siteBrickPlans,
  siteBricks,
  siteBrickVersions,
  siteConformity,
  siteConformityMonths,
  siteFleetRules,
  siteLastProblems,
  siteLastRuns,
  siteLicenseSources,
  siteMigrationStates,
  siteRegisters,
  siteRuleOutcomes,
  siteTodo,
  siteTodoGaps,
  siteWatched,
} from './site/desk.ts'
import {
  siteAnswerCoverage,
  siteAnswerGaps,
  siteAnswers,
  siteAnswerValues,
  siteConformityCounts,
  siteMeasures,
  siteMetrics,
} from './site/figures.ts'
import {
  siteGgiActivities,
  siteGgiDeadlines,
  siteGgiDifferences,
  siteGgiEvidence,
  siteGgiEvidenceRows,
  siteGgiHistory,
  siteGgiObjectives,
  siteGgiPoints,
  siteGgiSuggestions,
} from './site/ggi.ts'
import {
  siteAdoptionCalls,
  siteCorrections,
  siteCredits,
  siteFirstIssues,
  sitePlatformLines,
  siteTranslationDays,
  siteTranslationGaps,
} from './site/guide.ts'
import { siteMeta } from './site/meta.ts'
import { siteProviders } from './site/providers.ts'
import { sitePubliccode } from './site/publiccode.ts'
import { publishedFigures, publishedNames, publishedSeries } from './site/published.ts'
import { siteReading } from './site/reading.ts'
import {
  siteAdopters,
  siteNeeds,
  siteNeedWords,
  siteReusers,
  siteServiceComponents,
  siteServices,
} from './site/services.ts'
import { siteDependencies, siteReadiness, siteStandings, siteTranslations } from './site/standing.ts'
import { pseudonymCount, soundness } from './soundness.ts'
import { subjectRefs } from './subject-refs.ts'
import { subjectRepository } from './subject-repository.ts'
import { subjectTree } from './subject-tree.ts'
import { todoConsents } from './todo/consents.ts'
import { todoLastRuns, todoStaleClones } from './todo/last-runs.ts'
import { todoReading, todoUnanswered } from './todo/unanswered.ts'
import { unlookedRepositories } from './unlooked-repositories.ts'

/** Every named question. A test prepares each against the empty schema and compares parameters and columns. */
export const QUERIES: readonly Query[] = [
  asOf,
  runs,
  freshness,
  coverage,
  coverageByRepository,
  gaps,
  organisations,
  owners,
  soundness,
  pseudonymCount,
  publishingOwners,
  unlookedRepositories,
  personServers,
  publishableRepositories,
  publishableLanguages,
  publishableTopics,
  licenseFacts,
  repositoriesOfOrganisation,
  activityByMonth,
  componentCatalogue,
  contributorCounts,
  componentSheet,
  affiliationLines,
  firstMonth,
  outboundByProject,
  lintSubjects,
  lintOutcomes,
  lintFindings,
  lintPacks,
  lintConfirmations,
  lintProgress,
  ...[inventoriedRepositories, inventoriedReleases, inventoriedTopics, storedManifests, storedGraphs, describedFiles],
  ...[recentWork, recentResponses, registerLines],
  ...[registeredServices, registeredProviders, registeredAdopters, registeredLeads, registeredImages],
  ...[registeredRequests, registeredTrackers, registeredFacts, registeredListings, outsideCatalogues],
  ...[registeredEvents, registeredRoadmap, registeredCredits, registeredCorrections, registeredLines],
  ...[registeredTranslationDays, labelledIssues],
  ...[storedBundleFiles, storedTemplates, translationHistory, declaredOpenness, observedOpenness],
  ...[lastRuns, lastRunProblems, registerReadings, conformityMonths],
  ...[todoUnanswered, todoReading, todoLastRuns, todoStaleClones, todoConsents],
  subjectRepository,
  subjectTree,
  subjectRefs,
  ...[ruleOutcomes, ...EVIDENCE_QUERIES, ...EVIDENCE_QUERIES.map(tallyOf)],
  ...[keptAssessments, keptPoints, keptGoals],
  ...[hostSettings, hostLists, hostCommunityFiles, hostCodeownersErrors, hostReleases, hostLooks],
  ...[...METRIC_READINGS, ...METRIC_QUERIES],
  ...[approvedCosts, siteReports, siteImpact, siteCosts],
  ...[keptReadings, registeredDecisions, lintSpans, knownWaivers, judgements, keptActivities, firstRun],
  ...[proposalDays, firstOutsideDays, repositoryDays],
  ...[siteMeta, sitePubliccode, siteReading, siteMetrics, siteMeasures, siteConformityCounts],
  ...[siteAnswers, siteAnswerCoverage, siteAnswerGaps, siteAnswerValues],
  ...[publishedFigures, publishedSeries, publishedNames],
  ...[
    siteComponents,
    siteStates,
    siteTopics,
    siteActivity,
    siteOutcomes,
    siteHeldRules,
    siteFindings,
    siteRuleTallies,
    siteLintPacks,
  ],
  ...[
    siteAssemblies,
    siteAssemblyParts,
    siteTrials,
    siteServices,
    siteServiceComponents,
    siteNeeds,
    siteNeedWords,
    siteAdopters,
    siteProviders,
    siteReusers,
  ],
  ...[
    siteCollections,
    siteSummaries,
    siteReleases,
    siteSecurity,
    siteMigrations,
    securityPolicies,
    siteFeatures,
    siteContributors,
  ],
  ...[siteStandings, siteReadiness, siteDependencies, siteTranslations, siteEvents, siteRoadmap],
  ...[siteTodo, siteTodoGaps, siteLastRuns, siteLastProblems, siteRegisters, siteConformity, siteConformityMonths],
  ...[
    siteBricks,
    siteBrickVersions,
    siteBrickPlaces,
    siteBrickPlans,
    siteLicenseSources,
    siteMigrationStates,
    siteFleetRules,
    siteRuleOutcomes,
    siteWatched,
  ],
  ...[siteFirstIssues, siteTranslationGaps, siteTranslationDays, sitePlatformLines, siteCorrections, siteAdoptionCalls],
  ...[siteCredits],
  ...[siteCoverage, siteGaps, siteFreshness, siteOrganisations],
  ...[siteGgiActivities, siteGgiObjectives, siteGgiPoints, siteGgiDifferences, siteGgiDeadlines],
  ...[siteGgiEvidence, siteGgiEvidenceRows, siteGgiHistory, siteGgiSuggestions],
]
