import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { FigureTable } from '../loaders/figures.ts'

/** Something that happened, on a figure told by period. */
export interface EventMark {
  /** YYYY-MM-DD. */
  readonly on: string
  readonly words: string
  /** Row of the period that it fell in. */
  readonly row: number
  /** Where on the axis, in rows: half a row before the middle of a period is its first day. */
  readonly at: number
}

/** What the office dated, in order, as far as a figure reaches; nothing in the months before a vote. */
export function marksOf(
  figure: Pick<FigureTable, 'id' | 'grain' | 'periods'>,
  language: Language,
): readonly EventMark[] {
  const { settings, text } = desk(language)
  const { grain } = figure
  if (grain === null || settings.isReserved) return []
  return (settings.identity.marks ?? [])
    .filter(({ figures }) => figures === undefined || figures.includes(figure.id))
    .flatMap(({ on, words }) => {
      const { period, share } = placeIn(on, grain)
      const row = figure.periods.indexOf(period)
      return row < 0 ? [] : [{ on, words: text(words), row, at: row + share - 0.5 }]
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const

/** The period of a day, and how much of it was over that morning. */
function placeIn(day: string, grain: keyof typeof MONTHS): { readonly period: number; readonly share: number } {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const index = Math.floor((month - 1) / MONTHS[grain])
  const [from, to] = [index, index + 1].map((one) => Date.UTC(year, one * MONTHS[grain], 1))
  const period = { month: year * 100 + index + 1, quarter: year * 10 + index + 1, year }[grain]
  const begin = from ?? 0
  return { period, share: (Date.parse(day) - begin) / ((to ?? begin + 1) - begin) }
}
