import type { Instant } from './model/instant.ts'
import type { RuleOutcome, SubjectReport } from './model/lint.ts'
import { markRepository } from './rollups/due.ts'
import { type Connection, integer } from './sql.ts'

/**
 * Keeps how many rules a change request breaks by what it adds, where that may be why it was refused. Answers false for
 * one that is not collected, or of a name that two servers share: nothing is kept of it.
 */
export function saveVerdict(connection: Connection, report: SubjectReport, at: Instant): boolean {
  const { repository, change, outcomes } = report
  if (change === undefined || repository === null) return false
  const [only, another] = connection.all(CHANGE_REQUEST, [repository, change.number])
  if (only === undefined || another !== undefined) return false
  connection.run(VERDICT, [integer(only, 'id'), change.head, outcomes.filter(isBroken).length, at])
  markRepository(connection, integer(only, 'repository'))
  return true
}

function isBroken({ outcome, severity, findings }: RuleOutcome): boolean {
  return outcome === 'fail' && severity === 'error' && findings.some((one) => one.waiver === undefined)
}

const CHANGE_REQUEST = `
  SELECT c.id, c.repository
  FROM change_request c
  JOIN repository r ON r.id = c.repository
  WHERE lower(r.owner || '/' || r.name) = lower(?) AND c.number = ? AND r.gone_at IS NULL AND c.gone_at IS NULL`

const VERDICT = `
  INSERT INTO change_request_verdict (change_request, head_oid, broken_rule_count, judged_at) VALUES (?, ?, ?, ?)
  ON CONFLICT (change_request) DO UPDATE SET head_oid = excluded.head_oid,
    broken_rule_count = excluded.broken_rule_count, judged_at = excluded.judged_at`
