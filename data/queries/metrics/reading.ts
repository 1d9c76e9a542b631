import { defineQuery } from '../query.ts'
import { SCOPE_PARAMS, SCOPED } from './scope.ts'

/** What must be known to say over what a figure was worked out. */
export const metricRepositories = defineQuery({
  id: 'metrics/repositories',
  title: 'Repositories that figures may be asked of, and where their issues live',
  params: SCOPE_PARAMS,
  row: { subject: 'text', owner: 'text', name: 'text', tracker: 'text', has_files: 'integer', is_empty: 'integer?' },
  sql: `
    WITH ${SCOPED}
    SELECT r.server || '/' || r.host_id AS subject, r.owner, r.name, t.place AS tracker,
      CASE WHEN r.stored_tree_oid IS NULL AND r.is_empty IS NOT 1 THEN 0 ELSE 1 END AS has_files, r.is_empty
    FROM scoped s
    JOIN repository r ON r.id = s.id
    JOIN issue_tracker t ON t.repository = s.id
    ORDER BY lower(r.owner), lower(r.name), r.server`,
})

export const registerSizes = defineQuery({
  id: 'metrics/register-sizes',
  title: 'How many lines each register has that is kept at all',
  params: {},
  row: { register: 'text', lines: 'integer' },
  sql: 'SELECT e.register, COUNT(*) AS lines FROM register_entry e GROUP BY e.register ORDER BY e.register',
})

export const staleRollups = defineQuery({
  id: 'metrics/stale-rollups',
  title: 'Repositories whose rollups are not worked out anew yet',
  params: {},
  row: { repositories: 'integer' },
  sql: 'SELECT COUNT(*) AS repositories FROM rollup_due',
})

/** What figures stand on beside those of the metrics. */
export const METRIC_READINGS = [metricRepositories, registerSizes, staleRollups]
