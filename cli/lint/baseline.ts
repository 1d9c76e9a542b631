import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type UsageDetail, UsageFailure } from '#data/model/failures.ts'
import type { Finding, LintReport, RuleOutcome, SubjectReport } from '#data/model/lint.ts'
import { choice, listOf, matching, type OptionProblem, optional, record, text } from '#policies/options.ts'
import { writeWhole } from '../write-whole.ts'

/** Findings that were there when a repository took the rules up, kept in a committed file. Nothing here judges. */

const BASELINE_SCHEMA_VERSION = 1

/** A known finding. The fingerprint decides; code, path and subject are there for the people who read the file. */
export interface BaselineEntry {
  readonly code: string
  /** Absent when the finding is about the repository as a whole. */
  readonly path?: string | undefined
  /** `owner/name`, with the folder that was judged alone; absent when not known: then it stands for every subject. */
  readonly subject?: string | undefined
  readonly fingerprint: string
}

interface Baseline {
  /** The file as it was named. */
  readonly file: string
  readonly entries: readonly BaselineEntry[]
}

/** A run beside its baseline. */
export interface Compared {
  readonly file: string
  readonly known: ReadonlySet<Finding>
  /** Entries whose rule was checked and whose finding is gone. */
  readonly removable: readonly BaselineEntry[]
  /** Entries whose rule was not checked this time: neither there nor gone. */
  readonly unchecked: readonly BaselineEntry[]
}

const FILE = record({
  schemaVersion: { ...choice([String(BASELINE_SCHEMA_VERSION)]), read: readVersion },
  findings: listOf(
    record({
      code: text('the code of a rule'),
      path: optional(text('a path')),
      subject: optional(text('owner/name')),
      fingerprint: matching(/^[\da-f]{64}$/u, 'a fingerprint of 64 hexadecimal digits'),
    }),
  ),
})

function readVersion(value: unknown, path: OptionProblem['path'], problems: OptionProblem[]): string | undefined {
  if (value === BASELINE_SCHEMA_VERSION) return String(value)
  problems.push({ path, at: 'value', message: `expected ${BASELINE_SCHEMA_VERSION}, the version that Parvis reads.` })
  return undefined
}

/** Reads a baseline; throws a `UsageFailure` that names the file, `shown`, with line and column when it is not one. */
export async function readBaseline(cwd: string, shown: string): Promise<Baseline> {
  const path = resolve(cwd, shown)
  if (!existsSync(path)) {
    throw new UsageFailure('baseline-missing', `there is no baseline at ${shown}.`, {
      hint: `Write one of what is there today: parvis lint --write-baseline ${shown}`,
    })
  }
  const source = readFileSync(path, 'utf8')
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch (error) {
    throw broken(shown, [{ file: shown, ...placeOfSyntax(error, source), message: 'this is not JSON.' }])
  }
  const problems: OptionProblem[] = []
  const read = FILE.read(value, [], problems)
  if (read !== undefined && problems.length === 0) return { file: shown, entries: read.findings }
  const { openYaml } = await import('#policies/yaml-document.ts')
  // JSON is YAML: its parser knows where every key stands.
  const { locate } = await openYaml(shown, source)
  throw broken(
    shown,
    problems.map(({ path: keys, at, message }) => ({ file: shown, ...locate(keys, at), message })),
  )
}

function broken(shown: string, details: readonly UsageDetail[]): UsageFailure {
  return new UsageFailure('baseline-invalid', `${shown} is not a baseline.`, {
    details: details.slice(0, 10),
    hint: `Write it anew: parvis lint --write-baseline ${shown}`,
  })
}

