import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { FigureId } from '../figure-plans.ts'
import type { Figure } from '../loaders/figures.ts'
import { type Span, spansOf, sumOver } from '../loaders/spans.ts'
import type { Compared, Counted, Told, Waited } from '../words/sentences.ts'
import { formatMonth } from '../words/typography.ts'
import { cellWord, printCell } from './cell-words.ts'
import {
  capital,
  column,
  duringOf,
  firstOf,
  known,
  lastTwo,
  lookIn,
  measureOf,
  named,
  sumOf,
  totalOf,
} from './figure-numbers.ts'

/** What a figure says in a sentence: value, period and comparison, never a cause. Undefined where no number can be told. */
export function findingOf(figure: Figure, language: Language): string | undefined {
  const said = desk(language).words.figures.findings
  const { id } = figure
  switch (id) {
    case 'change-requests':
      return with_(compared(figure, ['opened', 'merged'], language), said[id])
    case 'author-groups':
      return with_(compared(figure, ['outside', 'all'], language), said[id])
    case 'issues':
      return with_(compared(figure, ['opened', 'closed'], language), said[id])
    case 'commits':
      return with_(compared(figure, ['commits'], language), said[id])
    case 'first-response':
    case 'time-to-review':
    case 'time-to-merge':
    case 'time-to-close':
    case 'issue-first-response':
    case 'issue-time-to-close':
      return with_(waited(figure, language), said[id])
    case 'change-request-closure':
    case 'answers-in-time':
    case 'issue-closure':
    case 'change-request-acceptance':
    case 'rule-conformity':
      return with_(latestOf(figure, language, { isStart: true }), said[id])
    case 'contributors':
      return with_(latestOf(figure, language, { isStart: false }), said[id])
    default:
      return stateFinding(figure, id, language)
  }
}

type StateId = Extract<
  FigureId,
  | 'change-request-backlog'
  | 'issue-backlog'
  | 'absence-factor'
  | 'organisational-diversity'
  | 'releases'
  | 'communities'
  | 'portfolio-state'
  | 'licenses'
  | 'languages'
  | 'version-lines'
  | 'migration'
  | 'translations'
  | 'adoption'
  | 'governance'
  | 'refusals'
>

function stateFinding(figure: Figure, id: StateId, language: Language): string | undefined {
  const { number, words } = desk(language)
  const said = words.figures.findings
  const at = lookIn(figure)
  const counted = (value: number): Counted => ({ count: value, text: number(value) })
  const print = (value: number) => number(value)
  const [open, total] = [at(figure.series[0], ''), totalOf(figure)]
  switch (id) {
    case 'change-request-backlog':
    case 'issue-backlog': {
      const all = at(figure.series[0], 'any-age') ?? open
      const days = at(column(figure, 'median_days'), 'any-age')
      const age = days === undefined ? undefined : words.figures.days(print(Math.round(days)), Math.round(days) > 1)
      return all === undefined ? undefined : said[id]({ open: counted(all), age })
    }
    case 'absence-factor': {
      const [factor, of] = [at(figure.series[0], 'commit'), at(column(figure, 'contributors'), 'commit')]
      return factor === undefined || of === undefined ? undefined : said[id]({ factor: counted(factor), of: print(of) })
    }
    case 'organisational-diversity': {
      const of = at(column(figure, 'organisations'), '')
      return open === undefined || of === undefined ? undefined : said[id]({ factor: counted(open), of: print(of) })
    }
    case 'releases': {
      const [releasing, of] = [at(column(figure, 'releasing'), ''), at(column(figure, 'repositories'), '')]
      if (open === undefined || releasing === undefined || of === undefined) return undefined
      return said[id]({ releases: counted(open), releasing: counted(releasing), of: print(of) })
    }
    case 'communities': {
      const [value] = figure.series
      const [commits, issues, translations] = ['commit-authors', 'issue-authors', 'translation-authors'].map((what) =>
        at(value, what),
      )
      if (commits === undefined || issues === undefined) return undefined
      const translators = translations === undefined ? undefined : counted(translations)
      return said[id]({ commits: counted(commits), issues: counted(issues), translations: translators })
    }
    case 'portfolio-state': {
      const active = at(figure.series[0], 'active') ?? 0
      return total === undefined ? undefined : said[id]({ count: counted(active), total: print(total) })
    }
    case 'migration': {
      const migrated = at(figure.series[0], 'migrated')
      return migrated === undefined || total === undefined
        ? undefined
        : said[id]({ count: counted(migrated), total: print(total) })
    }
    case 'licenses': {
      const first = firstOf(figure)
      if (first === undefined || total === undefined) return undefined
      return said[id]({ name: named(figure, first.row, language), count: counted(first.value), total: print(total) })
    }
    case 'languages': {
      const first = firstOf(figure)
      if (first === undefined) return undefined
      return said[id]({
        name: named(figure, first.row, language),
        share: printCell(first.value, { measure: 'share', language }).text,
      })
    }
    case 'translations': {
      const first = firstOf(figure)
      if (first === undefined) return undefined
      const share = printCell(first.value, { measure: 'translated_share', language }).text
      const name = named(figure, first.row, language)
      return said[id]({
        languages: counted(figure.rows.length),
        name,
        share,
      })
    }
    case 'version-lines': {
      const sums = figure.series.map((series) => ({ series, sum: sumOf(series) }))
      const [most] = sums.filter(({ series }) => series.id !== 'unknown').toSorted((a, b) => b.sum - a.sum)
      if (most?.series.about == null || total === undefined) return undefined
      const name = cellWord(most.series.about.dimension, most.series.about.value, language)
      return said[id]({ name, count: counted(most.sum), total: print(total) })
    }
    case 'adoption': {
      const service = known(figure.total.get('in-service'))
      return service === 0 ? undefined : said[id]({ count: counted(service) })
    }
    case 'governance': {
      const of = (state: string) => sumOf(figure.series.find((series) => series.id === state))
      return total === undefined
        ? undefined
        : said[id]({ done: counted(of('done')), work: print(of('in-progress')), total: print(total) })
    }
    case 'refusals': {
      const taken = at(figure.series[0], 'taken-over')
      const share = at(column(figure, 'share'), 'taken-over')
      if (taken === undefined || share === undefined || share === 0) return said.refusalsUntold
      return said[id]({ taken: print(taken), total: print(Math.round(taken / share)) })
    }
  }
}

