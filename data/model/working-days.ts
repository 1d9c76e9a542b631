import { frenchHolidays } from './holidays.ts'

/** What `parvis.yaml` says of working days. */
export interface CalendarOptions {
  /** IANA name of the zone whose midnights part the days. */
  readonly timeZone: string
  /** Whose public holidays are no working days; `none` leaves Saturdays and Sundays. */
  readonly holidays: 'fr' | 'none'
  /** Other days off, YYYY-MM-DD. */
  readonly daysOff: readonly string[]
}

/** Counts days from Monday to Friday that are no holidays. */
export interface WorkingCalendar {
  readonly options: CalendarOptions
  /**
   * Working days from one instant to another, both in seconds since 1970: the time that passed, less what of it fell on
   * days off, in days of 24 hours by the clock of the zone. Negative when the second comes first.
   */
  between(from: number, to: number): number
  /** The day, YYYY-MM-DD, that the clocks of the zone show at an instant, in seconds since 1970. */
  dayOf(epoch: number): string
  /** The day, YYYY-MM-DD, that lies so many working days after another. */
  after(day: string, count: number): string
}

export const FRENCH_CALENDAR: CalendarOptions = { timeZone: 'Europe/Paris', holidays: 'fr', daysOff: [] }

const DAY = 86_400
// Before the first no host kept change requests; beyond the last, holidays would count as working days.
const [FIRST_YEAR, LAST_YEAR] = [1970, 2199]

export function workingCalendar(options: CalendarOptions): WorkingCalendar {
  const off = daysOffOf(options)
  const rests = new Set(off)
  const localSeconds = localClock(options.timeZone)
  const isWorking = (day: number): boolean => !isWeekend(day) && !rests.has(day)
  const until = (epoch: number): number => {
    const local = localSeconds(epoch)
    const day = Math.floor(local / DAY)
    return weekdaysBefore(day) - countBelow(off, day) + (isWorking(day) ? (local - day * DAY) / DAY : 0)
  }
  return {
    options,
    between: (from, to) => until(to) - until(from),
    dayOf: (epoch) => new Date(localSeconds(epoch) * 1000).toISOString().slice(0, 10),
    after(day, count) {
      let at = ordinalOf(day)
      for (let left = count; left > 0; ) {
        at += 1
        if (isWorking(at)) left -= 1
      }
      return new Date(at * DAY * 1000).toISOString().slice(0, 10)
    },
  }
}

/** Days off that fall on weekdays, as days since 1970 in their order, each once. */
function daysOffOf({ holidays, daysOff }: CalendarOptions): readonly number[] {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index)
  const days = [...(holidays === 'fr' ? years.flatMap(frenchHolidays) : []), ...daysOff].map(ordinalOf)
  return [...new Set(days)].filter((day) => !isWeekend(day)).sort((a, b) => a - b)
}

function ordinalOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000 / DAY
}

/** Day 0, the first of 1970, was a Thursday. */
function isWeekend(day: number): boolean {
  return (((day + 3) % 7) + 7) % 7 >= 5
}

/** Days from Monday to Friday before a day, counted from the Monday of the week in which 1970 began. */
function weekdaysBefore(day: number): number {
  const sinceMonday = day + 3
  const weeks = Math.floor(sinceMonday / 7)
  return weeks * 5 + Math.min(sinceMonday - weeks * 7, 5)
}

function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}

/** Days for which an offset is asked once, when it is the same on both ends: no zone changes twice in so few. */
const BLOCK = 4 * DAY

/** Seconds as the clocks of a zone show them. */
function localClock(timeZone: string): (epoch: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset', year: 'numeric' })
  const offsetAt = (epoch: number): number => {
    const [, sign, hours = 0, minutes = 0, seconds = 0] = OFFSET.exec(format.format(epoch * 1000)) ?? []
    const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
    return sign === '-' ? -size : size
  }
  const offsets = new Map<number, number | null>()
  return (epoch) => {
    const block = Math.floor(epoch / BLOCK)
    let offset = offsets.get(block)
    if (offset === undefined) {
      const first = offsetAt(block * BLOCK)
      offset = first === offsetAt((block + 1) * BLOCK) ? first : null
      offsets.set(block, offset)
    }
    return epoch + (offset ?? offsetAt(epoch))
  }
}

/** As in `2026 GMT+02:00`; of Greenwich itself, nothing stands behind its name. */
const OFFSET = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/
