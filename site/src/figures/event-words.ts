import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { Event } from '../loaders/agenda.ts'

/** When an event is, where, for whom and in which languages. */
export function eventWords(event: Event, language: Language): { readonly days: string; readonly details: string } {
  const { words, shortDay } = desk(language)
  const said = words.reuse.agenda
  const { startsOn, endsOn, startTime, endTime, place, community, languages } = event
  const names = new Intl.DisplayNames([language], { type: 'language' })
  const spoken = languages.flatMap((tag) => names.of(tag) ?? tag)
  const details = [
    ...(startTime === null ? [] : [endTime === null ? startTime : said.hours(startTime, endTime)]),
    ...(place === null ? [] : [place]),
    ...(isKnown(said.communities, community) ? [said.communities[community]] : []),
    ...(spoken.length === 0 ? [] : [said.spoken(spoken.join(', '))]),
  ]
  const isOneDay = endsOn === null || endsOn === startsOn
  return {
    days: isOneDay ? shortDay(startsOn) : said.until(shortDay(startsOn), shortDay(endsOn)),
    details: details.join(' · '),
  }
}

function isKnown<Table extends object>(table: Table, key: string | null): key is keyof Table & string {
  return key !== null && Object.hasOwn(table, key)
}
