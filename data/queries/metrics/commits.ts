import { periodsOf } from '../../metrics/periods.ts'
import { flowQuery, flowsOf } from './flows.ts'
import { defineMetric } from './metric.ts'
import { FROM_COMMITS, NOT_FOR_RANKING } from './phrases.ts'
import { CONTRIBUTIONS_IN_SCOPE, SCOPE_PARAMS, SCOPED } from './scope.ts'

export const commits = defineMetric({
  id: 'commits',
  title: { fr: 'Commits', en: 'Commits' },
  definition: {
    fr: 'Commits écrits par des personnes sur les branches par défaut ; ceux de l’outil de version et des robots à part.',
    en: 'Commits that people wrote on default branches; those of release tools and of bots apart.',
  },
  formula: {
    fr: 'Un commit compte pour son auteur, dans le mois où il fut intégré.',
    en: 'A commit counts for its author, in the month in which it was put in.',
  },
  unit: 'commits',
  source: FROM_COMMITS,
  limits: {
    fr: 'Une fusion en un seul commit compte pour un. Une date impossible (avant 1970, ou dans l’avenir) sort de la période.',
    en: 'What is squashed into one commit counts as one. An impossible date (before 1970, or in the future) falls outside of the period.',
  },
  notFor: NOT_FOR_RANKING,
  audience: 'public',
  streams: ['commits'],
  isSeries: true,
  columns: ['grain', 'period', 'commits', 'contributors', 'release_commits', 'bot_commits'],
  rules: { commits: { persons: 'contributors' }, contributors: { persons: 'contributors' } },
  query: flowQuery({ kinds: ['commit', 'release-commit'] }),
  finish(rows, asked) {
    const flows = flowsOf(rows, asked)
    return {
      rows: asked.grains.flatMap((grain) =>
        periodsOf({ ...asked, grain }).map((period) => {
          const people = flows.in({ grain, period, author_group: 'all' })
          const bots = flows.in({ grain, period, author_group: 'bot' })
          const { cases: commits, persons: contributors } = people('commit')
          return {
            ...{ grain, period, commits, contributors, bot_commits: bots('commit').cases },
            release_commits: people('release-commit').cases + bots('release-commit').cases,
          }
        }),
      ),
    }
  },
  behind: {
    columns: ['repository', 'commits', 'release_commits'],
    params: { ...SCOPE_PARAMS, from_month: 'integer', to_month: 'integer' },
    row: { repository: 'text', commits: 'integer', release_commits: 'integer' },
    sql: `
    WITH ${SCOPED}
    SELECT s.repository,
      COALESCE(SUM(CASE WHEN c.kind = 'commit' AND c.person_group <> 'bot' THEN c.contributions END), 0) AS commits,
      COALESCE(SUM(CASE WHEN c.kind = 'release-commit' THEN c.contributions END), 0) AS release_commits
    FROM ${CONTRIBUTIONS_IN_SCOPE}
      AND c.kind IN ('commit', 'release-commit') AND c.month BETWEEN :from_month AND :to_month AND s.is_copy = 0
    GROUP BY s.repository
    ORDER BY lower(s.repository)`,
  },
})
