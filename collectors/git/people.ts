import type { PersonRef } from '#data/model/records.ts'
import { mailProviders } from '#data/reference/mail-providers.ts'
import type { Pseudonymiser } from '../pseudonym.ts'
import { botPatternOf, type Signature } from './bots.ts'

/** A signature of a commit after it was made pseudonymous: no name, no address. */
export interface Signer {
  readonly emailHash: string
  readonly emailDomain: string | null
  /** Host of the account, its number and login, as far as a no-reply address tells. */
  readonly host: string | null
  readonly accountId: string | null
  readonly login: string | null
  /** Why it is a program; null for a person. */
  readonly botPattern: string | null
}

const NO_REPLY_DOMAIN = 'users.noreply.'

/** Without an address, as in some imported histories, the name stands for one. */
export function signerOf({ name, address }: Signature, pseudonymise: Pseudonymiser): Signer {
  const hasAddress = address.trim() !== ''
  const { hash, accountId, login } = pseudonymise(hasAddress ? address : name)
  const domain = hasAddress ? domainOf(address) : null
  const isNoReply = domain?.startsWith(NO_REPLY_DOMAIN) === true
  return {
    emailHash: hash,
    emailDomain: isNoReply ? null : affiliatingDomain(domain),
    host: isNoReply ? domain.slice(NO_REPLY_DOMAIN.length) : null,
    accountId,
    login,
    botPattern:
      botPatternOf({ name, address }) ?? (login === null ? null : (botPatternOf({ name: login, address }) ?? null)),
  }
}

/** `server` is where the repository lies; an account is one of the host that its address names. */
export function personOf(signer: Signer, server: string): PersonRef {
  return {
    server: signer.host ?? server,
    hostId: signer.accountId ?? undefined,
    emailHash: signer.emailHash,
    login: signer.login,
    kind: signer.botPattern === null ? 'person' : 'bot',
    emailDomain: signer.emailDomain,
  }
}

// What stands behind the sign in old histories is often no domain: the name of a machine, the number of a store.
const DOMAIN = /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/

function domainOf(address: string): string | null {
  const domain = address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase()
  return address.includes('@') && DOMAIN.test(domain) ? domain : null
}

/** A domain as far as it says where somebody stands: null for public mail providers. */
export function affiliatingDomain(domain: string | null): string | null {
  return domain === null || PROVIDERS.test(domain) || domain.endsWith('.localdomain') ? null : domain
}

const PROVIDERS = new RegExp(
  `^(?:${mailProviders.map((provider) => provider.replaceAll('.', String.raw`\.`).replace('*', String.raw`[a-z]+(?:\.[a-z]+)?`)).join('|')})$`,
)
