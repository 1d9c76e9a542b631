import { defineQuery, type Query, type Shape } from '../query.ts'

/**
 * What every question on governance answers: a thing, whether what is asked holds of it (`met`, `unmet`, `unknown`), the
 * bare fact behind that (a path, a date, a count; never a sentence), and the instant up to which it is known.
 */
export const EVIDENCE_ROW = { subject: 'text', state: 'text', detail: 'text?', as_of: 'text?' } as const

/**
 * What the questions may be told. `owners`: owners of the portfolio in lower case, a comma before and behind each; empty
 * when every repository of the database is one's own. `since`, `until`: days, YYYY-MM-DD; what happened on `since` counts,
 * what happened on `until` no longer does.
 */
export const EVIDENCE_PARAMS = { owners: 'text', since: 'text', until: 'text' } as const

export type EvidenceQuery = Query<Shape, typeof EVIDENCE_ROW>

/** Holds for the repositories `r` of the portfolio. */
export const OURS = `(:owners = '' OR :owners LIKE '%,' || lower(r.owner) || ',%')`

/** Holds for the repositories `r` of somebody else that are followed here. */
export const OTHERS = `(:owners <> '' AND :owners NOT LIKE '%,' || lower(r.owner) || ',%' AND r.gone_at IS NULL)`

export function defineEvidence<const Params extends Partial<typeof EVIDENCE_PARAMS>>(question: {
  readonly id: string
  readonly title: string
  readonly params: Params
  readonly sql: string
}): EvidenceQuery {
  return defineQuery({ ...question, params: { ...question.params }, row: EVIDENCE_ROW })
}

/** How many things are in each state, and the oldest instant up to which those of a state are known. */
const TALLY_ROW = { state: 'text', things: 'integer', as_of: 'text?' } as const

/** The same question, counted where the rows are: none of them has to travel. */
export function tallyOf({ id, title, params, sql }: EvidenceQuery): Query<Shape, typeof TALLY_ROW> {
  return defineQuery({
    id: `${id}-counted`,
    title: `${title}: counted`,
    params,
    row: TALLY_ROW,
    sql: `SELECT q.state AS state, COUNT(*) AS things, MIN(q.as_of) AS as_of FROM (${sql}) q GROUP BY q.state`,
  })
}
