import { defineQuery } from '../query.ts'

/** Ages and gaps of time move by themselves, so they are no sign of a fault: counts and shares alone are compared. */
export const publishedFigures = defineQuery({
  id: 'site/published-figures',
  title: 'Counts and shares of the whole, over a span or of the day, by name',
  of: 'export',
  params: { from_month: 'integer', to_month: 'integer' },
  row: { id: 'text', value: 'real' },
  sql: `
    SELECT v.answer || ' ' || v.measure AS id, v.value AS value
    FROM metric_value v
    JOIN metric_measure m ON m.measure = v.measure
    WHERE v.value IS NOT NULL AND m.kind IN ('count', 'share') AND v.dimensions = '{}'
      AND (v.grain IS NULL OR v.grain = 'span')
    UNION ALL
    SELECT v.answer || ' ' || v.measure || ' in twelve months' AS id, SUM(v.value) AS value
    FROM metric_value v
    JOIN metric_measure m ON m.measure = v.measure
    WHERE v.value IS NOT NULL AND m.kind = 'count' AND v.dimensions IN ('{}', '{"author_group":"all"}')
      AND v.grain = 'month' AND v.period BETWEEN :from_month AND :to_month
    GROUP BY v.answer, v.measure
    UNION ALL SELECT 'repositories' AS id, CAST(COUNT(*) AS REAL) AS value FROM repository
    UNION ALL SELECT 'components' AS id, CAST(COUNT(*) AS REAL) AS value FROM component
    UNION ALL SELECT 'services' AS id, CAST(COUNT(*) AS REAL) AS value FROM service
    UNION ALL SELECT 'adopters' AS id, CAST(COALESCE(SUM(adopters), 0) AS REAL) AS value FROM adopter
    UNION ALL
    SELECT 'conformity held' AS id, CAST(SUM(held) AS REAL) / SUM(held + to_correct + dated_exception) AS value
    FROM conformity f JOIN repository r ON r.repository = f.repository AND r.is_own = 1
    WHERE f.is_counted = 1
    HAVING SUM(held + to_correct + dated_exception) > 0
    ORDER BY id`,
})

export const publishedSeries = defineQuery({
  id: 'site/published-series',
  title: 'What series of months add up to over the last twelve months that are over',
  of: 'export',
  params: { from_month: 'integer', to_month: 'integer' },
  row: { id: 'text', value: 'real' },
  sql: `
    SELECT v.answer || ' ' || v.measure || ' ' || v.dimensions AS id, SUM(v.value) AS value
    FROM metric_value v
    JOIN metric_measure m ON m.measure = v.measure
    WHERE v.value IS NOT NULL AND m.kind = 'count' AND v.grain = 'month' AND v.period BETWEEN :from_month AND :to_month
    GROUP BY v.answer, v.measure, v.dimensions
    UNION ALL
    SELECT 'activity commits' AS id, CAST(SUM(commits) AS REAL) AS value
    FROM activity_month WHERE month BETWEEN :from_month AND :to_month HAVING COUNT(*) > 0
    ORDER BY id`,
})

export const publishedNames = defineQuery({
  id: 'site/published-names',
  title: 'Whatever this file calls by a name',
  of: 'export',
  params: {},
  row: { kind: 'text', name: 'text' },
  sql: `
    SELECT 'organisation' AS kind, server || '/' || login AS name FROM organisation
    UNION SELECT 'component', repository || CASE WHEN path = '' THEN '' ELSE '#' || path END FROM component
    UNION SELECT 'assembly', id FROM assembly
    UNION SELECT 'service', name_fr FROM service
    UNION SELECT 'adopter', organisation FROM adopter WHERE organisation IS NOT NULL
    UNION SELECT 'event', title_fr FROM event
    UNION SELECT 'credit', name FROM credit
    ORDER BY kind, name`,
})
