import type { Connection } from '../sql.ts'

/** Kinds of `contributor_month`, and the kinds of steps that they are counted in. */
const COUNTED: readonly (readonly [kind: string, countedAs: string])[] = [
  ...['commit', 'change-request', 'issue', 'response', 'merge'].map((kind) => [kind, 'any'] as const),
  ...['commit', 'release-commit', 'change-request', 'translation'].map((kind) => [kind, kind] as const),
  ...['issue', 'issue-closed', 'merged', 'taken-over', 'refused'].map((kind) => [kind, kind] as const),
  ...['taken-over', 'refused', 'fate-unknown'].map((kind) => [kind, 'closed'] as const),
  ...['merged', 'taken-over', 'refused', 'fate-unknown'].map((kind) => [kind, 'ended'] as const),
]

/** Common table expression `counted`, of `stepsOf`. */
export const COUNTED_KINDS = `counted (kind, counted_as) AS (
      VALUES ${COUNTED.map(([kind, countedAs]) => `('${kind}', '${countedAs}')`).join(', ')}
    )`

interface StepSource {
  /** Rows `c` as those of `contributor_month` and rows `p` as those of `scope_repository`, in the order of reading. */
  readonly from: string
  /** What else they fulfil, kinds of steps by `k.counted_as`. */
  readonly where?: string
}

/** Rows as those of `contributor_step`; what somebody did before is looked for in the rows that it is made from alone. */
export function stepsOf({ from, where = '1 = 1' }: StepSource): string {
  return `
    SELECT w.scope, w.kind, w.month, w.person_group, w.before_month, w.before_in_group, COUNT(*) AS persons,
      SUM(w.contributions) AS contributions
    FROM (
      SELECT d.scope, d.kind, d.month, d.person_group, d.contributions,
        COALESCE(LAG(d.month) OVER (
          PARTITION BY d.scope, d.kind, d.person, CASE d.person_group WHEN 'bot' THEN 1 ELSE 0 END
          ORDER BY d.month, d.person_group
        ), 0) AS before_month,
        COALESCE(LAG(d.month) OVER (
          PARTITION BY d.scope, d.kind, d.person, d.person_group ORDER BY d.month
        ), 0) AS before_in_group
      FROM (
        SELECT p.scope, k.counted_as AS kind, c.person, c.person_group, c.month, SUM(c.contributions) AS contributions
        FROM ${from} CROSS JOIN counted k
        WHERE c.repository = p.repository AND k.kind = c.kind
          AND (p.has_commits = 1 OR c.kind NOT IN ('commit', 'release-commit'))
          AND (p.has_issues = 1 OR k.counted_as NOT IN ('issue', 'issue-closed')) AND ${where}
        GROUP BY p.scope, k.counted_as, c.person, c.person_group, c.month
      ) d
    ) w
    GROUP BY w.scope, w.kind, w.month, w.person_group, w.before_month, w.before_in_group`
}

const ROW = 'repository, month, person, kind, person_group, contributions'
const SCOPE = 'scope, repository, has_commits, has_issues'

/** What the persons concerned do now. */
const NOW = `(
          SELECT m.repository, m.month, m.person, m.kind, m.person_group, m.contributions
          FROM touched t CROSS JOIN contributor_month m
          WHERE m.person = t.person
        ) c CROSS JOIN scope_repository p`
/** What they did when the steps were worked out: what is there still, and what was kept of the rest. */
const THEN = `(
          SELECT m.repository, m.month, m.person, m.kind, m.person_group, m.contributions
          FROM touched t CROSS JOIN contributor_month m
          WHERE m.person = t.person AND NOT EXISTS (
            SELECT 1 FROM contributor_month_before b
            WHERE b.repository = m.repository AND b.month = m.month AND b.person = m.person AND b.kind = m.kind
              AND b.person_group = m.person_group
          )
          UNION ALL
          SELECT ${ROW} FROM contributor_month_before WHERE contributions > 0
        ) c CROSS JOIN scope_repository p`

function adding(sign: '' | '-', from: string): string {
  return `WITH ${COUNTED_KINDS}
  INSERT INTO contributor_step (scope, kind, month, person_group, before_month, before_in_group, persons, contributions)
  SELECT s.scope, s.kind, s.month, s.person_group, s.before_month, s.before_in_group, ${sign}s.persons, ${sign}s.contributions
  FROM (${stepsOf({ from })}) s
  WHERE true
  ON CONFLICT DO UPDATE SET persons = persons + excluded.persons, contributions = contributions + excluded.contributions`
}

const DIFFERING = `SELECT ${SCOPE} FROM scope_source EXCEPT SELECT ${SCOPE} FROM scope_repository`
const NO_LONGER = `SELECT ${SCOPE} FROM scope_repository EXCEPT SELECT ${SCOPE} FROM scope_source`

/**
 * How the steps follow `contributor_month` and the sets of repositories: what the persons concerned did when the steps
 * were worked out is taken away, and what they do now is put in its place.
 */
export const STEP_STATEMENTS: readonly string[] = [
  'DELETE FROM touched',
  'INSERT INTO touched (person) SELECT DISTINCT person FROM contributor_month_before',
  `INSERT INTO touched (person)
  SELECT DISTINCT m.person
  FROM (SELECT repository FROM (${DIFFERING}) UNION SELECT repository FROM (${NO_LONGER})) d
  JOIN contributor_month m ON m.repository = d.repository
  WHERE true
  ON CONFLICT DO NOTHING`,
  adding('-', THEN),
  `DELETE FROM scope_repository WHERE (${SCOPE}) NOT IN (SELECT ${SCOPE} FROM scope_source)`,
  `INSERT INTO scope_repository (${SCOPE}) ${DIFFERING}`,
  adding('', NOW),
  'DELETE FROM contributor_step WHERE persons = 0',
  'DELETE FROM contributor_month_before',
]

/** Whether the steps say what they would say if they were worked out now, as far as `contributor_month` does. */
export function areStepsFresh(connection: Connection): boolean {
  const isIn = (sql: string) => connection.get(`${sql} LIMIT 1`) !== undefined
  return !isIn('SELECT person FROM contributor_month_before') && !isIn(DIFFERING) && !isIn(NO_LONGER)
}

/** Brings the steps up to date; to be called in a transaction, when all of `contributor_month` is. */
export function refreshSteps(connection: Connection): void {
  if (areStepsFresh(connection)) return
  connection.exec('CREATE TEMP TABLE IF NOT EXISTS touched (person INTEGER PRIMARY KEY) STRICT')
  for (const sql of STEP_STATEMENTS) connection.run(sql)
}