function with_<Args>(args: Args | undefined, say: (args: Args) => string): string | undefined {
  return args === undefined ? undefined : say(args)
}

/** Sums of columns over the last twelve months and the twelve before. */
function compared(figure: Figure, columns: readonly string[], language: Language): Compared | undefined {
  const { words, number } = desk(language)
  const sums = (span: Span) => {
    const found = columns.map((id) => [id, sumOver(figure.answer, { ...span, ...measureOf(figure, id) })] as const)
    return found.some(([, sum]) => sum === null) ? undefined : found
  }
  const spans = spansOf(figure.answer, (span) => sums(span) !== undefined)
  if (spans === undefined) return undefined
  const [now, before] = spans.map((span) => {
    const told = sums(span)?.map(([id, sum]) => [id, { count: sum ?? 0, text: number(sum ?? 0) }] as const)
    return told && Object.fromEntries(told)
  })
  const year = (span: Span) => words.figures.span.year(String(Math.floor(span.to / 100)))
  const { over, against } = spans[0].isYear
    ? { over: year(spans[0]), against: year(spans[1]) }
    : {
        ...words.figures.span.twelve,
        ...(spans[0].isEarlier && { over: words.figures.span.upTo(formatMonth(language, spans[0].to)) }),
      }
  return now && { over, against, now, before }
}

/** The last period with a number, beside the same a year before. */
function waited(figure: Figure, language: Language): Waited | undefined {
  const found = lastTwo(figure)
  if (found === undefined) return undefined
  const print = (value: number) => {
    const { text, value: rounded } = printCell(value, { measure: 'median_working_days', language })
    return desk(language).words.figures.workingDays(text, (rounded ?? 0) >= 2)
  }
  return {
    during: capital(duringOf(figure, found.period, language)),
    value: print(found.value),
    before: found.before === undefined ? undefined : print(found.before.value),
  }
}

function latestOf(figure: Figure, language: Language, { isStart }: { readonly isStart: boolean }): Told | undefined {
  const found = lastTwo(figure)
  if (found === undefined) return undefined
  const measure = figure.series[0]?.measure ?? 'value'
  const during = (period: number) => duringOf(figure, period, language)
  return {
    during: isStart ? capital(during(found.period)) : during(found.period),
    value: printCell(found.value, { measure, language }).text,
    count: found.value,
    before: found.before && {
      during: during(found.before.period),
      value: printCell(found.before.value, { measure, language }).text,
    },
  }
}
