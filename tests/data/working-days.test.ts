import { describe, expect, it } from 'vitest'
import { frenchHolidays } from '#data/model/holidays.ts'
import { FRENCH_CALENDAR, workingCalendar } from '#data/model/working-days.ts'

const paris = workingCalendar(FRENCH_CALENDAR)
const at = (instant: string) => Date.parse(instant) / 1000
/** Between two moments by the clocks of Paris, in winter unless told. */
const between = (from: string, to: string, calendar = paris) => calendar.between(at(from), at(to))

describe('the public holidays of France', () => {
  it('are eleven, three of which move with Easter', () => {
    expect(frenchHolidays(2026)).toEqual([
      ...['2026-01-01', '2026-04-06', '2026-05-01', '2026-05-08', '2026-05-14', '2026-05-25', '2026-07-14'],
      ...['2026-08-15', '2026-11-01', '2026-11-11', '2026-12-25'],
    ])
  })

  it.each([
    // The earliest and the latest Easter that occur, a leap year, and the year in which Ascension fell on the first of May.
    [1818, '1818-03-23'],
    [2038, '2038-04-26'],
    [2024, '2024-04-01'],
    [2008, '2008-03-24'],
  ])('find Easter Monday of %i', (year, monday) => {
    expect(frenchHolidays(year)).toContain(monday)
  })

  it('count a day once on which two of them fall', () => {
    expect(frenchHolidays(2008).filter((day) => day === '2008-05-01')).toHaveLength(2)
    expect(between('2008-04-30T22:00:00Z', '2008-05-02T22:00:00Z')).toBe(1)
  })
})

describe('working days between two instants', () => {
  it('leave out Saturdays and Sundays, and keep the hours', () => {
    // From Friday 18:00 to Monday 09:00 in Paris: six hours and nine.
    expect(between('2026-11-20T17:00:00Z', '2026-11-23T08:00:00Z')).toBe(15 / 24)
    expect(between('2026-11-16T08:00:00Z', '2026-11-23T08:00:00Z')).toBe(5)
  })

  it('leave out holidays', () => {
    expect(between('2026-11-10T08:00:00Z', '2026-11-12T08:00:00Z')).toBe(1)
  })

  it('count what happened at the weekend from Monday on', () => {
    expect(between('2026-11-21T08:00:00Z', '2026-11-22T20:00:00Z')).toBe(0)
    expect(between('2026-11-21T08:00:00Z', '2026-11-23T23:00:00Z')).toBe(1)
  })

  it('part days at the midnights of the zone, in summer too', () => {
    // Sunday 23:30 in Paris in July; still Sunday there at 21:59 UTC, Monday from 22:00 UTC on.
    expect(between('2026-07-05T21:30:00Z', '2026-07-05T22:30:00Z')).toBeCloseTo(0.5 / 24, 10)
    const utc = workingCalendar({ ...FRENCH_CALENDAR, timeZone: 'UTC' })
    expect(between('2026-07-05T21:30:00Z', '2026-07-05T22:30:00Z', utc)).toBe(0)
  })

  it('go by the clock across the change of the hour', () => {
    // Clocks went forward on Sunday, 29 March: from Friday noon to Monday noon is one day by the clock.
    expect(between('2026-03-27T11:00:00Z', '2026-03-30T10:00:00Z')).toBe(1)
  })

  it('are what was counted day by day over twenty years', () => {
    const rests = new Set(Array.from({ length: 21 }, (_, index) => frenchHolidays(2010 + index)).flat())
    let counted = 0
    for (let day = Date.parse('2010-01-01T12:00:00Z'); day < Date.parse('2030-12-31T12:00:00Z'); day += 86_400_000) {
      const weekday = new Date(day).getUTCDay()
      if (weekday % 6 !== 0 && !rests.has(new Date(day).toISOString().slice(0, 10))) counted += 1
    }
    expect(between('2009-12-31T23:00:00Z', '2030-12-30T23:00:00Z')).toBe(counted)
  })

  it('take a calendar of other days', () => {
    const other = workingCalendar({ timeZone: 'Europe/Paris', holidays: 'none', daysOff: ['2026-11-12', '2026-11-14'] })
    expect(between('2026-11-10T08:00:00Z', '2026-11-13T08:00:00Z', other)).toBe(2)
  })
})

describe('the day that lies so many working days after another', () => {
  it.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-10', 1, '2026-11-12'],
    ['2026-12-24', 5, '2027-01-04'],
    ['2026-11-21', 0, '2026-11-21'],
  ])('%s and %i', (day, count, expected) => {
    expect(paris.after(day, count)).toBe(expected)
  })
})
