import { periodsOf } from './flows.ts'
import { defineMetric } from './metric.ts'
import { FROM_COMMITS, NOT_FOR_RANKING } from './phrases.ts'
import { PERIOD_PARAMS, periodSql, SCOPE_PARAMS, SCOPED } from './scope.ts'

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
    en: 'What is squashed into one commit counts as one. A date that cannot be (before 1970, or to come) falls outside of the period.',
  },
  notFor: NOT_FOR_RANKING,
  audience: 'public',
  streams: ['commits'],
  columns: ['grain', 'period', 'commits', 'contributors', 'release_commits', 'bot_commits'],
  rules: { commits: { persons: 'contributors' }, contributors: { persons: 'contributors' } },
  query: {
    params: PERIOD_PARAMS,
    row: {
      ...{ period: 'integer', commits: 'integer', contributors: 'integer' },
      ...{ release_commits: 'integer', bot_commits: 'integer' },
    },
    sql: `
    WITH ${SCOPED}, wrote AS (
      SELECT c.person, c.kind, c.person_group, c.contributions, ${periodSql('c.month')} AS period
      FROM contributor_month c JOIN scoped s ON s.id = c.repository
      WHERE c.kind IN ('commit', 'release-commit') AND c.month BETWEEN :from_month AND :to_month AND s.is_copy = 0
    )
    SELECT w.period,
      COALESCE(SUM(CASE WHEN w.kind = 'commit' AND w.person_group <> 'bot' THEN w.contributions END), 0) AS commits,
      COUNT(DISTINCT CASE WHEN w.kind = 'commit' AND w.person_group <> 'bot' THEN w.person END) AS contributors,
      COALESCE(SUM(CASE WHEN w.kind = 'release-commit' THEN w.contributions END), 0) AS release_commits,
      COALESCE(SUM(CASE WHEN w.kind = 'commit' AND w.person_group = 'bot' THEN w.contributions END), 0) AS bot_commits
    FROM wrote w
    GROUP BY w.period
    ORDER BY w.period`,
  },
  finish(rows, asked) {
    const known = new Map(rows.map((row) => [row.period, row]))
    const nothing = { commits: 0, contributors: 0, release_commits: 0, bot_commits: 0 }
    return {
      rows: periodsOf(asked).map((period) => ({ ...nothing, ...known.get(period), grain: asked.grain, period })),
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
    FROM contributor_month c JOIN scoped s ON s.id = c.repository
    WHERE c.kind IN ('commit', 'release-commit') AND c.month BETWEEN :from_month AND :to_month AND s.is_copy = 0
    GROUP BY s.repository
    ORDER BY lower(s.repository)`,
  },
})
