import type { Repository, World } from '../model.ts'
import type { Random } from '../random.ts'
import type { DemoComponent } from './component.ts'
import type { Cast } from './people.ts'

/** A repository while its history is being lived. */
export interface Workshop {
  readonly world: World
  readonly repository: Repository
  readonly c: DemoComponent
  readonly cast: Cast
  readonly random: Random
  /** Files that later commits still bring to their present state. */
  readonly pending: [path: string, content: string][]
  changes: string
}

export interface Event {
  readonly at: number
  /** Undefined once it has nothing more to do. */
  readonly run: () => void
}

/** Whether it has a branch to work on and one to release from. */
export const hasTwins = (c: DemoComponent) => c.kind !== 'other'

export const branchOf = (c: DemoComponent): string => (hasTwins(c) ? 'develop' : 'main')

/** Left to those who translate. */
export const isTranslation = (path: string) => /_(de|es|it)\.properties$/.test(path)

/** What a piece of work changes: a file that is not yet as it is today, else a line in the list of changes. */
export function nextChange(w: Workshop, title: string, wanted: readonly string[] = []): Record<string, string> {
  const asked = w.pending.findIndex(([path]) => wanted.includes(path))
  const index = asked === -1 ? w.pending.findIndex(([path]) => !isTranslation(path)) : asked
  const [found] = index === -1 ? [] : w.pending.splice(index, 1)
  if (found) return { [found[0]]: found[1] }
  w.changes += `- ${title}\n`
  return { 'CHANGES.md': w.changes }
}
