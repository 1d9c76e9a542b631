import { createHash } from 'node:crypto'
import { isOfHost } from './model/host-repository.ts'
import type { Instant } from './model/instant.ts'
import type { Finding, LintReport, SubjectReport } from './model/lint.ts'
import { type Connection, integer, text } from './sql.ts'

/**
 * Keeps what the linter said; answers the number of the run. A subject of which the same is said again is only confirmed,
 * so that a weekly run over an unchanged fleet adds one row for itself and none besides.
 */
export function saveLintReport(
  connection: Connection,
  report: LintReport,
  { at, isPart = false }: { readonly at: Instant; readonly isPart?: boolean },
): number {
  return connection.transaction(() => {
    const row = connection.get('INSERT INTO lint_run (as_of, judged_at) VALUES (?, ?) RETURNING id', [report.asOf, at])
    if (row === undefined) throw new Error('a lint run was not inserted')
    const run = integer(row, 'id')
    for (const pack of report.packs) {
      connection.run('INSERT INTO lint_run_pack (lint_run, pack, digest) VALUES (?, ?, ?)', [run, pack.id, pack.digest])
    }
    for (const subject of report.subjects) {
      saveSubject(connection, subject, { run, packs: isPart ? packsOf(report, subject) : undefined })
      saveComponent(connection, subject)
    }
    return run
  })
}

interface Saving {
  readonly run: number
  /** Packs that were judged by, where others stand as they stood; undefined for all there are. */
  readonly packs: ReadonlySet<string> | undefined
}

interface Held {
  readonly id: number
  readonly digest: string
  readonly kind: string
  readonly line: string | null
}

