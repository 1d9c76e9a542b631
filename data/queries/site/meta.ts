import { defineQuery, type NoParams } from '../query.ts'

export type MetaRow = { key: string; value: string }

export const siteMeta = defineQuery<NoParams, MetaRow>({
  id: 'site/meta',
  title: 'What this export is',
  of: 'export',
  sql: 'SELECT key, value FROM meta ORDER BY key',
})
