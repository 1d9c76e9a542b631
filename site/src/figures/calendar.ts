import { ICalCalendar, ICalCalendarMethod, type ICalEventData } from 'ical-generator'
import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { Event } from '../loaders/agenda.ts'

const HOME_ZONE = 'Europe/Paris'

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
  return calendar.toString()
}

function entryOf(
  event: Event,
  { language, asOf }: { readonly language: Language; readonly asOf: string },
): ICalEventData {
  const { text, settings } = desk(language)
  const host = settings.site === undefined ? 'parvis.invalid' : new URL(settings.site).host
  const zone = event.timeZone ?? HOME_ZONE
  const last = event.endsOn ?? event.startsOn
  return {
    id: `${event.id}@${host}`,
    stamp: new Date(`${asOf}T00:00:00Z`),
    summary: text(event.title),
    ...(event.summary === null ? {} : { description: text(event.summary) }),
    ...(event.place === null ? {} : { location: event.place }),
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

/** The instant at which clocks of a zone show that day and time. An unknown zone is taken for the one at home. */
export function instantOf(day: string, time: string, zone: string): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  // Twice: the first answer may lie on the other side of a change of the clocks.
  const first = asUtc - offsetAt(asUtc, zone)
  return new Date(asUtc - offsetAt(first, zone))
}

function offsetAt(instant: number, zone: string): number {
  const name = new Intl.DateTimeFormat('en', { timeZone: knownZone(zone), timeZoneName: 'longOffset' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/u.exec(name ?? '') ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}

function knownZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return HOME_ZONE
  }
}
