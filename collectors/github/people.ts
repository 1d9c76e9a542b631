import type { PersonRef } from '#data/model/records.ts'
import type { ActorKind } from '#data/model/vocabulary.ts'
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

/** `null` is how the host says that an account is gone. */
export function personOf(server: string, actor: Actor | null): PersonRef {
  if (actor === null) return { server, kind: 'deleted', login: null }
  const kind = KINDS[actor.__typename] ?? kindOfLogin(actor.login)
  const hostId = actor.databaseId == null ? undefined : String(actor.databaseId)
  return { server, hostId, login: actor.login, kind }
}

/** The account that the host knows, else what the signature itself tells. */
export function personOfGit(server: string, { signer, user }: GitPerson): PersonRef {
  const signed = signer === null ? { server, kind: 'deleted' as const, login: null } : personOfSigner(signer, server)
  if (user?.databaseId == null) return signed
  const kind = signed.kind === 'bot' ? 'bot' : kindOfLogin(user.login)
  return { ...signed, server, hostId: String(user.databaseId), login: user.login, kind }
}

/** A review or a comment. `submittedAt` is null while a review is pending: its author alone sees it. */
export interface Said {
  readonly author?: Actor | null
  readonly createdAt: string
  readonly submittedAt?: string | null
}

/** The first moment at which somebody other than the author, and no machine, said something; null when nobody has. */
export function firstResponseAt(author: Actor | null, said: readonly (Said | null)[]): string | null {
  const first = said.find(
    (one) => one !== null && one.submittedAt !== null && one.author != null && isSomebodyElse(author, one.author),
  )
  return first?.submittedAt ?? first?.createdAt ?? null
}

function isSomebodyElse(author: Actor | null, other: Actor): boolean {
  const isMachine = (KINDS[other.__typename] ?? kindOfLogin(other.login)) === 'bot'
  return !isMachine && other.login !== author?.login
}

function kindOfLogin(login: string): ActorKind {
  return botPatternOf({ name: login, address: '' }) === undefined ? 'person' : 'bot'
}
