import { defineQuery, type RowOf } from '../query.ts'

export const siteGgiActivities = defineQuery({
  id: 'site/ggi-activities',
  title: 'Activities of governance, with their scorecard where the file has it',
  of: 'export',
  params: {},
  row: {
    activity: 'text',
    goal: 'text',
    state: 'text',
    scope: 'text?',
    file: 'text?',
    kept_state: 'text?',
    owner: 'text?',
    iteration: 'text?',
    started: 'text?',
    due: 'text?',
    closed: 'text?',
    why: 'text?',
    notes: 'text?',
  },
  sql: `
    SELECT a.activity AS activity, a.goal AS goal, a.state AS state, a.scope AS scope, s.file AS file,
      s.state AS kept_state, s.owner AS owner, s.iteration AS iteration, s.started AS started, s.due AS due,
      s.closed AS closed, s.why AS why, s.notes AS notes
    FROM ggi_activity a
    LEFT JOIN ggi_scorecard s ON s.activity = a.activity
    ORDER BY a.position`,
})

export const siteGgiObjectives = defineQuery({
  id: 'site/ggi-objectives',
  title: 'What activities are to reach',
  of: 'export',
  params: {},
  row: { activity: 'text', objective: 'text', is_done: 'integer' },
  sql: 'SELECT activity, objective, is_done FROM ggi_objective ORDER BY activity, position',
})

export const siteGgiPoints = defineQuery({
  id: 'site/ggi-points',
  title: 'Verification points: measured beside declared',
  of: 'export',
  params: {},
  row: {
    point: 'text',
    activity: 'text',
    kind: 'text',
    value: 'text',
    source: 'text',
    measured: 'text',
    declared: 'text?',
    declared_by: 'text?',
    declared_on: 'text?',
    declared_until: 'text?',
    is_expired: 'integer',
    note: 'text?',
    link: 'text?',
    before: 'text?',
  },
  sql: `
    SELECT point, activity, kind, value, source, measured, declared, declared_by, declared_on, declared_until, is_expired,
      note, link, before
    FROM ggi_point ORDER BY activity, position`,
})

export const siteGgiDifferences = defineQuery({
  id: 'site/ggi-differences',
  title: 'Points that ask for a look, and why',
  of: 'export',
  params: {},
  row: { point: 'text', difference: 'text' },
  sql: `
    SELECT d.point AS point, d.difference AS difference
    FROM ggi_difference d
    JOIN ggi_point p ON p.point = d.point
    JOIN ggi_activity a ON a.activity = p.activity
    ORDER BY a.position, p.position`,
})

export const siteGgiDeadlines = defineQuery({
  id: 'site/ggi-deadlines',
  title: 'Days that are set',
  of: 'export',
  params: {},
  row: { day: 'text', kind: 'text', activity: 'text', point: 'text?', objective: 'text?' },
  sql: 'SELECT day, kind, activity, point, objective FROM ggi_deadline ORDER BY position',
})

export const siteGgiEvidence = defineQuery({
  id: 'site/ggi-evidence',
  title: 'What was counted for governance',
  of: 'export',
  params: {},
  row: { evidence: 'text', met: 'integer', unmet: 'integer', unknown: 'integer', as_of: 'text?' },
  sql: 'SELECT evidence, met, unmet, unknown, as_of FROM ggi_evidence ORDER BY evidence',
})

export const siteGgiEvidenceRows = defineQuery({
  id: 'site/ggi-evidence-rows',
  title: 'The things behind evidence',
  of: 'export',
  params: {},
  row: { evidence: 'text', subject: 'text', state: 'text', detail: 'text?', as_of: 'text?' },
  sql: 'SELECT evidence, subject, state, detail, as_of FROM ggi_evidence_row ORDER BY evidence, position',
})

export const siteGgiHistory = defineQuery({
  id: 'site/ggi-history',
  title: 'Assessments that were kept, by goal',
  of: 'export',
  params: {},
  row: {
    assessed_at: 'text',
    goal: 'text',
    confirmed_at: 'text',
    met: 'integer',
    partly: 'integer',
    unmet: 'integer',
    not_applicable: 'integer',
    unknown: 'integer',
  },
  sql: `
    SELECT assessed_at, goal, confirmed_at, met, partly, unmet, not_applicable, unknown
    FROM ggi_history ORDER BY assessed_at, goal`,
})

export const siteGgiSuggestions = defineQuery({
  id: 'site/ggi-suggestions',
  title: 'Activities that could come next',
  of: 'export',
  params: {},
  row: { activity: 'text', after: 'text', met_already: 'integer', points: 'integer' },
  sql: 'SELECT activity, after, met_already, points FROM ggi_suggestion ORDER BY position',
})

export type GgiActivityRow = RowOf<typeof siteGgiActivities>
export type GgiPointRow = RowOf<typeof siteGgiPoints>
