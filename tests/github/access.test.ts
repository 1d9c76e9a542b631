import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, get, present } from './client.ts'
import { queries } from './queries.ts'
import { type RunningGitHub, startGitHub } from './start.ts'
import { generateWorld } from './world/generate.ts'

let github: RunningGitHub
beforeAll(async () => {
  const world = generateWorld({ organisations: 3 })
  present(world.organisations[1]).wall = 'saml'
  present(world.organisations[2]).wall = 'ip-allow-list'
  github = await startGitHub({ world })
})
afterAll(() => github.stop())

const named = (name: string) => present(github.world.repositories.find((r) => r.name === name))

describe('who asks', () => {
  it('gets no GraphQL without a token, nor with one that is not known', async () => {
    expect((await ask(github, '{ viewer { login } }', {}, { token: null })).status).toBe(401)
    expect(await ask(github, '{ viewer { login } }', {}, { token: 'stolen' })).toMatchObject({
      status: 401,
      data: undefined,
    })
  })

  it('sees private memberships only as a member', async () => {
    const count = async (token: string) =>
      (
        await ask<{ organization: { membersWithRole: { totalCount: number; edges: { role: string | null }[] } } }>(
          github,
          queries.members,
          { org: 'maison-bleue' },
          { token },
        )
      ).data.organization.membersWithRole
    const inside = await count('member-token')
    const outside = await count('outsider-token')
    expect(outside.totalCount).toBeLessThan(inside.totalCount)
    expect(outside.edges.every((e) => e.role === null)).toBe(true)
    expect(inside.edges.some((e) => e.role === 'ADMIN')).toBe(true)
  })

  it('sees private repositories only as a member: for others they do not exist', async () => {
    const query = 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }'
    const { data, errors } = await ask(github, query, { ids: [named('odd-private').id] }, { token: 'outsider-token' })
    expect(data).toEqual({ nodes: [null] })
    expect(errors[0]).toMatchObject({ type: 'NOT_FOUND' })
    expect((await get(github, '/repos/maison-bleue/odd-private', { token: 'outsider-token' })).status).toBe(404)
    expect((await get(github, '/repos/maison-bleue/odd-private')).status).toBe(404)
    expect((await get(github, '/repos/maison-bleue/odd-private', { token: 'member-token' })).status).toBe(200)
    expect((await get(github, '/repos/maison-bleue/odd-nested')).status).toBe(200)
  })

  it('reads null and FORBIDDEN with a path where the right is missing', async () => {
    const ids = [named('odd-forbidden').id]
    const { data, errors } = await ask<{ nodes: unknown[] }>(
      github,
      queries.governance,
      { ids },
      { token: 'member-token' },
    )
    expect(data.nodes[0]).toMatchObject({ vulnerabilityAlerts: null, rulesets: null })
    expect(errors).toContainEqual(expect.objectContaining({ type: 'FORBIDDEN', path: ['nodes', 0, 'rulesets'] }))
    expect((await ask(github, queries.governance, { ids })).errors).toEqual([])
  })

  it('meets the wall of an organisation', async () => {
    const saml = await ask(github, queries.members, { org: 'atelier-nord' }, { token: 'outsider-token' })
    expect(saml.errors[0]).toMatchObject({ type: 'FORBIDDEN', extensions: { saml_failure: true } })
    expect(saml.headers.get('x-github-sso')).toContain('required; url=')
    const wall = await get(github, '/orgs/quai-ouvert/repos', { token: 'outsider-token' })
    expect(wall.status).toBe(403)
    expect(wall.text).toContain('IP allow list enabled')
  })
})
