import { createSign, type KeyObject } from 'node:crypto'
import { createAppAuth } from '@octokit/auth-app'
import type { Octokit } from 'octokit'
import { SourceFailure } from '#data/model/failures.ts'
import type { Clock } from '../clock.ts'
import type { Credential } from './credentials.ts'

/** A GitHub App that an organisation installed. */
export interface GivenApp {
  readonly app: number
  readonly privateKey: KeyObject
  /** Login of the organisation. */
  readonly organisation: string
  /** Id of its installation; looked up when absent. */
  readonly installation?: number | undefined
}

type Request = Octokit['request']

/** Tokens of an installation last an hour: one with less left than this is replaced before it is used. */
const RENEW_BEFORE_MS = 5 * 60_000
/** The host takes at most ten minutes for the app's own token, and clocks differ. */
const JWT_SECONDS = 540
const JWT_BACKDATED_SECONDS = 60

/**
 * The credential of an installation: short-lived tokens, made when one is needed. `request` asks without a token of
 * its own. Throws `unauthorized` when the host does not take the key, `not-found` when the app is not installed.
 */
export function installationCredential(given: GivenApp, request: Request, clock: Clock): Credential {
  const { app, organisation } = given
  const createJwt = async () => {
    const now = Math.floor(clock.now() / 1000)
    const expires = now + JWT_SECONDS
    const jwt = signed(given.privateKey, { iat: now - JWT_BACKDATED_SECONDS, exp: expires, iss: String(app) })
    return { jwt, expiresAt: new Date(expires * 1000).toISOString() }
  }
  const log = { warn: () => undefined }
  const auth = createAppAuth({ appId: app, createJwt, request, log })
  let installation = given.installation
  let current: Promise<{ readonly token: string; readonly expiresAt: string }> | undefined

  const find = async (): Promise<number> => {
    const { token } = await auth({ type: 'app' })
    const headers = { authorization: `bearer ${token}` }
    const { data } = await request('GET /orgs/{org}/installation', { org: organisation, headers })
    return data.id
  }
  const make = async () => {
    try {
      installation ??= await find()
      return await auth({ type: 'installation', installationId: installation, refresh: true })
    } catch (error) {
      current = undefined
      throw refusal(error, given)
    }
  }
  const fresh = async () => {
    current ??= make()
    const { token, expiresAt } = await current
    if (Date.parse(expiresAt) - clock.now() > RENEW_BEFORE_MS) return token
    current = make()
    return (await current).token
  }
  return {
    name: `app ${app}`,
    token: fresh,
    async renew(refused) {
      // Two questions may meet the same refusal: the second finds a new token there.
      if (current !== undefined && (await current).token !== refused) return
      current = make()
      await current
    },
  }
}

function signed(key: KeyObject, claims: Readonly<Record<string, unknown>>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`
}

function refusal(error: unknown, { app, organisation, installation }: GivenApp): unknown {
  if (!(error instanceof SourceFailure)) return error
  if (error.kind === 'unauthorized' || error.kind === 'forbidden') {
    const message = `the host does not take the key of app ${app} (${error.message}): check its id, its private key and this machine's clock`
    return new SourceFailure('unauthorized', message)
  }
  if (error.kind === 'not-found') {
    const what = installation === undefined ? `on the organisation "${organisation}"` : `as ${installation}`
    const message = `app ${app} is not installed ${what}: an owner of the organisation installs it from the app's page`
    return new SourceFailure('unauthorized', message)
  }
  return error
}
