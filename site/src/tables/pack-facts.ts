import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { AssemblySheet } from '../loaders/assemblies.ts'
import { adoption } from '../register.ts'
import type { SheetFact } from './component-facts.ts'

/** Lines of the fact sheet of a pack, in order. */
export function packFacts(pack: AssemblySheet, language: Language): readonly SheetFact[] {
  const { words, day, number } = desk(language)
  const said = words.reuse.packs
  const runners = adoption.adopters
    .filter(({ assembly }) => assembly === pack)
    .reduce((sum, { count }) => sum + count, 0)
  const [last] = pack.trials
  return [
    {
      name: said.version,
      value: pack.version ?? pack.underWay ?? said.unknown,
      note: noteOf(pack, language),
    },
    { name: said.parts, value: said.named(number(pack.named), number(pack.brought.length)) },
    { name: said.behind, value: said.behindOf(pack.behind, pack.named) },
    ...(runners === 0 ? [] : [{ name: said.adopters, value: said.adoptersCount(runners) }]),
    {
      name: said.trial,
      value:
        last === undefined
          ? said.untried
          : said.tried({ day: day(last.on), revision: last.revision?.slice(0, 10) ?? said.unknown }),
      ...(last && { note: last.isStarted ? said.started : said.failed }),
    },
    ...(pack.url === null
      ? []
      : [{ name: said.repository, value: pack.url.replace(/^https?:\/\/[^/]+\//u, ''), href: pack.url }]),
  ]
}

function noteOf({ version, releasedOn, underWay }: AssemblySheet, language: Language): string {
  const { words, day } = desk(language)
  const said = words.reuse.packs
  if (version === null) return underWay === null ? said.unreleased : said.underWay
  return releasedOn === null ? words.component.dayUnknown : said.released(day(releasedOn))
}
