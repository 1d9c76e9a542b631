import { monthOf } from '../months.ts'
import { type GovernanceMove, governanceMoves } from './governance-moves.ts'
import type { ReportHistory } from './history.ts'
import { type ConformityMove, conformityMoves, type RuleMove, ruleMoves } from './lint-moves.ts'
import { isWithin, type Period, type Span } from './period.ts'

/** How many there were, and in the period before; null where it is not known. */
interface Counted {
  readonly count: number | null
  readonly before: number | null
}

/** What changed in a period. Each kind tells a value beside that of the period before, never why. */
export type Change =
  | (Counted & { readonly kind: 'releases'; readonly items: ReportHistory['releases'] })
  | (Counted & {
      readonly kind: 'adopters'
      readonly items: readonly {
        readonly day: string
        readonly organisation: string
        readonly component: string
        readonly state: string
      }[]
    })
  | (Counted & {
      readonly kind: 'repositories'
      readonly items: readonly { readonly day: string; readonly component: string }[]
    })
  | (Counted & {
      readonly kind: 'archived'
      readonly items: readonly {
        readonly day: string
        readonly component: string
        readonly replacedBy: string | null
      }[]
    })
  | (Counted & {
      readonly kind: 'waivers'
      readonly items: readonly { readonly day: string; readonly component: string; readonly code: string }[]
    })
  | (Counted & { readonly kind: 'merged'; readonly outside: number | null; readonly outsideBefore: number | null })
  | (Counted & { readonly kind: 'opened'; readonly outside: number | null; readonly outsideBefore: number | null })
  | (Counted & { readonly kind: 'first-outside' })
  | (Counted & { readonly kind: 'rules'; readonly items: readonly RuleMove[] })
  | (Counted & { readonly kind: 'conformity'; readonly items: readonly ConformityMove[] })
  | (Counted & { readonly kind: 'governance'; readonly items: readonly GovernanceMove[] })

export type ChangeKind = Change['kind']

/** In the order in which they are told. */
export function changesIn(history: ReportHistory, period: Period): readonly Change[] {
  const { releases, repositories, adopters, waivers, isRead } = history
  const within = <Item extends { readonly day: string }>(items: readonly Item[]) => counted(items, period)
  const known = adopters.flatMap(({ since: day, organisation, component, state }) =>
    day === null ? [] : [{ day, organisation, component, state }],
  )
  const unlessUnread = <Value extends object>(wasRead: boolean, value: Value) =>
    wasRead ? value : { ...value, count: null, before: null }
  // A clone does not tell when its repository came, nor whether it was closed.
  const isCreationKnown = repositories.some(({ created_at }) => created_at !== null)
  const isArchivalKnown = repositories.some(({ is_archived }) => is_archived !== null)
  return [
    { kind: 'releases', ...unlessUnknown(history, period, within(releases)) },
    { kind: 'adopters', ...unlessUnread(isRead.adopters, within(known)) },
    {
      kind: 'repositories',
      ...unlessUnread(
        isCreationKnown,
        within(repositories.flatMap(({ created_at: at, repository }) => dated(at, { component: repository }))),
      ),
    },
    {
      kind: 'archived',
      ...unlessUnread(
        isArchivalKnown,
        within(
          repositories.flatMap(({ archived_at: at, repository, replaced_by: replacedBy }) =>
            dated(at, { component: repository, replacedBy }),
          ),
        ),
      ),
    },
    { kind: 'opened', ...proposalsIn(history, period, 'opened') },
    { kind: 'merged', ...proposalsIn(history, period, 'merged') },
    { kind: 'first-outside', ...firstOutsideIn(history, period) },
    {
      kind: 'waivers',
      ...unlessUnread(
        history.judgedAt.length > 0,
        within(waivers.map(({ until, repository, code }) => ({ day: until, component: repository, code }))),
      ),
    },
    { kind: 'rules', ...movesIn(ruleMoves(history, period)) },
    { kind: 'conformity', ...movesIn(conformityMoves(history, period)) },
    { kind: 'governance', ...movesIn(governanceMoves(history, period)) },
  ]
}

/** Counts of what histories tell, of the periods that they are known to the end of. */
function unlessUnknown<Value extends Counted>(
  { isRead, knownUntil }: ReportHistory,
  period: Period,
  value: Value,
): Value {
  const isKnown = ({ to }: Span) => isRead.commits && (knownUntil === null || monthOf(to) <= knownUntil)
  const before = isKnown(period.before) ? value.before : null
  return { ...value, before, count: isKnown(period) ? value.count : null }
}

function dated<More extends object>(at: string | null, more: More): readonly (More & { readonly day: string })[] {
  return at === null ? [] : [{ day: at.slice(0, 10), ...more }]
}

/** Those of the period, the last one first, and how many the period before had. */
function counted<Item extends { readonly day: string }>(items: readonly Item[], { before, ...period }: Period) {
  const own = items.filter(({ day }) => isWithin(day, period)).toSorted((a, b) => (a.day < b.day ? 1 : -1))
  return { count: own.length, before: items.filter(({ day }) => isWithin(day, before)).length, items: own }
}

/** Null where nothing can be compared: nothing was looked at before the period ended. */
function movesIn<Move>(moves: readonly Move[] | undefined) {
  return { count: moves?.length ?? null, before: null, items: moves ?? [] }
}

function proposalsIn({ proposals, isRead }: ReportHistory, { before, ...period }: Period, what: 'opened' | 'merged') {
  if (!isRead['change-requests']) return { count: null, before: null, outside: null, outsideBefore: null }
  const sum = (span: Span, isOutside: boolean) =>
    proposals
      .filter((row) => isWithin(row.day, span) && (!isOutside || row.author_group === 'outside'))
      .reduce((total, row) => total + row[what], 0)
  return {
    ...{ count: sum(period, false), before: sum(before, false) },
    ...{ outside: sum(period, true), outsideBefore: sum(before, true) },
  }
}

function firstOutsideIn({ firstOutside, isRead }: ReportHistory, { before, ...period }: Period): Counted {
  if (!isRead['change-requests']) return { count: null, before: null }
  const sum = (span: Span) =>
    firstOutside.filter(({ day }) => isWithin(day, span)).reduce((total, { persons }) => total + persons, 0)
  return { count: sum(period), before: sum(before) }
}
