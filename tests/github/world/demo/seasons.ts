import { day, hour, minute } from '../instants.ts'
import type { Random } from '../random.ts'

/** January to December: August is empty, December is short, autumn and spring are full. */
const months = [0.95, 0.95, 1.15, 1.0, 0.85, 1.1, 0.65, 0.3, 1.15, 1.25, 1.15, 0.6]

/** Saturday and Sunday keep a little life. */
const weekdays = [0.12, 1, 1.1, 1.1, 1.05, 0.9, 0.1]

/** How busy a day is, one being ordinary. */
export function bustle(ms: number): number {
  const date = new Date(ms)
  return (months[date.getUTCMonth()] ?? 1) * (weekdays[date.getUTCDay()] ?? 1)
}

/** A moment of a working day, in UTC. */
export function officeHour(dayStart: number, random: Random): number {
  return dayStart + 7 * hour + random.integer(0, 9 * 60 + 30) * minute + random.integer(0, 59) * 1000
}

/** Moves a moment out of nights and weekends, never backwards. */
export function intoOffice(ms: number, random: Random): number {
  const start = ms - (ms % day)
  const weekday = new Date(start).getUTCDay()
  if (weekday === 6) return officeHour(start + 2 * day, random)
  if (weekday === 0) return officeHour(start + day, random)
  if (ms < start + 7 * hour) return officeHour(start, random)
  return ms <= start + 17 * hour ? ms : intoOffice(start + day, random)
}

/** Hours until a first answer, by the day of the question: shorter over the years, long in summer, longest in the last one. */
export function medianAnswerHours(ms: number, window: { readonly from: number; readonly to: number }): number {
  const share = (ms - window.from) / (window.to - window.from)
  const trend = Math.max(54, 250 - 235 * share)
  const date = new Date(ms)
  const month = date.getUTCMonth()
  const isLastYear = date.getUTCFullYear() === new Date(window.to).getUTCFullYear()
  if (month === 6 || month === 7) return trend * (isLastYear ? 4 : 1.5)
  if (month === 8 && isLastYear) return trend * 1.9
  if (month === 5 && isLastYear) return trend * 1.5
  return trend
}

/** A draw around a median with a long tail. */
export function skewed(median: number, random: Random): number {
  const bell = random.next() + random.next() + random.next() + random.next() - 2
  return median * Math.exp(bell * 1.5)
}
