import { defineQuery } from './query.ts'

export const owners = defineQuery({
  id: 'repository/owners',
  title: 'Owners of repositories, collected as organisations or known from clones alone',
  params: {},
  row: { server: 'text', login: 'text' },
  sql: `
    SELECT r.server, min(r.owner) AS login
    FROM repository r
    WHERE r.gone_at IS NULL
    GROUP BY r.server, lower(r.owner)
    ORDER BY r.server, lower(r.owner)`,
})
