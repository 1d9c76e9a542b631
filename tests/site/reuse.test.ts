import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openExport } from '#data/store.ts'
import { instantOf } from '#site/src/feeds/zone-time.ts'
import { loadAdoption } from '#site/src/loaders/adoption.ts'
import { loadAgenda } from '#site/src/loaders/agenda.ts'
import { loadAssemblies } from '#site/src/loaders/assemblies.ts'
import { entryFinder, loadCatalogue } from '#site/src/loaders/catalogue.ts'
import { loadRegister } from '#site/src/loaders/reading.ts'
import { loadServices } from '#site/src/loaders/services.ts'
import { loadStandings } from '#site/src/loaders/standing.ts'
import { distinctTitles } from '#site/src/loaders/titles.ts'
import { writeExportFixture } from './export-fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'parvis-reuse-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function load(name: string, isBare: boolean) {
  const path = join(folder, `${name}.sqlite`)
  writeExportFixture(path, { components: 6, isBare })
  const store = await openExport(path)
  const register = await loadRegister(store)
  const entryOf = entryFinder(await loadCatalogue(store, register))
  const packs = await loadAssemblies(store, register, entryOf)
  const read = {
    packs,
    services: await loadServices(store, register, { assemblies: packs, entryOf }),
    adoption: await loadAdoption(store, register, { assemblies: packs, entryOf }),
    agenda: await loadAgenda(store, register, entryOf),
    standings: await loadStandings(store, register, entryOf),
  }
  store.close()
  return read
}

test('packs of one title are told apart by what they live in', () => {
  const pack = { title: 'Guichet', name: 'guichet', profile: null, repository: 'forge/ville/guichet' }
  const titles = distinctTitles([
    { ...pack, profile: 'nuit' },
    pack,
    { ...pack, repository: 'forge/ville/port' },
    { ...pack, title: 'Carte', repository: 'forge/ville/carte' },
    { ...pack, title: 'Carte', repository: 'forge/port/carte' },
  ])
  const [night, ...others] = titles
  expect(night).toBe('Guichet (nuit)')
  expect(others).toEqual(['Guichet, guichet', 'Guichet, port', 'Carte, ville/carte', 'Carte, port/carte'])
})

describe('what residents do, and what it rests on', async () => {
  const { packs, services, adoption, agenda, standings } = await load('full', false)

  test('a pack tells its parts by kind, the age of each, and what follows them', () => {
    const [pack] = packs
    expect(pack?.slug).toMatch(/^rendez-vous/u)
    expect(pack?.title).toMatch(/\(nuit\)$/u)
    expect(pack).toMatchObject({ named: 3, behind: 1, ages: { older: 1, unknown: 2, 'under-6': 0 } })
    expect(pack?.groups.at(-1)).toMatchObject({
      kind: 'unread',
      parts: [{ name: 'ailleurs', version: '≥\u00a03.1, <\u00a04' }],
    })
    expect(pack?.groups.flatMap(({ parts }) => parts)).toContainEqual(
      expect.objectContaining({ version: '1.0', months: 70, latest: '2.0' }),
    )
    expect(pack?.brought.map(({ name }) => name)).toEqual(['suit'])
    expect(pack?.trials).toMatchObject([{ on: '2026-10-05', isStarted: true }])
  })

  test('a service says who counted its use, or that nobody did', () => {
    expect(services.services.map(({ id, use }) => [id, use])).toEqual([
      ['guichet', { count: 48200, of: null, year: 2025, source: 'Rapport' }],
      ['nuit', null],
    ])
    expect(services.services[1]?.assembly).toBe(packs[0])
  })

  test('a need that nothing answers is told with the others', () => {
    expect(services.needs.map(({ id, assemblies, components }) => [id, assemblies.length, components.length])).toEqual([
      ['rdv', 1, 1],
      ['rien', 0, 0],
    ])
  })

  test('the count is that of the file; lines and their values count the unnamed for as many as they are', () => {
    expect(adoption).toMatchObject({ reusing: 4, inService: 3, countries: 3, declared: 5 })
    const of = (id: string) => adoption.facets.find((facet) => facet.id === id)?.values
    expect(of('state')).toEqual([
      { value: 'in-service', count: 4 },
      { value: 'testing', count: 1 },
    ])
    expect(of('through')).toEqual([
      { value: 'pack', count: 3 },
      { value: 'direct', count: 2 },
    ])
  })

  test('an event is to come until its last day is over', () => {
    expect(agenda.upcoming.map(({ id }) => id)).toEqual(['atelier'])
    expect(agenda.past.map(({ id }) => id)).toEqual(['passe'])
    expect(agenda.roadmap.map(({ state, items }) => [state, items.length])).toEqual([['planned', 1]])
  })

  test('a component tells what stands on it, and why it has its level', () => {
    const known = [...standings.values()].find(({ readiness }) => (readiness?.reasons.length ?? 0) > 0)
    expect(known?.requiredBy.length).toBeGreaterThan(3)
    expect(known?.readiness?.reasons.map(({ outcome }) => outcome)).toEqual([
      'met',
      'nothing-to-measure',
      'unmet',
      'unknown',
    ])
  })
})

test('a file that says nothing of all this is read as nothing', async () => {
  const { packs, services, adoption, agenda, standings } = await load('bare', true)
  expect([packs.length, services.services.length, services.needs.length, adoption.inService]).toEqual([0, 0, 0, 0])
  expect([agenda.upcoming.length, agenda.roadmap.length, standings.size]).toEqual([0, 0, 0])
})

test.each([
  ['2026-12-03', '14:00', 'Europe/Paris', '2026-12-03T13:00:00.000Z'],
  ['2026-07-14', '14:00', 'Europe/Paris', '2026-07-14T12:00:00.000Z'],
  ['2026-03-29', '03:30', 'Europe/Paris', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25', '23:00', 'America/New_York', '2026-10-26T03:00:00.000Z'],
  ['2026-12-03', '14:00', 'nowhere', '2026-12-03T13:00:00.000Z'],
])('%s %s on the clocks of %s is %s', (day, time, zone, instant) => {
  expect(instantOf(day, time, zone).toISOString()).toBe(instant)
})
