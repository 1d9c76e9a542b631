import { defineQuery } from './query.ts'

export const activityByMonth = defineQuery({
  id: 'repository/activity-by-month',
  title: 'Commits on the default branch by repository and month, without release tools and bots; empty names mean all',
  params: { owner: 'text', name: 'text', from_month: 'integer', to_month: 'integer' },
  row: { server: 'text', owner: 'text', repository: 'text', month: 'integer', commits: 'integer', persons: 'integer' },
  sql: `
    SELECT r.server, r.owner, r.name AS repository, c.committed_month AS month, COUNT(*) AS commits,
      COUNT(DISTINCT c.author) AS persons
    FROM repository_commit c
    JOIN person p ON p.id = c.author
    JOIN repository r ON r.id = c.repository
    WHERE c.gone_at IS NULL AND r.gone_at IS NULL AND c.is_release_tool = 0 AND p.kind <> 'bot'
      AND (:owner = '' OR lower(r.owner) = lower(:owner))
      AND (:name = '' OR lower(r.name) = lower(:name))
      AND c.committed_month BETWEEN :from_month AND :to_month
    GROUP BY r.server, r.owner, r.name, c.committed_month
    ORDER BY r.server, lower(r.owner), lower(r.name), c.committed_month`,
})
