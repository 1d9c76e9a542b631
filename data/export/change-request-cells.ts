import { type Month, monthsBetween } from '../months.ts'

/** Groups that people are in; bots are counted apart and are never hidden. */
const PEOPLE = ['inside', 'outside', 'contractor', 'unknown'] as const
export const GROUPS = [...PEOPLE, 'bot'] as const
export const GRAINS = ['month', 'quarter', 'year'] as const
export type Grain = (typeof GRAINS)[number]

/** Change requests counted over a month (YYYYMM), a quarter (YYYYQ), a year (YYYY) or a span, by its last month. */
export interface Counted {
  readonly grain: Grain | 'span'
  readonly period: number
  readonly event: string
  /** One of the groups, or `all`: everybody but bots. */
  readonly author_group: string
  readonly count: number
  readonly persons: number
  readonly from: Month
  readonly to: Month
}

/** The period of a grain that a month lies in. */
export function periodOf(grain: Grain, month: Month): number {
  const year = Math.floor(month / 100)
  if (grain === 'year') return year
  return grain === 'month' ? month : year * 10 + Math.ceil((month % 100) / 3)
}

/** The smallest counts that are not nought, by name: what every other figure is a sum of. */
export function partsOf(counted: readonly Counted[]): ReadonlySet<string> {
  return new Set(
    counted
      .filter(({ grain, author_group, count }) => grain === 'month' && isOfPeople(author_group) && count > 0)
      .map(({ period, event, author_group }) => partName(period, event, author_group)),
  )
}

/** Names of the parts that a figure is the sum of. */
export function partsIn(
  parts: ReadonlySet<string>,
  { from, to, event, groups }: Pick<Counted, 'from' | 'to' | 'event'> & { readonly groups: readonly string[] },
): readonly string[] {
  return monthsBetween(from, to)
    .flatMap((month) => groups.map((group) => partName(month, event, group)))
    .filter((part) => parts.has(part))
}

export function groupsOf(authorGroup: string): readonly string[] {
  return authorGroup === 'all' ? PEOPLE : [authorGroup]
}

/**
 * Worth of a figure, the most first: totals, then inside and outside, then the rest; in each the long periods first,
 * so that a small month costs another month and not its year.
 */
export function worthOf({ grain, author_group }: Pick<Counted, 'grain' | 'author_group'>): number {
  const tier = { all: 0, inside: 1, outside: 1 }[author_group] ?? 3
  return tier * 10 + { span: 0, year: 1, quarter: 2, month: 3 }[grain]
}

function isOfPeople(group: string): boolean {
  return PEOPLE.some((known) => known === group)
}

function partName(month: Month, event: string, group: string): string {
  return `${month} ${event} ${group}`
}
