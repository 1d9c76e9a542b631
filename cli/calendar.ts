import { FRENCH_CALENDAR } from '#data/model/working-days.ts'
import { choice, listOf, matching, optional, type Reader, record } from '#policies/options.ts'

/** A zone of the IANA list, as `Europe/Paris`. */
function timeZone(): Reader<string> {
  const expects = 'the name of a time zone, as Europe/Paris'
  const isKnown = (name: string): boolean => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
    } catch {
      // The one thing that can go wrong is a name that stands for no zone.
      return false
    }
  }
  return {
    expects,
    schema: () => ({ type: 'string', description: expects }),
    read(value, path, problems) {
      if (typeof value === 'string' && isKnown(value)) return value
      problems.push({ path, at: 'value', message: `expected ${expects}.` })
      return undefined
    },
  }
}

/** A day that the calendar has: the thirtieth of February is none. */
function day(): Reader<string> {
  const expects = 'a day, YYYY-MM-DD'
  const form = matching(/^\d{4}-\d{2}-\d{2}$/, expects)
  return {
    ...form,
    read(value, path, problems) {
      const read = form.read(value, path, problems)
      const at = Date.parse(`${read}T00:00:00Z`)
      if (read === undefined || (!Number.isNaN(at) && new Date(at).toISOString().startsWith(read))) return read
      problems.push({ path, at: 'value', message: `expected ${expects}.` })
      return undefined
    },
  }
}

export const dayReader = day()

/** Which days are working days: Monday to Friday, less the holidays of a country and the days that are listed. */
export const calendarReader = record({
  timeZone: optional(timeZone(), FRENCH_CALENDAR.timeZone),
  holidays: optional(choice(['fr', 'none']), FRENCH_CALENDAR.holidays),
  daysOff: optional(listOf(dayReader), FRENCH_CALENDAR.daysOff),
})
