import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { type UsageDetail, UsageFailure } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import type { Entry, Field, Register, Value } from '#data/model/register.ts'
import { csvRows } from './csv-rows.ts'
import { decodeTable } from './decode-table.ts'
import { readValue } from './read-value.ts'
import type { Cell, Row } from './rows.ts'
import { yamlRows } from './yaml-rows.ts'

export interface PlacedEntry {
  readonly entry: Entry
  readonly line: number
  readonly column: number
}

/** Lines that hold, and every mistake in the others. */
interface ReadLines {
  readonly entries: readonly PlacedEntry[]
  /** With file, line and column, in the order of the file. */
  readonly mistakes: readonly UsageDetail[]
}

/**
 * Reads a register from a YAML or CSV file; a line with a mistake is left out. Of a file that is broken as a whole, no
 * line is known. Throws `UsageFailure` (`register-missing`) for one that cannot be read.
 */
export function readLines(register: Register, file: string): ReadLines {
  return parseLines(register, { file, text: textOf(file) })
}

/** The same where one wrong line makes the others doubtful: throws `register-invalid` with every mistake. */
export function readRegister(register: Register, file: string): readonly PlacedEntry[] {
  return whole(readLines(register, file), file)
}

export function parseRegister(
  register: Register,
  { file, text }: { readonly file: string; readonly text: string },
): readonly PlacedEntry[] {
  return whole(parseLines(register, { file, text }), file)
}

function whole({ entries, mistakes }: ReadLines, file: string): readonly PlacedEntry[] {
  if (mistakes.length === 0) return entries
  throw mistaken(file, { mistakes, taken: 0 })
}

/** `taken`: lines that were taken all the same. */
export function mistaken(
  file: string,
  { mistakes, taken }: { readonly mistakes: readonly UsageDetail[]; readonly taken: number },
): UsageFailure {
  const count = mistakes.length === 1 ? 'one mistake' : `${mistakes.length} mistakes`
  const rest = taken === 0 ? 'nothing of it was taken' : `the other ${taken} lines were taken`
  return new UsageFailure('register-invalid', `the register ${file} has ${count}; ${rest}.`, { details: mistakes })
}

function parseLines(register: Register, { file, text }: { readonly file: string; readonly text: string }): ReadLines {
  const { rows, problems } = /^\.(?:csv|tsv)$/iu.test(extname(file)) ? csvRows(text, register) : yamlRows(text)
  const found: UsageDetail[] = [...problems]
  const read = rows.flatMap((row): readonly PlacedEntry[] => {
    const before = found.length
    const entry = readEntry(register, row, found)
    return found.length > before ? [] : [{ entry, line: row.line, column: row.column }]
  })
  const { entries, repeated } = withoutRepeated(register, read)
  const mistakes = [...found, ...repeated].map((detail) => ({ ...detail, file }))
  return { entries, mistakes: mistakes.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) }
}

function textOf(file: string): string {
  const text = decodeTable(bytesOf(file))
  if (text !== undefined) return text
  const message = 'is no text: save it as CSV or YAML'
  throw new UsageFailure('register-missing', `the register ${file} ${message}.`, { details: [{ message, file }] })
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (cause) {
    const isAbsent = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    const reason = isAbsent ? 'does not exist' : 'cannot be read'
    throw new UsageFailure('register-missing', `the register ${file} ${reason}.`, {
      details: [{ message: reason, file }],
    })
  }
}

function readEntry(register: Register, row: Row, problems: UsageDetail[]): Entry {
  const before = problems.length
  const names = Object.keys(register.fields)
  for (const [name, { line, column }] of row.cells) {
    if (names.includes(name)) continue
    problems.push({ message: `unknown key "${name}".${suggestion(name, names)}`, line, column })
  }
  const values = Object.entries(register.fields).map(([name, field]): [string, Value] => [
    name,
    readField(name, { field, cell: row.cells.get(name), row, problems }),
  ])
  const entry = Object.fromEntries(values)
  const contradiction = problems.length === before ? register.contradicts?.(entry) : undefined
  if (contradiction !== undefined) {
    const { line, column } = row.cells.get(contradiction.field) ?? row
    problems.push({ message: `${contradiction.field}: ${contradiction.message}`, line, column })
  }
  return entry
}

interface Asked {
  readonly field: Field
  readonly cell: Cell | undefined
  readonly row: Row
  readonly problems: UsageDetail[]
}

function readField(name: string, { field, cell, row, problems }: Asked): Value {
  const isEmpty = cell === undefined || cell.value === null || cell.value === '' || isEmptyList(cell.value)
  if (isEmpty) {
    const { line, column } = row
    if (field.isRequired) problems.push({ message: `"${name}" is missing: ${field.help.en}.`, line, column })
    return field.isList ? [] : null
  }
  const { line, column } = cell
  const read = (given: unknown) => {
    const one = readValue(field.type, given)
    if ('value' in one) return one.value
    problems.push({ message: `${name}: expected ${one.expected.replace(/(?<![.?])$/u, '.')}`, line, column })
    return null
  }
  if (!field.isList) return read(cell.value)
  const items: readonly unknown[] = Array.isArray(cell.value) ? cell.value : [cell.value]
  return items.map(read).filter((item) => typeof item === 'string')
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

function keyPart(value: Value | undefined): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '')
}

/** Of lines with the same key the first stays. */
function withoutRepeated(
  { key, distinguishesCase }: Register,
  read: readonly PlacedEntry[],
): { readonly entries: readonly PlacedEntry[]; readonly repeated: readonly UsageDetail[] } {
  const seen = new Map<string, number>()
  const entries: PlacedEntry[] = []
  const repeated: UsageDetail[] = []
  for (const one of read) {
    const { entry, line, column } = one
    const values = key.map((name) => keyPart(entry[name]))
    const id = distinguishesCase ? JSON.stringify(values) : JSON.stringify(values).toLowerCase()
    const earlier = seen.get(id)
    if (earlier === undefined) {
      seen.set(id, line)
      entries.push(one)
      continue
    }
    const message = `${key.join(' and ')} are those of line ${earlier} already: ${values.join(', ')}.`
    repeated.push({ message, line, column })
  }
  return { entries, repeated }
}
