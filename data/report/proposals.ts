import { overduePlans } from '../inventory/bricks.ts'
import { CONFIRMED_WITHIN_MONTHS } from '../inventory/reuse.ts'
import { addDays, addMonths } from '../model/day.ts'
import type { Text } from '../model/vocabulary.ts'
import { type CalendarOptions, workingCalendar } from '../model/working-days.ts'
import type { MeasuredInventory } from '../queries/metrics/metric.ts'
import type { RowOf } from '../queries/query.ts'
import type { registeredFacts } from '../queries/registers/facts.ts'
import type { registeredRequests } from '../queries/registers/requests.ts'
import type { waitingProposals } from '../queries/report/contributions.ts'
import type { ReportHistory } from './history.ts'
import type { Indicator } from './indicators.ts'

/** How soon the end of an exception asks for a decision. */
const SOON_DAYS = 30
/** Of things that are alike, those that are named; the others are counted. */
const NAMED_AT_MOST = 5

/** What somebody should decide, and the facts that say so. Nothing is proposed that no row stands behind. */
export type Proposal =
  | {
      readonly kind: 'over-promise'
      readonly count: number
      readonly workingDays: number
      /** Working days that the first of them has waited. */
      readonly longest: number
      readonly names: readonly string[]
    }
  | {
      readonly kind: 'waivers-ending'
      readonly count: number
      readonly first: string
      readonly names: readonly string[]
    }
  | {
      readonly kind: 'without-plan'
      readonly brick: string
      readonly components: number
      readonly assemblies: number
      readonly latestAt: string | null
    }
  | { readonly kind: 'plans-overdue'; readonly count: number; readonly names: readonly string[] }
  | { readonly kind: 'blocking'; readonly component: string; readonly unblocks: number; readonly left: number }
  | {
      readonly kind: 'target-passed'
      readonly title: Text
      readonly unit: Indicator['unit']
      readonly value: number
      readonly target: NonNullable<Indicator['target']>
    }
  | { readonly kind: 'to-reconfirm'; readonly count: number; readonly names: readonly string[] }
  | { readonly kind: 'requests-overdue'; readonly count: number; readonly names: readonly string[] }
  | { readonly kind: 'facts-due'; readonly count: number; readonly names: readonly string[] }

/** An exception that a pack writes down, in force. */
export interface KnownWaiver {
  readonly rule: string
  readonly subject: string
  readonly until: string
}

interface Facts {
  /** Day of the data. */
  readonly today: string
  readonly calendar: CalendarOptions
  /** Working days within which an answer was promised; undefined where nothing was. */
  readonly promised: number | undefined
  readonly waiting: readonly RowOf<typeof waitingProposals>[]
  readonly waivers: readonly KnownWaiver[]
  readonly inventory: Pick<MeasuredInventory, 'bricks' | 'migrations'>
  readonly adopters: ReportHistory['adopters']
  readonly indicators: readonly Indicator[]
  readonly facts: readonly RowOf<typeof registeredFacts>[]
  readonly requests: readonly RowOf<typeof registeredRequests>[]
}

/** What was promised to people comes first, then what ends, then what is at risk. */
export function proposalsFrom(facts: Facts): readonly Proposal[] {
  return [
    ...overPromise(facts),
    ...waiversEnding(facts),
    ...targetsPassed(facts),
    ...withoutPlan(facts),
    ...plansOverdue(facts),
    ...blocking(facts),
    ...toReconfirm(facts),
    ...requestsOverdue(facts),
    ...factsDue(facts),
  ]
}

function overPromise({ waiting, promised, calendar, today }: Facts): readonly Proposal[] {
  if (promised === undefined) return []
  const { between } = workingCalendar(calendar)
  const now = Date.parse(`${addDays(today, 1)}T00:00:00Z`) / 1000
  const late = waiting
    .map((one) => ({ ...one, days: between(one.created_epoch, now) }))
    .filter(({ days }) => days > promised)
  const [first] = late
  if (first === undefined) return []
  const names = late.map(({ repository, number }) => `${repository}#${number}`)
  return [{ kind: 'over-promise', ...listed(names), workingDays: promised, longest: Math.floor(first.days) }]
}

