import type { FieldType } from '../model/register.ts'
import { REGISTERS } from '../model/registers/registry.ts'
import type { Inventory } from './inventory.ts'
import { type ComponentNames, componentNames } from './names.ts'
import { linesOf, listIn, type RegisterLine, textIn } from './registers.ts'
import { matchesPattern } from './repository-pattern.ts'

/** A register speaks of something that is nowhere else. */
export interface RegisterProblem {
  readonly register: string
  /** Line of its file, from 1. */
  readonly line: number
  readonly field: string
  readonly value: string
  /** `component-unknown`: no collected repository; `reference-unknown`: no line of the other register; `pattern-empty`: fits none. */
  readonly problem: 'component-unknown' | 'component-ambiguous' | 'reference-unknown' | 'pattern-empty'
  readonly nearest: string | null
}

/** Names in registers that lead nowhere, register by register, line by line. */
export function registerProblems(inventory: Inventory): readonly RegisterProblem[] {
  const names = componentNames(inventory.portfolio.components)
  return REGISTERS.flatMap(({ id, fields }) =>
    linesOf(inventory.registers, id).flatMap((line) =>
      Object.entries(fields).flatMap(([field, { type, isList }]) => {
        const values = isList ? listIn(line, field) : [textIn(line, field) ?? '']
        return values.flatMap((value) =>
          value === '' ? [] : problemOf({ line, field, value, type }, { inventory, names }),
        )
      }),
    ),
  )
}

/** Fields that name repositories by a pattern, by register. */
const PATTERNS: Readonly<Record<string, string>> = { trackers: 'component', outside: 'repository' }

interface Said {
  readonly line: RegisterLine
  readonly field: string
  readonly value: string
  readonly type: FieldType
}

function problemOf(
  { line, field, value, type }: Said,
  { inventory, names }: { readonly inventory: Inventory; readonly names: ComponentNames },
): readonly RegisterProblem[] {
  const place = { register: line.register, line: line.line, field, value }
  if (type.kind === 'component') {
    const found = names.find(value)
    if (found.length === 1) return []
    // An assembly of several is one: what a repository holds may be meant as a whole.
    if (found.length > 1 && new Set(found.map(({ repository }) => repository)).size === 1) return []
    const problem = found.length === 0 ? 'component-unknown' : 'component-ambiguous'
    return [{ ...place, problem, nearest: names.nearest(value) ?? null }]
  }
  if (type.kind === 'reference') {
    const keys = linesOf(inventory.registers, type.to).flatMap((one) => textIn(one, 'id') ?? [])
    return keys.includes(value) ? [] : [{ ...place, problem: 'reference-unknown', nearest: null }]
  }
  if (PATTERNS[line.register] !== field) return []
  const isKnown = inventory.portfolio.components.some(({ repository }) => matchesPattern(value, repository))
  if (isKnown) return []
  const problem = value.includes('*') ? 'pattern-empty' : 'component-unknown'
  return [{ ...place, problem, nearest: value.includes('*') ? null : (names.nearest(value) ?? null) }]
}
