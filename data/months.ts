/** Months as YYYYMM integers, the way they are stored. */
export type Month = number

export function monthOf(instant: string): Month {
  return Number(instant.slice(0, 4)) * 100 + Number(instant.slice(5, 7))
}

export function monthsBefore(month: Month, count: number): Month {
  const ordinal = Math.floor(month / 100) * 12 + (month % 100) - 1 - count
  return Math.floor(ordinal / 12) * 100 + (ordinal % 12) + 1
}

/** All months from one to the other, both included. */
export function monthsBetween(first: Month, last: Month): readonly Month[] {
  const months: Month[] = []
  for (let month = first; month <= last; month = monthsBefore(month, -1)) months.push(month)
  return months
}

export function monthCount(from: Month, to: Month): number {
  return (Math.floor(to / 100) - Math.floor(from / 100)) * 12 + (to % 100) - (from % 100)
}
