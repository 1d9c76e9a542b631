import { BACKLOG_RULES, backlogQuery, finishBacklog } from './backlogs.ts'
import { defineMetric } from './metric.ts'
import { FROM_CHANGE_REQUESTS, GROUP_LIMITS, NOT_FOR_RANKING } from './phrases.ts'
import { SCOPE_PARAMS, SCOPED } from './scope.ts'

export const changeRequestBacklog = defineMetric({
  id: 'change-request-backlog',
  title: { fr: 'Âge des propositions ouvertes', en: 'Age of open change requests' },
  definition: {
    fr: 'Propositions ouvertes à la date des données, par âge et par groupe de leurs auteurs, hors dépôts archivés et robots.',
    en: 'Change requests open as of the data, by age and group of their authors, outside of archived repositories and bots.',
  },
  formula: {
    fr: 'Âge = date des données − ouverture, en jours du calendrier ; médiane à partir de 5 cas.',
    en: 'Age = date of the data − opening, in days of the calendar; median from 5 cases on.',
  },
  unit: 'days',
  source: FROM_CHANGE_REQUESTS,
  limits: GROUP_LIMITS,
  notFor: NOT_FOR_RANKING,
  audience: 'public',
  streams: ['change-requests'],
  hasGroups: true,
  isPublicTotal: true,
  columns: ['author_group', 'age_band', 'open_now', 'median_days', 'oldest_days'],
  rules: BACKLOG_RULES,
  query: backlogQuery({ scoped: SCOPED, table: 'change_request_measure', isOpen: "m.ending = 'open'" }),
  finish: finishBacklog,
  behind: {
    columns: ['repository', 'number', 'author_group', 'opened_on', 'age_days'],
    params: { ...SCOPE_PARAMS, as_of_epoch: 'integer' },
    row: { repository: 'text', number: 'integer', author_group: 'text', opened_on: 'text', age_days: 'integer' },
    sql: `
    WITH ${SCOPED}
    SELECT s.repository, c.number, m.author_group, substr(c.created_at, 1, 10) AS opened_on,
      (CAST(:as_of_epoch AS INTEGER) - m.created_epoch) / 86400 AS age_days
    FROM change_request_measure m
    JOIN scoped s ON s.id = m.repository
    JOIN change_request c ON c.id = m.change_request
    WHERE m.ending = 'open' AND s.is_archived = 0 AND m.author_group <> 'bot' AND m.created_epoch <= :as_of_epoch
    ORDER BY age_days DESC, lower(s.repository), c.number`,
  },
})
