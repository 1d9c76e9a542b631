import { createHash } from 'node:crypto'
import { bundlePath } from '../model/bundle-path.ts'
import { type CalendarOptions, workingCalendar } from '../model/working-days.ts'
import { BUNDLE_ENDING } from '../reference/bundle-places.ts'
import { refusalLabels, refusalPhrases } from '../reference/refusals.ts'
import { type Connection, integer } from '../sql.ts'
import { reasonOfLabels, reasonOfPhrase } from './refusal.ts'
import { STATEMENTS } from './statements.ts'
import { areStepsFresh, refreshSteps, STEP_STATEMENTS } from './steps.ts'

interface RefreshOptions {
  readonly calendar: CalendarOptions
  /** All of `body` or nothing. */
  inTransaction<Result>(body: () => Result): Result
}

/** Whether rollups say what they would say if they were worked out now. */
export function areRollupsFresh(connection: Connection, calendar: CalendarOptions): boolean {
  const due = connection.get('SELECT 1 AS found FROM rollup_due LIMIT 1')
  return due === undefined && changedBasis(connection, calendar).length === 0 && areStepsFresh(connection)
}

/**
 * Works out anew what is marked, and all of it where the calendar or the statements are others than last time. Each
 * transaction takes away the marks of what it did, so that whoever is cut short loses no more than that one. Answers how
 * many repositories were worked out; a second time it writes nothing.
 */
export async function refreshRollups(connection: Connection, options: RefreshOptions): Promise<number> {
  const { calendar, inTransaction } = options
  const { between } = workingCalendar(calendar)
  connection.define('working_days', (from, to) => (to === null ? null : between(Number(from), Number(to))))
  connection.define('is_bundle', (path) => Number(bundlePath(String(path), BUNDLE_ENDING) !== undefined))
  connection.define('reason_of_labels', (labels) => reasonOfLabels(JSON.parse(String(labels))))
  connection.define('reason_of_phrase', (id) => (id === null ? null : reasonOfPhrase(String(id))))
  if (changedBasis(connection, calendar).length > 0) inTransaction(() => beginAnew(connection, calendar))
  connection.exec(NOW)
  let refreshed = 0
  for (;;) {
    const done = inTransaction(() => refreshSome(connection))
    if (done === 0) break
    refreshed += done
    // Signals and timers have their turn between two transactions.
    await new Promise((resume) => setImmediate(resume))
  }
  inTransaction(() => refreshSteps(connection))
  return refreshed
}

/** Where the months of a repository are worked out, to be held beside those that are kept. */
const NOW = `CREATE TEMP TABLE IF NOT EXISTS contributor_month_now (
  month INTEGER NOT NULL,
  person INTEGER NOT NULL,
  kind TEXT NOT NULL,
  person_group TEXT NOT NULL,
  contributions INTEGER NOT NULL,
  PRIMARY KEY (month, person, kind, person_group)
) STRICT, WITHOUT ROWID`

/** Rows after which a transaction ends with the repository that it is at. */
const ROWS_OF_TRANSACTION = 50_000

function refreshSome(connection: Connection): number {
  refreshLines(connection)
  let written = 0
  let done = 0
  for (const row of connection.all('SELECT repository FROM rollup_due ORDER BY repository')) {
    const repository = integer(row, 'repository')
    for (const sql of STATEMENTS) written += connection.run(sql, { repository })
    connection.run('DELETE FROM rollup_due WHERE repository = ?', [repository])
    done += 1
    if (written >= ROWS_OF_TRANSACTION) break
  }
  return done
}

const LINE = 'person, place, affiliation, component, from_epoch, until_epoch'

/** Lines of persons without contributions mark nothing, so lines are compared, not marked. */
function refreshLines(connection: Connection): void {
  const differs = (one: string, other: string): boolean =>
    connection.get(`SELECT ${LINE} FROM ${one} EXCEPT SELECT ${LINE} FROM ${other} LIMIT 1`) !== undefined
  if (!differs('standing_source', 'standing_line') && !differs('standing_line', 'standing_source')) return
  connection.run('DELETE FROM standing_line')
  connection.run(`INSERT INTO standing_line (${LINE}) SELECT ${LINE} FROM standing_source`)
}

function beginAnew(connection: Connection, calendar: CalendarOptions): void {
  for (const { key, value } of changedBasis(connection, calendar)) {
    connection.run(
      'INSERT INTO rollup_basis (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      [key, value],
    )
  }
  // Nothing is counted in steps from here on, so that nothing has to be kept of what it was.
  for (const table of ['contributor_step', 'scope_repository', 'contributor_month_before']) {
    connection.run(`DELETE FROM ${table}`)
  }
  connection.run('INSERT INTO rollup_due (repository) SELECT id FROM repository WHERE true ON CONFLICT DO NOTHING')
}

/** What the rollups would be worked out with, as far as it is not what they were. */
function changedBasis(connection: Connection, calendar: CalendarOptions) {
  const wanted = { calendar: JSON.stringify(calendar), method: METHOD }
  return Object.entries(wanted)
    .map(([key, value]) => ({ key, value }))
    .filter(({ key, value }) => connection.get('SELECT value FROM rollup_basis WHERE key = ?', [key])?.value !== value)
}

/** Lists that people keep count among the statements: another word in them may give another reason. */
const METHOD = createHash('sha256')
  .update(
    JSON.stringify([
      STATEMENTS,
      STEP_STATEMENTS,
      BUNDLE_ENDING,
      refusalLabels,
      refusalPhrases.map(({ id, reason }) => [id, reason]),
    ]),
  )
  .digest('hex')
  .slice(0, 16)
