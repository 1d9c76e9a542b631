import { defineQuery } from '../query.ts'

export const hostLooks = defineQuery({
  id: 'host/looks',
  title: 'What was looked at and what was refused, of a repository and of its owner',
  params: { server: 'text', host_id: 'text', owner: 'text' },
  row: {
    look: 'text',
    name: 'text',
    reason: 'text?',
    message: 'text?',
  },
  sql: `
    SELECT 'seen' AS look, c.stream AS name, CAST(NULL AS TEXT) AS reason, CAST(NULL AS TEXT) AS message
    FROM coverage c
    WHERE c.collector = 'github/governance' AND c.watermark_at IS NOT NULL
      AND lower(c.subject) IN (:server || '/' || :host_id, lower(:server || '/@' || :owner))
    UNION ALL
    SELECT 'refused' AS look, g.kind AS name, g.reason, g.message
    FROM gap g
    WHERE g.collector IN ('github/repositories', 'github/governance')
      AND lower(g.subject) IN (:server || '/' || :host_id, lower(:server || '/@' || :owner))
    ORDER BY look, name`,
})
