import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { isMap, isNode, isScalar, isSeq, LineCounter, type Pair, parseDocument, type YAMLMap } from 'yaml'
import { type UsageDetail, UsageFailure } from '#data/model/failures.ts'
import { nearest } from '#data/model/nearest.ts'
import type { AffiliationRecord, Instant } from '#data/model/records.ts'
import { AFFILIATIONS, isOneOf } from '#data/model/vocabulary.ts'
import { defineCollector } from '../collector.ts'

export type AffiliationLine = AffiliationRecord['lines'][number]

const KEYS = ['login', 'account', 'domain', 'affiliation', 'from', 'until'] as const
const SUBJECTS = ['login', 'account', 'domain'] as const
type Key = (typeof KEYS)[number]

/**
 * The register of affiliations: where people stood towards the organisation, and when. A YAML file kept by hand:
 *
 * ```yaml
 * - login: contributor-017        # the account's login,
 *   affiliation: staff
 * - account: 4242                 # or its number, which outlives a new login,
 *   affiliation: contractor
 *   from: 2025-01-01              # first day; for ever before when left out
 *   until: 2025-12-31             # last day; open when left out
 * - domain: example.org           # or everybody who signs with a mail address of this domain
 *   affiliation: administration
 * ```
 *
 * Each line has exactly one of `login`, `account`, `domain`, and an `affiliation` of `AFFILIATIONS`. Two lines about the
 * same may not hold on the same day. Nothing of a file with a mistake in it is taken; all mistakes are told at once.
 */
export const affiliations = defineCollector<AffiliationRecord>({
  id: 'registers/affiliations',
  title: { fr: 'Registre des appartenances', en: 'Register of affiliations' },
  summary: {
    fr: 'Où se situaient les personnes, par compte ou par domaine de messagerie, entre deux dates.',
    en: 'Where people stood, by account or by mail domain, between two dates.',
  },
  scope: 'register',
  produces: ['affiliation'],
  needs: ['disk'],
  classified: [],
  async *fetch(scope, context) {
    if (scope.kind !== 'register') throw new Error(`A collector of registers was pointed at a ${scope.kind}`)
    const watermark = context.now()
    const lines = readAffiliations({ file: scope.file, server: scope.server })
    // Without its folder, which is this machine's business and may change.
    const register = basename(scope.file)
    yield {
      items: [{ type: 'affiliation', register, lines }],
      finished: [{ subject: register, stream: 'affiliation', watermark }],
    }
  },
  normalize: (record) => [record],
})

interface Register {
  /** Host that logins and account numbers belong to. */
  readonly server: string
  /** As named to the user in messages. */
  readonly file: string
}

/** Throws a `UsageFailure` (`register-missing`, `register-invalid`) with file, line and column of every mistake. */
function readAffiliations(register: Register): readonly AffiliationLine[] {
  return parseAffiliations(readText(register.file), register)
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    const reason =
      cause instanceof Error && 'code' in cause && cause.code === 'ENOENT' ? 'does not exist' : 'cannot be read'
    throw new UsageFailure('register-missing', `the register ${file} ${reason}`, {
      details: [{ message: reason, file }],
    })
  }
}

export function parseAffiliations(text: string, { server, file }: Register): readonly AffiliationLine[] {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, schema: 'core' })
  const details: UsageDetail[] = []
  const report: Report = (message, offset) => {
    const { line, col } = counter.linePos(offset)
    details.push({ message, file, line, column: col })
  }
  for (const error of document.errors) report(error.message, error.pos[0])
  const lines = details.length > 0 ? [] : readLines(document.contents, { server, report })
  if (details.length === 0) return lines.map(({ value }) => value)
  const [first] = details
  const count = details.length === 1 ? '' : ` (and ${details.length - 1} more)`
  throw new UsageFailure('register-invalid', `${first?.message}${count}`, { details })
}

type Report = (message: string, offset: number) => void

interface Reading {
  readonly server: string
  readonly report: Report
}

interface PlacedLine {
  readonly value: AffiliationLine
  /** What it is about, in one word. */
  readonly subject: string
  readonly offset: number
}

function readLines(contents: unknown, reading: Reading): readonly PlacedLine[] {
  // An empty register is one in which nobody has been written yet.
  if (contents === null || (isScalar(contents) && contents.value === null)) return []
  if (!isSeq(contents)) {
    reading.report('a register is a list: every entry begins with "- "', offsetOf(contents))
    return []
  }
  const lines = contents.items.flatMap((item) => {
    if (isMap(item)) return readLine(item, reading)
    reading.report(
      'an entry is made of keys and values: login, account or domain, affiliation, from, until',
      offsetOf(item),
    )
    return []
  })
  reportOverlaps(lines, reading.report)
  return lines
}

interface Field {
  readonly text: string
  readonly offset: number
}

