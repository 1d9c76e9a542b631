import { CONFORMITY_MONTH_ROW } from '../desk/conformity-months.ts'
import { defineQuery, type RowOf } from '../query.ts'

export const siteTodo = defineQuery({
  id: 'site/todo',
  title: 'What waits for the officer',
  of: 'export',
  params: {},
  row: {
    kind: 'text',
    title_fr: 'text',
    title_en: 'text',
    urgency: 'text',
    subject: 'text',
    reference: 'text?',
    repository: 'text?',
    since: 'text?',
    due: 'text?',
    why_fr: 'text',
    why_en: 'text',
    quotes: 'text',
    command: 'text?',
    place: 'text?',
    url: 'text?',
  },
  sql: `
    SELECT kind, title_fr, title_en, urgency, subject, reference, repository, since, due, why_fr, why_en, quotes,
      command, place, url
    FROM todo ORDER BY position`,
})

export const siteTodoGaps = defineQuery({
  id: 'site/todo-gaps',
  title: 'What was not looked at for what waits',
  of: 'export',
  params: {},
  row: { kind: 'text', title_fr: 'text', title_en: 'text', why_fr: 'text', why_en: 'text' },
  sql: 'SELECT kind, title_fr, title_en, why_fr, why_en FROM todo_gap ORDER BY position',
})

export const siteLastRuns = defineQuery({
  id: 'site/last-runs',
  title: 'How the last run of each collector on each scope ended',
  of: 'export',
  params: {},
  row: {
    collector: 'text',
    scope: 'text',
    status: 'text',
    ended_at: 'text?',
    read: 'integer',
    written: 'integer',
    problems: 'integer',
  },
  sql: 'SELECT collector, scope, status, ended_at, read, written, problems FROM last_run ORDER BY collector, scope',
})

export const siteLastProblems = defineQuery({
  id: 'site/last-problems',
  title: 'What went wrong in those runs',
  of: 'export',
  params: {},
  row: { collector: 'text', scope: 'text', kind: 'text', message_fr: 'text', message_en: 'text' },
  sql: 'SELECT collector, scope, kind, message_fr, message_en FROM last_run_problem ORDER BY collector, scope, position',
})

export const siteRegisters = defineQuery({
  id: 'site/registers',
  title: 'Registers that people keep, and how old they are',
  of: 'export',
  params: {},
  row: {
    register: 'text',
    title_fr: 'text',
    title_en: 'text',
    is_kept: 'integer',
    lines: 'integer',
    newest_day: 'text?',
    read_at: 'text?',
    mistakes: 'integer',
  },
  sql: `
    SELECT register, title_fr, title_en, is_kept, lines, newest_day, read_at, mistakes
    FROM register_state ORDER BY is_kept DESC, title_fr`,
})

export const siteBricks = defineQuery({
  id: 'site/bricks',
  title: 'Third-party components in use',
  of: 'export',
  params: {},
  row: {
    brick: 'text',
    title: 'text?',
    versions: 'integer',
    is_behind: 'integer?',
    licenses: 'text?',
    latest: 'text?',
    latest_at: 'text?',
    state: 'text?',
    used_by: 'integer',
    ships: 'integer',
    is_in_service: 'integer',
    is_gap: 'integer?',
  },
  sql: `
    SELECT brick, title, versions, is_behind, licenses, latest, latest_at, state, used_by, ships, is_in_service, is_gap
    FROM brick ORDER BY used_by DESC, brick`,
})

export const siteBrickVersions = defineQuery({
  id: 'site/brick-versions',
  title: 'Versions of third-party components that are asked for',
  of: 'export',
  params: {},
  row: { brick: 'text', version: 'text?', components: 'integer', is_behind: 'integer?' },
  sql: 'SELECT brick, version, components, is_behind FROM brick_version ORDER BY brick, position',
})

export const siteBrickPlaces = defineQuery({
  id: 'site/brick-places',
  title: 'Where third-party components are used',
  of: 'export',
  params: {},
  row: { brick: 'text', kind: 'text', name: 'text', version: 'text?' },
  sql: 'SELECT brick, kind, name, version FROM brick_place ORDER BY brick, kind, name',
})

export const siteBrickPlans = defineQuery({
  id: 'site/brick-plans',
  title: 'What would be done if a third-party component stopped',
  of: 'export',
  params: {},
  row: {
    brick: 'text',
    environment: 'text?',
    alternative: 'text',
    effort: 'text?',
    risk: 'text?',
    owner: 'text?',
    review: 'text?',
    is_overdue: 'integer',
  },
  sql: `
    SELECT brick, environment, alternative, effort, risk, owner, review, is_overdue
    FROM brick_plan ORDER BY brick, position`,
})

export const siteLicenseSources = defineQuery({
  id: 'site/license-sources',
  title: 'Every place that says a licence of a component',
  of: 'export',
  params: {},
  row: { repository: 'text', path: 'text', source: 'text', place: 'text?', said: 'text?', spdx: 'text?' },
  sql: 'SELECT repository, path, source, place, said, spdx FROM license_source ORDER BY repository, path, position',
})

