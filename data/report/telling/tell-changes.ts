import type { Change } from '../changes.ts'
import type { Period } from '../period.ts'
import { type Print, shareText, wordsOf } from './print.ts'

/** One thing that changed: a sentence with its value and its comparison, and the cases behind it. */
export interface ToldChange {
  readonly kind: Change['kind']
  readonly text: string
  readonly items: readonly ToldItem[]
}

export interface ToldItem {
  /** Null for what has no day of its own. */
  readonly day: string | null
  readonly text: string
}

type Counted = Extract<
  Change,
  { readonly kind: 'releases' | 'adopters' | 'repositories' | 'archived' | 'waivers' | 'opened' | 'merged' }
>

export function tellChange(
  change: Change,
  { period, print }: { readonly period: Period; readonly print: Print },
): ToldChange {
  const { kind } = change
  const { changes } = wordsOf(print)
  if (change.count === null) return { kind, text: `${changes.unknown[kind]}.`, items: [] }
  return { kind, text: `${headline(change, { period, print })}.`, items: itemsOf(change, print) }
}

function headline(change: Change, { period, print }: { readonly period: Period; readonly print: Print }): string {
  const { changes } = wordsOf(print)
  const count = change.count ?? 0
  switch (change.kind) {
    case 'rules':
      return changes.rules(count)
    case 'conformity':
      return changes.conformity
    case 'governance':
      return changes.governance(count)
    case 'first-outside':
      return `${changes.firstOutside(count)}${against(change, period, print)}`
    default:
      return `${countedText(change, print)}${against(change, period, print)}`
  }
}

function countedText(change: Counted, print: Print): string {
  const { changes } = wordsOf(print)
  const [none, one, many] = changes.counted[change.kind]
  const count = change.count ?? 0
  if (count === 0) return none
  const outside =
    'outside' in change && change.outside !== null && change.outside > 0 ? changes.outside(change.outside) : ''
  return `${print.number(count)} ${count === 1 ? one : many}${outside}`
}

function against({ count, before, ...more }: Change, { kind }: Period, print: Print): string {
  const words = wordsOf(print)
  if (before === null) return words.changes.beforeUnknown[kind]
  if (before === count) return words.changes.same(words.before[kind])
  const outside = 'outsideBefore' in more && more.outsideBefore ? words.changes.outsideBefore(more.outsideBefore) : ''
  return words.changes.against(`${print.number(before)}${outside}`, words.before[kind])
}

function itemsOf(change: Change, print: Print): readonly ToldItem[] {
  const { changes } = wordsOf(print)
  const { items } = changes
  switch (change.kind) {
    case 'releases':
      return change.items.map(({ day, component, version }) => ({
        day,
        text: items.release(nameOf(component), version),
      }))
    case 'adopters':
      return change.items.map(({ day, organisation, component, state }) => ({
        day,
        text: items.adopter(organisation, nameOf(component), changes.adopterStates[state] ?? state),
      }))
    case 'repositories':
      return change.items.map(({ day, component }) => ({ day, text: items.repository(nameOf(component)) }))
    case 'archived':
      return change.items.map(({ day, component, replacedBy }) => ({
        day,
        text: items.archived(nameOf(component), replacedBy),
      }))
    case 'waivers':
      return change.items.map(({ day, component, code }) => ({
        day,
        text: items.waiver(nameOf(component), print.rule(code)),
      }))
    case 'rules':
      return change.items.map((move) => ({ day: null, text: ruleText(move, print) }))
    case 'conformity':
      return change.items.map(({ pack, held, heldBefore }) => ({
        day: null,
        text: changes.pack(print.pack(pack), shareText(held, print), shareText(heldBefore, print)),
      }))
    case 'governance':
      return change.items.map((move) => ({ day: null, text: changes.activity(print.activity(move.activity), move) }))
    default:
      return []
  }
}

function ruleText(move: Extract<Change, { readonly kind: 'rules' }>['items'][number], print: Print): string {
  const { changes } = wordsOf(print)
  const word = (severity: string) =>
    severity === 'error' || severity === 'warning' || severity === 'info' ? changes.severities[severity] : severity
  const turned =
    move.severityBefore === null ? '' : `, ${changes.turned(word(move.severityBefore), word(move.severity))}`
  return `${changes.rule({ ...move, code: print.rule(move.code) })}${turned}`
}

/** The owner is left out: in one report names seldom meet twice, and lines are short. */
function nameOf(component: string): string {
  return component.split('/').at(-1) ?? component
}
