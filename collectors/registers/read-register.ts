import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { type UsageDetail, UsageFailure } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import type { Entry, Field, Register, Value } from '#data/model/register.ts'
import { csvRows } from './csv-rows.ts'
import { readValue } from './read-value.ts'
import type { Cell, Row } from './rows.ts'
import { yamlRows } from './yaml-rows.ts'

export interface PlacedEntry {
  readonly entry: Entry
  readonly line: number
  readonly column: number
}

/**
 * Reads a register from a YAML or CSV file. Nothing of a file with a mistake in it is taken; throws one `UsageFailure`
 * (`register-missing`, `register-invalid`) with file, line and column of every mistake.
 */
export function readRegister(register: Register, file: string): readonly PlacedEntry[] {
  return parseRegister(register, { file, text: textOf(file) })
}

export function parseRegister(
  register: Register,
  { file, text }: { readonly file: string; readonly text: string },
): readonly PlacedEntry[] {
  const { rows, problems } = /^\.(?:csv|tsv)$/iu.test(extname(file)) ? csvRows(text, register) : yamlRows(text)
  const found: UsageDetail[] = [...problems]
  const entries = rows.map((row) => ({ entry: readEntry(register, row, found), line: row.line, column: row.column }))
  found.push(...duplicates(register, entries))
  if (found.length === 0) return entries
  const details = found.map((detail) => ({ ...detail, file })).sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  const count = details.length === 1 ? 'one mistake' : `${details.length} mistakes`
  throw new UsageFailure('register-invalid', `the register ${file} has ${count}; nothing of it was taken.`, { details })
}

function textOf(file: string): string {
  try {
    const bytes = readFileSync(file)
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    if (cause instanceof TypeError) return new TextDecoder('windows-1252').decode(readFileSync(file))
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
    problems.push({ message: `${name}: expected ${one.expected.replace(/\.?$/u, '.')}`, line, column })
    return null
  }
  if (!field.isList) return read(cell.value)
  const items: readonly unknown[] = Array.isArray(cell.value) ? cell.value : [cell.value]
  return items.map(read).filter((item) => typeof item === 'string')
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

function duplicates({ key, distinguishesCase }: Register, entries: readonly PlacedEntry[]): readonly UsageDetail[] {
  const seen = new Map<string, number>()
  return entries.flatMap(({ entry, line, column }) => {
    const values = key.map((name) => entry[name] ?? '')
    const id = distinguishesCase ? JSON.stringify(values) : JSON.stringify(values).toLowerCase()
    const earlier = seen.get(id)
    if (earlier === undefined) {
      seen.set(id, line)
      return []
    }
    return [
      { message: `${key.join(' and ')} are those of line ${earlier} already: ${values.join(', ')}.`, line, column },
    ]
  })
}
