import { defineQuery } from '../query.ts'

export const proposalDays = defineQuery({
  id: 'report/proposal-days',
  title: 'Change requests opened and merged, by day and group of their authors, without bots',
  params: {},
  row: { day: 'text', author_group: 'text', opened: 'integer', merged: 'integer' },
  sql: `
    WITH told AS (
      SELECT substr(c.created_at, 1, 10) AS day, m.author_group, 1 AS opened, 0 AS merged
      FROM change_request_measure m
      JOIN change_request c ON c.id = m.change_request
      JOIN repository r ON r.id = m.repository
      WHERE r.gone_at IS NULL AND m.author_group <> 'bot'
      UNION ALL
      SELECT substr(c.merged_at, 1, 10) AS day, m.author_group, 0 AS opened, 1 AS merged
      FROM change_request_measure m
      JOIN change_request c ON c.id = m.change_request
      JOIN repository r ON r.id = m.repository
      WHERE r.gone_at IS NULL AND m.author_group <> 'bot' AND m.ending = 'merged' AND c.merged_at IS NOT NULL
    )
    SELECT t.day, t.author_group, SUM(t.opened) AS opened, SUM(t.merged) AS merged
    FROM told t
    GROUP BY t.day, t.author_group
    ORDER BY t.day, t.author_group`,
})

/** Persons are counted, never told. */
export const firstOutsideDays = defineQuery({
  id: 'report/first-outside-days',
  title: 'How many people from outside proposed something for the first time, by day',
  params: {},
  row: { day: 'text', persons: 'integer' },
  sql: `
    WITH first_day AS (
      SELECT m.author, MIN(substr(c.created_at, 1, 10)) AS day
      FROM change_request_measure m
      JOIN change_request c ON c.id = m.change_request
      JOIN repository r ON r.id = m.repository
      WHERE r.gone_at IS NULL AND m.author_group = 'outside'
      GROUP BY m.author
    )
    SELECT f.day, COUNT(*) AS persons FROM first_day f GROUP BY f.day ORDER BY f.day`,
})

export const waitingProposals = defineQuery({
  id: 'report/waiting-proposals',
  title: 'Open change requests from outside of which it is known that nobody answered, the oldest first',
  params: {},
  row: { repository: 'text', number: 'integer', created_epoch: 'integer' },
  sql: `
    SELECT r.owner || '/' || r.name AS repository, c.number, c.created_epoch
    FROM change_request_measure m
    JOIN change_request c ON c.id = m.change_request
    JOIN repository r ON r.id = m.repository
    WHERE m.ending = 'open' AND m.is_draft = 0 AND m.response_seconds IS NULL AND m.response_settled = 1
      AND m.author_group NOT IN ('inside', 'bot') AND r.gone_at IS NULL AND COALESCE(r.is_archived, 0) = 0
    ORDER BY c.created_epoch, repository, c.number`,
})
