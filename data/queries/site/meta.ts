import { defineQuery } from '../query.ts'

export const siteMeta = defineQuery({
  id: 'site/meta',
  title: 'What this export is',
  of: 'export',
  params: {},
  row: { key: 'text', value: 'text' },
  sql: 'SELECT key, value FROM meta ORDER BY key',
})
