import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import { type Cell, type Figure, latestOf, type Year } from '../loaders/figures.ts'
import { isComplete } from '../loaders/reading.ts'
import { formatMonth } from '../words/typography.ts'

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
  const isEmpty = figure.months.length === 0
  return {
    name: said.name,
    finding: isEmpty ? words.figures.noData : capitalised(findingOf(figure, language)),
    subtitle: said.subtitle(periodOf(figure, language)),
    reading: isEmpty ? '' : readingOf(figure, language),
    names: said.series,
    cautions: cautionsOf(figure, language, floor),
    counted: said.counted,
    notSaid: said.notSaid,
    notToConclude: said.notToConclude,
  }
}

export function periodOf({ months }: Pick<Figure, 'months'>, language: Language): string {
  const [first] = months
  const last = months.at(-1)
  if (first === undefined || last === undefined) return ''
  return desk(language).words.figures.period(formatMonth(language, first), formatMonth(language, last))
}

function findingOf(figure: Figure, language: Language): string {
  const { words, duration } = desk(language)
  if (figure.id === 'first-response') {
    const latest = latestOf(figure, 'median')
    if (latest === undefined) return words.figures.noData
    return words.figure['first-response'].finding({
      month: formatMonth(language, latest.month),
      value: duration(latest.value * 24),
      yearAgo: spoken(latest.yearAgo, duration),
    })
  }
  const [now, before] = figure.years
  const hidden = now.hiddenCells + before.hiddenCells
  return words.figure[figure.id].finding({
    now: written(now, language),
    total: desk(language).number(now.total),
    before: before.months === 12 ? written(before, language) : undefined,
    totalBefore: desk(language).number(before.total),
    atLeast: hidden === 0 ? '' : `${words.figures.atLeast} `,
  })
}

function readingOf(figure: Figure, language: Language): string {
  const { words, duration, number } = desk(language)
  if (figure.id === 'first-response') {
    const latest = latestOf(figure, 'median')
    if (latest === undefined) return ''
    const p90 = figure.series.find(({ id }) => id === 'p90')?.cells[figure.months.indexOf(latest.month)]
    return words.figure['first-response'].reading({
      month: formatMonth(language, latest.month),
      value: duration(latest.value * 24),
      p90: spoken(p90 ?? null, duration),
    })
  }
  const [now] = figure.years
  return words.figure[figure.id].reading({
    period: words.home
      .period(formatMonth(language, now.from), formatMonth(language, now.to))
      .replace(' – ', language === 'fr' ? ' à ' : ' to '),
    now: written(now, language),
    total: number(now.total),
  })
}

function spoken(cell: Cell, duration: (hours: number) => string): string | undefined {
  return typeof cell === 'number' ? duration(cell * 24) : undefined
}

function written({ totals }: Year, language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries([...totals].map(([id, value]) => [id, desk(language).number(value)]))
}

function cautionsOf(figure: Figure, language: Language, floor: number): readonly string[] {
  const { words, number } = desk(language)
  const { coverage, hiddenCells } = figure
  return [
    ...(isComplete(coverage)
      ? []
      : [words.figures.incomplete({ complete: number(coverage.complete), expected: number(coverage.expected) })]),
    ...(hiddenCells === 0 ? [] : [words.figures.hiddenNote({ count: hiddenCells, floor })]),
    ...(figure.isLastPartial ? [`* ${words.figures.partialMonth}.`] : []),
  ]
}

function capitalised(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1)
}
