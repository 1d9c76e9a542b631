import { afterEach, describe, expect, it } from 'vitest'
import { type RunningGitHub, startGitHub } from '../github/start.ts'
import { addAccount, addOrganisation, buildRepository, emptyWorld } from '../github/world/build.ts'
import { commitFiles } from '../github/world/commit-files.ts'
import type { World } from '../github/world/model.ts'
import { collectOrganisation, withStore } from './github-scene.ts'
import { column } from './github-told.ts'

const LOGIN = 'bourg-neuf'
const GRAPH = 'github/dependency-graph'

/** One repository with a graph, one that keeps it off, one without a commit. */
function city(): World {
  const world = emptyWorld()
  const author = addAccount(world, { login: 'contributor-001' })
  const { databaseId: owner } = addOrganisation(world, { login: LOGIN })
  const packages = [{ purl: 'pkg:npm/%40ville/charte@1.2.0', version: '1.2.0', licence: 'MIT' }]
  for (const [name, dependencyGraph] of [
    ['tramway', packages],
    ['fontaine', null],
  ] as const) {
    const repository = buildRepository(world, {
      ...{ owner, name, defaultBranch: 'main' },
      dependencyGraph: dependencyGraph === null ? null : [...dependencyGraph],
    })
    commitFiles(repository, {
      files: { 'a.txt': 'a' },
      author,
      at: '2026-10-01T08:00:00Z',
      message: 'Begin',
      branch: 'main',
    })
  }
  buildRepository(world, { owner, name: 'vide', defaultBranch: 'main' })
  return world
}

let github: RunningGitHub
afterEach(() => github.stop())

describe('the dependency graph of the host', () => {
  it('is read once for each head, without what names people, and tells where it is off', async () => {
    github = await startGitHub({ world: city(), isFrozen: true })
    await withStore(async (store) => {
      const collect = async (only: readonly string[]) =>
        (await collectOrganisation({ url: github.url, login: LOGIN, store, only })).at(-1)
      const first = await collect(['github/repositories', GRAPH])
      expect(first).toMatchObject({ collector: GRAPH, status: 'complete', requests: 2 })
      expect(first?.problems).toMatchObject([{ kind: 'not-found', subject: expect.stringMatching(/\/\d+$/) }])
      const [oid = ''] = await column(store, 'SELECT oid AS value FROM dependency_graph')
      const document: unknown = JSON.parse(new TextDecoder().decode(await store.blob(oid)))
      expect(document).toEqual({
        spdxVersion: 'SPDX-2.3',
        name: `com.github.${LOGIN}/tramway`,
        packages: [
          { SPDXID: 'SPDXRef-0', name: `com.github.${LOGIN}/tramway`, versionInfo: 'main' },
          expect.objectContaining({ SPDXID: 'SPDXRef-1', versionInfo: '1.2.0', licenseConcluded: 'MIT' }),
        ],
        relationships: [expect.objectContaining({ relationshipType: 'DESCRIBES' })],
      })
      expect(await collect([GRAPH])).toMatchObject({ requests: 0, written: 0 })
    })
  })

  it('is asked for by nobody who did not ask for it', async () => {
    github = await startGitHub({ world: city(), isFrozen: true })
    await withStore(async (store) => {
      const runs = await collectOrganisation({ url: github.url, login: LOGIN, store })
      expect(runs.map(({ collector }) => collector)).not.toContain(GRAPH)
    })
  })
})
