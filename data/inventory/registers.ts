import { heldProse } from '../model/prose.ts'
import type { Entry, Value } from '../model/register.ts'
import type { Text } from '../model/vocabulary.ts'

/** One line of a register as it was kept. */
export interface RegisterLine {
  readonly register: string
  /** Line of its file, from 1. */
  readonly line: number
  readonly entry: Entry
}

/** Lines by id of register, in the order of their files; a register that nobody keeps is absent. */
export type Registers = ReadonlyMap<string, readonly RegisterLine[]>

/** Lines as they are stored, each a JSON object. */
export function registersOf(
  rows: readonly { readonly register: string; readonly line: number; readonly value: string }[],
): Registers {
  const lines = rows.map(({ register, line, value }): RegisterLine => {
    const entry: Entry = JSON.parse(value)
    return { register, line, entry }
  })
  return Map.groupBy(lines, ({ register }) => register)
}

export function linesOf(registers: Registers, id: string): readonly RegisterLine[] {
  return registers.get(id) ?? []
}

/** A text; of what people wrote by language, as a column holds it (see data/model/prose.ts). */
export function textIn({ entry }: RegisterLine, field: string): string | null {
  const value = entry[field]
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null && !isList(value) ? heldProse(value) : null
}

export function flagIn({ entry }: RegisterLine, field: string): boolean | null {
  const value = entry[field]
  return typeof value === 'boolean' ? value : null
}

export function listIn({ entry }: RegisterLine, field: string): readonly string[] {
  const value = entry[field]
  return isList(value) ? value : []
}

export function bilingualIn({ entry }: RegisterLine, field: string): Text | null {
  const value = entry[field]
  if (typeof value !== 'object' || value === null || isList(value)) return null
  const { fr, en } = value
  return fr === undefined || en === undefined ? null : { fr, en }
}

function isList(value: Value | undefined): value is readonly string[] {
  return Array.isArray(value)
}
