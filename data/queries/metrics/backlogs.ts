import { median } from '../../metrics/quantiles.ts'
import type { ValuesOf } from '../query.ts'
import { defineMetric, type Finished, type MetricAbout } from './metric.ts'
import { FROM_CHANGE_REQUESTS, FROM_ISSUES, GROUP_LIMITS, ISSUES_ELSEWHERE, NOT_FOR_RANKING } from './phrases.ts'
import { SCOPE_PARAMS, SCOPED, SCOPED_WITH_ISSUES } from './scope.ts'

const BACKLOG = {
  formula: {
    fr: 'Âge = date des données − ouverture, en jours du calendrier ; médiane à partir de 5 cas.',
    en: 'Age = date of the data − opening, in calendar days; median from 5 cases on.',
  },
  unit: 'days',
  notFor: NOT_FOR_RANKING,
  audience: 'public',
  hasGroups: true,
  isPublicTotal: true,
  columns: ['author_group', 'age_band', 'open_now', 'median_days', 'oldest_days'],
  // A small cell of one age would be told by the others: the public sees all ages of everybody together.
  rules: {
    open_now: { persons: 'persons' },
    median_days: { persons: 'persons', sample: { of: 'open_now', least: 5 } },
    oldest_days: { audience: 'internal' },
  },
} as const satisfies Partial<MetricAbout>

/** One case that is open, and for how many whole days. */
const BACKLOG_ROW = { author_group: 'text', person: 'integer', days: 'integer' } as const

export const changeRequestBacklog = defineMetric({
  ...BACKLOG,
  id: 'change-request-backlog',
  title: { fr: 'Âge des propositions ouvertes', en: 'Age of open change requests' },
  definition: {
    fr: 'Propositions ouvertes à la date des données, par âge et par groupe de leurs auteurs, hors dépôts archivés et robots.',
    en: 'Change requests open as of the data, by age and group of their authors, outside of archived repositories and bots.',
  },
  source: FROM_CHANGE_REQUESTS,
  limits: GROUP_LIMITS,
  streams: ['change-requests'],
  ...backlog({ scoped: SCOPED, item: 'change_request', isOpen: "m.ending = 'open'" }),
})

export const issueBacklog = defineMetric({
  ...BACKLOG,
  id: 'issue-backlog',
  title: { fr: 'Âge des anomalies ouvertes', en: 'Age of open issues' },
  definition: {
    fr: 'Anomalies ouvertes à la date des données, par âge et par groupe de leurs auteurs, hors dépôts archivés et robots.',
    en: 'Issues open as of the data, by age and group of their authors, outside of archived repositories and bots.',
  },
  source: FROM_ISSUES,
  limits: { fr: `${ISSUES_ELSEWHERE.fr} ${GROUP_LIMITS.fr}`, en: `${ISSUES_ELSEWHERE.en} ${GROUP_LIMITS.en}` },
  streams: ['issues'],
  ...backlog({ scoped: SCOPED_WITH_ISSUES, item: 'issue', isOpen: 'm.closed_epoch IS NULL' }),
})

interface BacklogSource {
  readonly scoped: string
  readonly item: 'change_request' | 'issue'
  readonly isOpen: string
}

/** What is open as of the data, summed and case by case; archived repositories wait for nobody. */
function backlog({ scoped, item, isOpen }: BacklogSource) {
  const params = { ...SCOPE_PARAMS, as_of_epoch: 'integer' } as const
  const days = '(CAST(:as_of_epoch AS INTEGER) - m.created_epoch) / 86400'
  const open = `${isOpen} AND s.is_archived = 0 AND m.author_group <> 'bot' AND m.created_epoch <= :as_of_epoch`
  return {
    query: {
      ...{ params, row: BACKLOG_ROW },
      sql: `
    WITH ${scoped}
    SELECT m.author_group, m.author AS person, ${days} AS days
    FROM ${item}_measure m JOIN scoped s ON s.id = m.repository
    WHERE ${open}`,
    },
    finish: finishBacklog,
    behind: {
      columns: ['repository', 'number', 'author_group', 'opened_on', 'age_days'],
      params,
      row: { repository: 'text', number: 'integer', author_group: 'text', opened_on: 'text', age_days: 'integer' },
      sql: `
    WITH ${scoped}
    SELECT s.repository, c.number, m.author_group, substr(c.created_at, 1, 10) AS opened_on, ${days} AS age_days
    FROM ${item}_measure m
    JOIN scoped s ON s.id = m.repository
    JOIN ${item} c ON c.id = m.${item}
    WHERE ${open}
    ORDER BY age_days DESC, lower(s.repository), c.number`,
    },
  } as const
}

/** Bands of age by their first day and the first day of the next. */
const BANDS = [
  { band: 'any-age', from: 0, below: Number.POSITIVE_INFINITY },
  { band: 'under-30', from: 0, below: 30 },
  { band: '30-to-89', from: 30, below: 90 },
  { band: '90-to-364', from: 90, below: 365 },
  { band: '365-and-more', from: 365, below: Number.POSITIVE_INFINITY },
] as const

/** Every age of a group that has any, the youngest first; nothing open is one line that says so. */
function finishBacklog(rows: readonly ValuesOf<typeof BACKLOG_ROW>[]): Finished {
  const groups = new Set(['all', ...rows.map(({ author_group }) => author_group)])
  return {
    rows: [...groups].flatMap((author_group) => {
      const own = author_group === 'all' ? rows : rows.filter((row) => row.author_group === author_group)
      return BANDS.map(({ band: age_band, from, below }) => {
        const open = own.filter(({ days }) => days >= from && days < below)
        const days = open.map((one) => one.days)
        const persons = new Set(open.map(({ person }) => person)).size
        const oldest_days = days.length === 0 ? null : days.reduce((most, one) => Math.max(most, one))
        return { author_group, age_band, open_now: open.length, persons, median_days: median(days), oldest_days }
      })
    }),
  }
}
