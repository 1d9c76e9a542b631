import { defineQuery } from './query.ts'

/** What was proposed elsewhere, by project and month, all persons together: nobody can be told from it. */
export const outboundByProject = defineQuery({
  id: 'contributions/outbound-by-project',
  title: 'Contributions to projects of others by those who opted in, by project and month',
  params: {},
  row: { project: 'text', month: 'integer', change_requests: 'integer', merged: 'integer', issues: 'integer' },
  sql: `SELECT o.project, o.month,
      SUM(CASE o.kind WHEN 'change-request' THEN o.opened ELSE 0 END) AS change_requests,
      SUM(o.merged) AS merged,
      SUM(CASE o.kind WHEN 'issue' THEN o.opened ELSE 0 END) AS issues
    FROM outbound_contribution o
    GROUP BY o.project, o.month
    ORDER BY o.project, o.month`,
})
