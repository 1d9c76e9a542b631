import type { Text } from '../model/vocabulary.ts'
import type { TodoEvidence } from './evidence.ts'

export type TodoArgs = Readonly<Record<string, string | number>>

/** Past its day, due within thirty days, or waiting without a day. */
export const TODO_URGENCIES = ['late', 'soon', 'open'] as const
export type TodoUrgency = (typeof TODO_URGENCIES)[number]

/** Something that waits for the officer. Days are `YYYY-MM-DD`. */
export interface FoundTodo {
  /** What it is about: a repository, an activity, a line of a register; never a person. */
  readonly subject: string
  /** `owner/name` where it is about one repository. */
  readonly repository: string | null
  /** Id of the sentence that says why, and what the sentence is made of. */
  readonly message: string
  readonly args: TodoArgs
  readonly since: string | null
  readonly due: string | null
  /** Waits now, whatever its day. */
  readonly isLate?: boolean
  /** What mends it or shows it in full. */
  readonly command: string | null
  /** File to mend, with its line. */
  readonly place: string | null
  /** Page of the host. */
  readonly url: string | null
}

/** Why something was not looked at, or only in part: what is not known is never counted as nothing. */
export interface TodoGap {
  readonly message: string
  readonly args: TodoArgs
}

export interface TodoFinding {
  readonly items: readonly FoundTodo[]
  readonly gaps: readonly TodoGap[]
}

/** One kind of thing that may wait: how to find it, and how to say it. */
export interface TodoKind {
  readonly id: string
  readonly title: Text
  /** Sentences by id, for items and for gaps. */
  readonly says: Readonly<Record<string, (args: TodoArgs) => Text>>
  /** Of what sentences are made of, what people wrote: it is given as a column holds it (data/model/prose.ts). */
  readonly quotes?: readonly string[]
  readonly find: (evidence: TodoEvidence) => TodoFinding
}

/** Keeps the ids of sentences known to the type checker. */
export function defineTodo<const Kind extends TodoKind>(kind: Kind): Kind {
  return kind
}

/** The items that a kind says and nothing that it lacks. */
export function found(items: readonly FoundTodo[], gaps: readonly TodoGap[] = []): TodoFinding {
  return { items, gaps }
}

/** Where nothing but a register tells. */
export const NOWHERE = { repository: null, url: null } as const

export function textOf(args: TodoArgs, name: string): string {
  return String(args[name] ?? '')
}

/** `1 contribution`, `2 contributions`: French counts none as one, English does not. */
export function counted(
  args: TodoArgs,
  name: string,
  { fr, en }: { readonly fr: readonly [string, string]; readonly en: readonly [string, string] },
): Text {
  const count = Number(args[name] ?? 0)
  return { fr: `${count} ${count < 2 ? fr[0] : fr[1]}`, en: `${count} ${count === 1 ? en[0] : en[1]}` }
}
