import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { Event } from '../loaders/agenda.ts'
import { formatDays, formatTime } from '../words/typography.ts'

interface EventWords {
  readonly days: string
  /** The same where there is room: the month in full. */
  readonly longDays: string
  /** What stands before the place, and behind it. */
  readonly hours: string | undefined
  readonly details: string
  /** All of it where nothing can be marked: in a feed. */
  readonly line: string
}

/** When an event is, for whom and in which languages. */
export function eventWords(event: Event, language: Language): EventWords {
  const { words, day, shortDay, prose } = desk(language)
  const said = words.reuse.agenda
  const { startsOn, endsOn, startTime, endTime, community, languages } = event
  const names = new Intl.DisplayNames([language], { type: 'language' })
  const time = (at: string) => formatTime(language, at)
  const spoken = languages.flatMap((tag) => names.of(tag) ?? tag)
  const details = [
    ...(isKnown(said.communities, community) ? [said.communities[community]] : []),
    ...(spoken.length === 0 ? [] : [said.spoken(new Intl.ListFormat(language).format(spoken))]),
  ]
  const hours =
    startTime === null ? undefined : endTime === null ? time(startTime) : said.hours(time(startTime), time(endTime))
  const isOneDay = endsOn === null || endsOn === startsOn
  return {
    days: isOneDay ? shortDay(startsOn) : formatDays(language, startsOn, endsOn),
    longDays: isOneDay ? day(startsOn) : formatDays(language, startsOn, endsOn),
    ...{ hours, details: details.join('\u00a0· ') },
    line: [hours, event.place === null ? undefined : prose(event.place).text, ...details]
      .filter(Boolean)
      .join('\u00a0· '),
  }
}

function isKnown<Table extends object>(table: Table, key: string | null): key is keyof Table & string {
  return key !== null && Object.hasOwn(table, key)
}
