/** Days of the calendar as `YYYY-MM-DD`. */

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

/** The day that the clocks of a zone show; an instant before midnight in UTC may be the next one already. */
export function dayIn(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const shown = new Map(parts.formatToParts(at).map(({ type, value }) => [type, value]))
  return `${shown.get('year')}-${shown.get('month')}-${shown.get('day')}`
}

/** The same day so many months later; the last of the month where it has no such day. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10)
}
