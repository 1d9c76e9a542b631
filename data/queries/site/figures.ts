import { defineQuery, type RowOf } from '../query.ts'

export const siteMetrics = defineQuery({
  id: 'site/metrics',
  title: 'What figures mean',
  of: 'export',
  params: {},
  row: {
    ...{ metric: 'text', position: 'integer', unit: 'text', audience: 'text', title_fr: 'text', title_en: 'text' },
    ...{ definition_fr: 'text', definition_en: 'text', formula_fr: 'text', formula_en: 'text' },
    ...{ source_fr: 'text', source_en: 'text', limits_fr: 'text', limits_en: 'text' },
    ...{ not_for_fr: 'text', not_for_en: 'text' },
  },
  sql: `
    SELECT metric, position, unit, audience, title_fr, title_en, definition_fr, definition_en, formula_fr, formula_en,
      source_fr, source_en, limits_fr, limits_en, not_for_fr, not_for_en
    FROM metric ORDER BY position`,
})

export type MetricTextRow = RowOf<typeof siteMetrics>

export const siteMeasures = defineQuery({
  id: 'site/measures',
  title: 'What the columns of figures are called',
  of: 'export',
  params: {},
  row: { measure: 'text', title_fr: 'text', title_en: 'text', kind: 'text' },
  sql: 'SELECT measure, title_fr, title_en, kind FROM metric_measure ORDER BY measure',
})

export const siteAnswers = defineQuery({
  id: 'site/answers',
  title: 'Answers to figures',
  of: 'export',
  params: {},
  row: {
    ...{
      answer: 'text',
      metric: 'text',
      owner: 'text',
      time_window: 'text',
      from_month: 'integer?',
      to_month: 'integer?',
    },
    as_of: 'text',
    repositories: 'integer',
  },
  sql: `
    SELECT answer, metric, owner, time_window, from_month, to_month, as_of, repositories
    FROM metric_answer ORDER BY answer`,
})

export const siteAnswerCoverage = defineQuery({
  id: 'site/answer-coverage',
  title: 'How far what answers rest on was read, the least first',
  of: 'export',
  params: {},
  row: { answer: 'text', stream: 'text', complete: 'integer', partial: 'integer', missing: 'integer' },
  sql: `
    SELECT answer, stream, complete, partial, missing
    FROM metric_coverage ORDER BY answer, complete, stream`,
})

export const siteAnswerGaps = defineQuery({
  id: 'site/answer-gaps',
  title: 'What keeps answers from being whole',
  of: 'export',
  params: {},
  row: { answer: 'text', kind: 'text', subjects: 'integer', names: 'text' },
  sql: 'SELECT answer, kind, subjects, names FROM metric_gap ORDER BY answer, position',
})

export const siteAnswerValues = defineQuery({
  id: 'site/answer-values',
  title: 'Every number of every answer',
  of: 'export',
  params: {},
  row: {
    ...{
      answer: 'text',
      row_number: 'integer',
      measure: 'text',
      grain: 'text?',
      period: 'integer?',
      dimensions: 'text',
    },
    ...{ value: 'real?', withheld: 'text?' },
  },
  sql: `
    SELECT answer, row_number, measure, grain, period, dimensions, value, withheld
    FROM metric_value ORDER BY answer, row_number, measure`,
})

export type AnswerValueRow = RowOf<typeof siteAnswerValues>

export const siteConformityCounts = defineQuery({
  id: 'site/conformity-counts',
  title: 'Rules that hold, over those that could be checked, in the repositories of the organisations of the file',
  of: 'export',
  params: {},
  row: { repositories: 'integer', held: 'integer', judged: 'integer' },
  sql: `
    SELECT COUNT(*) AS repositories, COALESCE(SUM(held), 0) AS held,
      COALESCE(SUM(held + to_correct + dated_exception), 0) AS judged
    FROM conformity f
    JOIN repository r ON r.repository = f.repository AND r.is_own = 1
    WHERE f.is_counted = 1`,
})
