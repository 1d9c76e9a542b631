import { ICalCalendar, ICalCalendarMethod, type ICalEventData } from 'ical-generator'
import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { Event } from '../loaders/agenda.ts'
import { HOME_ZONE, instantOf } from './zone-time.ts'

/**
 * Events as an iCalendar file (RFC 5545). Instants are UTC, so that no zone has to be described in the file; the stamp is
 * the day of the data, so that the same data gives the same bytes.
 */
export function calendarFile(
  events: readonly Event[],
  { language, asOf }: { readonly language: Language; readonly asOf: string },
): string {
  const { settings, text } = desk(language)
  const calendar = new ICalCalendar({
    name: text(settings.identity.title),
    prodId: { company: 'parvis', product: 'parvis', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    events: events.map((event) => entryOf(event, { language, asOf })),
  })
  // Every line of the file ends in a break, the last one too (RFC 5545, 3.1).
  return `${calendar.toString().trimEnd()}\r\n`
}

function entryOf(
  event: Event,
  { language, asOf }: { readonly language: Language; readonly asOf: string },
): ICalEventData {
  const { text, prose, settings } = desk(language)
  const host = settings.site === undefined ? 'parvis.invalid' : new URL(settings.site).host
  const zone = event.timeZone ?? HOME_ZONE
  const last = event.endsOn ?? event.startsOn
  return {
    id: `${event.id}@${host}`,
    stamp: new Date(`${asOf}T00:00:00Z`),
    summary: text(event.title),
    ...(event.summary === null ? {} : { description: text(event.summary) }),
    ...(event.place === null ? {} : { location: prose(event.place).text }),
    ...(event.url === null ? {} : { url: event.url }),
    ...(event.startTime === null
      ? { allDay: true, start: dayOf(event.startsOn), end: dayOf(last, 1) }
      : {
          start: instantOf(event.startsOn, event.startTime, zone),
          ...(event.endTime === null ? {} : { end: instantOf(last, event.endTime, zone) }),
        }),
  }
}

/** Midnight of a day, so many days later; the end of a whole day is the day after. */
function dayOf(day: string, later = 0): Date {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + later)
  return date
}