function saveSubject(connection: Connection, report: SubjectReport, { run, packs }: Saving): void {
  const held = heldOf(connection, report.subject)
  // Packs that name no classifier do not say what a subject is: what others said of it stands.
  const { kind, line } = packs !== undefined && report.component === null && held !== undefined ? held : report
  const digest = digestOf(report, { kind, line, before: packs === undefined ? '' : (held?.digest ?? ''), packs })
  if (held?.digest === digest) {
    // Of the other packs nobody knows whether they would still say the same.
    if (packs === undefined)
      connection.run('UPDATE lint_subject SET confirmed_lint_run = ? WHERE id = ?', [run, held.id])
    return
  }
  if (held !== undefined) connection.run('UPDATE lint_subject SET superseded_by = ? WHERE id = ?', [run, held.id])
  const row = connection.get(
    `INSERT INTO lint_subject (subject, repository, kind, line, coverage, digest, lint_run, confirmed_lint_run)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    [
      ...[report.subject, repositoryNamed(connection, report.repository), kind, line],
      ...[report.coverage, digest, run, run],
    ],
  )
  if (row === undefined) throw new Error('a lint subject was not inserted')
  const subject = integer(row, 'id')
  for (const { findings, ...outcome } of report.outcomes) {
    connection.run(
      `INSERT INTO lint_outcome (lint_subject, rule, code, pack, outcome, severity) VALUES (?, ?, ?, ?, ?, ?)`,
      [subject, outcome.rule, outcome.code, outcome.pack, outcome.outcome, outcome.severity],
    )
    for (const [index, finding] of findings.entries()) {
      saveFinding(connection, finding, { subject, rule: outcome.rule, position: index + 1 })
    }
  }
  if (held !== undefined && packs !== undefined) carryOver(connection, { from: held.id, to: subject, packs })
}

function heldOf(connection: Connection, subject: string): Held | undefined {
  const row = connection.get(
    'SELECT id, digest, kind, line FROM lint_subject WHERE subject = ? AND superseded_by IS NULL',
    [subject],
  )
  if (row === undefined) return undefined
  const line = row.line === null ? null : text(row, 'line')
  return { id: integer(row, 'id'), digest: text(row, 'digest'), kind: text(row, 'kind'), line }
}

function packsOf({ packs }: LintReport, { outcomes }: SubjectReport): ReadonlySet<string> {
  return new Set([...packs.map(({ id }) => id), ...outcomes.map(({ pack }) => pack)])
}

/** What each pack says, hashed for itself, so that one may be judged without the others: `open-source:1f0c… parvis:…`. */
function digestOf(
  { outcomes, coverage, component, folder }: SubjectReport,
  taken: Pick<Held, 'kind' | 'line'> & { readonly before: string; readonly packs: Saving['packs'] },
): string {
  const { kind, line, before, packs } = taken
  const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')
  const parts = new Map(before.split(' ').flatMap((part) => (part === '' ? [] : [part.split(':') as [string, string]])))
  for (const pack of packs ?? []) parts.delete(pack)
  for (const [pack, own] of Map.groupBy(outcomes, ({ pack }) => pack)) parts.set(pack, hash(own))
  const isTakenAsBefore = packs !== undefined && component === null && parts.has('')
  if (!isTakenAsBefore) parts.set('', hash([kind, line, coverage, component, folder]))
  return [...parts]
    .map((part) => part.join(':'))
    .sort()
    .join(' ')
}

/** What packs said that were not asked this time. */
function carryOver(
  connection: Connection,
  { from, to, packs }: { readonly from: number; readonly to: number; readonly packs: ReadonlySet<string> },
): void {
  const others = `lint_subject = ? AND pack NOT IN (SELECT value FROM json_each(?))
    AND rule NOT IN (SELECT rule FROM lint_outcome WHERE lint_subject = ?)`
  const chosen = [from, JSON.stringify([...packs]), to]
  const rules = connection.all(`SELECT rule FROM lint_outcome WHERE ${others}`, chosen).map((row) => text(row, 'rule'))
  const outcome = 'rule, code, pack, outcome, severity'
  connection.run(
    `INSERT INTO lint_outcome (lint_subject, ${outcome}) SELECT ?, ${outcome} FROM lint_outcome WHERE ${others}`,
    [to, ...chosen],
  )
  const finding = `rule, position, outcome, severity, confidence, message_id, args, path, line, column_number,
    rate_numerator, rate_denominator, rate_threshold, fingerprint, waiver_reason, waiver_until, waiver_approved_by`
  connection.run(
    `INSERT INTO lint_finding (lint_subject, ${finding}) SELECT ?, ${finding} FROM lint_finding
    WHERE lint_subject = ? AND rule IN (SELECT value FROM json_each(?))`,
    [to, from, JSON.stringify(rules)],
  )
}

/** What is built from a collected repository. One that could not be told leaves what was concluded before. */
function saveComponent(connection: Connection, { repository, kind, line, component }: SubjectReport): void {
  const owner = repositoryNamed(connection, repository)
  if (owner === null || component === null || repository === null || isOfHost(repository)) return
  const { path, groupId, artifactId, version, title } = component
  connection.run('DELETE FROM component WHERE repository = ? AND path <> ?', [owner, path])
  connection.run(
    `INSERT INTO component (repository, path, kind, line, group_id, artifact_id, version, title)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (repository, path) DO UPDATE SET kind = excluded.kind, line = excluded.line,
      group_id = excluded.group_id, artifact_id = excluded.artifact_id, version = excluded.version,
      title = excluded.title`,
    [owner, path, kind, line, groupId, artifactId, version, title],
  )
}

function saveFinding(
  connection: Connection,
  finding: Finding,
  place: { readonly subject: number; readonly rule: string; readonly position: number },
): void {
  connection.run(
    `INSERT INTO lint_finding (lint_subject, rule, position, outcome, severity, confidence, message_id, args, path,
      line, column_number, rate_numerator, rate_denominator, rate_threshold, fingerprint, waiver_reason, waiver_until,
      waiver_approved_by)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[place.subject, place.rule, place.position, finding.outcome, finding.severity, finding.confidence],
      ...[finding.messageId, JSON.stringify(finding.args), finding.location?.path ?? null],
      ...[finding.location?.line ?? null, finding.location?.column ?? null, finding.rate?.numerator ?? null],
      ...[finding.rate?.denominator ?? null, finding.rate?.threshold ?? null, finding.fingerprint],
      ...[finding.waiver?.reason ?? null, finding.waiver?.until ?? null, finding.waiver?.approvedBy ?? null],
    ],
  )
}

/** A report knows `owner/name` only: a name that two servers share belongs to neither here. */
function repositoryNamed(connection: Connection, name: string | null): number | null {
  if (name === null) return null
  const slash = name.lastIndexOf('/')
  const rows = connection.all(
    'SELECT id FROM repository WHERE lower(owner) = lower(?) AND lower(name) = lower(?) AND gone_at IS NULL',
    [name.slice(0, slash), name.slice(slash + 1)],
  )
  const [only, another] = rows
  return only === undefined || another !== undefined ? null : integer(only, 'id')
}
