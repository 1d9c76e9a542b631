import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { MigrationLine } from '../loaders/migration.ts'
import { type Cell, plain, someOf } from './cells.ts'

const NAMES_SHOWN = 3

/** In the order of the loader: what unblocks the most first. */
export function migrationRows(
  lines: readonly MigrationLine[],
  { language, isBlocked }: { readonly language: Language; readonly isBlocked: boolean },
): readonly (readonly Cell[])[] {
  const { words, href, number } = desk(language)
  const others = words.reuse.component.andOthers
  return lines.map(({ entry, blockedBy, blockers, unblocks, dependents }) => [
    { text: entry.name, href: href({ sheet: 'component', slug: entry.slug }), second: words.kind[entry.kind] },
    plain(entry.line === null ? '–' : words.lineShort[entry.line]),
    ...(isBlocked
      ? [
          {
            text: number(blockers),
            second: someOf(
              blockedBy.map(({ name }) => name),
              { most: NAMES_SHOWN, others },
            ),
          },
        ]
      : []),
    plain(number(unblocks)),
    plain(number(dependents)),
  ])
}
