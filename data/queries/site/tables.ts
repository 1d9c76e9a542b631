import { defineQuery } from '../query.ts'

export const siteTables = defineQuery({
  id: 'site/tables',
  title: 'Tables of this file, as they were declared, with their number of rows',
  of: 'export',
  params: {},
  row: { name: 'text', sql: 'text', rows: 'integer' },
  sql: `
    SELECT s.name AS name, s.sql AS sql, n.rows AS rows
    FROM sqlite_schema s
    JOIN (
      SELECT 'meta' AS name, COUNT(*) AS rows FROM meta
      UNION ALL SELECT 'coverage', COUNT(*) FROM coverage
      UNION ALL SELECT 'coverage_gap', COUNT(*) FROM coverage_gap
      UNION ALL SELECT 'freshness', COUNT(*) FROM freshness
      UNION ALL SELECT 'organisation', COUNT(*) FROM organisation
      UNION ALL SELECT 'state_definition', COUNT(*) FROM state_definition
      UNION ALL SELECT 'repository', COUNT(*) FROM repository
      UNION ALL SELECT 'repository_language', COUNT(*) FROM repository_language
      UNION ALL SELECT 'repository_topic', COUNT(*) FROM repository_topic
      UNION ALL SELECT 'component', COUNT(*) FROM component
      UNION ALL SELECT 'activity_month', COUNT(*) FROM activity_month
      UNION ALL SELECT 'change_request_total', COUNT(*) FROM change_request_total
      UNION ALL SELECT 'change_request_month', COUNT(*) FROM change_request_month
      UNION ALL SELECT 'change_request_quarter', COUNT(*) FROM change_request_quarter
      UNION ALL SELECT 'change_request_year', COUNT(*) FROM change_request_year
      UNION ALL SELECT 'first_response_month', COUNT(*) FROM first_response_month
      UNION ALL SELECT 'figure', COUNT(*) FROM figure
      UNION ALL SELECT 'lint_pack', COUNT(*) FROM lint_pack
      UNION ALL SELECT 'conformity', COUNT(*) FROM conformity
      UNION ALL SELECT 'lint_outcome', COUNT(*) FROM lint_outcome
      UNION ALL SELECT 'lint_finding', COUNT(*) FROM lint_finding
      UNION ALL SELECT 'component_standing', COUNT(*) FROM component_standing
      UNION ALL SELECT 'readiness_criterion', COUNT(*) FROM readiness_criterion
      UNION ALL SELECT 'component_dependency', COUNT(*) FROM component_dependency
      UNION ALL SELECT 'component_migration', COUNT(*) FROM component_migration
      UNION ALL SELECT 'component_translation', COUNT(*) FROM component_translation
      UNION ALL SELECT 'assembly', COUNT(*) FROM assembly
      UNION ALL SELECT 'assembly_part', COUNT(*) FROM assembly_part
      UNION ALL SELECT 'assembly_trial', COUNT(*) FROM assembly_trial
      UNION ALL SELECT 'need', COUNT(*) FROM need
      UNION ALL SELECT 'need_answer', COUNT(*) FROM need_answer
      UNION ALL SELECT 'service', COUNT(*) FROM service
      UNION ALL SELECT 'service_component', COUNT(*) FROM service_component
      UNION ALL SELECT 'adopter', COUNT(*) FROM adopter
      UNION ALL SELECT 'event', COUNT(*) FROM event
      UNION ALL SELECT 'roadmap_item', COUNT(*) FROM roadmap_item
      UNION ALL SELECT 'credit', COUNT(*) FROM credit
      UNION ALL SELECT 'fact', COUNT(*) FROM fact
      UNION ALL SELECT 'ggi_activity', COUNT(*) FROM ggi_activity
      UNION ALL SELECT 'ggi_objective', COUNT(*) FROM ggi_objective
      UNION ALL SELECT 'ggi_scorecard', COUNT(*) FROM ggi_scorecard
      UNION ALL SELECT 'ggi_point', COUNT(*) FROM ggi_point
      UNION ALL SELECT 'ggi_difference', COUNT(*) FROM ggi_difference
      UNION ALL SELECT 'ggi_deadline', COUNT(*) FROM ggi_deadline
      UNION ALL SELECT 'ggi_evidence', COUNT(*) FROM ggi_evidence
      UNION ALL SELECT 'ggi_evidence_row', COUNT(*) FROM ggi_evidence_row
      UNION ALL SELECT 'ggi_history', COUNT(*) FROM ggi_history
      UNION ALL SELECT 'ggi_suggestion', COUNT(*) FROM ggi_suggestion
    ) n ON n.name = s.name
    WHERE s.type = 'table'
    ORDER BY s.name`,
})
