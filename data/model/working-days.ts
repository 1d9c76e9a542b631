const DAY_MS = 24 * 60 * 60 * 1000

/** The day that lies so many working days after another, Monday to Friday; public holidays are not taken off. */
export function workingDaysAfter(day: string, count: number): string {
  let at = Date.parse(`${day}T00:00:00Z`)
  for (let left = count; left > 0; ) {
    at += DAY_MS
    if (!isWeekend(at)) left -= 1
  }
  return new Date(at).toISOString().slice(0, 10)
}

function isWeekend(at: number): boolean {
  const weekday = new Date(at).getUTCDay()
  return weekday === 0 || weekday === 6
}
