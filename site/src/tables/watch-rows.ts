import type { Language } from '#data/model/vocabulary.ts'
import { STATE_SHAPES } from '../components/shapes.ts'
import { desk } from '../desk.ts'
import type { Watched } from '../loaders/watch.ts'
import { type Cell, plain } from './cells.ts'

export function watchRows(watched: readonly Watched[], language: Language): readonly (readonly Cell[])[] {
  const { words, href, number, shortDay } = desk(language)
  const said = words.watch
  return watched.map(({ entry, reasons, lastActivityOn, dependents, packs, replacedBy }) => [
    { text: entry.name, href: href({ sheet: 'component', slug: entry.slug }), second: entry.owner },
    {
      text: reasons.map((reason) => said.reasons[reason]).join(' · '),
      second: replacedBy === null ? undefined : said.replacedBy(replacedBy),
    },
    { text: words.state[entry.state], shape: STATE_SHAPES[entry.state] },
    plain(lastActivityOn === null ? '–' : shortDay(lastActivityOn)),
    plain(number(dependents)),
    plain(number(packs)),
  ])
}
