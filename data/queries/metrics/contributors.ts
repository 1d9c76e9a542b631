import { ABSENCE, activeMonths, contributorMonths } from '../../metrics/contributor-paths.ts'
import { monthsBetween } from '../../months.ts'
import { defineMetric } from './metric.ts'
import { GROUP_LIMITS, NOT_FOR_RANKING } from './phrases.ts'
import { CONTRIBUTIONS_IN_SCOPE, SCOPE_PARAMS, SCOPED } from './scope.ts'

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
    // The months of one person are one row, joined by commas, in no order and more than once: sorting hundreds of
    // thousands of them costs the database far more than it costs whoever reads them.
    row: { author_group: 'text', person: 'integer', months: 'text' },
    sql: `
    WITH ${SCOPED}
    SELECT c.person_group AS author_group, c.person, string_agg(CAST(c.month AS TEXT), ',') AS months
    FROM ${CONTRIBUTIONS_IN_SCOPE}
      AND c.month <= :to_month AND c.kind <> 'release-commit' AND c.person_group <> 'bot'
      AND (s.is_copy = 0 OR c.kind <> 'commit')
    GROUP BY c.person, c.person_group`,
  },
  finish(rows, { from_month, to_month }) {
    const months = monthsBetween(from_month, to_month)
    const read = rows.map(({ months: joined, ...row }) => ({ ...row, months: joined.split(',').map(Number) }))
    const groups = Map.groupBy(read, ({ author_group }) => author_group)
    const everybody = read.length === 0 ? [] : [['all', read] as const]
    return {
      rows: [...everybody, ...groups].flatMap(([author_group, own]) => {
        const seen = activeMonths(own)
        return contributorMonths(seen, months).map(({ month, ...counts }) => ({
          ...{ grain: 'month', period: month, author_group, ...counts },
          // New, continuing and returning add up to the active: a small one would be told by the others.
          least: Math.min(...[counts.new, counts.continuing, counts.returning].filter((count) => count > 0), Infinity),
        }))
      }),
    }
  },
})
