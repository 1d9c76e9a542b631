import { ABSENCE, contributorMonths } from '../../metrics/contributor-paths.ts'
import { monthsBetween } from '../../months.ts'
import { defineMetric } from './metric.ts'
import { GROUP_LIMITS, NOT_FOR_RANKING } from './phrases.ts'
import { SCOPE_PARAMS, SCOPED } from './scope.ts'

const { returningAfter, driftingAfter, lostAfter } = ABSENCE

export const contributors = defineMetric({
  id: 'contributors',
  title: { fr: 'Contributeurs', en: 'Contributors' },
  definition: {
    fr: `Personnes qui ont écrit un commit, fait une proposition, ouvert une anomalie ou répondu dans le mois : nouvelles, régulières ou de retour après plus de ${returningAfter} mois. Et celles qui s’éloignent (plus de ${driftingAfter} mois sans rien, au plus ${lostAfter}) ou qui, ce mois-là, sont perdues (plus de ${lostAfter} mois).`,
    en: `People who wrote a commit, opened a change request or an issue, or answered in the month: new, continuing, or back after more than ${returningAfter} months. And those drifting away (more than ${driftingAfter} months of silence, at most ${lostAfter}) or lost in that month (more than ${lostAfter}).`,
  },
  formula: {
    fr: 'actives = nouvelles + régulières + de retour ; les mois sans contribution sont comptés de mois en mois.',
    en: 'active = new + continuing + returning; silence is counted from month to month.',
  },
  unit: 'persons',
  source: {
    fr: 'Commits de la branche par défaut, propositions, anomalies et premières réponses ; sans robots ni outil de version, ni dépôts copiés d’ailleurs.',
    en: 'Commits on the default branch, change requests, issues and first responses; without bots and release tools, nor copies of others.',
  },
  limits: {
    fr: `« Nouvelle » veut dire : jamais vue dans ce qui est collecté. Un compte disparu compte avec les autres disparus pour une personne. ${GROUP_LIMITS.fr}`,
    en: `"New" means never seen in what was collected. Accounts that are gone count as one person together. ${GROUP_LIMITS.en}`,
  },
  notFor: NOT_FOR_RANKING,
  audience: 'public',
  streams: ['commits', 'change-requests', 'issues'],
  hasGroups: true,
  isPublicTotal: true,
  columns: [
    ...(['grain', 'period', 'author_group', 'active', 'new', 'continuing', 'returning', 'drifting', 'lost'] as const),
  ],
  rules: {
    active: { persons: 'active' },
    new: { persons: 'least' },
    continuing: { persons: 'least' },
    returning: { persons: 'least' },
    drifting: { persons: 'drifting' },
    lost: { persons: 'lost' },
  },
  query: {
    params: { ...SCOPE_PARAMS, to_month: 'integer' },
    row: {
      author_group: 'text',
      month: 'integer',
      month_before: 'integer',
      month_after: 'integer',
      persons: 'integer',
    },
    sql: `
    WITH ${SCOPED}, did AS (
      SELECT DISTINCT c.person, c.month, c.person_group
      FROM contributor_month c JOIN scoped s ON s.id = c.repository
      WHERE c.month <= :to_month AND c.kind <> 'release-commit' AND c.person_group <> 'bot'
        AND (s.is_copy = 0 OR c.kind <> 'commit')
    ), told AS (
      SELECT d.person, d.month, d.person_group AS author_group FROM did d
      UNION
      SELECT d.person, d.month, 'all' AS author_group FROM did d
    ), seen AS (
      SELECT t.author_group, t.month,
        COALESCE(LAG(t.month) OVER (PARTITION BY t.author_group, t.person ORDER BY t.month), 0) AS month_before,
        COALESCE(LEAD(t.month) OVER (PARTITION BY t.author_group, t.person ORDER BY t.month), 0) AS month_after
      FROM told t
    )
    SELECT n.author_group, n.month, n.month_before, n.month_after, COUNT(*) AS persons
    FROM seen n
    GROUP BY n.author_group, n.month, n.month_before, n.month_after
    ORDER BY n.author_group, n.month, n.month_before, n.month_after`,
  },
  finish(rows, { from_month, to_month }) {
    const months = monthsBetween(from_month, to_month)
    const groups = Map.groupBy(rows, ({ author_group }) => author_group)
    return {
      rows: [...groups].flatMap(([author_group, own]) => {
        const seen = own.map(({ month, month_before: before, month_after: after, persons }) => {
          return { month, before, after, persons }
        })
        return contributorMonths(seen, months).map(({ month, ...counts }) => ({
          ...{ grain: 'month', period: month, author_group, ...counts },
          // New, continuing and returning add up to the active: a small one would be told by the others.
          least: Math.min(...[counts.new, counts.continuing, counts.returning].filter((count) => count > 0), Infinity),
        }))
      }),
    }
  },
})
