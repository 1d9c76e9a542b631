import { defineQuery } from './query.ts'

/**
 * Organisations that are collected, and owners of clones whose host was never asked: every one of them where there are
 * clones alone, else those that bear the name of an organisation. A clone without a name has no owner.
 */
export const publishingOwners = defineQuery({
  id: 'organisation/publishing',
  title: 'Owners whose repositories are our own',
  params: {},
  row: { server: 'text', login: 'text' },
  sql: `
    SELECT o.server, o.login FROM organisation o
    UNION ALL
    SELECT r.server, min(r.owner) AS login
    FROM repository r
    WHERE r.server = 'local' AND r.owner <> 'local' AND r.gone_at IS NULL
      AND (
        NOT EXISTS (SELECT 1 FROM organisation)
        OR EXISTS (SELECT 1 FROM organisation o WHERE lower(o.login) = lower(r.owner))
      )
    GROUP BY r.server, lower(r.owner)
    ORDER BY 1, 2`,
})
