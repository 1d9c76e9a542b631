import http from 'node:http'
import { UsageFailure } from '#data/model/failures.ts'

type Env = Readonly<Record<string, string | undefined>>

/** This machine is never asked through a proxy: nobody else knows it under that name. */
const OWN_NAMES = ['localhost', '127.0.0.1', '[::1]']

/**
 * Sends every request of this process that needs it through the proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY (or
 * their lower-case forms, which win) tell of. Throws `proxy-invalid` for an address that is none, `proxy-unsupported`
 * where this Node.js cannot do it; the messages hold no password. Answers a function that undoes it.
 */
export function throughProxies(env: Env): () => void {
  const given = proxiesIn(env)
  const nothing = () => undefined
  const isAllExempt = given.exempt.includes('*')
  if (isAllExempt || (given.http === undefined && given.https === undefined)) return nothing
  // Not among the types: newer than the oldest Node.js that we run on.
  const turnOn: unknown = Reflect.get(http, 'setGlobalProxyFromEnv')
  if (typeof turnOn !== 'function') {
    if (env.NODE_USE_ENV_PROXY === '1' && process.allowedNodeEnvironmentFlags.has('--use-env-proxy')) return nothing
    throw new UsageFailure(
      'proxy-unsupported',
      `HTTPS_PROXY or HTTP_PROXY is set, but Node.js ${process.versions.node} cannot be told to use it by a program.`,
      { hint: 'Use Node.js 24.14 or later, or 22.21 or later with NODE_USE_ENV_PROXY=1; or unset the variable.' },
    )
  }
  const undo: unknown = turnOn({
    ...(given.http === undefined ? {} : { http_proxy: given.http.href }),
    ...(given.https === undefined ? {} : { https_proxy: given.https.href }),
    no_proxy: given.exempt.join(','),
  })
  return typeof undo === 'function' ? () => void undo() : nothing
}

/** Host and port of the proxy on the way to an address, without its credentials; undefined when there is none. */
export function proxyOnTheWay(address: string, env: Env): string | undefined {
  const { protocol, hostname, port } = new URL(address)
  const given = proxiesIn(env)
  const proxy = protocol === 'https:' ? given.https : given.http
  const actual = port || (protocol === 'https:' ? '443' : '80')
  const isExempt = given.exempt.some((entry) => {
    const [, name = '', only = actual] = /^(.+?)(?::(\d+))?$/.exec(entry) ?? []
    return name === '*' || (only === actual && (hostname === name || (name.startsWith('.') && hostname.endsWith(name))))
  })
  return isExempt ? undefined : proxy?.host
}

interface Proxies {
  readonly http: URL | undefined
  readonly https: URL | undefined
  readonly exempt: readonly string[]
}

function proxiesIn(env: Env): Proxies {
  const either = (name: string) => env[name.toLowerCase()] || env[name] || undefined
  const plain = addressOf('HTTP_PROXY', either('HTTP_PROXY'))
  return {
    http: plain,
    https: addressOf('HTTPS_PROXY', either('HTTPS_PROXY')) ?? plain,
    exempt: [
      ...(either('NO_PROXY') ?? '')
        .toLowerCase()
        .split(/[\s,]+/)
        .flatMap(withAllBelow),
      ...OWN_NAMES,
    ],
  }
}

function addressOf(name: string, value: string | undefined): URL | undefined {
  if (value === undefined) return undefined
  const address = value.includes('://') ? value : `http://${value}`
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.hostname !== '') return url
  throw new UsageFailure('proxy-invalid', `${name} holds no address of a proxy.`, {
    hint: 'Write http://HOST:PORT, or http://NAME:PASSWORD@HOST:PORT; other kinds of proxies are not supported.',
  })
}

/** A name in NO_PROXY means itself and all names below it, with or without a dot or a star in front. */
function withAllBelow(entry: string): readonly string[] {
  const name = entry.replace(/^\*?\./, '')
  if (name === '') return []
  return name === '*' || name.startsWith('[') ? [name] : [name, `.${name}`]
}
