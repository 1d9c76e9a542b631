import { COUNTED_KINDS, stepsOf } from '../../rollups/steps.ts'
import { SCOPED } from './scope.ts'

/**
 * Common table expressions that end in `known`: rows as those of `contributor_step` of these kinds, up to the last month
 * asked about. A set of repositories that is kept answers from its steps; for any other, one repository above all, they
 * are worked out on the spot.
 */
export function knownSteps(kinds: readonly string[]): string {
  const among = `IN (${kinds.map((kind) => `'${kind}'`).join(', ')})`
  return `${SCOPED}, kept AS (
      SELECT MIN(e.scope) AS scope
      FROM (
        SELECT p.scope
        FROM scope_repository p
        LEFT JOIN scoped s ON s.id = p.repository
        GROUP BY p.scope
        HAVING COUNT(s.id) = COUNT(*) AND COUNT(*) = (SELECT COUNT(*) FROM scoped)
      ) e
    ), here AS (
      SELECT '' AS scope, s.id AS repository, CASE WHEN s.is_copy = 0 THEN 1 ELSE 0 END AS has_commits,
        CASE WHEN t.place = 'host' THEN 1 ELSE 0 END AS has_issues
      FROM scoped s
      JOIN issue_tracker t ON t.repository = s.id
      WHERE (SELECT k.scope FROM kept k) IS NULL
    ), ${COUNTED_KINDS}, known AS (
      SELECT t.kind, t.month, t.person_group, t.before_month, t.before_in_group, t.persons, t.contributions
      FROM contributor_step t
      WHERE t.scope = (SELECT k.scope FROM kept k) AND t.kind ${among} AND t.month <= :to_month
      UNION ALL
      SELECT t.kind, t.month, t.person_group, t.before_month, t.before_in_group, t.persons, t.contributions
      FROM (${stepsOf({
        from: 'here p CROSS JOIN contributor_month c',
        where: `c.month <= :to_month AND k.counted_as ${among}`,
      })}
      ) t
    )`
}
