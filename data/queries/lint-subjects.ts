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
  },
  sql: `
    SELECT r.server, r.owner, r.name AS repository, s.kind, s.line, s.coverage, l.as_of, r.head_oid
    FROM lint_subject s
    JOIN lint_run l ON l.id = s.confirmed_lint_run
    JOIN repository r ON r.id = s.repository
    WHERE s.superseded_by IS NULL AND r.gone_at IS NULL
    ORDER BY r.server, lower(r.owner), lower(r.name)`,
})