function waiversEnding({ waivers, today }: Facts): readonly Proposal[] {
  const ending = waivers
    .filter(({ until }) => until >= today && until <= addDays(today, SOON_DAYS))
    .toSorted((a, b) => (a.until < b.until ? -1 : 1))
  const [first] = ending
  if (first === undefined) return []
  return [
    { kind: 'waivers-ending', ...listed(ending.map(({ rule, subject }) => `${rule}, ${subject}`)), first: first.until },
  ]
}

/** The one whose day has passed is to be renewed, moved or given up. */
function targetsPassed({ indicators, today }: Facts): readonly Proposal[] {
  return indicators.flatMap(({ title, unit, value, target, state }): readonly Proposal[] =>
    state === 'behind' && value !== null && target !== null && target.by < today
      ? [{ kind: 'target-passed', title, unit, value, target }]
      : [],
  )
}

/** The one that the most assemblies stand on. */
function withoutPlan({ inventory }: Facts): readonly Proposal[] {
  const [worst] = inventory.bricks
    .filter(({ isGap, usedBy }) => isGap === true && usedBy.length > 0)
    .toSorted((a, b) => b.assemblies.length - a.assemblies.length || b.usedBy.length - a.usedBy.length)
  if (worst === undefined) return []
  const { title, brick, usedBy, assemblies, upkeep } = worst
  return [
    {
      ...{ kind: 'without-plan', brick: title ?? brick, components: usedBy.length, assemblies: assemblies.length },
      latestAt: upkeep?.latestAt ?? null,
    },
  ]
}

function plansOverdue({ inventory }: Facts): readonly Proposal[] {
  const overdue = inventory.bricks.filter((brick) => overduePlans(brick).length > 0)
  return some(
    'plans-overdue',
    overdue.map(({ title, brick }) => title ?? brick),
  )
}

/** What may start, and holds up the most of what waits. */
function blocking({ inventory }: Facts): readonly Proposal[] {
  const left = inventory.migrations.filter(({ state }) => state === 'free' || state === 'blocked')
  const [first] = left
    .filter(({ state, unblocks }) => state === 'free' && unblocks > 0)
    .toSorted((a, b) => b.unblocks - a.unblocks)
  if (first === undefined) return []
  return [{ kind: 'blocking', component: first.component, unblocks: first.unblocks, left: left.length }]
}

function toReconfirm({ adopters, today }: Facts): readonly Proposal[] {
  const before = addMonths(addDays(today, SOON_DAYS), -CONFIRMED_WITHIN_MONTHS)
  const old = adopters.filter(({ state, confirmed_at }) => state !== 'stopped' && confirmed_at <= before)
  return some('to-reconfirm', [...new Set(old.map(({ organisation }) => organisation))])
}

function requestsOverdue({ requests, today }: Facts): readonly Proposal[] {
  const isOpen = (stage: string) => stage !== 'closed' && stage !== 'in-service'
  const late = requests.filter(({ stage, next_step_due: due }) => isOpen(stage) && due !== null && due < today)
  return some(
    'requests-overdue',
    late.map(({ organisation }) => organisation),
  )
}

function factsDue({ facts }: Facts): readonly Proposal[] {
  return some(
    'facts-due',
    facts.filter(({ is_due }) => is_due === 1).map(({ id }) => id),
  )
}

type Listed = Extract<Proposal, { readonly kind: 'plans-overdue' | 'to-reconfirm' | 'requests-overdue' | 'facts-due' }>

function some(kind: Listed['kind'], names: readonly string[]): readonly Proposal[] {
  return names.length === 0 ? [] : [{ kind, ...listed(names) }]
}

function listed(names: readonly string[]) {
  return { count: names.length, names: names.slice(0, NAMED_AT_MOST) }
}
