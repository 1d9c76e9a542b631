import { COUNTED } from '../metrics/judged.ts'
import { defineQuery } from '../query.ts'

/** Spans during which rules said the same of so many repositories; `until_at` is null for what holds. */
export const lintSpans = defineQuery({
  id: 'report/lint-spans',
  title: 'What each rule said of how many repositories, from when to when',
  params: {},
  row: {
    pack: 'text',
    rule: 'text',
    code: 'text',
    severity: 'text',
    state: 'text',
    since_at: 'text',
    until_at: 'text?',
    subjects: 'integer',
  },
  sql: `
    WITH told AS (
      SELECT o.pack, o.rule, o.code, o.severity, l.judged_at AS since_at, x.judged_at AS until_at,
        CASE
          WHEN o.outcome = 'pass' THEN 'held'
          WHEN o.outcome IN ('unknown', 'error') THEN 'not-checked'
          WHEN EXISTS (SELECT 1 FROM lint_finding f WHERE f.lint_subject = o.lint_subject AND f.rule = o.rule)
            AND NOT EXISTS (
              SELECT 1 FROM lint_finding f
              WHERE f.lint_subject = o.lint_subject AND f.rule = o.rule AND f.waiver_until IS NULL
            ) THEN 'dated-exception'
          ELSE 'to-correct'
        END AS state
      FROM lint_subject j
      JOIN repository r ON r.id = j.repository
      JOIN lint_run l ON l.id = j.lint_run
      LEFT JOIN lint_run x ON x.id = j.superseded_by
      JOIN lint_outcome o ON o.lint_subject = j.id
      WHERE r.gone_at IS NULL AND ${COUNTED} AND o.outcome <> 'not-applicable'
    )
    SELECT t.pack, t.rule, t.code, t.severity, t.state, t.since_at, t.until_at, COUNT(*) AS subjects
    FROM told t
    GROUP BY t.pack, t.rule, t.code, t.severity, t.state, t.since_at, t.until_at
    ORDER BY t.pack, t.code, t.since_at, t.until_at, t.state`,
})

export const knownWaivers = defineQuery({
  id: 'report/waivers',
  title: 'Dated exceptions that a judgement met, and their last days',
  params: {},
  row: { repository: 'text', code: 'text', until: 'text', is_current: 'integer' },
  sql: `
    SELECT r.owner || '/' || r.name AS repository, o.code, f.waiver_until AS until,
      MAX(CASE WHEN j.superseded_by IS NULL THEN 1 ELSE 0 END) AS is_current
    FROM lint_finding f
    JOIN lint_outcome o ON o.lint_subject = f.lint_subject AND o.rule = f.rule
    JOIN lint_subject j ON j.id = f.lint_subject
    JOIN repository r ON r.id = j.repository
    WHERE f.waiver_until IS NOT NULL AND r.gone_at IS NULL
    GROUP BY r.owner, r.name, o.code, f.waiver_until
    ORDER BY until, repository, o.code`,
})

export const judgements = defineQuery({
  id: 'report/judgements',
  title: 'When repositories were judged, the first time first',
  params: {},
  row: { judged_at: 'text' },
  sql: 'SELECT l.judged_at FROM lint_run l ORDER BY l.judged_at',
})
