import { afterAll, describe, expect, it } from 'vitest'
import { unlookedIn } from '#cli/publication/unlooked.ts'
import { exportDatabase } from '#data/export.ts'
import type { Record } from '#data/model/records.ts'
import type { Audience } from '#data/model/vocabulary.ts'
import { publishingOwners } from '#data/queries/publishing-owners.ts'
import { siteOrganisations } from '#data/queries/site/coverage.ts'
import { openExport } from '#data/store.ts'
import { folder, openForWriting, organisation, repository, SERVER, save } from './world.ts'

const files = folder()
afterAll(() => files.clear())

const clone = (number: number, owner: string, name = `clone-${number}`) =>
  repository(number, { server: 'local', hostId: `${owner}/${name}`, owner, name })

async function storeOf(name: string, records: readonly Record[]) {
  const store = await openForWriting(files.path(name))
  await save(store, records)
  return store
}

describe('whose repositories are our own', () => {
  it('are all that have a name, each once, where there are clones alone', async () => {
    const store = await storeOf('alone', [clone(1, 'city'), clone(2, 'City'), clone(3, 'port'), clone(4, 'local')])
    const owners = await store.ask(publishingOwners, {})
    expect(owners.map(({ server, login }) => [server, login.toLowerCase()])).toEqual([
      ['local', 'city'],
      ['local', 'port'],
    ])
    store.close()
  })

  it('are those of the organisations collected, and clones under their name', async () => {
    const records = [organisation('city'), clone(1, 'City'), clone(2, 'stranger')]
    const store = await storeOf('beside', records)
    expect(await store.ask(publishingOwners, {})).toEqual([
      { server: SERVER, login: 'city' },
      { server: 'local', login: 'City' },
    ])
    store.close()
  })
})

describe('who publishes a file', () => {
  it('is no owner of clones that are followed, or closed to this audience', async () => {
    const value = { repository: 'neighbour/*', organisation: 'Neighbour', agreedAt: null }
    const entry = { key: '["neighbour/*"]', position: 1, line: 1, value: JSON.stringify(value) }
    const store = await storeOf('publishers', [
      { ...clone(1, 'city'), readability: 'anonymous' },
      { ...clone(2, 'neighbour'), readability: 'anonymous' },
      { ...clone(3, 'port'), readability: 'unknown' },
      { type: 'register', register: 'outside', entries: [entry] },
    ])
    const loginsFor = async (profile: Audience) => {
      const out = files.path(`${profile}.sqlite`)
      await exportDatabase({ store, out, profile, publicRules: [] })
      const file = await openExport(out)
      const logins = (await file.ask(siteOrganisations, {})).map(({ login }) => login)
      file.close()
      return logins.sort()
    }
    expect(await loginsFor('public')).toEqual(['city'])
    expect(await loginsFor('internal')).toEqual(['city', 'port'])
    store.close()
  })
})

describe('what a public site leaves out for want of a word', () => {
  it('is counted, with the remedy where clones are among it', async () => {
    const open = { ...clone(1, 'city'), readability: 'anonymous' } as const
    const store = await storeOf('unlooked', [open, { ...clone(2, 'city'), readability: 'unknown' }])
    const [line] = await unlookedIn(store)
    expect(line).toContain('1 of 2 repositories')
    expect(line).toContain('public: true')
    store.close()
  })

  it('is nothing where each was looked at, closed ones too', async () => {
    const closed = { ...clone(1, 'city'), readability: 'restricted' } as const
    const store = await storeOf('looked', [closed])
    expect(await unlookedIn(store)).toEqual([])
    store.close()
  })
})
