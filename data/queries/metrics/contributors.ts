import { ABSENCE, contributorMonths, LONGEST_SILENCE as LONGEST } from '../../metrics/contributor-paths.ts'
import { monthsBetween } from '../../months.ts'
import { defineMetric } from './metric.ts'
import { peopleByRepository } from './people-by-repository.ts'
import { GROUP_LIMITS, NOT_FOR_RANKING } from './phrases.ts'
import { SCOPE_PARAMS } from './scope.ts'
import { knownSteps } from './steps.ts'

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
    params: { ...SCOPE_PARAMS, from_month: 'integer', to_month: 'integer' },
    row: { author_group: 'text', month: 'integer', silence: 'integer?', persons: 'integer' },
    // Two years before the first month asked about say who drifts in it; whoever was met before then tells of a group.
    sql: `
    WITH ${knownSteps(['any'])}, met AS (
      SELECT t.person_group AS author_group, t.month, t.before_in_group AS before_month, t.persons
      FROM known t
      WHERE t.person_group <> 'bot'
      UNION ALL
      SELECT 'all' AS author_group, t.month, t.before_month, t.persons
      FROM known t
      WHERE t.person_group <> 'bot' AND t.before_month < t.month
    ), told AS (
      SELECT e.author_group, CASE WHEN e.month < :from_month - 200 THEN 0 ELSE e.month END AS month,
        CASE WHEN e.before_month > 0
          THEN (e.month / 100 - e.before_month / 100) * 12 + e.month % 100 - e.before_month % 100 END AS silence,
        e.persons
      FROM met e
    )
    SELECT o.author_group, o.month, CASE WHEN o.silence > ${LONGEST} THEN ${LONGEST} ELSE o.silence END AS silence,
      SUM(o.persons) AS persons
    FROM told o
    GROUP BY o.author_group, o.month, CASE WHEN o.silence > ${LONGEST} THEN ${LONGEST} ELSE o.silence END`,
  },
  finish(rows, { from_month, to_month, unread }) {
    // Whoever was not seen may have done what was not read.
    const counted = (count: number) => (count === 0 && unread.size > 0 ? null : count)
    const months = monthsBetween(from_month, to_month)
    return {
      rows: [...Map.groupBy(rows, ({ author_group }) => author_group)].flatMap(([author_group, steps]) =>
        contributorMonths(steps, months).map(({ month, ...counts }) => ({
          ...{ grain: 'month', period: month, author_group },
          ...Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, counted(count)])),
          // New, continuing and returning add up to the active: a small one would be told by the others.
          least: Math.min(...[counts.new, counts.continuing, counts.returning].filter((count) => count > 0), Infinity),
        })),
      ),
    }
  },
  behind: peopleByRepository('commit', 'change-request', 'issue', 'response', 'merge'),
})
