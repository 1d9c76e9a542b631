import { createHash } from 'node:crypto'
import type { KeptAssessment } from './model/governance.ts'
import type { Instant } from './model/instant.ts'
import { type Connection, integer, text } from './sql.ts'

/** Keeps an assessment; answers whether anything stands differently than in the last one, which is else only confirmed. */
export function saveAssessment(connection: Connection, kept: KeptAssessment, at: Instant): boolean {
  return connection.transaction(() => {
    const digest = createHash('sha256').update(JSON.stringify(kept)).digest('hex')
    const last = connection.get('SELECT id, digest, assessed_at FROM assessment ORDER BY id DESC LIMIT 1')
    if (last !== undefined && text(last, 'digest') === digest) {
      connection.run('UPDATE assessment SET confirmed_at = ? WHERE id = ?', [at, integer(last, 'id')])
      return false
    }
    // Two looks within a second: history knows an assessment by when it was made, so the later one stands.
    if (last !== undefined && text(last, 'assessed_at') === at) remove(connection, integer(last, 'id'))
    const row = connection.get(
      'INSERT INTO assessment (handbook, digest, assessed_at, confirmed_at) VALUES (?, ?, ?, ?) RETURNING id',
      [kept.handbook, digest, at, at],
    )
    if (row === undefined) throw new Error('an assessment was not inserted')
    const assessment = integer(row, 'id')
    for (const { id, goal, state } of kept.activities) {
      connection.run('INSERT INTO assessment_activity (assessment, activity, goal, state) VALUES (?, ?, ?, ?)', [
        ...[assessment, id, goal, state],
      ])
    }
    for (const point of kept.points) {
      connection.run(
        `INSERT INTO assessment_point (assessment, point, activity, value, source, measured, met_count, unmet_count,
          unknown_count)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          ...[assessment, point.id, point.activity, point.value, point.source, point.measured],
          ...[point.met, point.unmet, point.unknown],
        ],
      )
    }
    return true
  })
}

function remove(connection: Connection, assessment: number): void {
  for (const table of ['assessment_point', 'assessment_activity'])
    connection.run(`DELETE FROM ${table} WHERE assessment = ?`, [assessment])
  connection.run('DELETE FROM assessment WHERE id = ?', [assessment])
}
