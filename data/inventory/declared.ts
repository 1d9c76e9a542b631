import type { Text } from '../model/vocabulary.ts'
import type { ComponentNames } from './names.ts'
import { bilingualIn, linesOf, type Registers, textIn } from './registers.ts'

/** What people say of a component in the register of components; null where they say nothing. */
export interface DeclaredComponent {
  readonly domain: string | null
  readonly summary: Text | null
  /** `obsolete` too when something replaces it. */
  readonly state: 'stable' | 'obsolete' | null
  /** As the register calls it. */
  readonly replacedBy: string | null
  readonly since: string | null
  readonly license: string | null
  readonly maintenance: string | null
  /** A role or a team. */
  readonly maintainer: string | null
  readonly reason: string | null
  /** Line of the register, from 1. */
  readonly line: number
}

/** By id of component, whatever the register calls it; of two lines that mean the same one, the first. */
export function declaredComponents(
  registers: Registers,
  names: Pick<ComponentNames<{ readonly id: string }>, 'find'>,
): ReadonlyMap<string, DeclaredComponent> {
  const declared = new Map<string, DeclaredComponent>()
  for (const line of linesOf(registers, 'components')) {
    const text = (field: string) => textIn(line, field)
    const state = text('state')
    const replacedBy = text('replacedBy')
    const said: DeclaredComponent = {
      ...{ domain: text('domain'), summary: bilingualIn(line, 'summary'), replacedBy, since: text('since') },
      state: replacedBy !== null || state === 'obsolete' ? 'obsolete' : state === 'stable' ? 'stable' : null,
      ...{ license: text('license'), maintenance: text('maintenance'), maintainer: text('maintainer') },
      ...{ reason: text('reason'), line: line.line },
    }
    for (const { id } of names.find(text('component') ?? '')) if (!declared.has(id)) declared.set(id, said)
  }
  return declared
}
