import { type Reader, record } from '#policies/options.ts'
import { dayReader } from '../calendar.ts'

/** The months before a vote, by their first and last day, `YYYY-MM-DD`; both included. */
export interface Reserve {
  readonly from: string
  readonly to: string
}

const days = record({ from: dayReader, to: dayReader })

/** Refuses a reserve that ends before it starts: it would withhold nothing, and nobody would be told. */
export const reserveReader: Reader<Reserve> = {
  ...days,
  read(value, path, problems) {
    const before = problems.length
    const read = days.read(value, path, problems)
    // A mapping with an unreadable day is told of already.
    if (read === undefined || problems.length > before || read.from <= read.to) return read
    problems.push({ path: [...path, 'to'], at: 'value', message: `expected a day not before ${read.from}.` })
    return undefined
  },
}

export function isReserved(reserve: Reserve | undefined, now: Date): boolean {
  const day = now.toISOString().slice(0, 10)
  return reserve !== undefined && reserve.from <= day && day <= reserve.to
}
