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
