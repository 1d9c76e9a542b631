import { defineQuery } from '../query.ts'

/** Drafts are not offered yet. Who made them is not told. */
export const todoUnanswered = defineQuery({
  id: 'todo/unanswered',
  title: 'Open contributions from elsewhere that nobody answered, and whether what was read settles that',
  params: {},
  row: {
    repository: 'text',
    url: 'text?',
    kind: 'text',
    author_group: 'text',
    opened_on: 'text',
    is_settled: 'integer',
  },
  sql: `
    SELECT o.repository, r.url, 'change-request' AS kind, m.author_group, substr(c.created_at, 1, 10) AS opened_on,
      m.response_settled AS is_settled
    FROM change_request_measure m
    JOIN change_request c ON c.id = m.change_request
    JOIN own_repository o ON o.id = m.repository
    JOIN repository r ON r.id = o.id
    WHERE m.ending = 'open' AND m.is_draft = 0 AND m.response_seconds IS NULL
      AND m.author_group IN ('outside', 'unknown')
    UNION ALL
    SELECT o.repository, r.url, 'issue' AS kind, m.author_group, substr(i.created_at, 1, 10) AS opened_on,
      m.response_settled AS is_settled
    FROM issue_measure m
    JOIN issue i ON i.id = m.issue
    JOIN own_repository o ON o.id = m.repository
    JOIN repository r ON r.id = o.id
    WHERE m.closed_epoch IS NULL AND m.response_seconds IS NULL
      AND m.author_group IN ('outside', 'unknown')
    ORDER BY 1, 4, 5, 3`,
})

export const todoReading = defineQuery({
  id: 'todo/reading',
  title: 'How many repositories there are to answer in, and of how many all that people proposed was read',
  params: {},
  row: { repositories: 'integer', read: 'integer' },
  sql: `
    SELECT COUNT(*) AS repositories,
      COUNT(
        CASE WHEN EXISTS (
          SELECT 1 FROM coverage v WHERE v.subject = o.subject AND v.stream = 'change-requests' AND v.status = 'complete'
        ) AND EXISTS (
          SELECT 1 FROM coverage v WHERE v.subject = o.subject AND v.stream = 'issues' AND v.status = 'complete'
        ) THEN 1 END
      ) AS read
    FROM own_repository o`,
})
