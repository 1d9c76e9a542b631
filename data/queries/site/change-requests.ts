import { defineQuery, type NoParams } from '../query.ts'

export type ChangeRequestMonthRow = {
  month: number
  event: string
  author_group: string
  change_requests: number | null
  is_hidden: number
}

export const siteChangeRequestMonths = defineQuery<NoParams, ChangeRequestMonthRow>({
  id: 'site/change-request-months',
  title: 'Change requests by month, event and group of their author',
  of: 'export',
  sql: `
    SELECT month, event, author_group, change_requests, is_hidden
    FROM change_request_month ORDER BY month, event, author_group`,
})

export type FirstResponseRow = {
  month: number
  opened: number | null
  answered: number | null
  unanswered: number | null
  unsettled: number | null
  median_hours: number | null
  p90_hours: number | null
  is_hidden: number
}

export const siteFirstResponses = defineQuery<NoParams, FirstResponseRow>({
  id: 'site/first-responses',
  title: 'First response to change requests of people who are not staff, by month',
  of: 'export',
  sql: `
    SELECT month, opened, answered, unanswered, unsettled, median_hours, p90_hours, is_hidden
    FROM first_response_month ORDER BY month`,
})

export type FigureRow = {
  id: string
  value: number | null
  unit: string
  from_month: number | null
  to_month: number | null
  sample: number | null
  is_hidden: number
}

export const siteFigures = defineQuery<NoParams, FigureRow>({
  id: 'site/figures',
  title: 'Single figures of the home page',
  of: 'export',
  sql: 'SELECT id, value, unit, from_month, to_month, sample, is_hidden FROM figure ORDER BY id',
})
