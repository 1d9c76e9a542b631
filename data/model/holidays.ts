/** Days on which a country rests beside its weekends. */

const DAY_MS = 86_400_000

/** The eleven public holidays of France in a year, as days YYYY-MM-DD in their order. */
export function frenchHolidays(year: number): readonly string[] {
  const easter = easterOf(year)
  const moving = [1, 39, 50].map((after) => dayOf(easter + after * DAY_MS))
  const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'].map((day) => `${year}-${day}`)
  return [...moving, ...fixed].sort()
}

/** Easter Sunday of the Gregorian calendar, in milliseconds since 1970 at midnight UTC (Meeus, Jones and Butcher). */
function easterOf(year: number): number {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const ofCentury = year % 100
  const leapless = Math.floor(century / 4)
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - leapless - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const ordinal = epact + weekday - 7 * late + 114
  return Date.UTC(year, Math.floor(ordinal / 31) - 1, (ordinal % 31) + 1)
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}
