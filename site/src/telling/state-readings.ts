import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { FigureId } from '../figure-plans.ts'
import type { Figure } from '../loaders/figures.ts'
import { columnTitle, rowTitle } from './cell-words.ts'
import { column, firstOf, known, lookIn, named, sumOf } from './figure-numbers.ts'
import { count, daysOf, printed, type Sentences, stated, told } from './reading-parts.ts'

export type StateId = Exclude<
  FigureId,
  | ('change-requests' | 'issues' | 'commits' | 'author-groups' | 'contributors')
  | ('first-response' | 'time-to-review' | 'time-to-merge' | 'time-to-close')
  | ('issue-first-response' | 'issue-time-to-close' | 'change-request-closure' | 'issue-closure')
  | ('answers-in-time' | 'change-request-acceptance')
>

/** A state of the day, or a sum over a year that is told by kinds. */
export function stateSentences(figure: Figure, id: StateId, language: Language): Sentences {
  const said = desk(language).words.readings
  const at = lookIn(figure)
  const [first] = figure.series
  const days = (cell: number | undefined) => (cell === undefined ? undefined : daysOf(cell, language))
  switch (id) {
    case 'change-request-backlog':
    case 'issue-backlog': {
      const [median, oldest] = ['median_days', 'oldest_days'].map((name) => days(at(column(figure, name), 'any-age')))
      const open = at(first, 'any-age')
      return [median && open !== 1 ? said.waiting(median) : undefined, oldest && said.oldest(oldest)]
    }
    case 'absence-factor': {
      const parts = (['commit', 'change-request'] as const).flatMap((kind) => {
        const [factor, of] = [at(first, kind), at(column(figure, 'contributors'), kind)]
        return factor === undefined || of === undefined
          ? []
          : [said.absence[kind](count(factor, language), count(of, language).text)]
      })
      return [parts.length === 0 ? undefined : said.told(said.inTwelveMonths, parts)]
    }
    case 'organisational-diversity': {
      const [commits, people] = ['commits', 'contributors'].map((name) => at(column(figure, name), ''))
      const share = at(column(figure, 'unknown_share'), '')
      return [
        commits === undefined || people === undefined
          ? undefined
          : said.diversity(count(commits, language).text, count(people, language)),
        share ? said.affiliationUnknown(printed(share, 'unknown_share', language)) : undefined,
      ]
    }
    case 'communities':
      return [
        stated(
          said.communities,
          (what) => at(first, what),
          language,
          (parts) => said.told(said.inTwelveMonths, parts),
        ),
      ]
    case 'releases': {
      const [half, gap] = ['releases_6_months', 'median_gap_days'].map((name) => at(column(figure, name), ''))
      const age = days(gap)
      return [half === undefined ? undefined : said.halfYear(count(half, language)), age && said.gap(age)]
    }
    case 'migration':
      return [stated(said.migration, (state) => at(first, state), language, said.stands)]
    case 'adoption':
      return [
        stated(
          said.adoption,
          (state) => told(figure.total.get(state)),
          language,
          (parts) => said.isAdopted(parts),
        ),
      ]
    case 'refusals':
      return refused(figure, language)
    case 'languages':
    case 'translations':
      return [ranked(figure, language)]
    case 'portfolio-state':
    case 'licenses':
      return [byRow(figure, language)]
    case 'version-lines':
    case 'governance':
      return [byColumn(figure, language)]
    case 'rule-conformity':
      return [lastOfEach(figure, language)]
  }
}

function refused(figure: Figure, language: Language): Sentences {
  const said = desk(language).words.readings
  const at = lookIn(figure)
  const unknown = at(figure.series[0], '')
  return [
    at(figure.series[0], 'taken-over') ? said.takenOver : undefined,
    unknown ? said.untold(count(unknown, language)) : undefined,
  ]
}

const RANKED = 4
/** A state for each of seven words fits a sentence, and adds up to the whole. */
const LISTED = 7

/** What comes behind the first, which the headline tells. */
function ranked(figure: Figure, language: Language): string | undefined {
  const said = desk(language).words.readings
  const [series] = figure.series
  const first = firstOf(figure)
  if (series === undefined || first === undefined) return undefined
  const others = rowsBySize(figure).filter(({ row }) => row !== first.row && figure.rows[row]?.[0]?.value != null)
  const parts = others
    .slice(0, RANKED)
    .map(({ row, value }) =>
      said.bracketed(wordFor(figure, named(figure, row, language), language), printed(value, series.measure, language)),
    )
  return parts.length === 0 ? undefined : said.rest(parts)
}

function byRow(figure: Figure, language: Language): string | undefined {
  const said = desk(language).words.readings
  const parts = rowsBySize(figure)
    .slice(0, LISTED)
    .map(({ row, value }) =>
      said.bracketed(
        figure.rows[row]?.[0]?.value === null || figure.id !== 'licenses'
          ? lower(rowTitle(figure.rows[row] ?? [], language))
          : rowTitle(figure.rows[row] ?? [], language),
        count(value, language).text,
      ),
    )
  return parts.length < 2 ? undefined : said.rows(parts)
}

function byColumn(figure: Figure, language: Language): string | undefined {
  const said = desk(language).words.readings
  const isWhole = figure.series.every(({ cells }) => cells.every((cell) => typeof cell === 'number'))
  const parts = figure.series
    .map((series) => ({ name: columnTitle(series, language), sum: sumOf(series) }))
    .filter(({ sum }) => sum > 0)
    .map(({ name, sum }) => said.bracketed(lower(name), count(sum, language).text))
  return !isWhole || parts.length < 2 ? undefined : said.rows(parts)
}

/** One column a pack: the last month of each. */
function lastOfEach(figure: Figure, language: Language): string | undefined {
  const said = desk(language).words.readings
  const parts = figure.series.flatMap((series) => {
    const cell = told(series.cells.at(-1))
    return cell === undefined
      ? []
      : [said.bracketed(columnTitle(series, language), printed(cell, series.measure, language))]
  })
  return parts.length < 2 ? undefined : said.rows(parts)
}

/** French writes languages small; names of programming languages stay as they are. */
function wordFor({ id }: Figure, name: string, language: Language): string {
  return id === 'translations' && language === 'fr' ? lower(name) : name
}

function lower(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}

function rowsBySize({ series: [first] }: Figure): readonly { readonly row: number; readonly value: number }[] {
  return (first?.cells ?? [])
    .map((cell, row) => ({ row, value: known(cell) }))
    .filter(({ value }) => value > 0)
    .toSorted((a, b) => b.value - a.value)
}
