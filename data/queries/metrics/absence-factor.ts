import { smallestShare } from '../../metrics/smallest-share.ts'
import { defineMetric } from './metric.ts'
import { peopleByRepository } from './people-by-repository.ts'
import { FROM_COMMITS, NOT_FOR_APPRAISAL } from './phrases.ts'
import { CONTRIBUTIONS_IN_SCOPE, SCOPE_PARAMS, SCOPED } from './scope.ts'

const STREAMS = [
  ['commit', 'commits'],
  ['change-request', 'change-requests'],
] as const

export const absenceFactor = defineMetric({
  id: 'absence-factor',
  title: { fr: 'Facteur d’absence', en: 'Contributor absence factor' },
  definition: {
    fr: 'Le plus petit nombre de personnes qui font ensemble une part des commits, ou des propositions, de la période (la moitié, sauf demande).',
    en: 'The smallest number of people who together make a share of the commits, or of the change requests, of the period (half, unless asked).',
  },
  formula: {
    fr: 'Contributions par personne, de la plus grande à la plus petite, cumulées jusqu’à atteindre la part.',
    en: 'Contributions by person, from the most to the least, added up until the share is reached.',
  },
  unit: 'persons',
  source: FROM_COMMITS,
  limits: {
    fr: 'Sans robots ni outil de version. Un petit nombre dit un risque de départ, pas un mérite. À partir de 10 contributions.',
    en: 'Without bots and release tools. A small number tells of a risk when people leave, not of merit. From 10 contributions on.',
  },
  notFor: NOT_FOR_APPRAISAL,
  audience: 'public',
  streams: ['commits', 'change-requests'],
  columns: ['kind', 'share', 'absence_factor', 'contributors', 'contributions'],
  rules: {
    absence_factor: { workOf: 'contributors', sample: { of: 'contributions', least: 10 } },
    contributors: { workOf: 'contributors' },
    contributions: { workOf: 'contributors' },
  },
  query: {
    params: { ...SCOPE_PARAMS, from_month: 'integer', to_month: 'integer' },
    row: { kind: 'text', contributions: 'integer' },
    sql: `
    WITH ${SCOPED}
    SELECT c.kind, SUM(c.contributions) AS contributions
    FROM ${CONTRIBUTIONS_IN_SCOPE}
      AND c.month BETWEEN :from_month AND :to_month AND c.kind IN ('commit', 'change-request')
      AND c.person_group <> 'bot' AND (s.is_copy = 0 OR c.kind <> 'commit')
    GROUP BY c.kind, c.person
    ORDER BY c.kind, contributions DESC`,
  },
  finish: (rows, { share, unread }) => ({
    rows: STREAMS.filter(([, stream]) => !unread.has(stream)).map(([kind]) => {
      const parts = rows.filter((row) => row.kind === kind).map(({ contributions }) => contributions)
      return {
        ...{ kind, share, contributors: parts.length, contributions: parts.reduce((sum, part) => sum + part, 0) },
        absence_factor: parts.length === 0 ? null : smallestShare(parts, share),
      }
    }),
  }),
  behind: peopleByRepository('commit', 'change-request'),
})
