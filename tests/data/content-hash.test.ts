import { afterAll, describe, expect, it } from 'vitest'
import type { Record } from '#data/model/records.ts'
import {
  changeRequest,
  commit,
  folder,
  issue,
  LATER,
  oid,
  openForWriting,
  organisation,
  person,
  repository,
  SERVER,
  save,
} from './world.ts'

const files = folder()
afterAll(files.clear)

const KEY = { server: SERVER, hostId: '1' }

const WORLD: readonly Record[] = [
  organisation(),
  repository(1),
  repository(2, { topics: [{ topic: 'b' }, { topic: 'a' }] }),
  {
    type: 'membership',
    organisation: organisation(),
    members: [
      { person: person(100), role: 'member' },
      { person: person(3), role: 'admin' },
    ],
  },
  changeRequest(1, { mergedBy: person(3) }),
  changeRequest(2, { of: 2 }),
  issue(1),
  commit('a', { coAuthors: [{ person: { server: SERVER, emailHash: 'h', kind: 'person' } }] }),
  { type: 'refs', repository: KEY, refs: [{ kind: 'tag', name: 'v1', oid: oid('a'), committedAt: null }] },
  {
    type: 'component',
    repository: KEY,
    components: [
      { path: '', kind: 'plugin', line: 'v7', groupId: null, artifactId: 'plugin-x', version: '1', title: null },
    ],
  },
  {
    type: 'affiliation',
    register: 'affiliations.yaml',
    lines: [{ person: person(100), affiliation: 'staff', from: null, until: null }],
  },
]

async function hashOf(name: string, records: readonly Record[], chunk: number): Promise<string> {
  const store = await openForWriting(files.path(name))
  for (let start = 0; start < records.length; start += chunk) {
    await save(store, records.slice(start, start + chunk), start === 0 ? {} : { at: LATER })
  }
  const hash = await store.contentHash()
  store.close()
  return hash
}

describe('the hash of the content', () => {
  it('is the same for the same content learnt in another order, in more runs, on another day', async () => {
    const owners = WORLD.filter(({ type }) => type === 'organisation' || type === 'repository')
    const rest = WORLD.filter((record) => !owners.includes(record))
    const once = await hashOf('once.sqlite', WORLD, WORLD.length)
    expect(once).toMatch(/^[0-9a-f]{64}$/)
    expect(await hashOf('reversed.sqlite', [...owners.toReversed(), ...rest.toReversed()], 1)).toBe(once)
    expect(await hashOf('again.sqlite', [...WORLD, ...WORLD], 3)).toBe(once)
  })

  it('differs for every difference in content', async () => {
    const hashes = await Promise.all([
      hashOf('a.sqlite', WORLD, 50),
      hashOf('b.sqlite', WORLD.slice(0, -1), 50),
      hashOf('c.sqlite', [...WORLD, changeRequest(1, { mergedBy: person(4) })], 50),
      hashOf('d.sqlite', [...WORLD, repository(2, { topics: [{ topic: 'a' }] })], 50),
    ])
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})
