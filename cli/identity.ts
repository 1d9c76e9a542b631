import type { Pseudonymiser } from '#collectors/pseudonym.ts'
import { UsageFailure } from '#data/model/failures.ts'
import type { PersonRef } from '#data/model/records.ts'

/** What somebody goes by, as typed on the command line; the address itself is given up for its hash at once. */
export interface Identity {
  readonly kind: 'login' | 'account' | 'mail'
  on(server: string): PersonRef
}

const LOGIN = /^@?([a-z\d](?:[a-z\d_-]*[a-z\d])?(?:\[bot\])?)$/i
const ACCOUNT = /^(\d+)\+([a-z\d][a-z\d_-]*(?:\[bot\])?)(?:@users\.noreply\.[a-z\d.-]+)?$/i
const MAIL = /^[^\s@<>]+@[^\s@<>]+$/

/** Reads a login, an `ID+login` with or without its no-reply domain, or a mail address. */
export function readIdentity(typed: string, pseudonymise: Pseudonymiser): Identity {
  const text = typed.trim()
  const [, number, name] = ACCOUNT.exec(text) ?? []
  if (number !== undefined && name !== undefined) {
    const emailHash = text.includes('@') ? pseudonymise(text).hash : undefined
    const login = name.toLowerCase()
    return { kind: 'account', on: (server) => ({ server, hostId: number, login, emailHash, kind: 'person' }) }
  }
  const [, login] = LOGIN.exec(text) ?? []
  if (login !== undefined) return { kind: 'login', on: (server) => ({ server, login, kind: 'person' }) }
  if (MAIL.test(text)) {
    const { hash, login: noReply } = pseudonymise(text)
    return { kind: 'mail', on: (server) => ({ server, emailHash: hash, login: noReply, kind: 'person' }) }
  }
  throw new UsageFailure('identity-unreadable', 'this is neither a login, an ID+login, nor a mail address.', {
    hint: 'For instance: parvis privacy show contributor-017',
  })
}
