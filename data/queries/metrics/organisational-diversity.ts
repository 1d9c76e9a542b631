import { smallestShare } from '../../metrics/smallest-share.ts'
import { defineMetric } from './metric.ts'
import { peopleByRepository } from './people-by-repository.ts'
import { FROM_COMMITS, NOT_FOR_RANKING } from './phrases.ts'
import { CONTRIBUTIONS_IN_SCOPE, SCOPE_PARAMS, SCOPED } from './scope.ts'

export const organisationalDiversity = defineMetric({
  id: 'organisational-diversity',
  title: { fr: 'Diversité des organisations', en: 'Organisational diversity' },
  definition: {
    fr: 'Le plus petit nombre d’organisations dont les gens font ensemble une part des commits de la période (la moitié, sauf demande) : le facteur éléphant.',
    en: 'The smallest number of organisations whose people together make a share of the commits of the period (half, unless asked): the elephant factor.',
  },
  formula: {
    fr: 'Commits par organisation, cumulés du plus grand au plus petit jusqu’à la part de ceux dont l’organisation est connue. Non connu quand plus de la moitié des commits n’a pas d’organisation.',
    en: 'Commits by organisation, added up from the most to the least until the share of those whose organisation is known. Not known where more than half of the commits have none.',
  },
  unit: 'organisations',
  source: FROM_COMMITS,
  limits: {
    fr: 'Les agents sont une organisation ; pour les autres, le domaine de l’adresse vaut organisation, et une messagerie publique n’en est pas une. Le groupe est celui du jour. Aucune organisation n’est nommée.',
    en: 'Staff is one organisation; of the others the mail domain stands for one, and a public mail provider for none. The group is that of the day. No organisation is named.',
  },
  notFor: NOT_FOR_RANKING,
  audience: 'public',
  streams: ['commits'],
  hasGroups: true,
  columns: ['share', 'elephant_factor', 'organisations', 'contributors', 'commits', 'unknown_share'],
  rules: {
    elephant_factor: { persons: 'contributors', sample: { of: 'commits', least: 10 } },
    organisations: { persons: 'contributors' },
    contributors: { persons: 'contributors' },
    commits: { persons: 'contributors' },
    unknown_share: { persons: 'contributors' },
  },
  query: {
    params: { ...SCOPE_PARAMS, from_month: 'integer', to_month: 'integer' },
    row: { organisation: 'text?', persons: 'integer', commits: 'integer' },
    // The domain decides and does not leave: what comes out is a number for each organisation, in the order of size.
    sql: `
    WITH ${SCOPED}, wrote AS (
      SELECT c.person, c.person_group, SUM(c.contributions) AS commits
      FROM ${CONTRIBUTIONS_IN_SCOPE}
        AND c.month BETWEEN :from_month AND :to_month AND c.kind = 'commit' AND c.person_group <> 'bot' AND s.is_copy = 0
      GROUP BY c.person, c.person_group
    ), placed AS (
      SELECT w.person, w.commits,
        CASE WHEN w.person_group = 'inside' THEN '@'
          ELSE (SELECT MIN(m.email_domain) FROM person_mail m WHERE m.person = w.person) END AS domain
      FROM wrote w
    ), summed AS (
      SELECT p.domain, COUNT(DISTINCT p.person) AS persons, SUM(p.commits) AS commits
      FROM placed p
      GROUP BY p.domain
    )
    SELECT CASE WHEN s.domain IS NULL THEN NULL ELSE 'known' END AS organisation, s.persons, s.commits
    FROM summed s
    ORDER BY s.commits DESC, s.persons`,
  },
  finish(rows, { share }) {
    const known = rows.filter(({ organisation }) => organisation !== null)
    const sum = (of: typeof rows, what: 'commits' | 'persons') => of.reduce((total, row) => total + row[what], 0)
    const commits = sum(rows, 'commits')
    const unknown_share = commits === 0 ? null : 1 - sum(known, 'commits') / commits
    const isTold = unknown_share !== null && unknown_share <= 0.5
    const parts = known.map((row) => row.commits)
    return {
      rows: [
        {
          ...{ share, commits, unknown_share, organisations: known.length, contributors: sum(rows, 'persons') },
          elephant_factor: isTold ? smallestShare(parts, share) : null,
        },
      ],
      missing: unknown_share === null || isTold ? [] : [{ kind: 'unknown-too-high', count: 0, names: [] }],
    }
  },
  behind: peopleByRepository('commit'),
})
