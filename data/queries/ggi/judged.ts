import { defineQuery } from '../query.ts'
import { defineEvidence, EVIDENCE_PARAMS, OURS } from './evidence-query.ts'

const { owners, since, until } = EVIDENCE_PARAMS

/** One look for all evidence that rests on rules; `codes` has a comma before and behind each. */
export const ruleOutcomes = defineQuery({
  id: 'ggi/rule-outcomes',
  title: 'What some rules last said of each own repository; no code when the repository was never judged',
  params: { owners, codes: 'text' },
  row: { subject: 'text', code: 'text?', outcome: 'text?', as_of: 'text?' },
  sql: `
    SELECT r.repository AS subject, o.code, o.outcome, n.judged_at AS as_of
    FROM own_repository r
    LEFT JOIN lint_subject s ON s.repository = r.id AND s.superseded_by IS NULL
    LEFT JOIN lint_run n ON n.id = s.confirmed_lint_run
    LEFT JOIN lint_outcome o ON o.lint_subject = s.id AND :codes LIKE '%,' || o.code || ',%'
    WHERE ${OURS}
    ORDER BY subject, o.code`,
})

export const judged = defineEvidence({
  id: 'ggi/judged',
  title: 'Own repositories of which the outcomes of the rules are kept',
  params: { owners },
  sql: `
    SELECT r.repository AS subject, CASE WHEN n.id IS NULL THEN 'unmet' ELSE 'met' END AS state,
      substr(n.judged_at, 1, 10) AS detail, n.judged_at AS as_of
    FROM own_repository r
    LEFT JOIN lint_subject s ON s.repository = r.id AND s.superseded_by IS NULL
    LEFT JOIN lint_run n ON n.id = s.confirmed_lint_run
    WHERE ${OURS}
    ORDER BY subject`,
})

/** Before the first kept run nobody can tell whether there were any: those months are unknown. */
export const judgedMonths = defineEvidence({
  id: 'ggi/judged-months',
  title: 'The last three months, each with whether the rules were run in it',
  params: { until },
  sql: `
    WITH back (months) AS (
      VALUES (0), (1), (2)
    ), numbered AS (
      SELECT CAST(substr(:until, 1, 4) AS INTEGER) * 12 + CAST(substr(:until, 6, 2) AS INTEGER) - 1 - months AS number
      FROM back
    ), months AS (
      SELECT (number / 12) * 100 + number % 12 + 1 AS month FROM numbered
    )
    SELECT substr(CAST(m.month AS TEXT), 1, 4) || '-' || substr(CAST(m.month AS TEXT), 5, 2) AS subject,
      CASE
        WHEN EXISTS (SELECT 1 FROM lint_run l WHERE l.judged_month = m.month) THEN 'met'
        WHEN EXISTS (SELECT 1 FROM lint_run l WHERE l.judged_month < m.month) THEN 'unmet'
        ELSE 'unknown'
      END AS state,
      CAST((SELECT COUNT(*) FROM lint_run l WHERE l.judged_month = m.month) AS TEXT) AS detail,
      (SELECT MAX(l.judged_at) FROM lint_run l) AS as_of
    FROM months m
    ORDER BY subject DESC`,
})

export const packsInUse = defineEvidence({
  id: 'ggi/packs-in-use',
  title: 'The rule packs of the last kept run',
  params: {},
  sql: `
    SELECT p.pack AS subject, 'met' AS state, substr(p.digest, 1, 12) AS detail, l.judged_at AS as_of
    FROM lint_run l
    JOIN lint_run_pack p ON p.lint_run = l.id
    WHERE l.id = (SELECT MAX(x.id) FROM lint_run x)
    ORDER BY subject`,
})

export const packsChanged = defineEvidence({
  id: 'ggi/packs-changed',
  title: 'Rule packs in use, each with whether it changed within the period',
  params: { since, until },
  sql: `
    SELECT p.pack AS subject,
      CASE
        WHEN COUNT(DISTINCT p.digest) > 1 THEN 'met'
        WHEN EXISTS (SELECT 1 FROM lint_run o WHERE o.judged_at < :since) THEN 'unmet'
        ELSE 'unknown'
      END AS state,
      CAST(COUNT(DISTINCT p.digest) AS TEXT) AS detail,
      MAX(l.judged_at) AS as_of
    FROM lint_run l
    JOIN lint_run_pack p ON p.lint_run = l.id
    WHERE l.judged_at >= :since AND l.judged_at < :until
    GROUP BY p.pack
    ORDER BY subject`,
})
