import { defineQuery } from '../query.ts'

export const hostLists = defineQuery({
  id: 'host/lists',
  title: 'Topics, required checks and custom properties of a repository',
  params: { repository: 'integer' },
  row: {
    list: 'text',
    name: 'text',
    value: 'text',
  },
  sql: `
    SELECT 'topic' AS list, t.topic AS name, '' AS value FROM repository_topic t WHERE t.repository = :repository
    UNION ALL
    SELECT 'check' AS list, k.name, '' AS value FROM repository_required_check k WHERE k.repository = :repository
    UNION ALL
    SELECT 'property' AS list, p.name, p.value FROM repository_property p WHERE p.repository = :repository
    ORDER BY list, name, value`,
})