export const siteConformityMonths = defineQuery({
  id: 'site/conformity-months',
  title: 'How the rules stood month by month',
  of: 'export',
  params: {},
  row: CONFORMITY_MONTH_ROW,
  sql: 'SELECT month, repositories, clean, held, to_correct, not_checked FROM conformity_month ORDER BY month',
})

export const siteConformity = defineQuery({
  id: 'site/conformity',
  title: 'Conformity of each repository, with who owns it and whether anybody answers for it',
  of: 'export',
  params: {},
  row: {
    repository: 'text',
    owner: 'text',
    is_own: 'integer',
    line: 'text?',
    coverage: 'text',
    is_counted: 'integer',
    error_state: 'text?',
    held: 'integer',
    to_correct: 'integer',
    dated_exception: 'integer',
    not_checked: 'integer',
  },
  sql: `
    SELECT f.repository, r.owner, r.is_own, f.line, f.coverage, f.is_counted, e.state AS error_state, f.held, f.to_correct,
      f.dated_exception, f.not_checked
    FROM conformity f
    JOIN repository r ON r.repository = f.repository
    LEFT JOIN error_state e ON e.repository = f.repository
    ORDER BY f.repository`,
})

export const siteFleetRules = defineQuery({
  id: 'site/fleet-rules',
  title: 'How each rule stands over the whole fleet',
  of: 'export',
  params: {},
  row: {
    code: 'text',
    severity: 'text',
    held: 'integer',
    to_correct: 'integer',
    dated_exception: 'integer',
    not_checked: 'integer',
  },
  sql: `
    SELECT o.code, MIN(o.severity) AS severity,
      SUM(CASE WHEN o.outcome = 'pass' THEN 1 ELSE 0 END) AS held,
      SUM(CASE WHEN o.outcome = 'fail' AND o.waived_until IS NULL THEN 1 ELSE 0 END) AS to_correct,
      SUM(CASE WHEN o.outcome = 'fail' AND o.waived_until IS NOT NULL THEN 1 ELSE 0 END) AS dated_exception,
      SUM(CASE WHEN o.outcome IN ('unknown', 'error') THEN 1 ELSE 0 END) AS not_checked
    FROM lint_outcome o
    JOIN conformity f ON f.repository = o.repository AND f.is_counted = 1
    WHERE o.outcome <> 'not-applicable'
    GROUP BY o.code
    ORDER BY o.code`,
})

export const siteRuleOutcomes = defineQuery({
  id: 'site/rule-outcomes',
  title: 'How one rule stands on each repository that it applies to',
  of: 'export',
  params: { code: 'text' },
  row: { repository: 'text', outcome: 'text' },
  sql: `
    SELECT repository, outcome FROM lint_outcome
    WHERE code = :code AND outcome <> 'not-applicable' ORDER BY repository`,
})

export const siteMigrationStates = defineQuery({
  id: 'site/migration-states',
  title: 'How far each component is on the way to the new line, and who needs it',
  of: 'export',
  params: {},
  row: {
    repository: 'text',
    path: 'text',
    state: 'text',
    blocked_by: 'integer',
    unblocks: 'integer',
    required_by_all: 'integer',
  },
  sql: `
    SELECT m.repository, m.path, m.state, m.blocked_by, m.unblocks, COALESCE(s.required_by_all, 0) AS required_by_all
    FROM component_migration m
    LEFT JOIN component_standing s ON s.repository = m.repository AND s.path = m.path
    ORDER BY m.unblocks DESC, s.required_by_all DESC, m.repository, m.path`,
})

export const siteWatched = defineQuery({
  id: 'site/watched',
  title: 'What tells whether a component is at risk',
  of: 'export',
  params: {},
  row: {
    repository: 'text',
    path: 'text',
    is_own: 'integer',
    is_fork: 'integer?',
    readability: 'text?',
    state: 'text',
    last_activity_at: 'text?',
    maintainer: 'text?',
    required_by_all: 'integer?',
    in_assemblies: 'integer',
    replaced_by: 'text?',
  },
  sql: `
    SELECT c.repository, c.path, r.is_own, r.is_fork, r.readability, COALESCE(s.state, r.state) AS state,
      COALESCE(s.last_activity_at, r.last_activity_at) AS last_activity_at, s.maintainer,
      s.required_by_all,
      (
        SELECT COUNT(DISTINCT p.assembly) FROM assembly_part p WHERE p.repository = c.repository AND p.path = c.path
      ) AS in_assemblies,
      s.replaced_by
    FROM component c
    JOIN repository r ON r.repository = c.repository
    LEFT JOIN component_standing s ON s.repository = c.repository AND s.path = c.path
    ORDER BY s.required_by_all DESC, c.repository, c.path`,
})

export type WatchedRow = RowOf<typeof siteWatched>
