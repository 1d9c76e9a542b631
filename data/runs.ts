import type { Cost, Finished, Gap, NormalizedBatch, RunId, RunSummary } from './model/collection.ts'
import type { Instant } from './model/instant.ts'
import type { Record } from './model/records.ts'
import type { Session } from './session.ts'
import { type Connection, integer, text } from './sql.ts'

/** Collection runs, cursors, coverage and gaps: what was looked at, when, and what is missing. */

export function startRun(
  connection: Connection,
  run: { readonly collector: string; readonly scope: string; readonly at: Instant },
): RunId {
  const row = connection.get(
    `INSERT INTO run (collector, scope, status, started_at) VALUES (?, ?, 'running', ?) RETURNING id`,
    [run.collector, run.scope, run.at],
  )
  if (row === undefined) throw new Error('a run was not inserted')
  return integer(row, 'id')
}

export function finishRun(connection: Connection, run: RunId, summary: RunSummary): void {
  connection.run(
    `UPDATE run SET status = ?, ended_at = ?, requests = ?, points = ?, read = ?, written = ?, unchanged = ? WHERE id = ?`,
    [
      ...[summary.status, summary.to, summary.requests, summary.points],
      ...[summary.read, summary.written, summary.unchanged, run],
    ],
  )
  connection.run('DELETE FROM run_problem WHERE run = ?', [run])
  for (const [index, problem] of summary.problems.entries()) {
    connection.run('INSERT INTO run_problem (run, position, subject, kind, code, message) VALUES (?, ?, ?, ?, ?, ?)', [
      ...[run, index + 1, problem.subject, problem.kind, problem.code ?? null, problem.message],
    ])
  }
}

/** Runs that a killed process left open end here: what they saved stays, and they say that they were cut short. */
export function closeInterruptedRuns(connection: Connection, at: Instant): void {
  for (const row of connection.all(`SELECT id, collector, scope FROM run WHERE status = 'running'`)) {
    const run = integer(row, 'id')
    connection.run(`UPDATE run SET status = 'partial', ended_at = ? WHERE id = ?`, [at, run])
    connection.run(
      `INSERT INTO run_problem (run, position, subject, kind, code, message)
      SELECT :run, COALESCE(MAX(position), 0) + 1, :subject, 'interrupted', 'process-ended', 'the process ended before the run did'
      FROM run_problem WHERE run = :run`,
      { run, subject: text(row, 'scope') },
    )
  }
}

/** Everything of a batch that is not a row of the domain. Comes after its records. */
export function saveProgress(session: Session, batch: NormalizedBatch): void {
  const { connection, run, at } = session
  const collector = collectorOf(session)
  for (const record of batch.records) forgetOldFieldGaps(session, collector, record)
  for (const finished of batch.finished) saveFinished(session, collector, finished)
  for (const cursor of batch.cursors) {
    connection.run(
      `INSERT INTO cursor (collector, subject, stream, position) VALUES (?, ?, ?, ?)
      ON CONFLICT (collector, subject, stream) DO UPDATE SET position = excluded.position`,
      [collector, cursor.subject, cursor.stream, cursor.position],
    )
    const isFinished = batch.finished.some(
      ({ subject, stream }) => subject === cursor.subject && stream === cursor.stream,
    )
    if (!isFinished && !cursor.isMark) saveSeen(session, { collector, ...cursor, status: 'partial' })
  }
  for (const gap of batch.gaps) {
    connection.run(
      `INSERT INTO gap (collector, subject, kind, reason, code, message, run, observed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (collector, subject, kind) DO UPDATE SET
        reason = excluded.reason, code = excluded.code, message = excluded.message, run = excluded.run, observed_at = excluded.observed_at`,
      [collector, gap.subject, gap.kind, gap.reason, gap.code ?? null, gap.message, run, at],
    )
    if (!gap.kind.startsWith('field:')) saveMissed(session, collector, gap)
  }
}

export function addCounts(
  session: Session,
  counts: { readonly cost: Cost; readonly written: number; readonly unchanged: number },
): void {
  session.connection.run(
    `UPDATE run SET requests = requests + ?, points = points + ?, written = written + ?, unchanged = unchanged + ?
    WHERE id = ?`,
    [counts.cost.requests, counts.cost.points, counts.written, counts.unchanged, session.run],
  )
}

function collectorOf(session: Session): string {
  const row = session.connection.get('SELECT collector FROM run WHERE id = ?', [session.run])
  if (row === undefined) throw new Error(`run ${session.run} was never started`)
  return text(row, 'collector')
}

/** A walk that came to its end needs its cursor no more, unless the batch leaves a new one. */
function saveFinished(session: Session, collector: string, { subject, stream, watermark, from }: Finished): void {
  const { connection, run, at } = session
  connection.run('DELETE FROM cursor WHERE collector = ? AND subject = ? AND stream = ?', [collector, subject, stream])
  connection.run(`DELETE FROM gap WHERE collector = ? AND subject = ? AND kind = ? AND run <> ?`, [
    ...[collector, subject, stream, run],
  ])
  connection.run(
    `INSERT INTO coverage (collector, subject, stream, status, watermark_at, from_at, last_seen_at, run)
    VALUES (:collector, :subject, :stream, CASE WHEN :from IS NULL THEN 'complete' ELSE 'partial' END, :watermark, :from, :at, :run)
    ON CONFLICT (collector, subject, stream) DO UPDATE SET
      status = CASE WHEN IIF(:is_told, excluded.from_at, coverage.from_at) IS NULL THEN 'complete' ELSE 'partial' END,
      from_at = IIF(:is_told, excluded.from_at, coverage.from_at),
      watermark_at = excluded.watermark_at, last_seen_at = excluded.last_seen_at, run = excluded.run`,
    { collector, subject, stream, watermark, from: from ?? null, is_told: from === undefined ? 0 : 1, at, run },
  )
}

/** A stream that was complete stays so while the next walk is under way: its watermark says as of when. */
function saveSeen(
  session: Session,
  seen: {
    readonly collector: string
    readonly subject: string
    readonly stream: string
    readonly status: 'partial' | 'unknown'
  },
): void {
  session.connection.run(
    `INSERT INTO coverage (collector, subject, stream, status, last_seen_at, run) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (collector, subject, stream) DO UPDATE SET
      status = CASE WHEN coverage.status = 'unknown' THEN excluded.status ELSE coverage.status END,
      last_seen_at = excluded.last_seen_at, run = excluded.run`,
    [seen.collector, seen.subject, seen.stream, seen.status, session.at, session.run],
  )
}

/** A stream that could not be read, or not to its end: partial when anything of it is known. */
function saveMissed(session: Session, collector: string, { subject, kind }: Gap): void {
  session.connection.run(
    `INSERT INTO coverage (collector, subject, stream, status, last_seen_at, run) VALUES (?, ?, ?, 'unknown', ?, ?)
    ON CONFLICT (collector, subject, stream) DO UPDATE SET
      status = CASE WHEN coverage.status = 'unknown' THEN 'unknown' ELSE 'partial' END, run = excluded.run`,
    [collector, subject, kind, session.at, session.run],
  )
}

/** What could not be read of a repository in an earlier run is answered, or asked again, once the repository is read anew. */
function forgetOldFieldGaps(session: Session, collector: string, record: Record): void {
  if (record.type !== 'repository') return
  session.connection.run(`DELETE FROM gap WHERE collector = ? AND subject = ? AND kind LIKE 'field:%' AND run <> ?`, [
    ...[collector, `${record.server}/${record.hostId}`, session.run],
  ])
}
