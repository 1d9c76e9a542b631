import { defineMetric } from './metric.ts'
import { FROM_CHANGE_REQUESTS, GROUP_LIMITS, NOT_FOR_RANKING } from './phrases.ts'
import { PERIOD_PARAMS, periodSql, SCOPED } from './scope.ts'

const LEAST_CASES = 5

export const changeRequestAcceptance = defineMetric({
  id: 'change-request-acceptance',
  title: { fr: 'Acceptation des propositions', en: 'Change request acceptance' },
  definition: {
    fr: 'Ce que sont devenues les propositions finies dans une période : fusionnées, reprises à la main, refusées pour un motif connu, ou de sort inconnu.',
    en: 'What became of the change requests that ended in a period: merged, taken over by hand, refused for a known reason, or of unknown fate.',
  },
  formula: {
    fr: 'Part acceptée = (fusionnées + reprises à la main) ÷ finies. Rapport de CHAOSS = fusionnées ÷ fermées sans fusion. À partir de 5 cas.',
    en: 'Accepted share = (merged + taken over by hand) ÷ ended. The ratio of CHAOSS = merged ÷ closed without a merge. From 5 cases on.',
  },
  unit: 'ratio',
  source: FROM_CHANGE_REQUESTS,
  limits: GROUP_LIMITS,
  notFor: NOT_FOR_RANKING,
  audience: 'public',
  streams: ['change-requests', 'commits'],
  hasGroups: true,
  columns: [
    ...(['grain', 'period', 'author_group', 'merged', 'taken_over', 'refused', 'unknown_fate'] as const),
    ...(['accepted_share', 'acceptance_ratio', 'unknown_share'] as const),
  ],
  publicGrains: ['year'],
  isPublicTotal: true,
  rules: {
    merged: { audience: 'internal' },
    taken_over: { audience: 'internal' },
    refused: { audience: 'internal' },
    unknown_fate: { audience: 'internal' },
    accepted_share: { persons: 'persons', sample: { of: 'ended', least: LEAST_CASES }, isRefusal: true },
    acceptance_ratio: { persons: 'persons', sample: { of: 'ended', least: LEAST_CASES }, isRefusal: true },
  },
  query: {
    params: PERIOD_PARAMS,
    row: {
      ...{ period: 'integer', author_group: 'text', ended: 'integer', persons: 'integer' },
      ...{ merged: 'integer', taken_over: 'integer', refused: 'integer', unknown_fate: 'integer' },
    },
    sql: `
    WITH ${SCOPED}, ended AS (
      SELECT m.author, m.author_group, m.ending, m.reason, ${periodSql('m.ended_month')} AS period
      FROM change_request_measure m JOIN scoped s ON s.id = m.repository
      WHERE m.ended_month BETWEEN :from_month AND :to_month
    ), told AS (
      SELECT e.author, e.author_group, e.ending, e.reason, e.period FROM ended e
      UNION ALL
      SELECT e.author, 'all' AS author_group, e.ending, e.reason, e.period FROM ended e WHERE e.author_group <> 'bot'
    )
    SELECT t.period, t.author_group, COUNT(*) AS ended, COUNT(DISTINCT t.author) AS persons,
      COUNT(CASE WHEN t.ending = 'merged' THEN 1 END) AS merged,
      COUNT(CASE WHEN t.ending = 'taken-over' THEN 1 END) AS taken_over,
      COUNT(CASE WHEN t.ending = 'unknown' AND t.reason <> 'unknown' THEN 1 END) AS refused,
      COUNT(CASE WHEN t.ending = 'unknown' AND t.reason = 'unknown' THEN 1 END) AS unknown_fate
    FROM told t
    GROUP BY t.period, t.author_group
    ORDER BY t.period, t.author_group`,
  },
  finish: (rows, { grain }) => ({
    rows: rows.map((row) => {
      const unmerged = row.taken_over + row.refused + row.unknown_fate
      return {
        ...{ grain, ...row },
        accepted_share: (row.merged + row.taken_over) / row.ended,
        acceptance_ratio: unmerged === 0 ? null : row.merged / unmerged,
        unknown_share: unmerged === 0 ? null : row.unknown_fate / unmerged,
      }
    }),
  }),
})
