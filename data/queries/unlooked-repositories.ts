import { defineQuery } from './query.ts'

export const unlookedRepositories = defineQuery({
  id: 'repository/unlooked',
  title: 'How many repositories there are, and of how many nothing says whether anybody may read them',
  params: {},
  row: { repositories: 'integer', unlooked: 'integer', clones: 'integer' },
  sql: `
    SELECT COUNT(*) AS repositories,
      COUNT(CASE WHEN COALESCE(r.readability, 'unknown') = 'unknown' THEN 1 END) AS unlooked,
      COUNT(CASE WHEN COALESCE(r.readability, 'unknown') = 'unknown' AND r.server = 'local' THEN 1 END) AS clones
    FROM repository r
    WHERE r.gone_at IS NULL`,
})
