import { defineQuery } from './query.ts'

/** Without a single line in a register nobody is known to be outside: then nought means nothing. */
export const changeRequestsOutside = defineQuery({
  id: 'change-request/outside',
  title: 'Change requests opened by people from outside over a period, and how many people that is',
  params: { owner: 'text', anonymous_only: 'integer', from_month: 'integer', to_month: 'integer' },
  row: { change_requests: 'integer', persons: 'integer', register_lines: 'integer' },
  sql: `
    SELECT COUNT(*) AS change_requests, COUNT(DISTINCT c.author) AS persons,
      (SELECT COUNT(*) FROM affiliation) AS register_lines
    FROM change_request c
    JOIN change_request_standing s ON s.change_request = c.id
    JOIN repository r ON r.id = c.repository
    WHERE c.gone_at IS NULL AND r.gone_at IS NULL AND s.author_group = 'outside'
      AND (:owner = '' OR lower(r.owner) = lower(:owner))
      AND (:anonymous_only = 0 OR r.readability = 'anonymous')
      AND c.created_month BETWEEN :from_month AND :to_month`,
})
