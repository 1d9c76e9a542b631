import type { Text } from '../model/vocabulary.ts'
import type { MeasuredInventory } from '../queries/metrics/metric.ts'
import type { Todo, TodoItem } from '../todo/gather.ts'
import { textOf } from '../todo/item.ts'
import type { Indicator } from './indicators.ts'

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
  | { readonly kind: 'facts-due'; readonly count: number; readonly names: readonly Text[] }

interface Facts {
  /** What waits, as `parvis todo` tells it: a report chooses among it and finds nothing of its own. */
  readonly todo: Pick<Todo, 'items' | 'asOf' | 'promise'>
  readonly inventory: Pick<MeasuredInventory, 'migrations'>
  readonly indicators: readonly Indicator[]
}

/** What was promised to people comes first, then what ends, then what is at risk. */
export function proposalsFrom(facts: Facts): readonly Proposal[] {
  return [
    ...overPromise(facts),
    ...waiversEnding(facts),
    ...targetsPassed(facts),
    ...withoutPlan(facts),
    ...listedOf('plans-overdue', plansOverdue(facts)),
    ...blocking(facts),
    ...listedOf('to-reconfirm', itemsOf(facts, 'adopter')),
    ...listedOf('requests-overdue', requestsOverdue(facts)),
    ...factsDue(facts),
  ]
}

function overPromise(facts: Facts): readonly Proposal[] {
  const late = itemsOf(facts, 'unanswered').filter(
    ({ message, args }) => message === 'outside' && Number(args.late ?? 0) > 0,
  )
  const { promise } = facts.todo
  if (late.length === 0 || promise === null) return []
  return [
    {
      ...{ kind: 'over-promise', ...listed(late.map(({ subject }) => subject)), workingDays: promise },
      count: late.reduce((sum, { args }) => sum + Number(args.late), 0),
      longest: Math.max(...late.map(({ args }) => Number(args.longest))),
    },
  ]
}

function waiversEnding(facts: Facts): readonly Proposal[] {
  const ending = itemsOf(facts, 'waiver').filter(({ due }) => due !== null && due >= facts.todo.asOf)
  const first = ending[0]?.due
  if (first === undefined || first === null) return []
  return [{ kind: 'waivers-ending', ...listed(ending.map(({ subject }) => subject)), first }]
}

/** The one whose day has passed is to be renewed, moved or given up. */
function targetsPassed({ indicators, todo }: Facts): readonly Proposal[] {
  return indicators.flatMap(({ title, unit, value, target, state }): readonly Proposal[] =>
    state === 'behind' && value !== null && target !== null && target.by < todo.asOf
      ? [{ kind: 'target-passed', title, unit, value, target }]
      : [],
  )
}

/** The one that the most assemblies stand on. */
function withoutPlan(facts: Facts): readonly Proposal[] {
  const [worst] = itemsOf(facts, 'plan-b')
    .filter(({ message, args }) => (message === 'missing' || message === 'others') && Number(args.usedBy) > 0)
    .toSorted(
      (a, b) => Number(b.args.assemblies) - Number(a.args.assemblies) || Number(b.args.usedBy) - Number(a.args.usedBy),
    )
  if (worst === undefined) return []
  const { subject, message, args } = worst
  return [
    {
      ...{ kind: 'without-plan', brick: message === 'others' ? textOf(args, 'name') : subject },
      ...{ components: Number(args.usedBy), assemblies: Number(args.assemblies) },
      latestAt: args.latestAt === undefined ? null : String(args.latestAt),
    },
  ]
}

function plansOverdue(facts: Facts): readonly TodoItem[] {
  return itemsOf(facts, 'plan-b').filter(({ message }) => message === 'review')
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

function requestsOverdue(facts: Facts): readonly TodoItem[] {
  return itemsOf(facts, 'request')
    .filter(({ urgency }) => urgency === 'late')
    .map((item) => ({ ...item, subject: textOf(item.args, 'organisation') }))
}

/** A statement is due on its day; before, it is only to come. */
function factsDue(facts: Facts): readonly Proposal[] {
  const due = itemsOf(facts, 'fact').filter((item) => item.due !== null && item.due <= facts.todo.asOf)
  // A statement has no other name than what it states: the name of its line is for the register.
  const names = due.map(({ args }) => ({ fr: textOf(args, 'statementFr'), en: textOf(args, 'statementEn') }))
  return names.length === 0 ? [] : [{ kind: 'facts-due', count: names.length, names: names.slice(0, NAMED_AT_MOST) }]
}

function itemsOf({ todo }: Facts, kind: string): readonly TodoItem[] {
  return todo.items.filter((item) => item.kind === kind)
}

type Listed = Extract<Proposal, { readonly kind: 'plans-overdue' | 'to-reconfirm' | 'requests-overdue' }>

function listedOf(kind: Listed['kind'], items: readonly TodoItem[]): readonly Proposal[] {
  const names = [...new Set(items.map(({ subject }) => subject))]
  return names.length === 0 ? [] : [{ kind, ...listed(names) }]
}

function listed(names: readonly string[]) {
  return { count: names.length, names: names.slice(0, NAMED_AT_MOST) }
}
