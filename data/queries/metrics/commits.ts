import { gather, periodsOf } from '../../metrics/periods.ts'
import { defineMetric } from './metric.ts'
import { FROM_COMMITS, NOT_FOR_RANKING } from './phrases.ts'
import { CONTRIBUTIONS_IN_SCOPE, PERIOD_PARAMS, SCOPE_PARAMS, SCOPED } from './scope.ts'

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
  isSeries: true,
  columns: ['grain', 'period', 'commits', 'contributors', 'release_commits', 'bot_commits'],
  rules: { commits: { persons: 'contributors' }, contributors: { persons: 'contributors' } },
  query: {
    params: PERIOD_PARAMS,
    row: {
      ...{ month: 'integer', author_group: 'text', person: 'integer' },
      ...{ commits: 'integer', release_commits: 'integer' },
    },
    sql: `
    WITH ${SCOPED}
    SELECT c.month, c.person_group AS author_group, c.person,
      COALESCE(SUM(CASE WHEN c.kind = 'commit' THEN c.contributions END), 0) AS commits,
      COALESCE(SUM(CASE WHEN c.kind = 'release-commit' THEN c.contributions END), 0) AS release_commits
    FROM ${CONTRIBUTIONS_IN_SCOPE}
      AND c.kind IN ('commit', 'release-commit') AND c.month BETWEEN :from_month AND :to_month AND s.is_copy = 0
    GROUP BY c.month, c.person_group, c.person`,
  },
  finish: (rows, asked) => ({
    rows: asked.grains.flatMap((grain) => {
      const gathered = gather(rows, { ...asked, grain })
      return periodsOf({ ...asked, grain }).map((period) => {
        const [people, bots] = [gathered.in(period, 'all'), gathered.in(period, 'bot')]
        return {
          ...{ grain, period, commits: sum(people, 'commits'), bot_commits: sum(bots, 'commits') },
          contributors: new Set(people.filter((row) => row.commits > 0).map(({ person }) => person)).size,
          release_commits: sum([...people, ...bots], 'release_commits'),
        }
      })
    }),
  }),
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

interface Wrote {
  readonly commits: number
  readonly release_commits: number
}

function sum(rows: readonly Wrote[], what: keyof Wrote): number {
  return rows.reduce((total, row) => total + row[what], 0)
}
