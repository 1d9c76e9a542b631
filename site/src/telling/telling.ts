import type { Language } from '#data/model/vocabulary.ts'
import { REPOSITORY_STREAMS } from '#data/reference/streams.ts'
import { desk } from '../desk.ts'
import { type Drawing, type FigureId, planOf } from '../figure-plans.ts'
import type { Figure, FigureTable } from '../loaders/figures.ts'
import { isComplete } from '../loaders/reading.ts'
import { spansOf, sumOver } from '../loaders/spans.ts'
import { formatMonth, formatQuarter, formatShortMonth } from '../words/typography.ts'
import type { Words } from '../words/words.ts'
import { columnTitle } from './cell-words.ts'
import { measureOf } from './figure-numbers.ts'
import { findingOf } from './findings.ts'
import { headlineOf } from './headlines.ts'
import { numbersRead } from './readings.ts'

/** What is said of a figure: sentences made from its numbers, value, period and comparison; never a cause. */
export interface Telling {
  readonly name: string
  readonly finding: string
  readonly subtitle: string
  /** Two sentences. */
  readonly reading: string
  /** What is missing from it or hidden in it; empty when it is whole. */
  readonly cautions: readonly string[]
  /** Who wrote the headline and when, and whether its numbers have changed since; absent for a generated one. */
  readonly writtenBy: string | undefined
}

export function tell(figure: Figure, language: Language, floor: number): Telling {
  const { words, settings } = desk(language)
  // In the months before a vote a city states nothing of its results: the name of the figure stands in their place.
  if (settings.isReserved) return neutral(figure, language, floor)
  const generated = findingOf(figure, language)
  const written = headlineOf(figure, language)
  return {
    name: nameOf(figure, language),
    finding: written?.text ?? generated ?? words.figures.noNumber,
    subtitle: subtitleOf(figure, language),
    reading: readingOf(figure, language),
    cautions: cautionsOf(figure, language, floor),
    writtenBy: written?.note,
  }
}

function neutral(figure: Figure, language: Language, floor: number): Telling {
  const name = nameOf(figure, language)
  const cautions = cautionsOf(figure, language, floor)
  return { name, finding: name, subtitle: subtitleOf(figure, language), reading: '', cautions, writtenBy: undefined }
}

export function nameOf({ id, metric }: Pick<Figure, 'id' | 'metric'>, language: Language): string {
  const { words, text } = desk(language)
  const names: Readonly<Record<string, string>> = words.figures.names
  return names[id] ?? text(metric.title)
}

/** Unit, scope and period, without a finding. */
function subtitleOf(figure: Figure, language: Language): string {
  const { words, number } = desk(language)
  const { units, grains, overRepositories } = words.figures
  const unit = figure.id.endsWith('-backlog') ? words.figures.waiting : (wordIn(units, figure.metric.unit) ?? '')
  const what = figure.grain === null ? unit : `${unit} ${grains[figure.grain]}`
  const scope = figure.coverage.expected === 0 ? [] : [overRepositories(number(figure.coverage.expected))]
  return [what, ...scope, periodOf(figure, language)].join(', ')
}

function wordIn(list: Readonly<Record<string, string>>, key: string): string | undefined {
  return list[key]
}

/** `décembre 2024 – novembre 2026`, quarters or years; the day of the data for a state. */
export function periodOf(
  { periods, grain, from, to, asOf }: Pick<FigureTable, 'periods' | 'grain' | 'from' | 'to' | 'asOf'>,
  language: Language,
): string {
  const { words, day } = desk(language)
  const [first = from] = periods
  const last = periods.at(-1) ?? to
  if (first === null || last === null) return words.figures.onDay(day(asOf))
  const print = (period: number) => longPeriod(language, periods.length === 0 ? 'month' : (grain ?? 'month'), period)
  return first === last ? print(first) : words.figures.period(print(first), print(last))
}

function longPeriod(language: Language, grain: NonNullable<Figure['grain']>, period: number): string {
  if (grain === 'year') return String(period)
  return grain === 'month' ? formatMonth(language, period) : formatQuarter(language, period)
}

/** One period, short, for the head of a row. */
export function shortPeriod(language: Language, grain: NonNullable<Figure['grain']>, period: number): string {
  if (grain === 'year') return String(period)
  return grain === 'month' ? formatShortMonth(language, period) : formatQuarter(language, period)
}

