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

/** For drawing groups where their months are mostly hidden. A quarter is YYYYQ. */
export const siteChangeRequestQuarters = defineQuery({
  id: 'site/change-request-quarters',
  title: 'Change requests by quarter, event and group of their author',
  of: 'export',
  params: {},
  row: { quarter: 'integer', event: 'text', author_group: 'text', change_requests: 'integer?', is_hidden: 'integer' },
  sql: `
    SELECT quarter, event, author_group, change_requests, is_hidden
    FROM change_request_quarter ORDER BY quarter, event, author_group`,
})

/** Everybody but bots; never a sum of groups, since some of these are hidden. */
export const siteChangeRequestTotals = defineQuery({
  id: 'site/change-request-totals',
  title: 'Change requests by month, quarter or year, and event',
  of: 'export',
  params: { grain: 'text' },
  row: { period: 'integer', event: 'text', change_requests: 'integer?', is_hidden: 'integer' },
  sql: `
    SELECT period, event, change_requests, is_hidden
    FROM change_request_total WHERE grain = :grain ORDER BY period, event`,
})

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
    is_count_hidden: 'integer',
  },
  sql: `
    SELECT month, opened, answered, unanswered, unsettled, median_hours, p90_hours, is_hidden, is_count_hidden
    FROM first_response_month ORDER BY month`,
})

export type FirstResponseRow = RowOf<typeof siteFirstResponses>

export const siteFigures = defineQuery({
  id: 'site/figures',
  title: 'Single figures',
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
