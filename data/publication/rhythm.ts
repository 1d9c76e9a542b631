import { addDays, addMonths } from '../model/day.ts'

/** How often a city renews what it publishes. */
export const RHYTHMS = ['daily', 'weekly', 'monthly', 'quarterly'] as const
export type Rhythm = (typeof RHYTHMS)[number]

const NEXT = {
  daily: (day) => addDays(day, 1),
  weekly: (day) => addDays(day, 7),
  monthly: (day) => addMonths(day, 1),
  quarterly: (day) => addMonths(day, 3),
} as const satisfies Record<Rhythm, (day: string) => string>

/** Day on which what is of a day, YYYY-MM-DD, is to be renewed. */
export function nextAfter(day: string, rhythm: Rhythm): string {
  return NEXT[rhythm](day.slice(0, 10))
}