/** Where JSON stopped being JSON; its end when the parser does not say. */
function placeOfSyntax(error: unknown, source: string): { line: number; column: number } {
  const said = error instanceof Error ? /position (\d+)/u.exec(error.message) : null
  const before = source.slice(0, said === null ? source.length : Number(said[1]))
  const lines = before.split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

/** Lays a run beside its baseline. */
export function compare(report: LintReport, { file, entries }: Baseline): Compared {
  const byFingerprint = Map.groupBy(entries, ({ fingerprint }) => fingerprint)
  const known = new Set<Finding>()
  const met = new Set<BaselineEntry>()
  for (const subject of report.subjects) {
    for (const finding of failures(subject)) {
      const own = byFingerprint.get(finding.fingerprint)?.filter((entry) => isAbout(entry, subject)) ?? []
      if (own.length > 0) known.add(finding)
      for (const entry of own) met.add(entry)
    }
  }
  const unmet = Map.groupBy(
    entries.filter((entry) => !met.has(entry)),
    (entry) => (isChecked(entry, report) ? 'gone' : 'unchecked'),
  )
  return { file, known, removable: unmet.get('gone') ?? [], unchecked: unmet.get('unchecked') ?? [] }
}

/** Everything that fails today without a waiver, and what was known and could not be checked today. */
export function entriesOf(report: LintReport, unchecked: readonly BaselineEntry[] = []): readonly BaselineEntry[] {
  const found = report.subjects.flatMap((subject) =>
    failures(subject)
      .filter(({ waiver }) => waiver === undefined)
      .map((finding) => entryOf(finding, subject)),
  )
  return [...found, ...unchecked]
}

/** A baseline as text, each entry once and a line each, in an order that depends on nothing else. */
function textOf(entries: readonly BaselineEntry[]): string {
  const lines = [...new Set(entries.toSorted(inOrder).map((entry) => `    ${written(entry)}`))]
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  return `{\n  "schemaVersion": ${BASELINE_SCHEMA_VERSION},\n  "findings": ${list}\n}\n`
}

/** Wholly or not at all. */
export function writeBaseline(path: string, entries: readonly BaselineEntry[]): void {
  writeWhole(path, textOf(entries))
}

function entryOf({ code, location, fingerprint }: Finding, subject: SubjectReport): BaselineEntry {
  return { subject: nameIn(subject), code, path: location?.path, fingerprint }
}

function written({ subject, code, path, fingerprint }: BaselineEntry): string {
  return JSON.stringify({ subject, code, path, fingerprint })
}

function failures({ outcomes }: SubjectReport): readonly Finding[] {
  return outcomes.flatMap(({ findings }) => findings.filter(({ outcome }) => outcome === 'fail'))
}

/** A checkout that nothing names is taken for the one that the entry names. */
function isAbout(entry: BaselineEntry, subject: SubjectReport): boolean {
  const name = nameIn(subject)
  if (entry.subject === undefined || name === undefined) return true
  return entry.subject.toLowerCase() === name.toLowerCase()
}

function nameIn({ repository, folder }: SubjectReport): string | undefined {
  return repository === null ? undefined : [repository, ...(folder === undefined ? [] : [folder])].join('/')
}

/** Whether the rule of an entry was checked to the end on every subject that the entry may be about. */
function isChecked(entry: BaselineEntry, { subjects }: LintReport): boolean {
  const about = subjects.filter((subject) => isAbout(entry, subject))
  const judged = about.map(({ outcomes }) => outcomes.find(({ code }) => code === entry.code))
  return judged.length > 0 && judged.every((outcome) => outcome !== undefined && isWhole(outcome))
}

function isWhole({ outcome, findings }: RuleOutcome): boolean {
  if (outcome === 'unknown' || outcome === 'error') return false
  return findings.every((finding) => finding.outcome !== 'unknown')
}

function inOrder(a: BaselineEntry, b: BaselineEntry): number {
  const keys = ({ subject = '', code, path = '', fingerprint }: BaselineEntry) => [subject, code, path, fingerprint]
  const others = keys(b)
  // By code unit: the same on every machine, whatever its locale.
  for (const [index, key] of keys(a).entries()) {
    const other = others[index] ?? ''
    if (key !== other) return key < other ? -1 : 1
  }
  return 0
}
