import { BACKLOG_RULES, backlogQuery, finishBacklog } from './backlogs.ts'
import { DURATION_FORMULA, DURATION_RULES, durationQuery, finishDurations } from './durations.ts'
import { flowKey, flowQuery, flowsOf } from './flows.ts'
import { defineMetric } from './metric.ts'
import { FROM_ISSUES, GROUP_LIMITS, NOT_FOR_APPRAISAL, NOT_FOR_RANKING } from './phrases.ts'
import { SCOPE_PARAMS, SCOPED_WITH_ISSUES } from './scope.ts'

const ISSUES_ON_HOST = {
  fr: `Un dépôt dont les anomalies vivent ailleurs n’est pas compté : ses chiffres sont inconnus, pas nuls. ${GROUP_LIMITS.fr}`,
  en: `A repository whose issues live elsewhere is not counted: its figures are not known, not nought. ${GROUP_LIMITS.en}`,
}

const SOURCE = { scoped: SCOPED_WITH_ISSUES, table: 'issue_measure' } as const
const FLOWS = flowQuery({ ...SOURCE, ended: 'closed_month', ending: "'closed'" })

const COMMON = {
  source: FROM_ISSUES,
  limits: ISSUES_ON_HOST,
  audience: 'public',
  streams: ['issues'],
  hasGroups: true,
} as const

export const issues = defineMetric({
  ...COMMON,
  id: 'issues',
  isSeries: true,
  title: { fr: 'Anomalies et demandes', en: 'Issues' },
  definition: {
    fr: 'Anomalies et demandes ouvertes et fermées dans chaque période, et ouvertes à sa fin, par groupe de leurs auteurs.',
    en: 'Issues opened and closed in each period, and open at its end, by group of their authors.',
  },
  formula: {
    fr: 'Ouvertes à la fin = ouvertes au début + ouvertes − fermées. Une anomalie rouverte est ouverte depuis son premier jour.',
    en: 'Open at the end = open at the start + opened − closed. One that was reopened is open since its first day.',
  },
  unit: 'issues',
  notFor: NOT_FOR_RANKING,
  columns: ['grain', 'period', 'author_group', 'opened', 'closed', 'open'],
  rules: {
    opened: { persons: 'opened_persons', isAdditive: true },
    closed: { persons: 'closed_persons', isAdditive: true },
    open: { audience: 'internal' },
  },
  query: FLOWS,
  finish: (rows, asked) => ({
    rows: flowsOf(rows, asked).map((flow) => ({
      ...flowKey(flow),
      ...{ opened: flow.of('opened').cases, opened_persons: flow.of('opened').persons },
      ...{ closed: flow.of('closed').cases, closed_persons: flow.of('closed').persons, open: flow.after },
    })),
  }),
  behind: {
    columns: ['repository', 'number', 'author_group', 'opened_on', 'ended_on'],
    params: { ...SCOPE_PARAMS, from_month: 'integer', to_month: 'integer' },
    row: { repository: 'text', number: 'integer', author_group: 'text', opened_on: 'text', ended_on: 'text?' },
    sql: `
    WITH ${SCOPED_WITH_ISSUES}
    SELECT s.repository, i.number, m.author_group, substr(i.created_at, 1, 10) AS opened_on,
      substr(i.closed_at, 1, 10) AS ended_on
    FROM issue_measure m
    JOIN scoped s ON s.id = m.repository
    JOIN issue i ON i.id = m.issue
    WHERE m.created_month BETWEEN :from_month AND :to_month OR m.closed_month BETWEEN :from_month AND :to_month
    ORDER BY lower(s.repository), i.number`,
  },
})

