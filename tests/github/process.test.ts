import { Octokit } from 'octokit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { queries } from './queries.ts'
import { type SpawnedGitHub, spawnGitHub } from './spawn.ts'
import { generateWorld } from './world/generate.ts'
import { expectedRepositories } from './world/oracle.ts'

/** The server as its own process, asked by the real client, in both layouts. */

const size = { seed: 11, repositories: 20, changeRequests: 60 }
let github: SpawnedGitHub
beforeAll(async () => {
  github = await spawnGitHub({
    world: { generate: size },
    isFrozen: true,
    schedule: [
      { beforeRequest: 6, edits: [{ edit: 'rename', repository: 'maison-bleue/odd-empty', name: 'odd-later' }] },
    ],
  })
})
afterAll(() => github.stop())

const expected = expectedRepositories(generateWorld(size), 'maison-bleue')

describe('octokit', () => {
  it.each(['', '/api/v3'])('collects repositories by REST and by GraphQL below "%s"', async (layout) => {
    const octokit = new Octokit({ baseUrl: github.url + layout, auth: 'member-token' })
    const listed = await octokit.paginate(octokit.rest.repos.listForOrg, { org: 'maison-bleue', per_page: 20 })
    expect(listed.map((r) => r.id).sort()).toEqual(expected.map((r) => r.databaseId))
    const { data } = await octokit.request('POST /graphql', {
      ...(layout === '' ? {} : { baseUrl: `${github.url}/api` }),
      query: queries.inventory,
      variables: { org: 'maison-bleue', pageSize: 12 },
    })
    expect(data).toMatchObject({ data: { organization: { repositories: { totalCount: expected.length } } } })
  })
})

describe('the control path', () => {
  it('shows what was asked, moves the clock and changed the world when it was due', async () => {
    const { totals, requests } = await github.audit()
    expect(totals.graphql).toBe(2)
    expect(requests.every((r) => r.status === 200 && r.who === 'contributor-002')).toBe(true)
    expect(await github.clock({ advanceSeconds: 90 })).toBe('2026-11-01T08:01:30Z')
    const renamed = await fetch(`${github.url}/repos/maison-bleue/odd-later`)
    expect(renamed.status).toBe(200)
  })
})
