import { defineQuery } from './query.ts'

/** `labels`: a JSON array of names in lower case; hosts do not tell labels apart by case. */
export const labelledIssues = defineQuery({
  id: 'site/labelled-issues',
  title: 'Open issues under one of some labels, the newest first',
  params: { labels: 'text' },
  row: {
    server: 'text',
    owner: 'text',
    repository: 'text',
    number: 'integer',
    title: 'text?',
    opened_at: 'text',
    is_answered: 'integer?',
  },
  sql: `
    SELECT r.server, r.owner, r.name AS repository, i.number, i.title, i.created_at AS opened_at,
      CASE WHEN i.first_response_at IS NOT NULL THEN 1 WHEN i.first_response_settled = 1 THEN 0 END AS is_answered
    FROM issue i
    JOIN repository r ON r.id = i.repository
    WHERE i.state = 'open' AND i.gone_at IS NULL AND r.gone_at IS NULL AND r.is_archived = 0 AND EXISTS (
      SELECT 1 FROM issue_label l JOIN json_each(:labels) wanted ON wanted.value = lower(l.label)
      WHERE l.issue = i.id
    )
    ORDER BY i.created_at DESC, r.server, r.owner, r.name, i.number`,
})