export const issueClosure = defineMetric({
  ...COMMON,
  id: 'issue-closure',
  isSeries: true,
  title: { fr: 'Taux de clôture des anomalies', en: 'Issue closure ratio' },
  definition: {
    fr: 'Part des anomalies à traiter dans une période qui y ont été fermées.',
    en: 'Share of the issues to deal with in a period that were closed in it.',
  },
  formula: {
    fr: 'fermées ÷ (ouvertes au début + ouvertes dans la période) ; à partir de 5 cas.',
    en: 'closed ÷ (open at the start + opened in the period); from 5 cases on.',
  },
  unit: 'ratio',
  notFor: NOT_FOR_RANKING,
  columns: ['grain', 'period', 'author_group', 'waiting', 'closed', 'closure_ratio'],
  publicGrains: ['year'],
  isPublicTotal: true,
  rules: {
    waiting: { audience: 'internal' },
    closed: { audience: 'internal' },
    closure_ratio: { persons: 'persons', sample: { of: 'waiting', least: 5 } },
  },
  query: FLOWS,
  finish: (rows, asked) => ({
    rows: flowsOf(rows, asked).map((flow) => {
      const waiting = flow.before + flow.of('opened').cases
      const { cases: closed, persons } = flow.of('closed')
      return {
        ...flowKey(flow),
        ...{ waiting, closed, persons, closure_ratio: waiting === 0 ? null : closed / waiting },
      }
    }),
  }),
})

export const issueFirstResponse = defineMetric({
  ...COMMON,
  id: 'issue-first-response',
  isSeries: true,
  title: { fr: 'Délai de première réponse aux anomalies', en: 'Time to first response to issues' },
  definition: {
    fr: 'De l’ouverture d’une anomalie par quelqu’un qui n’est pas agent à la première réponse d’une autre personne, par mois d’ouverture.',
    en: 'From the opening of an issue by somebody who is not staff to the first response of another person, by month of opening.',
  },
  formula: DURATION_FORMULA,
  unit: 'days',
  notFor: NOT_FOR_APPRAISAL,
  isPublicTotal: true,
  publicGrains: ['quarter', 'year'],
  columns: [
    ...(['grain', 'period', 'author_group', 'cases', 'settled', 'unanswered', 'unsettled'] as const),
    ...(['median_working_days', 'p90_working_days', 'median_days', 'p90_days', 'responders'] as const),
  ],
  rules: DURATION_RULES,
  query: durationQuery({
    ...SOURCE,
    ...{ month: 'm.created_month', where: "m.author_group <> 'inside'", worker: 'm.responder' },
    ...{ end: 'm.created_epoch + m.response_seconds', isSettled: 'm.response_settled' },
  }),
  finish: finishDurations,
})

export const issueTimeToClose = defineMetric({
  ...COMMON,
  id: 'issue-time-to-close',
  isSeries: true,
  title: { fr: 'Durée de résolution des anomalies', en: 'Issue resolution duration' },
  definition: {
    fr: 'De l’ouverture d’une anomalie à sa fermeture, par mois d’ouverture ; celles encore ouvertes attendent.',
    en: 'From the opening of an issue to its closing, by month of opening; those still open are waiting.',
  },
  formula: DURATION_FORMULA,
  unit: 'days',
  notFor: NOT_FOR_APPRAISAL,
  isPublicTotal: true,
  publicGrains: ['quarter', 'year'],
  columns: [
    'grain',
    'period',
    'author_group',
    'cases',
    'settled',
    'censored',
    'median_working_days',
    'p90_working_days',
    'median_days',
    'p90_days',
    'responders',
  ],
  rules: DURATION_RULES,
  query: durationQuery({
    ...SOURCE,
    ...{ month: 'm.created_month', where: '1 = 1', worker: 'm.responder', isSettled: '1' },
    end: 'm.closed_epoch',
  }),
  finish: finishDurations,
})

export const issueBacklog = defineMetric({
  ...COMMON,
  id: 'issue-backlog',
  title: { fr: 'Âge des anomalies ouvertes', en: 'Age of open issues' },
  definition: {
    fr: 'Anomalies ouvertes à la date des données, par âge et par groupe de leurs auteurs, hors dépôts archivés et robots.',
    en: 'Issues open as of the data, by age and group of their authors, outside of archived repositories and bots.',
  },
  formula: {
    fr: 'Âge = date des données − ouverture, en jours du calendrier ; médiane à partir de 5 cas.',
    en: 'Age = date of the data − opening, in days of the calendar; median from 5 cases on.',
  },
  unit: 'days',
  notFor: NOT_FOR_RANKING,
  isPublicTotal: true,
  columns: ['author_group', 'age_band', 'open_now', 'median_days', 'oldest_days'],
  rules: BACKLOG_RULES,
  query: backlogQuery({ ...SOURCE, isOpen: 'm.closed_epoch IS NULL' }),
  finish: finishBacklog,
})
