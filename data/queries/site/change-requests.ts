import { defineQuery, type RowOf } from '../query.ts'

export const siteChangeRequestMonths = defineQuery({
  id: 'site/change-request-months',
  title: 'Change requests by month, event and group of their author',
  of: 'export',
  params: {},
  row: { month: 'integer', event: 'text', author_group: 'text', change_requests: 'integer?', is_hidden: 'integer' },
  sql: `
    SELECT month, event, author_group, change_requests, is_hidden
    FROM change_request_month ORDER BY month, event, author_group`,
})

export type ChangeRequestMonthRow = RowOf<typeof siteChangeRequestMonths>

export const siteFirstResponses = defineQuery({
  id: 'site/first-responses',
  title: 'First response to change requests of people who are not staff, by month',
  of: 'export',
  params: {},
  row: {
    month: 'integer',
    opened: 'integer?',
    answered: 'integer?',
    unanswered: 'integer?',
    unsettled: 'integer?',
    median_hours: 'real?',
    p90_hours: 'real?',
    is_hidden: 'integer',
  },
  sql: `
    SELECT month, opened, answered, unanswered, unsettled, median_hours, p90_hours, is_hidden
    FROM first_response_month ORDER BY month`,
})

export type FirstResponseRow = RowOf<typeof siteFirstResponses>

export const siteFigures = defineQuery({
  id: 'site/figures',
  title: 'Single figures of the home page',
  of: 'export',
  params: {},
  row: {
    id: 'text',
    value: 'real?',
    unit: 'text',
    from_month: 'integer?',
    to_month: 'integer?',
    sample: 'integer?',
    is_hidden: 'integer',
  },
  sql: 'SELECT id, value, unit, from_month, to_month, sample, is_hidden FROM figure ORDER BY id',
})

export type FigureRow = RowOf<typeof siteFigures>
