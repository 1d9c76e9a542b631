import { basename } from 'node:path'
import { REGISTERS } from '../../model/registers/registry.ts'
import type { Language } from '../../model/vocabulary.ts'
import { METRICS } from '../../queries/metrics/registry.ts'
import { gapTitle, sourceTitle } from '../../reference/source-titles.ts'
import type { Change } from '../changes.ts'
import type { Report } from '../report.ts'
import { type Print, wordsOf } from './print.ts'
import { type ToldItem, tellChange } from './tell-changes.ts'
import { type ToldIndicator, tellIndicator } from './tell-indicator.ts'
import { type ToldProposal, tellDecision, tellProposal } from './tell-proposals.ts'

/** A report in words: what every form of it prints, and nothing else. */
export interface Told {
  readonly language: Language
  /** What came of it: a count, never a judgement. */
  readonly finding: string
  readonly title: string
  readonly lead: readonly string[]
  readonly sections: readonly ToldSection[]
}

export type SectionId = 'decisions' | 'open' | 'changes' | 'targets' | 'proposals' | 'governance' | 'quality'

export interface ToldSection {
  readonly id: SectionId
  readonly title: string
  readonly parts: readonly ToldPart[]
}

export type ToldPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  /** A sentence with its cases; `rest`: those that are not named. */
  | { readonly kind: 'cases'; readonly text: string; readonly items: readonly ToldItem[]; readonly rest: string | null }
  | { readonly kind: 'matters'; readonly items: readonly ToldProposal[] }
  | {
      readonly kind: 'indicators'
      readonly head: readonly string[]
      readonly rows: readonly ToldIndicator[]
      readonly points: readonly (readonly (number | null)[])[]
      readonly bounds: readonly (number | null)[]
    }
  | { readonly kind: 'series'; readonly title: string; readonly rows: readonly ToldIndicator[] }
  | {
      readonly kind: 'table'
      readonly title: string | null
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
      readonly words: number
    }

/** Cases that are named below a sentence, by how long a report may be. */
const NAMED = { week: 3, month: 8, year: 12, since: 12 } as const

export function tellReport(report: Report, print: Print): Told {
  const words = wordsOf(print)
  const { period, asOf, scope } = report
  const span = words.spanned(print.day(period.from), print.day(period.to))
  const title = `${words.kinds[period.kind]}${words.colon}${span}`
  const { language } = print
  if (asOf === null) return { language, title, finding: title, lead: [words.nothingCollected], sections: [] }
  const isShort = period.kind === 'week'
  return {
    ...{ language, title, finding: findingOf(report, print) },
    lead: [
      `${words.scope(scope)}, ${words.dataOf(print.day(asOf))}.`,
      ...(report.collectedSince !== null && report.collectedSince.slice(0, 10) > period.before.from
        ? [words.isPartial(print.day(report.collectedSince))]
        : []),
    ],
    sections: [
      decisionsSection(report, print),
      openSection(report, print),
      changesSection(report, print),
      targetsSection(report, print),
      proposalsSection(report, print),
      ...(isShort ? [] : [governanceSection(report, print)]),
      isShort ? shortQuality(report, print) : qualitySection(report, print),
    ],
  }
}

/** How many targets are reached, behind and not known. */
export function findingOf({ indicators }: Pick<Report, 'indicators'>, print: Print): string {
  const aimed = indicators.filter(({ target }) => target !== null)
  const count = (wanted: string) => aimed.filter(({ state }) => state === wanted).length
  return wordsOf(print).result({
    ...{ targets: aimed.length, reached: count('reached'), behind: count('behind'), unknown: count('unknown') },
  })
}

function decisionsSection({ decisions, period }: Report, print: Print): ToldSection {
  const { decisions: said } = wordsOf(print)
  const told = decisions.taken.map((one) => tellDecision(one, { print, today: period.to }))
  const empty = decisions.isKept ? said.none : said.absent
  return {
    id: 'decisions',
    title: said.title,
    parts: [told.length === 0 ? text(empty) : { kind: 'matters', items: told }],
  }
}

function openSection({ decisions, period }: Report, print: Print): ToldSection {
  const { open, decisions: said } = wordsOf(print)
  const told = decisions.open.map((one) => tellDecision(one, { print, today: period.to }))
  const empty = decisions.isKept ? open.none : said.absent
  return { id: 'open', title: open.title, parts: [told.length === 0 ? text(empty) : { kind: 'matters', items: told }] }
}

function changesSection({ changes, period }: Report, print: Print): ToldSection {
  const { changes: said } = wordsOf(print)
  const isShort = period.kind === 'week'
  const unread = isShort ? changes.filter(({ count }) => count === null) : []
  const quiet = isShort ? changes.filter(({ count, before }) => count === 0 && (before ?? 0) === 0) : []
  const parts = changes
    .filter((change) => !unread.includes(change) && !quiet.includes(change))
    .map((change): ToldPart => {
      const { text: sentence, items } = tellChange(change, { period, print })
      const named = items.slice(0, NAMED[period.kind]).map(({ day, text: own }) => {
        return { day: day === null ? null : print.shortDay(day), text: own }
      })
      const rest = (items.length === 0 ? 0 : (change.count ?? items.length)) - named.length
      return { kind: 'cases', text: sentence, items: named, rest: rest === 0 ? null : said.others(rest) }
    })
  const nouns = (of: readonly Change[]) => of.map(({ kind }) => said.nouns[kind]).join(', ')
  const brief = [
    ...(quiet.length === 0 ? [] : [said.quiet(nouns(quiet))]),
    ...(unread.length === 0 ? [] : [said.unread(nouns(unread))]),
  ]
  const more = brief.map((sentence): ToldPart => ({ kind: 'cases', text: sentence, items: [], rest: null }))
  return { id: 'changes', title: said.title, parts: [...parts, ...more] }
}

