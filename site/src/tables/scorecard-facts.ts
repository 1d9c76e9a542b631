import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { GovernedActivity } from '../loaders/ggi.ts'
import type { SheetFact } from './component-facts.ts'

/** What a scorecard says of the work: who answers for it, and the days that are set. */
export function scorecardFacts({ scorecard }: GovernedActivity, language: Language): readonly SheetFact[] {
  if (scorecard === undefined) return []
  const { words, day, prose } = desk(language)
  const said = words.governance
  const { owner, iteration, started, due, closed, file } = scorecard
  const fact = (name: string, value: string | null): readonly SheetFact[] => (value === null ? [] : [{ name, value }])
  const told = (name: string, held: string): SheetFact => {
    const { text, lang } = prose(held)
    return { name, value: text, ...(lang === undefined ? {} : { lang, note: words.frame.writtenIn[lang] }) }
  }
  return [
    owner === null ? { name: said.columns.owner, value: said.noOwner } : told(said.columns.owner, owner),
    ...(iteration === null ? [] : [told(said.iteration, iteration)]),
    ...fact(said.started, started && day(started)),
    ...fact(said.due, due && day(due)),
    ...fact(said.closed, closed && day(closed)),
    { name: said.file, value: file, isCode: true },
  ]
}
