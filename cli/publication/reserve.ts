import type { Reserve } from '#data/publication/reserve.ts'
import { type Reader, record } from '#policies/options.ts'
import { dayReader } from '../calendar.ts'

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
