import { createPublicKey, randomBytes, verify } from 'node:crypto'
import type { TokenRights } from './access.ts'
import type { Clock } from './clock.ts'
import { json, missing, type Reply } from './reply.ts'
import { at } from './world/instants.ts'

/** A GitHub App that this server knows. */
export interface App {
  readonly id: number
  /** PEM; what the app signs is checked against it. */
  readonly publicKey: string
  readonly installations: readonly {
    readonly id: number
    readonly organisation: string
    readonly isSuspended?: boolean
  }[]
}

/** Apps, their own tokens (JWT), and the tokens of their installations, which end after an hour. */
export interface Apps {
  /** The app whose valid JWT this is, or why it is none. */
  readonly check: (jwt: string) => App | string
  /** The rights of an installation's token; undefined once it has ended or was never made. */
  readonly rightsOf: (token: string) => TokenRights | undefined
  /** Ends all tokens that were made, as an owner does who suspends the app for a moment. */
  readonly revoke: () => void
  readonly answer: (app: App, request: { readonly method: string; readonly path: string }) => Reply
}

const HOUR = 3_600_000
const LONGEST_JWT_SECONDS = 600

/** Whether a path is answered to apps alone, by their JWT. */
export function isForApps(path: string): boolean {
  return /^\/app(?:\/|$)|^\/orgs\/[^/]+\/installation$/.test(path)
}

export function createApps(apps: readonly App[], clock: Clock): Apps {
  const made = new Map<string, { readonly rights: TokenRights; readonly expiresAt: number }>()

  const make = ({ id }: App, organisation: string): Reply => {
    const token = `ghs_${randomBytes(18).toString('hex')}`
    const expiresAt = clock.now() + HOUR
    made.set(token, {
      rights: { token, login: `app-${id}[bot]`, memberOf: [organisation], passes: [organisation] },
      expiresAt,
    })
    return json(201, {
      token,
      expires_at: at(expiresAt),
      permissions: { contents: 'read' },
      repository_selection: 'all',
    })
  }
  return {
    check: (jwt) => {
      const app = apps.find(({ id }) => String(id) === String(claimsOf(jwt)?.iss))
      if (app === undefined) return 'A JSON web token could not be decoded'
      return checked(jwt, app, Math.floor(clock.now() / 1000)) ?? app
    },
    rightsOf: (token) => {
      const found = made.get(token)
      return found !== undefined && found.expiresAt > clock.now() ? found.rights : undefined
    },
    revoke: () => made.clear(),
    answer: (app, { method, path }) => {
      const shown = app.installations.map(({ id, organisation }) => ({
        id,
        app_id: app.id,
        account: { login: organisation },
      }))
      if (method === 'GET' && path === '/app') return json(200, { id: app.id, slug: `app-${app.id}` })
      if (method === 'GET' && path === '/app/installations') return json(200, shown)
      const organisation = /^\/orgs\/([^/]+)\/installation$/.exec(path)?.[1]?.toLowerCase()
      const found = shown.find(({ account }) => account.login.toLowerCase() === organisation)
      if (method === 'GET' && organisation !== undefined) return found === undefined ? missing() : json(200, found)
      const wanted = /^\/app\/installations\/(\d+)\/access_tokens$/.exec(path)?.[1]
      const installation = app.installations.find(({ id }) => String(id) === wanted)
      if (method !== 'POST' || installation === undefined) return missing()
      return installation.isSuspended
        ? json(403, { message: 'This installation has been suspended' })
        : make(app, installation.organisation)
    },
  }
}

interface Claims {
  readonly iss?: unknown
  readonly iat?: unknown
  readonly exp?: unknown
}

function claimsOf(jwt: string): Claims | undefined {
  try {
    return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as Claims
  } catch {
    return undefined
  }
}

/** What GitHub says of a JWT that it does not take; undefined for a good one. */
function checked(jwt: string, app: App, now: number): string | undefined {
  const [head = '', body = '', signature = ''] = jwt.split('.')
  const isSigned = verify(
    'RSA-SHA256',
    Buffer.from(`${head}.${body}`),
    createPublicKey(app.publicKey),
    Buffer.from(signature, 'base64url'),
  )
  if (!isSigned) return 'A JSON web token could not be decoded'
  const { iat, exp } = claimsOf(jwt) ?? {}
  if (typeof iat !== 'number' || iat > now)
    return "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued"
  if (typeof exp !== 'number' || exp <= now)
    return "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires"
  return exp > now + LONGEST_JWT_SECONDS ? "'Expiration time' claim ('exp') is too far in the future" : undefined
}
