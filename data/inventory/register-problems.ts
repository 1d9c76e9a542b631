import type { FieldType } from '../model/register.ts'
import { REGISTERS } from '../model/registers/registry.ts'
import { platformArtifact } from './assembly.ts'
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
  /** `component-unknown`: no collected repository, and no build file asks for it; `reference-unknown`: no line of the other register; `pattern-empty`: fits none. */
  readonly problem: 'component-unknown' | 'component-ambiguous' | 'reference-unknown' | 'pattern-empty'
  readonly nearest: string | null
}

/** Names in registers that lead nowhere, register by register, line by line. */
export function registerProblems(inventory: Inventory): readonly RegisterProblem[] {
  const names = componentNames(inventory.portfolio.components)
  const artifacts = askedArtifacts(inventory)
  return REGISTERS.flatMap(({ id, fields }) =>
    linesOf(inventory.registers, id).flatMap((line) =>
      Object.entries(fields).flatMap(([field, { type, isList }]) => {
        const values = isList ? listIn(line, field) : [textIn(line, field) ?? '']
        return values.flatMap((value) =>
          value === '' ? [] : problemOf({ line, field, value, type }, { inventory, names, artifacts }),
        )
      }),
    ),
  )
}

/** Names of artifacts of the platform that build files ask for though nobody collected what produces them. */
function askedArtifacts(inventory: Inventory): ReadonlySet<string> {
  const asked = inventory.portfolio.bricks.flatMap((use) => platformArtifact(use, inventory) ?? [])
  return new Set(
    asked.flatMap((artifact) => [artifact, artifact.split(':')[1] ?? artifact]).map((one) => one.toLowerCase()),
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
  {
    inventory,
    names,
    artifacts,
  }: { readonly inventory: Inventory; readonly names: ComponentNames; readonly artifacts: ReadonlySet<string> },
): readonly RegisterProblem[] {
  const place = { register: line.register, line: line.line, field, value }
  if (type.kind === 'component') {
    const found = names.find(value)
    if (found.length === 1) return []
    // An assembly of several is one: what a repository holds may be meant as a whole.
    if (found.length > 1 && new Set(found.map(({ repository }) => repository)).size === 1) return []
    if (found.length === 0 && artifacts.has(value.toLowerCase())) return []
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
