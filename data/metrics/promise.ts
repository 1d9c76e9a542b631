import { type CalendarOptions, workingCalendar } from '../model/working-days.ts'

/** An answer that was promised within so many working days, and what became of it; times in seconds since 1970. */
export interface AnswerPromise {
  readonly workingDays: number
  /** Whether the last day of the promise is over. */
  isDue(openedAt: number, now: number): boolean
  /** Whether an answer came on that day at the latest. */
  isKept(openedAt: number, answeredAt: number): boolean
}

/** A promise counts in days, as people read it: asked on a Monday, five working days end with the next Monday. */
export function answerPromise(workingDays: number, options: CalendarOptions): AnswerPromise {
  const calendar = workingCalendar(options)
  const { dayOf } = calendar
  const lastDays = new Map<string, string>()
  const lastDay = (openedAt: number) => {
    const day = dayOf(openedAt)
    const last = lastDays.get(day) ?? calendar.after(day, workingDays)
    lastDays.set(day, last)
    return last
  }
  return {
    workingDays,
    isDue: (openedAt, now) => lastDay(openedAt) < dayOf(now),
    isKept: (openedAt, answeredAt) => dayOf(answeredAt) <= lastDay(openedAt),
  }
}
