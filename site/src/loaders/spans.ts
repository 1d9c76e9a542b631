import type { ColumnName } from '#data/queries/metrics/columns.ts'
import { type Answer, type Cell, cellIn } from './answers.ts'
import { addMonths, quarterOf } from './months.ts'

/**
 * The sum of a count over whole months, made of shown numbers alone: a sum of what everybody sees tells nobody more.
 * Where a month is hidden its quarter stands in, and for a quarter its year; null where none does.
 */
export function sumOver(
  answer: Answer,
  {
    from,
    to,
    measure,
    group,
  }: { readonly from: number; readonly to: number; readonly measure: ColumnName; readonly group: string | null },
): number | null {
  const told = (grain: string, period: number): Cell =>
    cellIn(
      answer.rows.find(
        (row) => row.grain === grain && row.period === period && (group === null || row.about.author_group === group),
      ),
      measure,
    )
  let sum = 0
  let month = from
  while (month <= to) {
    const pieces = [
      { months: 12, cell: month % 100 === 1 ? told('year', Math.floor(month / 100)) : null },
      { months: 3, cell: (month % 100) % 3 === 1 ? told('quarter', quarterOf(month)) : null },
      { months: 1, cell: told('month', month) },
    ]
    const piece = pieces.find(({ months, cell }) => typeof cell === 'number' && addMonths(month, months - 1) <= to)
    if (piece === undefined || typeof piece.cell !== 'number') return null
    sum += piece.cell
    month = addMonths(month, piece.months)
  }
  return sum
}

/** Twelve months, or a calendar year where some of the months are hidden. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly isYear: boolean
  /** The months that are over go further than what is known of them. */
  readonly isEarlier: boolean
}

/** The last twelve months that are over and known, and the twelve before; or the last whole years where only these can be told. */
export function spansOf(answer: Answer, isTold: (span: Span) => boolean): readonly [Span, Span] | undefined {
  if (answer.to === null) return undefined
  const to = lastKnown(answer) ?? answer.to
  const isEarlier = to < answer.to
  const months = { from: addMonths(to, -11), to, isYear: false, isEarlier }
  const year = to % 100 === 12 ? Math.floor(to / 100) : Math.floor(to / 100) - 1
  const whole = { from: year * 100 + 1, to: year * 100 + 12, isYear: true, isEarlier }
  const before = (span: Span): Span => ({ ...span, from: addMonths(span.from, -12), to: addMonths(span.to, -12) })
  const spans = [months, whole].filter(isTold)
  const told = spans.find((span) => isTold(before(span))) ?? spans[0]
  return told === undefined ? undefined : [told, before(told)]
}

/** The last month of which anything is known, hidden or not; undefined where nothing is told by month. */
function lastKnown({ rows }: Answer): number | undefined {
  const known = rows.filter(
    ({ grain, cells }) => grain === 'month' && [...cells.values()].some((cell) => cell !== null),
  )
  return known.reduce<number | undefined>((last, { period }) => Math.max(last ?? 0, period ?? 0), undefined)
}
