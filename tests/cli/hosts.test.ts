import { describe, expect, it } from 'vitest'
import { apiUrl, missingCredential, serverName } from '#cli/collect/hosts.ts'

describe('the address of a server', () => {
  it.each([
    [undefined, {}, 'https://api.github.com', 'github.com'],
    ['https://github.com', {}, 'https://api.github.com', 'github.com'],
    [
      undefined,
      { GITHUB_API_URL: 'https://git.town.example/api/v3' },
      'https://git.town.example/api/v3',
      'git.town.example',
    ],
    ['https://git.town.example', {}, 'https://git.town.example/api/v3', 'git.town.example'],
    ['https://git.town.example/', {}, 'https://git.town.example/api/v3', 'git.town.example'],
    ['https://git.town.example:8443/api/v3', {}, 'https://git.town.example:8443/api/v3', 'git.town.example:8443'],
    // Data residency: its own host, without the path of an Enterprise Server.
    ['https://town.ghe.com', {}, 'https://api.town.ghe.com', 'town.ghe.com'],
    ['https://api.town.ghe.com', {}, 'https://api.town.ghe.com', 'town.ghe.com'],
    [undefined, { GITHUB_API_URL: 'https://api.town.ghe.com' }, 'https://api.town.ghe.com', 'town.ghe.com'],
  ])('%s with %o is %s, called %s', (server, env, api, name) => {
    expect(apiUrl(server, env)).toBe(api)
    expect(serverName(server, env)).toBe(name)
  })
})

describe('what an organisation is asked with', () => {
  const organisation = {
    name: 'town',
    server: undefined,
    tokenFrom: ['ONE', 'TWO'],
    dependencyGraph: false,
    app: undefined,
  }

  it.each([{ ONE: 'x' }, { TWO: 'x' }, { ONE: '', TWO: 'x' }])('is there as soon as one variable is set: %o', (env) => {
    expect(missingCredential(organisation, env)).toBeUndefined()
  })

  it('is missed by the names of all variables', () => {
    expect(missingCredential(organisation, { ONE: ' ' })).toBe('no token: none of ONE, TWO is set in the environment')
  })

  it('is its app when it has one', () => {
    const app = { id: 1, privateKeyFrom: 'key.pem', installation: undefined }
    expect(missingCredential({ ...organisation, app }, {})).toBeUndefined()
  })
})
