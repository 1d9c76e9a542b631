import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect as connectTo } from 'node:net'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { githubTransport } from '#collectors/github/client.ts'
import { proxyOnTheWay, throughProxies } from '#collectors/proxy.ts'
import type { RestCall } from '#collectors/transport.ts'
import type { SourceFailure, UsageFailure } from '#data/model/failures.ts'
import { type RunningGitHub, startGitHub } from '../github/start.ts'
import { generateWorld } from '../github/world/generate.ts'
import { patientClock } from './github-scene.ts'

const world = generateWorld({ repositories: 1, changeRequests: 1, issues: 1, commits: 1, people: 2 })
const listing: RestCall<readonly unknown[]> = {
  operation: 'list',
  version: 1,
  subject: 'github.test/@maison-bleue',
  stream: 'list',
  position: '1',
  route: 'GET /orgs/{org}/repos',
  parameters: { org: 'maison-bleue', per_page: 100 },
}

let github: RunningGitHub
afterEach(() => github.stop())

/** A proxy that opens tunnels to the GitHub that runs here, whatever host is asked for, to those with this password. */
async function startProxy(password?: string): Promise<{ port: number; asked: string[] }> {
  const asked: string[] = []
  const wanted = password === undefined ? undefined : `Basic ${Buffer.from(`town:${password}`).toString('base64')}`
  const proxy: Server = createServer().on('connect', (request, socket) => {
    asked.push(request.url ?? '')
    if (wanted !== undefined && request.headers['proxy-authorization'] !== wanted) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
      return
    }
    const target = connectTo(Number(new URL(github.url).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      target.pipe(socket).pipe(target)
    })
    for (const side of [target, socket]) side.on('error', () => target.destroy())
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void proxy.close().closeAllConnections())
  return { port: (proxy.address() as AddressInfo).port, asked }
}

/** Asks a host that no name server knows, in a process that goes by these variables. */
async function askBy(env: Record<string, string>, apiUrl = 'http://api.town.test'): Promise<readonly unknown[]> {
  onTestFinished(throughProxies(env))
  const transport = githubTransport({
    apiUrl,
    credentials: [{ name: 'TOKEN', token: 'member-token' }],
    proxy: proxyOnTheWay(apiUrl, env),
    signal: new AbortController().signal,
    clock: patientClock(),
  })
  return (await transport.rest(listing)).data
}

const failure = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('it answered'),
    (error: unknown) => error as SourceFailure,
  )

describe('a proxy', () => {
  it.each(['HTTP_PROXY', 'http_proxy'])('that %s names is gone through, with its password', async (name) => {
    github = await startGitHub({ world })
    const proxy = await startProxy('open sesame')
    const rows = await askBy({ [name]: `http://town:open%20sesame@127.0.0.1:${proxy.port}` })
    expect(rows.length).toBeGreaterThan(0)
    expect(proxy.asked).toEqual(['api.town.test:80'])
  })

  it('may be named by host and port alone', async () => {
    github = await startGitHub({ world })
    const proxy = await startProxy()
    expect((await askBy({ HTTP_PROXY: `127.0.0.1:${proxy.port}` })).length).toBeGreaterThan(0)
  })

  it.each(['api.town.test', '.town.test', 'town.test', '*.test', '*', 'other.test, town.test', 'town.test:80'])(
    'is passed by for what NO_PROXY names: %s',
    async (exempt) => {
      github = await startGitHub({ world })
      const proxy = await startProxy()
      const refused = await failure(askBy({ HTTP_PROXY: `http://127.0.0.1:${proxy.port}`, no_proxy: exempt }))
      // No name server knows the host, which shows that nobody else was asked for it.
      expect(refused).toMatchObject({
        kind: 'network',
        message: expect.stringMatching(/^api\.town\.test cannot be reached/),
      })
      expect(proxy.asked).toEqual([])
    },
  )

  it.each(['town.test:443', 'own.test', 'api.town'])(
    'is not passed by for what NO_PROXY does not name: %s',
    async (exempt) => {
      github = await startGitHub({ world })
      const proxy = await startProxy()
      await askBy({ HTTP_PROXY: `http://127.0.0.1:${proxy.port}`, NO_PROXY: exempt })
      expect(proxy.asked).toEqual(['api.town.test:80'])
    },
  )

  it('is never asked for this machine', async () => {
    github = await startGitHub({ world })
    const proxy = await startProxy()
    await askBy({ HTTP_PROXY: `http://127.0.0.1:${proxy.port}` }, github.url)
    expect(proxy.asked).toEqual([])
  })

  it('that refuses is named at once, without its credentials', async () => {
    github = await startGitHub({ world })
    const proxy = await startProxy('open sesame')
    const refused = await failure(askBy({ HTTP_PROXY: `http://town:mistyped@127.0.0.1:${proxy.port}` }))
    expect(refused).toMatchObject({
      kind: 'network',
      message: expect.stringContaining(`proxy 127.0.0.1:${proxy.port} refuses to connect (407)`),
    })
    expect(JSON.stringify([refused.message, refused.stack])).not.toContain('mistyped')
    expect(proxy.asked).toHaveLength(1)
  })

  it('that is not there is named, without its credentials', async () => {
    github = await startGitHub({ world })
    const refused = await failure(askBy({ HTTP_PROXY: 'http://town:open%20sesame@127.0.0.1:9' }))
    expect(refused).toMatchObject({
      kind: 'network',
      message: 'the proxy 127.0.0.1:9 cannot be reached (ECONNREFUSED)',
    })
  })

  it.each(['socks5://127.0.0.1:1080', 'http://', 'not an address'])(
    'with the address %s is refused by the name of its variable',
    async (value) => {
      github = await startGitHub({ world })
      const refused = (await failure(askBy({ HTTPS_PROXY: value }))) as unknown as UsageFailure
      expect(refused).toMatchObject({ code: 'proxy-invalid', message: expect.stringContaining('HTTPS_PROXY') })
      expect(refused.message).not.toContain(value)
    },
  )
})

describe('the proxy on the way', () => {
  const env = { HTTPS_PROXY: 'http://a:b@one.test:3128', HTTP_PROXY: 'http://two.test:8080' }
  it.each([
    ['https://api.github.com', env, 'one.test:3128'],
    ['http://git.town.test', env, 'two.test:8080'],
    ['https://api.github.com', { HTTP_PROXY: env.HTTP_PROXY }, 'two.test:8080'],
    ['http://git.town.test', { HTTPS_PROXY: env.HTTPS_PROXY }, undefined],
    ['https://git.town.test', { ...env, NO_PROXY: 'town.test' }, undefined],
    ['https://localhost:3000', env, undefined],
    ['https://api.github.com', { ...env, https_proxy: 'http://three.test' }, 'three.test'],
    ['https://api.github.com', {}, undefined],
  ])('to %s with %o is %s', (address, given, host) => {
    expect(proxyOnTheWay(address, given)).toBe(host)
  })
})
