import { afterEach, describe, expect, it } from 'vitest'
import { organisations } from '#data/queries/organisations.ts'
import { type RunningGitHub, startGitHub } from '../github/start.ts'
import { generateWorld } from '../github/world/generate.ts'
import type { World } from '../github/world/model.ts'
import { collectOrganisation, withStore } from './github-scene.ts'
import { differences, told, toldByWorld } from './github-told.ts'

let github: RunningGitHub
afterEach(() => github.stop())

async function start() {
  const world = generateWorld({
    repositories: 5,
    changeRequests: 60,
    issues: 30,
    commits: 60,
    people: 8,
    oddCases: false,
  })
  github = await startGitHub({ world, isFrozen: true, limits: { graphql: 1e6, rest: 1e6, anonymous: 1e6 } })
}

function rename(world: World): void {
  const [first] = world.organisations
  if (first === undefined) throw new Error('a world without an organisation')
  for (const one of world.repositories)
    if (one.owner === first.databaseId) one.formerNames.push(`${first.login}/${one.name}`)
  first.login = 'maison-verte'
}

describe('an organisation that took another name', () => {
  it('is told with the new one, and loses nothing', async () => {
    await start()
    await withStore(async (store) => {
      const collect = (login: string) => collectOrganisation({ url: github.url, login, store })
      await collect('maison-bleue')
      github.change(rename)
      const [run] = await collect('maison-bleue')
      expect(run).toMatchObject({ status: 'failed', problems: [{ kind: 'not-found' }] })
      expect(run?.problems[0]?.message).toContain('its repositories are under "maison-verte" now')
      expect(differences(toldByWorld(github.world, 'maison-verte'), await told(store)).length).toBeGreaterThan(0)
      const runs = await collect('maison-verte')
      expect(runs.flatMap(({ problems }) => problems)).toEqual([])
      expect(differences(toldByWorld(github.world, 'maison-verte'), await told(store))).toEqual([])
      expect((await store.ask(organisations, {})).map(({ login }) => login)).toEqual(['maison-verte'])
      // What was read under the old name is not read again.
      const items = runs.filter(({ collector }) => /change-requests|issues|commits|contents/.test(collector))
      expect(items.map(({ collector, written }) => [collector, written])).toEqual(
        items.map(({ collector }) => [collector, 0]),
      )
    })
  })

  it('is not told of one of which nothing is known', async () => {
    await start()
    await withStore(async (store) => {
      github.change(rename)
      const [run] = await collectOrganisation({ url: github.url, login: 'maison-bleue', store })
      expect(run?.problems[0]?.message).toMatch(/^there is no organisation "maison-bleue" on .*may not see it$/)
    })
  })
})

describe('a repository that is renamed while it is collected', () => {
  it('is read through the redirect of its old name', async () => {
    await start()
    await withStore(async (store) => {
      const collect = (...only: readonly string[]) =>
        collectOrganisation({ url: github.url, login: 'maison-bleue', store, only })
      await collect('github/repositories')
      github.change((world) => {
        for (const one of world.repositories) {
          one.formerNames.push(`maison-bleue/${one.name}`)
          one.name = `${one.name}-renamed`
        }
      })
      expect(await collect('github/contents')).toMatchObject([{ status: 'complete', problems: [] }])
      expect((await github.audit()).requests.filter(({ status }) => status === 301).length).toBeGreaterThan(0)
      await collectOrganisation({ url: github.url, login: 'maison-bleue', store })
      expect(differences(toldByWorld(github.world, 'maison-bleue'), await told(store))).toEqual([])
    })
  })
})