const CAUTIONS: Partial<Record<FigureId, keyof Words['figures']['cautions']>> = {
  ...{ 'change-requests': 'flow', issues: 'flow', commits: 'flow', 'author-groups': 'groups' },
  ...{ contributors: 'people', 'absence-factor': 'people', 'organisational-diversity': 'people' },
  ...{ communities: 'registers', adoption: 'declared', governance: 'noRate' },
  ...{ licenses: 'distribution', languages: 'distribution', 'version-lines': 'distribution', refusals: 'distribution' },
}
const CAUTIONS_BY_DRAWING: Record<Drawing, keyof Words['figures']['cautions']> = {
  ...{ frames: 'wait', stack: 'ratio', lines: 'flow', bars: 'state', facts: 'state' },
}

/** The numbers of the headline with those beside them, and what to keep in mind. */
function readingOf(figure: Figure, language: Language): string {
  const { cautions } = desk(language).words.figures
  const caution = cautions[CAUTIONS[figure.id] ?? CAUTIONS_BY_DRAWING[planOf(figure.id).drawing]]
  return [numbersRead(figure, language), promised(figure, language) ?? caution].filter(Boolean).join(' ')
}

/** How long the promise is that answers are held against. */
function promised({ id }: Figure, language: Language): string | undefined {
  const { words, settings, number } = desk(language)
  const days = settings.identity.promise?.workingDays
  return id === 'answers-in-time' && days !== undefined ? words.figures.promised(number(days), days > 1) : undefined
}

/** Sums of counted columns over the last twelve months, where they can be told. */
export function totalsOf(figure: FigureTable, language: Language) {
  const isCounted = figure.grain !== null && figure.series.every(({ measure }) => ADDED.has(measure))
  if (!isCounted) return undefined
  const columns = [...figure.series, ...figure.besides]
  const spans = spansOf(figure.answer, () => true)
  if (spans === undefined) return undefined
  const [{ from, to, isEarlier }] = spans
  return {
    ...{ from, to, isEarlier },
    columns: columns.map((series) => {
      const sum = ADDED.has(series.measure)
        ? sumOver(figure.answer, { from, to, ...measureOf(figure, series.id) })
        : null
      const text = sum === null ? undefined : desk(language).number(sum)
      return { title: columnTitle(series, language), sum, text, isCounted: series.about === null }
    }),
  }
}

/** Counts that add up from month to month; people do not, since one may come back. */
const ADDED: ReadonlySet<string> = new Set([
  'opened',
  'merged',
  'closed',
  'closed_unmerged',
  'commits',
  'release_commits',
  'bot_commits',
])

/** Whether a series goes on over months that are not known. */
function isCalendar({ series, grain }: Figure): boolean {
  return grain !== null && series.some(({ cells }) => cells.at(-1) === null)
}

/** What was to be read, by the names of the site. */
function streamWords(streams: readonly string[], language: Language): string {
  const { streams: named } = desk(language).words.openData
  return REPOSITORY_STREAMS.flatMap((stream) => (streams.includes(stream) ? [named[stream]] : [])).join(', ')
}

function cautionsOf(figure: Figure, language: Language, floor: number): readonly string[] {
  const { words, number } = desk(language)
  const { coverage, hiddenCells, fewCells, grain, gaps } = figure
  const gap = (wanted: string) => gaps.find(({ kind }) => kind === wanted)
  const elsewhere = gap('issues-elsewhere')
  const lagging = gap('known-until')
  const unread = gaps.filter(({ kind }) => kind === 'never-read').flatMap(({ names }) => names)
  return [
    ...(isComplete(coverage)
      ? []
      : [words.figures.incomplete({ complete: number(coverage.complete), expected: number(coverage.expected) })]),
    ...(unread.length === 0 ? [] : [words.figures.neverRead(streamWords(unread, language))]),
    ...(lagging === undefined ? [] : [words.figures[isCalendar(figure) ? 'knownUntil' : 'asKnown'](lagging.count)]),
    ...(elsewhere === undefined ? [] : [words.figures.elsewhere(number(elsewhere.count))]),
    ...(hiddenCells === 0 ? [] : [words.figures.hiddenNote({ count: hiddenCells, floor })]),
    ...(fewCells === 0 ? [] : [words.figures.fewNote(fewCells)]),
    ...(figure.isLastPartial && (grain === 'quarter' || grain === 'year')
      ? [`* ${words.figures.partial[grain]}.`]
      : []),
  ]
}
