/** Months are numbers, YYYYMM. */

export function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 100 + Number(day.slice(5, 7))
}

export function addMonths(month: number, count: number): number {
  const index = Math.floor(month / 100) * 12 + (month % 100) - 1 + count
  return Math.floor(index / 12) * 100 + (index % 12) + 1
}

/** The `count` months up to and with `last`, oldest first. */
export function monthsUpTo(last: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => addMonths(last, index + 1 - count))
}

/** Whole months between two days. */
export function monthsBetween(from: string, to: string): number {
  const months = (monthOf(to) - (monthOf(to) % 100)) / 100 - (monthOf(from) - (monthOf(from) % 100)) / 100
  return months * 12 + (monthOf(to) % 100) - (monthOf(from) % 100) - (to.slice(8, 10) < from.slice(8, 10) ? 1 : 0)
}

/** The quarter of a month, YYYYQ: 202609 is in 20263. */
export function quarterOf(month: number): number {
  return Math.floor(month / 100) * 10 + Math.ceil((month % 100) / 3)
}
