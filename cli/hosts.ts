import { githubTransport, serverOf } from '#collectors/github/client.ts'
import type { Transport } from '#collectors/transport.ts'
import type { OrganisationConfig } from './config.ts'
import type { Io } from './io.ts'

/** The names that GitHub Actions sets say which server is the default one. */
export type Env = Io['env']

const GITHUB_API = 'https://api.github.com'

/** Where the API of an organisation's server is; its own server stands above the environment. */
function apiUrl(server: string | undefined, env: Env): string {
  if (server === undefined || new URL(server).host === 'github.com') return env.GITHUB_API_URL ?? GITHUB_API
  return `${server.replace(/\/$/, '')}/api/v3`
}

/** The name a server is stored under. */
export function serverName(server: string | undefined, env: Env): string {
  return server === undefined ? serverOf(apiUrl(server, env)) : new URL(server).host
}

export function tokenOf(organisation: OrganisationConfig | undefined, env: Env): string | undefined {
  return organisation === undefined ? undefined : env[organisation.tokenFrom] || undefined
}

interface LiveOptions {
  readonly env: Env
  readonly signal: AbortSignal
  log(message: string): void
}

/** A client of one organisation's server: limits and pace belong to its token. */
export function liveTransport(organisation: OrganisationConfig, { env, signal, log }: LiveOptions): Transport {
  const token = tokenOf(organisation, env)
  const graphqlUrl = organisation.server === undefined ? env.GITHUB_GRAPHQL_URL : undefined
  return githubTransport({
    apiUrl: apiUrl(organisation.server, env),
    ...(graphqlUrl === undefined ? {} : { graphqlUrl }),
    ...(token === undefined ? {} : { token }),
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
