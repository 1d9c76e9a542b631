import { resolve } from 'node:path'
import { UsageFailure } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { monthOf } from '#data/months.ts'
import {
  calendarMonth,
  calendarYear,
  PERIOD_KINDS,
  type Period,
  type PeriodKind,
  periodSince,
  periodUpTo,
} from '#data/report/period.ts'
import { type Report, readingsToKeep } from '#data/report/report.ts'
import { tellReport } from '#data/report/telling/tell-report.ts'
import { publishedGovernance } from '../governance/published.ts'
import { withHoldings } from '../inventory/holdings.ts'
import { type CommonOptions, languageOf } from '../io.ts'
import { measuredInventory } from '../metrics/measured-inventory.ts'
import { openPacks } from '../packs.ts'
import { loadReports } from '../report/load-reports.ts'
import { printIn } from '../report/print.ts'
import { reportMarkdown } from '../reporters/report-markdown.ts'
import { reportPage } from '../reporters/report-page.ts'
import type { Session } from '../session.ts'
import { loadTodo } from '../todo/load-todo.ts'
import { writeWhole } from '../write-whole.ts'

interface ReportOptions extends CommonOptions {
  readonly format: 'markdown' | 'html'
  readonly out?: string
  readonly record?: boolean
}

interface Call extends Session {
  readonly kind: PeriodKind
  /** Day of `since`; a month or a year of the calendar otherwise. */
  readonly of: string | undefined
  readonly options: ReportOptions
}

/** What changed in a period, how things stand against targets, and what asks for a decision. */
export async function report(call: Call): Promise<void> {
  const { io, options } = call
  await withHoldings(call, async (holdings) => {
    const { config, store, inventory } = holdings
    const language = languageOf(options, io.env, config.language)
    const packs = await openPacks(config)
    const source = {
      ask: store.ask,
      inventory: (scope: Parameters<typeof measuredInventory>[1]) => measuredInventory(holdings, scope),
    }
    const governance = await publishedGovernance(store, { config, audience: 'internal' })
    const periods = (today: string) => [periodAsked(call, today)]
    const todo = await loadTodo(store, { config, packs, governance, inventory, actualDay: null })
    const [found] = await loadReports(source, { config, todo, governance, periods, now: io.now() })
    if (found === undefined) throw new Error('a report was asked for and none was read')
    if (options.record === true && found.asOf !== null) {
      await store.saveReadings(readingsToKeep(found), { at: found.asOf })
    }
    const writtenIn = config.site.languages[0] ?? language
    const publisher = config.site.publisher[language]
    const written = writeOut(options.format, found, { language, writtenIn, publisher })
    if (options.out === undefined) return io.out(written)
    writeWhole(resolve(io.cwd, options.out), written)
    io.err(`${options.out}\n`)
  })
}

interface Printing {
  readonly language: Language
  /** Language of what people wrote in registers without saying which. */
  readonly writtenIn: Language
  readonly publisher: string
}

function writeOut(
  format: ReportOptions['format'],
  found: Report,
  { language, writtenIn, publisher }: Printing,
): string {
  const told = tellReport(found, printIn(language, writtenIn))
  return format === 'html' ? reportPage(told, { publisher }) : reportMarkdown(told)
}

/** The period that was asked for, once the day of the data is known. Throws `period-*` for one that cannot be told of. */
function periodAsked({ kind, of }: Pick<Call, 'kind' | 'of'>, today: string): Period {
  if (kind === 'since') return sinceDay(of, today)
  if (of === undefined) return periodUpTo(kind, today)
  if (kind === 'month' && /^\d{4}-(0[1-9]|1[0-2])$/u.test(of)) {
    const month = Number(of.replace('-', ''))
    if (month < monthOf(today)) return calendarMonth(month)
    throw new UsageFailure('period-not-over', `${of} is not over on ${today}, the day of the data.`, {
      hint: 'The month up to that day: parvis report month',
    })
  }
  if (kind === 'year' && /^\d{4}$/u.test(of)) {
    if (Number(of) <= Number(today.slice(0, 4))) return calendarYear(Number(of), today)
    throw new UsageFailure('period-not-over', `${of} has not begun on ${today}, the day of the data.`)
  }
  const expected = { week: 'nothing behind "week"', month: 'a month, YYYY-MM', year: 'a year, YYYY' }[kind]
  throw new UsageFailure(
    'period-malformed',
    `"${of}" cannot be read: expected ${expected}.${suggestion(of, PERIOD_KINDS)}`,
  )
}

function sinceDay(of: string | undefined, today: string): Period {
  const isDay = of !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(of) && !Number.isNaN(Date.parse(of))
  if (!isDay || new Date(of).toISOString().slice(0, 10) !== of) {
    throw new UsageFailure('period-malformed', `"${of ?? ''}" cannot be read: expected a day, YYYY-MM-DD.`, {
      hint: 'For example: parvis report since 2026-09-01',
    })
  }
  if (of <= today) return periodSince(of, today)
  throw new UsageFailure('period-not-over', `${of} comes after ${today}, the day of the data.`)
}
