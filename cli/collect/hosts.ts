import { githubTransport, serverOf } from '#collectors/github/client.ts'
import { proxyOnTheWay, throughProxies } from '#collectors/proxy.ts'
import type { Transport } from '#collectors/transport.ts'
import type { OrganisationConfig } from '../config.ts'
import type { Io } from '../io.ts'
import { appKey } from './app-key.ts'

/** The names that GitHub Actions sets say which server is the default one. */
export type Env = Io['env']

const GITHUB_API = 'https://api.github.com'

/** Where the API of an organisation's server is; its own server stands above the environment. */
export function apiUrl(server: string | undefined, env: Env): string {
  const host = server === undefined ? undefined : hostOf(server)
  if (server === undefined || host === 'github.com') return env.GITHUB_API_URL || GITHUB_API
  // Data residency: a company's own part of github.com, with addresses of its kind.
  if (host?.endsWith('.ghe.com')) return `https://api.${host}`
  return `${new URL(server).origin}/api/v3`
}

/** The name a server is stored under. */
export function serverName(server: string | undefined, env: Env): string {
  return server === undefined ? serverOf(apiUrl(server, env)) : hostOf(server)
}

function hostOf(server: string): string {
  return new URL(server).host.replace(/^api\.(?=github\.com$|.+\.ghe\.com$)/, '')
}

/** What an organisation is asked with: the tokens that are there, or its app. Throws `app-key-…` for a key that is none. */
function credentialsOf(organisation: OrganisationConfig, { env, folder }: Pick<LiveOptions, 'env' | 'folder'>) {
  const { app, name, tokenFrom } = organisation
  if (app !== undefined) {
    const privateKey = appKey(app, { env, folder })
    return [{ app: app.id, privateKey, organisation: name, installation: app.installation }]
  }
  return tokenFrom.flatMap((variable) => {
    const token = env[variable]?.trim()
    return token ? [{ name: variable, token }] : []
  })
}

/** Says what has to be set when an organisation has nothing to be asked with. */
export function missingCredential({ app, tokenFrom }: OrganisationConfig, env: Env): string | undefined {
  if (app !== undefined || tokenFrom.some((variable) => env[variable]?.trim())) return undefined
  return tokenFrom.length === 1
    ? `no token: ${tokenFrom[0]} is not set in the environment`
    : `no token: none of ${tokenFrom.join(', ')} is set in the environment`
}

interface LiveOptions {
  readonly env: Env
  /** Folder that paths of the configuration are relative to. */
  readonly folder: string
  readonly signal: AbortSignal
  /** One attempt at each call, for whoever waits at a terminal. */
  readonly isImpatient?: boolean
  log(message: string): void
}

/** A client of one organisation's server: limits and pace belong to its tokens. */
export function liveTransport(organisation: OrganisationConfig, options: LiveOptions): Transport {
  const { env, signal, isImpatient = false, log } = options
  const address = apiUrl(organisation.server, env)
  const graphqlUrl = organisation.server === undefined ? env.GITHUB_GRAPHQL_URL || undefined : undefined
  throughProxies(env)
  return githubTransport({
    apiUrl: address,
    ...(graphqlUrl === undefined ? {} : { graphqlUrl }),
    credentials: credentialsOf(organisation, options),
    proxy: proxyOnTheWay(address, env),
    ...(isImpatient && { patience: { attempts: 1 } }),
    signal,
    log: (message) => log(`${organisation.name}  ${message}`),
  })
}

/** For collectors of this machine's disks, which call no host. */
export const NOWHERE: Transport = {
  spent: () => ({ requests: 0, points: 0 }),
  graphql: () => Promise.reject(new Error('a collector without a host asked one')),
  rest: () => Promise.reject(new Error('a collector without a host asked one')),
  archive: () => Promise.reject(new Error('a collector without a host asked one')),
}
