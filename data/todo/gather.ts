import { proseIn } from '../model/prose.ts'
import type { Language, Text } from '../model/vocabulary.ts'
import type { TodoEvidence } from './evidence.ts'
import type { FoundTodo, TodoArgs, TodoGap, TodoKind, TodoUrgency } from './item.ts'
import { TODO_KINDS } from './registry.ts'

export interface TodoItem extends Omit<FoundTodo, 'isLate'> {
  readonly kind: string
  readonly urgency: TodoUrgency
}

/** What waits, the most urgent first, and what was not looked at. */
export interface Todo {
  readonly asOf: string
  readonly promise: number | null
  readonly items: readonly TodoItem[]
  readonly gaps: readonly (TodoGap & { readonly kind: string })[]
}

const RANKS: Readonly<Record<TodoUrgency, number>> = { late: 0, soon: 1, open: 2 }

/** Pure: the same evidence gives the same list in the same order. */
export function gatherTodo(evidence: TodoEvidence): Todo {
  const findings = TODO_KINDS.map((kind) => ({ kind, ...kind.find(evidence) }))
  const items = findings.flatMap(({ kind, items: found }) =>
    found.map(({ isLate, ...one }) => ({ ...one, kind: kind.id, urgency: urgencyOf({ ...one, isLate }, evidence) })),
  )
  const order = new Map(TODO_KINDS.map(({ id }, index) => [id, index]))
  const rank = (one: TodoItem) =>
    [RANKS[one.urgency], one.due ?? one.since ?? '9999-99-99', order.get(one.kind) ?? 0, one.subject] as const
  return {
    asOf: evidence.today,
    promise: evidence.promise,
    items: items.sort((a, b) => compare(rank(a), rank(b))),
    gaps: findings.flatMap(({ kind, gaps }) => gaps.map((gap) => ({ ...gap, kind: kind.id }))),
  }
}

function urgencyOf(
  { due, isLate }: Pick<FoundTodo, 'due'> & { readonly isLate: boolean | undefined },
  { today }: TodoEvidence,
): TodoUrgency {
  if (isLate === true || (due !== null && due < today)) return 'late'
  return due === null ? 'open' : 'soon'
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? value
    if (value !== other) return value < other ? -1 : 1
  }
  return 0
}

const BY_ID: ReadonlyMap<string, TodoKind> = new Map(TODO_KINDS.map((kind) => [kind.id, kind]))

type Said = TodoGap & { readonly kind: string }

/** Why it waits, or what was not looked at, in both languages. */
export function sayTodo(one: Said): Text {
  const say = BY_ID.get(one.kind)?.says[one.message]
  if (say === undefined) throw new Error(`Nothing says "${one.message}" of ${one.kind}`)
  return { fr: say(todoArgs(one, 'fr')).fr, en: say(todoArgs(one, 'en')).en }
}

/** What a sentence is made of, with what people wrote in this language where they did. */
export function todoArgs({ kind, args }: Said, language: Language): TodoArgs {
  const quotes = BY_ID.get(kind)?.quotes ?? []
  const told = Object.entries(args).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'string' && quotes.includes(name) ? proseIn(value, { language, writtenIn: language }).text : value,
  ])
  return Object.fromEntries(told)
}

/** What people wrote of it, as a column holds it. */
export function todoQuotes({ kind, args }: Said): readonly string[] {
  return (BY_ID.get(kind)?.quotes ?? []).flatMap((name) => (typeof args[name] === 'string' ? [args[name]] : []))
}

export function todoTitle(kind: string, language: Language): string {
  return BY_ID.get(kind)?.title[language] ?? kind
}
