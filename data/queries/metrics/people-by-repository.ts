import { CONTRIBUTIONS_IN_SCOPE, PERIOD_PARAMS, SCOPED } from './scope.ts'

/**
 * The cases behind a figure about people: how many did something in each repository, and how much. Where fewer than five
 * did, the numbers are withheld, for they would tell of their work.
 */
export function peopleByRepository(...kinds: readonly string[]) {
  return {
    columns: ['repository', 'kind', 'contributors', 'contributions'],
    params: PERIOD_PARAMS,
    row: { repository: 'text', kind: 'text', contributors: 'integer', contributions: 'integer' },
    rules: { contributors: { workOf: 'contributors' }, contributions: { workOf: 'contributors' } },
    sql: `
    WITH ${SCOPED}
    SELECT s.repository, c.kind, COUNT(DISTINCT c.person) AS contributors, SUM(c.contributions) AS contributions
    FROM ${CONTRIBUTIONS_IN_SCOPE}
      AND c.month BETWEEN :from_month AND :to_month AND c.kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')})
      AND c.person_group <> 'bot' AND (s.is_copy = 0 OR c.kind <> 'commit')
    GROUP BY s.repository, c.kind
    ORDER BY lower(s.repository), c.kind`,
  } as const
}
