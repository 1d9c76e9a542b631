import { createHmac } from 'node:crypto'

/** What is kept of a mail address. The clear form is never stored, recorded or logged. */
export interface Pseudonym {
  /** HMAC-SHA256 of the lower-case address under the key of this installation, hexadecimal. */
  readonly hash: string
  /** Part behind the `@`, lower case; null where there is none: histories hold logins and worse in that place. */
  readonly domain: string | null
  /** Number of the account, when the address is a host's no-reply form that carries it. */
  readonly accountId: string | null
  /** Login of the account, when the address is a host's no-reply form. */
  readonly login: string | null
}

export type Pseudonymiser = (email: string) => Pseudonym

// GitHub writes `ID+login@users.noreply.HOST` since 2017 and `login@users.noreply.HOST` before.
const NO_REPLY = /^(?:(\d+)\+)?([^@+]+)@users\.noreply\.[a-z0-9.-]+$/

/** Makes addresses pseudonymous under one key, which lies outside database and repository. */
export function pseudonymiser(key: string): Pseudonymiser {
  return (email) => {
    const address = email.trim().toLowerCase()
    const noReply = NO_REPLY.exec(address)
    return {
      hash: createHmac('sha256', key).update(address).digest('hex'),
      domain: /@(.+)$/.exec(address)?.[1] ?? null,
      accountId: noReply?.[1] ?? null,
      login: noReply?.[2] ?? null,
    }
  }
}
