import { defineQuery } from './query.ts'

export const contributorCounts = defineQuery({
  id: 'repository/contributor-counts',
  title:
    'How many people wrote code or proposed changes over some months in each repository that is known to their end, and how many from outside',
  params: { from_month: 'integer', to_month: 'integer' },
  row: { server: 'text', owner: 'text', repository: 'text', persons: 'integer', outside: 'integer', others: 'integer' },
  sql: `
    SELECT r.server, r.owner, r.name AS repository, COUNT(DISTINCT m.person) AS persons,
      COUNT(DISTINCT CASE WHEN m.person_group = 'outside' THEN m.person END) AS outside,
      COUNT(DISTINCT CASE WHEN m.person_group <> 'outside' THEN m.person END) AS others
    FROM contributor_month m
    JOIN repository r ON r.id = m.repository
    WHERE r.gone_at IS NULL AND m.kind IN ('commit', 'change-request') AND m.person_group <> 'bot'
      AND m.month BETWEEN :from_month AND :to_month
      AND COALESCE((
        SELECT MAX(v.watermark_month) FROM coverage v
        WHERE v.stream = 'commits' AND v.subject = r.server || '/' || r.host_id
      ), 999912) > :to_month
    GROUP BY r.server, r.owner, r.name
    ORDER BY r.server, lower(r.owner), lower(r.name)`,
})
