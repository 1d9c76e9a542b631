import { defineQuery } from './query.ts'

/**
 * Compares what held at two instants. A repository counts when it was judged by both, a rule when it could be checked
 * both times: a new rule, or a file that could be read at last, is no deterioration.
 */
export const lintProgress = defineQuery({
  id: 'lint/progress',
  title: 'Findings that came and went between two instants, by repository and rule; empty owner means all',
  params: { owner: 'text', from: 'text', to: 'text' },
  row: {
    owner: 'text',
    repository: 'text',
    rule: 'text',
    code: 'text',
    added: 'integer',
    mended: 'integer',
    standing: 'integer',
  },
  sql: `
    WITH standing_at AS (
      SELECT s.id, s.subject, s.repository, l.judged_at AS since, x.judged_at AS until
      FROM lint_subject s
      JOIN lint_run l ON l.id = s.lint_run
      LEFT JOIN lint_run x ON x.id = s.superseded_by
    ), pair AS (
      SELECT b.id AS before_id, a.id AS after_id, r.owner, r.name
      FROM standing_at b
      JOIN standing_at a ON a.subject = b.subject AND a.since <= :to AND (a.until IS NULL OR a.until > :to)
      JOIN repository r ON r.id = a.repository
      WHERE b.since <= :from AND (b.until IS NULL OR b.until > :from)
        AND r.gone_at IS NULL AND (:owner = '' OR lower(r.owner) = lower(:owner))
    ), judged AS (
      SELECT p.before_id, p.after_id, p.owner, p.name, a.rule, a.code
      FROM pair p
      JOIN lint_outcome b ON b.lint_subject = p.before_id AND b.outcome IN ('pass', 'fail', 'not-applicable')
      JOIN lint_outcome a ON a.lint_subject = p.after_id AND a.rule = b.rule
        AND a.outcome IN ('pass', 'fail', 'not-applicable')
    ), open_finding AS (
      SELECT lint_subject, rule, fingerprint
      FROM lint_finding
      WHERE outcome = 'fail' AND waiver_until IS NULL
    ), counted AS (
      SELECT j.owner, j.name, j.rule, j.code,
        CASE WHEN b.fingerprint IS NULL THEN 1 ELSE 0 END AS added, 0 AS mended, 1 AS standing
      FROM judged j
      JOIN open_finding f ON f.lint_subject = j.after_id AND f.rule = j.rule
      LEFT JOIN open_finding b
        ON b.lint_subject = j.before_id AND b.rule = j.rule AND b.fingerprint = f.fingerprint
      UNION ALL
      SELECT j.owner, j.name, j.rule, j.code, 0 AS added, 1 AS mended, 0 AS standing
      FROM judged j
      JOIN open_finding f ON f.lint_subject = j.before_id AND f.rule = j.rule
      LEFT JOIN open_finding a
        ON a.lint_subject = j.after_id AND a.rule = j.rule AND a.fingerprint = f.fingerprint
      WHERE a.fingerprint IS NULL
    )
    SELECT c.owner, c.name AS repository, c.rule, c.code,
      SUM(c.added) AS added, SUM(c.mended) AS mended, SUM(c.standing) AS standing
    FROM counted c
    GROUP BY c.owner, c.name, c.rule, c.code
    ORDER BY lower(c.owner), lower(c.name), c.code, c.rule`,
})
