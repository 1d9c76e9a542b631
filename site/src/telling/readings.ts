import type { Language } from '#data/model/vocabulary.ts'
import type { ColumnName } from '#data/queries/metrics/columns.ts'
import { desk } from '../desk.ts'
import type { FigureId } from '../figure-plans.ts'
import type { Figure } from '../loaders/figures.ts'
import { type Span, spansOf, sumOver } from '../loaders/spans.ts'
import type { Counted } from '../words/sentences.ts'
import { formatMonth, typeset } from '../words/typography.ts'
import { capital, column, duringOf, finishedPoints, lastTwo, measureOf } from './figure-numbers.ts'
import { count, daysOf, printed, type Sentences, stated, told } from './reading-parts.ts'
import { stateSentences } from './state-readings.ts'

/** What else is to be read in a figure, in whole sentences; nothing where nothing of it may be shown or is known. */
export function numbersRead(figure: Figure, language: Language): string {
  return typeset(language, sentencesOf(figure, language).filter(Boolean).join(' '))
}

function sentencesOf(figure: Figure, language: Language): Sentences {
  const { id } = figure
  switch (id) {
    case 'change-requests':
    case 'issues':
    case 'commits':
    case 'author-groups':
      return [flow(figure, id, language)]
    case 'first-response':
    case 'time-to-review':
    case 'time-to-merge':
    case 'time-to-close':
    case 'issue-first-response':
    case 'issue-time-to-close':
      return wait(figure, language)
    case 'change-request-closure':
    case 'issue-closure':
      return [counts(figure, ['closed', 'waiting'], language), range(figure, language)]
    case 'answers-in-time':
      return [counts(figure, ['in_time', 'due'], language), range(figure, language)]
    case 'change-request-acceptance':
      return [range(figure, language), fate(figure, language)]
    case 'contributors':
      return [contributors(figure, language)]
    default:
      return stateSentences(figure, id, language)
  }
}

/** What the headline adds up, by figure: the sentence is of the same months. Of issues it says it all. */
const ADDED_UP = {
  'change-requests': ['opened', 'merged'],
  'author-groups': ['outside', 'all'],
  commits: ['commits'],
  issues: [],
} as const satisfies Partial<Record<FigureId, readonly string[]>>

/** Sums over the months of the headline; the last period where no sum can be told. */
function flow(figure: Figure, id: keyof typeof ADDED_UP, language: Language): string | undefined {
  const { readings: said, figures } = desk(language).words
  const sentences: Readonly<Record<string, (of: Counted) => string>> = said.flow[id]
  const added: readonly string[] = ADDED_UP[id]
  const sumIn = (span: Span, name: string) => sumOver(figure.answer, { ...span, ...measureOf(figure, name) })
  const [span] = added.length === 0 ? [] : (spansOf(figure.answer, toldSpan(added, sumIn)) ?? [])
  if (span !== undefined) {
    const during = span.isYear
      ? capital(figures.span.year(String(Math.floor(span.to / 100))))
      : said.over(formatMonth(language, span.from), formatMonth(language, span.to))
    const sum = (name: string) => sumIn(span, name) ?? undefined
    return stated(sentences, sum, language, (parts) => said.told(during, parts))
  }
  const index = lastIndex(figure)
  const period = figure.periods[index]
  if (period === undefined) return undefined
  const during = capital(duringOf(figure, period, language))
  const cell = (name: string) => told(column(figure, name)?.cells[index])
  return stated(sentences, cell, language, (parts) => said.told(during, parts))
}

function toldSpan(names: readonly string[], sumIn: (span: Span, name: string) => number | null) {
  return (span: Span) => names.every((name) => sumIn(span, name) !== null)
}

function lastIndex({ periods, isLastPartial }: Figure): number {
  return periods.length - (isLastPartial && periods.length > 1 ? 2 : 1)
}

function wait(figure: Figure, language: Language): Sentences {
  const { words } = desk(language)
  const said = words.readings
  const last = lastTwo(figure)
  if (last === undefined) return []
  const index = figure.periods.indexOf(last.period)
  const cell = (name: ColumnName) => told(column(figure, name)?.cells[index])
  const spent = (working: ColumnName, whole: ColumnName) => {
    const value = cell(working)
    if (value === undefined) return undefined
    const text = words.figures.workingDays(printed(value, working, language), value >= 2)
    const calendar = cell(whole)
    return calendar === undefined ? text : said.withDays(text, daysOf(calendar, language, whole))
  }
  const half = spent('median_working_days', 'median_days')
  const settled = cell('settled')
  if (half === undefined) return []
  return [
    said.waited({
      ...{ during: capital(duringOf(figure, last.period, language)), half },
      most: spent('p90_working_days', 'p90_days'),
    }),
    settled === undefined ? undefined : said.settled(count(settled, language)),
  ]
}

/** A part and its whole, where the audience is told both. */
function counts(figure: Figure, [part, whole]: readonly [string, string], language: Language): string | undefined {
  const last = lastTwo(figure)
  if (last === undefined) return undefined
  const index = figure.periods.indexOf(last.period)
  const [value, of] = [part, whole].map((name) => told(column(figure, name)?.cells[index]))
  if (value === undefined || of === undefined) return undefined
  const during = capital(duringOf(figure, last.period, language))
  return desk(language).words.readings.of(during, count(value, language), count(of, language).text)
}

/** The lowest and the highest of the periods that are over; of two a headline says enough. */
function range(figure: Figure, language: Language): string | undefined {
  const points = finishedPoints(figure).toSorted((a, b) => a.value - b.value)
  const [least, most] = [points[0], points.at(-1)]
  const measure = figure.series[0]?.measure
  if (least === undefined || most === undefined || measure === undefined || points.length < 3) return undefined
  const said = desk(language).words.readings
  const [low, high] = [least, most].map(({ value }) => printed(value, measure, language))
  if (low === undefined || high === undefined || low === high) return low && said.steady(low)
  const during = (period: number) => duringOf(figure, period, language)
  return said.range({ least: low, leastIn: during(least.period), most: high, mostIn: during(most.period) })
}

function fate(figure: Figure, language: Language): string | undefined {
  const last = lastTwo(figure)
  const cell = last && told(column(figure, 'unknown_share')?.cells[figure.periods.indexOf(last.period)])
  return cell ? desk(language).words.readings.fateUnknown(printed(cell, 'unknown_share', language)) : undefined
}

function contributors(figure: Figure, language: Language): string | undefined {
  const said = desk(language).words.readings
  const last = lastTwo(figure)
  if (last === undefined) return undefined
  const index = figure.periods.indexOf(last.period)
  const during = capital(duringOf(figure, last.period, language))
  return stated(
    said.contributors,
    (name) => told(column(figure, name)?.cells[index]),
    language,
    (parts) => said.told(during, parts),
  )
}
