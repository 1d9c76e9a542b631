import { afterAll, describe, expect, it } from 'vitest'
import { catalogueTables } from '#data/export/catalogue.ts'
import { featuresOf } from '#data/inventory/features.ts'
import { buildPortfolio } from '#data/inventory/portfolio.ts'
import type { PublishedPortfolio } from '#data/inventory/published.ts'
import { factOf } from './facts/extract.ts'
import { saveCity, standings } from './metrics/city.ts'
import { changeRequest, folder, openForWriting, person, SERVER } from './world.ts'

const { path, clear } = folder()
afterAll(clear)

const EMPTY: PublishedPortfolio = {
  inventory: {
    ...{ asOf: '2026-11-20T08:00:00Z', at: '2026-11-20T08:00:00Z', portfolio: buildPortfolio([]), records: new Map() },
    ...{ registers: new Map(), platformGroups: [], endedLines: [] },
    coverage: { known: 0, all: 0, missing: [], isRead: true },
  },
  ...{ assemblies: [], migrations: [], needs: [], services: [], reuse: [], translations: new Map() },
  ...{ withheld: new Set(), names: new Map() },
}

/** Change requests of so many people from inside and from outside, each person one, in October. */
async function countedWith(name: string, { inside, outside }: { readonly inside: number; readonly outside: number }) {
  const store = await openForWriting(path(`${name}.sqlite`))
  const groups = Array.from(
    { length: inside + outside },
    (_, index) => [index + 1, index < inside ? 'staff' : 'individual'] as const,
  )
  await saveCity(store, [
    standings(Object.fromEntries(groups)),
    ...groups.map(([number]) => changeRequest(number, { author: person(number), createdAt: '2026-10-05T08:00:00Z' })),
    // Robots and this month, which is not over, count nobody.
    changeRequest(90, { author: person(90), createdAt: '2026-11-05T08:00:00Z' }),
  ])
  const tables = await catalogueTables(store, {
    ...{ published: EMPTY, placeOf: () => undefined, asOf: '2026-11-20T08:00:00Z' },
    repositories: new Map([
      [
        `${SERVER}/ville-inventee/greffon-1`,
        { name: 'greffon-1', subject: `${SERVER}/1`, isOwn: true, agreedOn: null },
      ],
    ]),
  })
  store.close()
  return tables.find(({ table }) => table === 'repository_contributors')?.rows
}

describe('people of a repository', () => {
  it('are a number from five on, with those from outside where neither part tells of a few', async () => {
    const months = { from_month: 202511, to_month: 202610 }
    const repository = `${SERVER}/ville-inventee/greffon-1`
    expect(await countedWith('four', { inside: 4, outside: 0 })).toEqual([])
    expect(await countedWith('five', { inside: 5, outside: 0 })).toEqual([
      { repository, ...months, persons: 5, outside: 0 },
    ])
    expect(await countedWith('part', { inside: 5, outside: 2 })).toEqual([
      { repository, ...months, persons: 7, outside: null },
    ])
    expect(await countedWith('rest', { inside: 1, outside: 6 })).toEqual([
      { repository, ...months, persons: 7, outside: null },
    ])
    expect(await countedWith('both', { inside: 5, outside: 6 })).toEqual([
      { repository, ...months, persons: 11, outside: 6 },
    ])
  })
})

describe('features', () => {
  it('are read in each language, without what may name somebody', async () => {
    const fact = await factOf(
      'publiccode',
      'description:\n  fr:\n    features: [Réserver une salle, "Écrire à a.b@ville.example", "Appeler le 01 23 45 67 89"]\n    genericName: x\n  en:\n    features: [Book a room, " "]\n',
    )
    expect(featuresOf(fact)).toEqual([
      { language: 'fr', text: 'Réserver une salle' },
      { language: 'en', text: 'Book a room' },
    ])
    expect(featuresOf(null)).toEqual([])
  })
})
