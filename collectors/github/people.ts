import type { PersonRef } from '#data/model/records.ts'
import type { ActorKind, Closer } from '#data/model/vocabulary.ts'
import { botPatternOf } from '../git/bots.ts'
import { personOf as personOfSigner, type Signer } from '../git/people.ts'

/** An account as the host's queries ask for it (fragment `Who`). */
export interface Actor {
  readonly __typename: string
  readonly login: string
  readonly databaseId?: number | null
}

/** Author, committer or co-author of a commit; name and address are gone already. */
export interface GitPerson {
  readonly signer: Signer | null
  readonly user?: { readonly databaseId: number | null; readonly login: string } | null
}

const KINDS: Readonly<Record<string, ActorKind>> = {
  Bot: 'bot',
  Mannequin: 'mannequin',
  Organization: 'organisation',
}

// The same few people did most of it: who they are is worked out once.
const MOST_KEPT = 20_000
const kept = new Map<string, PersonRef>()

function once(key: string, make: () => PersonRef): PersonRef {
  const known = kept.get(key)
  if (known !== undefined) return known
  if (kept.size >= MOST_KEPT) kept.clear()
  const made = make()
  kept.set(key, made)
  return made
}

/** `null` is how the host says that an account is gone. */
export function personOf(server: string, actor: Actor | null): PersonRef {
  if (actor === null) return once(server, () => ({ server, kind: 'deleted', login: null }))
  return once(`${server} ${actor.databaseId} ${actor.__typename} ${actor.login}`, () => accountOf(server, actor))
}

function accountOf(server: string, actor: Actor): PersonRef {
  const kind = KINDS[actor.__typename] ?? kindOfLogin(actor.login)
  const hostId = actor.databaseId == null ? undefined : String(actor.databaseId)
  return { server, hostId, login: actor.login, kind }
}

/** The account that the host knows, else what the signature itself tells. */
export function personOfGit(server: string, person: GitPerson): PersonRef {
  const { signer, user } = person
  if (signer === null) return authorOf(server, person)
  // Signatures that are equal come as one object, which is quicker to look up than all that is in it.
  const ofSigner = signed.get(signer) ?? new Map<string, PersonRef>()
  signed.set(signer, ofSigner)
  const key = `${user?.databaseId} ${user?.login} ${server}`
  const known = ofSigner.get(key)
  if (known !== undefined) return known
  const made = authorOf(server, person)
  ofSigner.set(key, made)
  return made
}

const signed = new WeakMap<Signer, Map<string, PersonRef>>()

function authorOf(server: string, { signer, user }: GitPerson): PersonRef {
  const signed = signer === null ? { server, kind: 'deleted' as const, login: null } : personOfSigner(signer, server)
  if (user?.databaseId == null) return signed
  const kind = signed.kind === 'bot' ? 'bot' : kindOfLogin(user.login)
  return { ...signed, server, hostId: String(user.databaseId), login: user.login, kind }
}

/** A line of a timeline: a review, a comment, a closing or a reopening. Which it is shows by what it has. */
export interface Said {
  readonly author?: Actor | null
  readonly createdAt?: string
  /** Of a review; null while it is pending, when its author alone sees it. */
  readonly submittedAt?: string | null
  /** What was said, as far as it is kept: the id of a phrase of the register. */
  readonly phrase?: string | null
  readonly closedAt?: string
  readonly closer?: Actor | null
  readonly reopenedAt?: string
}

/** The events of a timeline that say how its thing ended. */
export const ENDINGS = /* GraphQL */ `
    ... on ClosedEvent { closedAt: createdAt closer: actor { ...Who } }
    ... on ReopenedEvent { reopenedAt: createdAt }`

/** The first moment at which somebody other than the author, and no machine, said something; null when nobody has. */
export function firstResponseAt(author: Actor | null, said: readonly (Said | null)[]): string | null {
  return firstBySomebodyElse(author, said)?.at ?? null
}

/** What `firstResponseAt` is about, with who it was; of reviews alone when those alone are asked for. */
export function firstBySomebodyElse(
  author: Actor | null,
  said: readonly (Said | null)[],
  isAsked: (one: Said) => boolean = () => true,
): { readonly at: string; readonly by: Actor } | null {
  for (const one of said) {
    const at = one?.submittedAt ?? one?.createdAt
    if (one === null || one.submittedAt === null || at === undefined || one.author == null) continue
    if (isAsked(one) && isSomebodyElse(author, one.author)) return { at, by: one.author }
  }
  return null
}

export function isReview({ submittedAt }: Said): boolean {
  return typeof submittedAt === 'string'
}

/**
 * Who closed something, by the last closing of a timeline that was read to its end: its author, a program, or else
 * somebody who may close what others opened.
 */
export function closerOf(author: Actor | null, said: readonly (Said | null)[]): Closer | undefined {
  const last = said.findLast((one) => one?.closedAt !== undefined)
  if (last === undefined || last === null || last.closer === undefined) return undefined
  if (last.closer === null) return 'deleted'
  if (isMachine(last.closer)) return 'bot'
  return last.closer.login === author?.login ? 'author' : 'maintainer'
}

/** Whether it was opened again; undefined while a later line might say so. */
export function wasReopened(said: readonly (Said | null)[], isWhole: boolean): boolean | undefined {
  return said.some((one) => one?.reopenedAt !== undefined) || (isWhole ? false : undefined)
}

function isSomebodyElse(author: Actor | null, other: Actor): boolean {
  return !isMachine(other) && other.login !== author?.login
}

function isMachine({ __typename, login }: Actor): boolean {
  return (KINDS[__typename] ?? kindOfLogin(login)) === 'bot'
}

function kindOfLogin(login: string): ActorKind {
  return botPatternOf({ name: login, address: '' }) === undefined ? 'person' : 'bot'
}
