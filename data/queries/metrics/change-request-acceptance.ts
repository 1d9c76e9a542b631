import { gather, periodsOf } from '../../metrics/periods.ts'
import { defineMetric } from './metric.ts'
import { FROM_CHANGE_REQUESTS, GROUP_LIMITS, NOT_FOR_RANKING } from './phrases.ts'
import { PERIOD_PARAMS, SCOPED } from './scope.ts'

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
  isSeries: true,
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
      ...{ month: 'integer', author_group: 'text', person: 'integer', ended: 'integer' },
      ...{ merged: 'integer', taken_over: 'integer', refused: 'integer' },
    },
    sql: `
    WITH ${SCOPED}
    SELECT m.ended_month AS month, m.author_group, m.author AS person, COUNT(*) AS ended,
      COUNT(CASE WHEN m.ending = 'merged' THEN 1 END) AS merged,
      COUNT(CASE WHEN m.ending = 'taken-over' THEN 1 END) AS taken_over,
      COUNT(CASE WHEN m.ending = 'unknown' AND m.reason <> 'unknown' THEN 1 END) AS refused
    FROM change_request_measure m JOIN scoped s ON s.id = m.repository
    WHERE m.ended_month BETWEEN :from_month AND :to_month
    GROUP BY m.ended_month, m.author_group, m.author`,
  },
  finish: (rows, asked) => ({
    rows: asked.grains.flatMap((grain) => {
      const gathered = gather(rows, { ...asked, grain })
      return ['all', ...gathered.groups].flatMap((author_group) =>
        periodsOf({ ...asked, grain }).flatMap((period) => {
          const own = gathered.in(period, author_group)
          return own.length === 0 ? [] : [{ grain, period, author_group, ...fates(own) }]
        }),
      )
    }),
  }),
})

interface Ended {
  readonly person: number
  readonly ended: number
  readonly merged: number
  readonly taken_over: number
  readonly refused: number
}

function fates(rows: readonly Ended[]) {
  const sum = (what: 'ended' | 'merged' | 'taken_over' | 'refused') => rows.reduce((total, row) => total + row[what], 0)
  const [ended, merged, taken_over, refused] = [sum('ended'), sum('merged'), sum('taken_over'), sum('refused')]
  const unmerged = ended - merged
  const unknown_fate = unmerged - taken_over - refused
  return {
    ...{ ended, merged, taken_over, refused, unknown_fate, persons: new Set(rows.map(({ person }) => person)).size },
    accepted_share: (merged + taken_over) / ended,
    acceptance_ratio: unmerged === 0 ? null : merged / unmerged,
    unknown_share: unmerged === 0 ? null : unknown_fate / unmerged,
  }
}
