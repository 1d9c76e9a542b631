import { componentNames } from '#data/inventory/names.ts'
import { type Behaviour, type Degree, opennessChecks } from '#data/inventory/openness.ts'
import { isOneOf } from '#data/model/vocabulary.ts'
import { declaredOpenness, observedOpenness } from '#data/queries/inventory/openness.ts'
import type { RowOf } from '#data/queries/query.ts'
import { type Holdings, withHoldings } from '../inventory/holdings.ts'
import { type CommonOptions, languageOf } from '../io.ts'
import { type OpennessLine, opennessJson, opennessTable } from '../reporters/openness.ts'
import type { Session } from '../session.ts'

interface OpennessOptions extends CommonOptions {
  readonly format: 'table' | 'json'
}

/** Answers are counted over a year; a promise in working days is half as long again in days of the calendar. */
const SECONDS_LOOKED_AT = 365 * 86_400
const DEFAULT_TARGET_DAYS = 10
const CALENDAR_PER_WORKING_DAY = 7 / 5

/** Lays the declared degree of each component beside what was seen of its repository. */
export async function openness(call: Session & { readonly options: OpennessOptions }): Promise<void> {
  const { io, options } = call
  await withHoldings(call, async (holdings) => {
    const workingDays = holdings.config.promise?.workingDays ?? DEFAULT_TARGET_DAYS
    const lines = await linesOf(holdings, { workingDays, now: io.now() })
    const answer = { asOf: holdings.asOf, coverage: holdings.coverage, workingDays, openness: lines }
    const language = languageOf(options, io.env, holdings.config.language)
    io.out(options.format === 'json' ? opennessJson(answer) : opennessTable(answer, language))
  })
}

async function linesOf(
  holdings: Holdings,
  { workingDays, now }: { readonly workingDays: number; readonly now: Date },
): Promise<readonly OpennessLine[]> {
  const to_epoch = Math.floor((holdings.asOf === null ? now.getTime() : Date.parse(holdings.asOf)) / 1000)
  const seen = await holdings.store.ask(observedOpenness, {
    from_epoch: to_epoch - SECONDS_LOOKED_AT,
    to_epoch,
    target_hours: Math.ceil(workingDays * CALENDAR_PER_WORKING_DAY) * 24,
  })
  const byName = new Map(seen.map((row) => [`${row.owner}/${row.name}`.toLowerCase(), row]))
  const declared = await holdings.store.ask(declaredOpenness, {})
  const names = componentNames(holdings.portfolio.components)
  return declared.flatMap(({ component, degree, declared_at }) => {
    if (!isOneOf(DEGREES, degree)) return []
    const [named] = names.find(component)
    const row = byName.get((named?.repository ?? component).toLowerCase())
    return [{ component, degree, declaredAt: declared_at, checks: opennessChecks(degree, behaviourOf(row)) }]
  })
}

const DEGREES = ['A', 'B', 'C', 'D'] as const satisfies readonly Degree[]

function behaviourOf(row: RowOf<typeof observedOpenness> | undefined): Behaviour {
  if (row === undefined) return { isPublic: null, hasGuide: null, hasIssues: null, isArchived: null, responses: null }
  const flag = (value: number | null) => (value === null ? null : value === 1)
  return {
    isPublic: row.readability === 'anonymous' ? true : row.readability === 'restricted' ? false : null,
    hasGuide: row.is_governed > 0 ? row.has_guide > 0 : null,
    hasIssues: flag(row.has_issues),
    isArchived: flag(row.is_archived),
    responses: row.is_followed > 0 ? { opened: row.opened, inTime: row.in_time } : null,
  }
}
