import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import { type Cell, type Figure, type Grain, latestOf, type Span } from '../loaders/figures.ts'
import { isComplete } from '../loaders/reading.ts'
import type { SpanWords } from '../words/sentences.ts'
import { formatMonth, formatQuarter, formatShortMonth } from '../words/typography.ts'

/** What is said of a figure: sentences made from its numbers, value, period and comparison; never a cause. */
export interface Telling {
  readonly name: string
  readonly finding: string
  readonly subtitle: string
  readonly reading: string
  /** Names by series. */
  readonly names: Readonly<Record<string, string>>
  /** What is missing from it or hidden in it; empty when it is whole. */
  readonly cautions: readonly string[]
  readonly counted: readonly string[]
  readonly notSaid: readonly string[]
  readonly notToConclude: string
}

export function tell(figure: Figure, language: Language, floor: number): Telling {
  const { words } = desk(language)
  const said = words.figure[figure.id]
  const isEmpty = figure.periods.length === 0
  return {
    name: said.name,
    finding: isEmpty ? words.figures.noData : findingOf(figure, language),
    subtitle: said.subtitle({ grain: words.figures.grains[figure.grain], period: periodOf(figure, language) }),
    reading: isEmpty ? '' : readingOf(figure, language),
    names: said.series,
    cautions: cautionsOf(figure, language, floor),
    counted: said.counted,
    notSaid: said.notSaid,
    notToConclude: said.notToConclude,
  }
}

/** `décembre 2024 – novembre 2026`, or quarters. */
export function periodOf({ periods, grain }: Pick<Figure, 'periods' | 'grain'>, language: Language): string {
  const [first] = periods
  const last = periods.at(-1)
  if (first === undefined || last === undefined) return ''
  const print = grain === 'month' ? formatMonth : formatQuarter
  return desk(language).words.figures.period(print(language, first), print(language, last))
}

/** One period, short, for the head of a row. */
export function shortPeriod(language: Language, grain: Grain, period: number): string {
  return grain === 'month' ? formatShortMonth(language, period) : formatQuarter(language, period)
}

function findingOf(figure: Figure, language: Language): string {
  const { words, duration } = desk(language)
  if (figure.id === 'first-response') {
    const latest = latestOf(figure, 'median')
    if (latest === undefined) return words.figures.noNumber
    return words.figure['first-response'].finding({
      month: formatMonth(language, latest.month),
      value: duration(latest.value * 24),
      yearAgo: spoken(latest.yearAgo, duration),
    })
  }
  const [now, before] = figure.spans
  const needed = figure.id === 'author-groups' ? [now.outside, now.opened] : [now.opened, now.merged]
  if (needed.includes(null)) return words.figures.noNumber
  const comparable = figure.id === 'author-groups' ? [before.outside, before.opened] : [before.opened, before.merged]
  return words.figure[figure.id].finding({
    now: spanWords(now, language),
    before: comparable.includes(null) ? undefined : spanWords(before, language),
  })
}

function readingOf(figure: Figure, language: Language): string {
  const { words, duration } = desk(language)
  if (figure.id === 'first-response') {
    const latest = latestOf(figure, 'median')
    if (latest === undefined) return ''
    const p90 = figure.series.find(({ id }) => id === 'p90')?.cells[figure.periods.indexOf(latest.month)]
    return words.figure['first-response'].reading({
      month: formatMonth(language, latest.month),
      value: duration(latest.value * 24),
      p90: spoken(p90 ?? null, duration),
    })
  }
  return words.figure[figure.id].reading(spanWords(figure.spans[0], language))
}

function spoken(cell: Cell, duration: (hours: number) => string): string | undefined {
  return typeof cell === 'number' ? duration(cell * 24) : undefined
}

function spanWords(span: Span, language: Language): SpanWords {
  const { words, number } = desk(language)
  const print = (value: number | null) => (value === null ? words.figures.untold : number(value))
  return {
    from: formatMonth(language, span.from),
    to: formatMonth(language, span.to),
    opened: print(span.opened),
    merged: print(span.merged),
    closed: print(span.closed),
    outside: print(span.outside),
  }
}

function cautionsOf(figure: Figure, language: Language, floor: number): readonly string[] {
  const { words, number } = desk(language)
  const { coverage, hiddenCells } = figure
  return [
    ...(isComplete(coverage)
      ? []
      : [words.figures.incomplete({ complete: number(coverage.complete), expected: number(coverage.expected) })]),
    ...(hiddenCells === 0 ? [] : [words.figures.hiddenNote({ count: hiddenCells, floor })]),
    ...(figure.isLastPartial ? [`* ${words.figures.partial[figure.grain]}.`] : []),
  ]
}
