import { defineQuery } from './query.ts'

export const activityByMonth = defineQuery({
  id: 'repository/activity-by-month',
  title: 'Commits on the default branch by repository and month, without release tools and bots; empty names mean all',
  params: { owner: 'text', name: 'text', from_month: 'integer', to_month: 'integer' },
  row: { server: 'text', owner: 'text', repository: 'text', month: 'integer', commits: 'integer', persons: 'integer' },
  sql: `
    SELECT r.server, r.owner, r.name AS repository, m.month AS month, SUM(m.contributions) AS commits,
      COUNT(DISTINCT m.person) AS persons
    FROM contributor_month m
    JOIN repository r ON r.id = m.repository
    WHERE r.gone_at IS NULL AND m.kind = 'commit' AND m.person_group <> 'bot'
      AND (:owner = '' OR lower(r.owner) = lower(:owner))
      AND (:name = '' OR lower(r.name) = lower(:name))
      AND m.month BETWEEN :from_month AND :to_month
    GROUP BY r.server, r.owner, r.name, m.month
    ORDER BY r.server, lower(r.owner), lower(r.name), m.month`,
})
