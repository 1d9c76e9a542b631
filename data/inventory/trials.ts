import type { Assembly } from './assembly.ts'
import { assemblyFinder } from './assembly-names.ts'
import type { Inventory } from './inventory.ts'
import { linesOf, textIn } from './registers.ts'

/** One start of an assembly that somebody saw succeed or fail. */
export interface Trial {
  readonly date: string
  readonly result: 'started' | 'failed'
  readonly revision: string | null
  readonly command: string | null
  readonly requires: string | null
  /** A role or a team. */
  readonly contact: string | null
}

/** Trials of an assembly, the last one first; one of the whole build file is one of all that it makes. */
export function trialsOf(assembly: Assembly, inventory: Inventory): readonly Trial[] {
  const find = assemblyFinder([assembly.component], [assembly])
  return linesOf(inventory.registers, 'trials')
    .filter((line) => find(textIn(line, 'assembly') ?? '').length > 0)
    .map(
      (line): Trial => ({
        date: textIn(line, 'date') ?? '',
        result: textIn(line, 'result') === 'started' ? 'started' : 'failed',
        revision: textIn(line, 'revision'),
        command: textIn(line, 'command'),
        requires: textIn(line, 'requires'),
        contact: textIn(line, 'contact'),
      }),
    )
    .toSorted((a, b) => (a.date < b.date ? 1 : -1))
}
