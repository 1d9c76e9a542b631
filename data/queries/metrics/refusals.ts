import { REFUSAL_REASONS } from '../../model/vocabulary.ts'
import { defineMetric } from './metric.ts'
import { FROM_CHANGE_REQUESTS, NOT_FOR_RANKING } from './phrases.ts'
import { SCOPE_PARAMS, SCOPED } from './scope.ts'

const REASONS = ['taken-over', ...REFUSAL_REASONS] as const

export const refusals = defineMetric({
  id: 'refusals',
  title: { fr: 'Propositions fermées sans fusion', en: 'Change requests closed without a merge' },
  definition: {
    fr: 'Ce qu’on sait des propositions fermées sans fusion dans la période : reprises à la main dans la branche par défaut, ou le motif de leur fermeture, ou rien.',
    en: 'What is known of the change requests closed without a merge in the period: taken over by hand into the default branch, or why they were closed, or nothing.',
  },
  formula: {
    fr: 'Part = motif ÷ fermées sans fusion. « Jamais répondue par nous » : fermée sans qu’une autre personne que l’auteur ait répondu.',
    en: 'Share = reason ÷ closed without a merge. "Never answered by us": closed without a response of anybody but the author.',
  },
  unit: 'change-requests',
  source: FROM_CHANGE_REQUESTS,
  limits: {
    fr: 'Le motif vient des étiquettes, de phrases types à la fermeture, de l’absence de toute réponse, ou des règles que la proposition enfreint quand elle a été jugée avec `parvis lint OWNER/NAME#123 --record` ; sans indice il est « non connu », jamais « refusée ». En public, aucun chiffre tant que plus d’un dixième n’est pas connu. Un motif déduit ne figure jamais à côté d’une proposition.',
    en: 'The reason comes from labels, stock phrases on closing, the lack of any answer, or rules that the change request breaks where it was judged with `parvis lint OWNER/NAME#123 --record`; without a sign it is "not known", never "refused". In public no figure while more than a tenth is not known. An inferred reason never stands beside one change request.',
  },
  notFor: NOT_FOR_RANKING,
  audience: 'public',
  streams: ['change-requests', 'commits'],
  hasGroups: true,
  isPublicTotal: true,
  columns: ['author_group', 'reason', 'change_requests', 'share'],
  rules: {
    change_requests: { persons: 'persons', isRefusal: true },
    share: { persons: 'persons', isRefusal: true },
  },
  query: {
    params: { ...SCOPE_PARAMS, from_month: 'integer', to_month: 'integer' },
    row: { author_group: 'text', reason: 'text', change_requests: 'integer', persons: 'integer' },
    sql: `
    WITH ${SCOPED}, unmerged AS (
      SELECT m.author, m.author_group, CASE m.ending WHEN 'taken-over' THEN 'taken-over' ELSE m.reason END AS reason
      FROM change_request_measure m JOIN scoped s ON s.id = m.repository
      WHERE m.ended_month BETWEEN :from_month AND :to_month AND m.ending IN ('taken-over', 'unknown')
        AND m.author_group <> 'bot'
    ), told AS (
      SELECT u.author, u.author_group, u.reason FROM unmerged u
      UNION ALL
      SELECT u.author, 'all' AS author_group, u.reason FROM unmerged u
    )
    SELECT t.author_group, t.reason, COUNT(*) AS change_requests, COUNT(DISTINCT t.author) AS persons
    FROM told t
    GROUP BY t.author_group, t.reason
    ORDER BY t.author_group, t.reason`,
  },
  finish(rows, { unread }) {
    if (unread.has('change-requests')) return { rows: [] }
    const groups = new Set(['all', ...rows.map(({ author_group }) => author_group)])
    return {
      rows: [...groups].flatMap((author_group) => {
        const own = new Map(rows.filter((row) => row.author_group === author_group).map((row) => [row.reason, row]))
        const total = [...own.values()].reduce((sum, row) => sum + row.change_requests, 0)
        const unknown_share = total === 0 ? null : (own.get('unknown')?.change_requests ?? 0) / total
        const told = REASONS.filter((reason) => author_group === 'all' || own.has(reason))
        return told.map((reason) => {
          const { change_requests, persons } = own.get(reason) ?? { change_requests: 0, persons: 0 }
          // Whether somebody took it over by hand is read in the commits.
          if (reason === 'taken-over' && unread.has('commits')) {
            return { author_group, reason, change_requests: null, persons: null, share: null, unknown_share }
          }
          const share = total === 0 ? null : change_requests / total
          return { author_group, reason, change_requests, persons, share, unknown_share }
        })
      }),
    }
  },
  behind: {
    columns: ['repository', 'closed_unmerged', 'taken_over'],
    rules: { taken_over: { stream: 'commits' } },
    params: { ...SCOPE_PARAMS, from_month: 'integer', to_month: 'integer' },
    row: { repository: 'text', closed_unmerged: 'integer', taken_over: 'integer' },
    sql: `
    WITH ${SCOPED}
    SELECT s.repository, COUNT(*) AS closed_unmerged, COUNT(CASE WHEN m.ending = 'taken-over' THEN 1 END) AS taken_over
    FROM change_request_measure m JOIN scoped s ON s.id = m.repository
    WHERE m.ended_month BETWEEN :from_month AND :to_month AND m.ending IN ('taken-over', 'unknown')
      AND m.author_group <> 'bot'
    GROUP BY s.repository
    ORDER BY closed_unmerged DESC, lower(s.repository)`,
  },
})
