import { type Language, PLATFORM_LINES } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import { parents } from '../naming.ts'
import { invitations } from '../register.ts'
import { type PlainTable, plain } from './plain-table.ts'

/** Generations of the platform, the newest first, with what was announced of each. A day that is over says so. */
export function supportTable(language: Language): PlainTable {
  const { words, shortDay, prose } = desk(language)
  const said = words.contribute.calendar
  const { support, asOf } = invitations
  const told = (day: string | null | undefined) => {
    if (day === null || day === undefined) return plain(said.unannounced)
    return plain(day < asOf ? said.over(shortDay(day)) : shortDay(day))
  }
  const lines = PLATFORM_LINES.filter((line) => support.has(line) || parents.some((parent) => parent.line === line))
  return {
    caption: said.lines,
    head: [said.columns.line, said.columns.since, said.columns.features, said.columns.fixes, said.columns.source].map(
      plain,
    ),
    rows: lines.toReversed().map((line) => {
      const known = support.get(line)
      const { since, source, url } = known ?? { since: null, source: null, url: null }
      return [
        plain(words.line[line]),
        since === null ? plain(said.unannounced) : plain(shortDay(since)),
        told(known?.featuresUntil),
        told(known?.fixesUntil),
        source === null ? plain('–') : { ...prose(source), href: url ?? undefined },
      ]
    }),
  }
}
