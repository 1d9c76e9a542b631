import { defineQuery } from './query.ts'

export const lintPacks = defineQuery({
  id: 'lint/packs',
  title: 'Packs of the last recorded lint run that used each',
  params: {},
  row: { pack: 'text', digest: 'text', as_of: 'text' },
  sql: `
    SELECT p.pack, p.digest, l.as_of
    FROM lint_run_pack p
    JOIN lint_run l ON l.id = p.lint_run
    WHERE p.lint_run = (SELECT MAX(q.lint_run) FROM lint_run_pack q WHERE q.pack = p.pack)
    ORDER BY p.pack`,
})