function targetsSection({ indicators, period }: Report, print: Print): ToldSection {
  const { targets } = wordsOf(print)
  const rows = indicators.map((one) => tellIndicator(one, { print, asOf: print.day(period.to) }))
  const drawn: ToldPart = {
    ...{ kind: 'indicators', head: targets.head, rows },
    points: indicators.map(({ series }) => series.map(({ value }) => value)),
    bounds: indicators.map(({ target }) => target?.value ?? null),
  }
  const hasTargets = indicators.some(({ target }) => target !== null)
  const series: readonly ToldPart[] =
    period.kind === 'week' ? [] : [{ kind: 'series', title: targets.series, rows }, note(targets.seriesNote)]
  return {
    ...{ id: 'targets', title: targets.title },
    parts: [...(hasTargets ? [] : [text(targets.none)]), drawn, ...(hasTargets ? [note(targets.rule)] : []), ...series],
  }
}

function proposalsSection({ proposals, period }: Report, print: Print): ToldSection {
  const { proposals: said } = wordsOf(print)
  if (proposals === null) return { id: 'proposals', title: said.title, parts: [text(said.over)] }
  if (proposals.length === 0) return { id: 'proposals', title: said.title, parts: [text(said.none)] }
  const told = proposals.map((one) => tellProposal(one, print))
  const items = period.kind === 'week' ? told.map((one) => ({ ...one, names: [] })) : told
  return { id: 'proposals', title: said.title, parts: [note(said.note), { kind: 'matters', items }] }
}

function governanceSection({ governance, period }: Report, print: Print): ToldSection {
  const { governance: said } = wordsOf(print)
  if (governance === null) {
    return { id: 'governance', title: said.title, parts: [text(period.isCurrent ? said.none : said.over)] }
  }
  const states = Map.groupBy(governance.activities, ({ state }) => state)
  const counts = [...states].map(([state, { length }]) => `${stateWord(state, print)} ${length}`)
  const rows = governance.activities
    .filter(({ state }) => state !== 'not-selected')
    .map(({ id, state, met, points }) => [print.activity(id), stateWord(state, print), `${met}/${points}`])
  return {
    ...{ id: 'governance', title: said.title },
    parts: [
      text(said.summary(governance)),
      text(said.counts(counts.join(', '))),
      ...(rows.length === 0 ? [] : [{ kind: 'table' as const, title: null, head: said.head, rows, words: 2 }]),
      note(said.credit),
    ],
  }
}

function stateWord(state: string, print: Print): string {
  const { states } = wordsOf(print).governance
  return Object.entries(states).find(([id]) => id === state)?.[1] ?? state
}

function shortQuality({ quality }: Report, print: Print): ToldSection {
  const { quality: said } = wordsOf(print)
  const trees = quality.streams.find(({ stream }) => stream === 'tree')
  return {
    ...{ id: 'quality', title: said.title },
    parts: [text(said.short(trees?.complete ?? 0, quality.repositories, quality.failed.length))],
  }
}

function qualitySection({ quality, indicators, asOf }: Report, print: Print): ToldSection {
  const { quality: said } = wordsOf(print)
  const rows = quality.streams.map(({ stream, complete, partial, unknown }) => [
    said.streams[stream],
    ...[complete, partial, unknown].map((count) => print.number(count)),
  ])
  const failed = quality.failed.map(({ collector, scope, lastCompleteAt }) =>
    said.failed(
      sourceTitle(collector, print.language),
      basename(scope),
      lastCompleteAt === null ? null : print.day(lastCompleteAt),
    ),
  )
  const registers = quality.registers.map(({ id, lines }) => said.register(registerTitle(id, print.language), lines))
  const sources = indicators.map(({ metric, title, coverage }): ToldItem => {
    const source = METRICS.find(({ id }) => id === metric)?.source[print.language] ?? ''
    const read = coverage === null ? '' : said.read(coverage.complete, coverage.repositories)
    return {
      day: null,
      text: said.figure(title[print.language], source.replaceAll('`', ''), print.day(asOf ?? ''), read),
    }
  })
  return {
    ...{ id: 'quality', title: said.title },
    parts: [
      { kind: 'table', title: null, head: said.head, rows, words: 1 },
      ...(failed.length === 0 ? [said.noneFailed] : failed).map(text),
      ...quality.gaps.map(({ kind, reason, count }) =>
        text(said.gap(gapTitle(kind, print.language), said.reasons[reason] ?? reason, count)),
      ),
      text(said.judged(quality.judgedAt === null ? null : print.day(quality.judgedAt))),
      text(said.registers(registers.join(', '))),
      { kind: 'cases', text: said.figures, items: sources, rest: null },
    ],
  }
}

function registerTitle(id: string, language: Language): string {
  return REGISTERS.find((one) => one.id === id)?.title[language] ?? id
}

function text(value: string): ToldPart {
  return { kind: 'text', text: value }
}

function note(value: string): ToldPart {
  return { kind: 'note', text: value }
}