function readLine(item: YAMLMap, { server, report }: Reading): readonly PlacedLine[] {
  const fields = readFields(item, report)
  const subjects = SUBJECTS.filter((key) => fields.has(key))
  if (subjects.length !== 1) {
    report(
      `an entry has exactly one of login, account, domain; this one has ${subjects.join(', ') || 'none'}`,
      offsetOf(item),
    )
  }
  const affiliation = readAffiliation(fields.get('affiliation'), { report, at: offsetOf(item) })
  const from = readDay(fields.get('from'), report)
  const until = readDay(fields.get('until'), report)
  if (from && until && until < from) report(`it ends (${until}) before it begins (${from})`, offsetOf(item))
  const [key] = subjects
  const field = key === undefined ? undefined : fields.get(key)
  const about = key === undefined || field === undefined ? undefined : readSubject(key, field, { server, report })
  if (about === undefined || affiliation === undefined) return []
  const value = { ...about, affiliation, from: from && startOf(from), until: until && startOf(dayAfter(until)) }
  return [{ value, subject: `${key} ${field?.text.toLowerCase()}`, offset: offsetOf(item) }]
}

/** The scalars of an entry by key; keys that nobody knows and values that are no words are reported. */
function readFields(item: YAMLMap, report: Report): ReadonlyMap<Key, Field> {
  const fields = new Map<Key, Field>()
  for (const pair of item.items) {
    const name = isScalar(pair.key) ? String(pair.key.value) : ''
    if (!isOneOf(KEYS, name)) {
      report(`unknown key "${name}"${didYouMean(name, KEYS)}`, offsetOf(pair.key))
      continue
    }
    const text = scalarText(pair)
    if (text === undefined) report(`${name} has no value`, offsetOf(pair.key))
    else fields.set(name, { text, offset: offsetOf(pair.value) })
  }
  return fields
}

function scalarText({ value }: Pair): string | undefined {
  if (!isScalar(value) || value.value === null) return undefined
  // As it was written: 007 is a word here, and 2025-01-01 no number.
  const text = (value.source ?? String(value.value)).trim()
  return text === '' ? undefined : text
}

function readAffiliation(field: Field | undefined, { report, at }: { report: Report; at: number }) {
  if (field === undefined) return void report(`affiliation is missing: one of ${AFFILIATIONS.join(', ')}`, at)
  if (isOneOf(AFFILIATIONS, field.text)) return field.text
  const guess = didYouMean(field.text, AFFILIATIONS)
  report(`"${field.text}" is no affiliation${guess || `: it is one of ${AFFILIATIONS.join(', ')}`}`, field.offset)
  return undefined
}

function readSubject(
  key: (typeof SUBJECTS)[number],
  { text, offset }: Field,
  { server, report }: Reading,
): Pick<AffiliationLine, 'person' | 'emailDomain'> | undefined {
  if (key === 'domain') {
    const domain = text.toLowerCase()
    if (/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/.test(domain)) return { emailDomain: domain }
    return void report(`"${text}" is no mail domain, such as example.org`, offset)
  }
  if (key === 'account') {
    if (/^[1-9]\d*$/.test(text)) return { person: { server, hostId: text, kind: 'person' } }
    return void report(`"${text}" is no account number`, offset)
  }
  if (/^[a-z\d](?:[a-z\d_-]*[a-z\d])?(?:\[bot\])?$/i.test(text))
    return { person: { server, login: text, kind: 'person' } }
  return void report(`"${text}" is no login`, offset)
}

type Day = string

function readDay(field: Field | undefined, report: Report): Day | null {
  if (field === undefined) return null
  const { text, offset } = field
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true
  if (isDay) return text
  report(`"${text}" is no day, such as 2026-03-31`, offset)
  return null
}

function dayAfter(day: Day): Day {
  const [next = day] = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().split('T')
  return next
}

function startOf(day: Day): Instant {
  return `${day}T00:00:00Z`
}

function reportOverlaps(lines: readonly PlacedLine[], report: Report): void {
  const bySubject = Map.groupBy(lines, ({ subject }) => subject)
  for (const same of bySubject.values()) {
    for (const [index, line] of same.entries()) {
      const earlier = same.slice(0, index).find(({ value }) => overlap(value, line.value))
      if (earlier) report(`another entry about the ${line.subject} holds at the same time`, line.offset)
    }
  }
}

function overlap(one: AffiliationLine, other: AffiliationLine): boolean {
  const startsBefore = (a: AffiliationLine, b: AffiliationLine) =>
    a.from === null || b.until === null || a.from < b.until
  return startsBefore(one, other) && startsBefore(other, one)
}

function offsetOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0
}

function didYouMean(word: string, words: readonly string[]): string {
  const guess = nearest(word, words)
  return guess === undefined ? '' : `; did you mean "${guess}"?`
}
