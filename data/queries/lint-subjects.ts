import { COUNTED, ERROR_STATE } from './metrics/judged.ts'
import { defineQuery } from './query.ts'

export const lintSubjects = defineQuery({
  id: 'lint/subjects',
  title: 'What the linter last took each repository for, and how much of it could be judged',
  params: {},
  row: {
    server: 'text',
    owner: 'text',
    repository: 'text',
    kind: 'text',
    line: 'text?',
    coverage: 'text',
    as_of: 'text',
    head_oid: 'text?',
    is_counted: 'integer',
    error_state: 'text',
  },
  sql: `
    SELECT r.server, r.owner, r.name AS repository, j.kind, j.line, j.coverage, l.as_of, r.head_oid,
      CASE WHEN ${COUNTED} THEN 1 ELSE 0 END AS is_counted, ${ERROR_STATE} AS error_state
    FROM lint_subject j
    JOIN lint_run l ON l.id = j.confirmed_lint_run
    JOIN repository r ON r.id = j.repository
    WHERE j.superseded_by IS NULL AND r.gone_at IS NULL
    ORDER BY r.server, lower(r.owner), lower(r.name)`,
})
