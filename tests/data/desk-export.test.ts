import { afterAll, expect, it } from 'vitest'
import { deskTables } from '#data/export/desk.ts'
import { buildPortfolio } from '#data/inventory/portfolio.ts'
import type { PublishedPortfolio } from '#data/inventory/published.ts'
import { folder, openForWriting } from './world.ts'

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

it('tells where a register of people is wrong and nothing of what stands there, nor where this machine keeps it', async () => {
  const store = await openForWriting(path('desk.sqlite'))
  const at = '2026-11-20T08:00:00Z'
  for (const id of ['affiliations', 'needs']) {
    const scope = `/home/office/registers/${id}.csv`
    const run = await store.sink.startRun(`registers/${id}`, scope, at)
    await store.sink.finishRun(run, {
      ...{
        collector: `registers/${id}`,
        scope,
        status: 'failed',
        requests: 0,
        points: 0,
        read: 0,
        written: 0,
        unchanged: 0,
      },
      ...{ from: at, to: at },
      problems: [{ subject: scope, kind: 'mistake', message: `${scope}:3:7: expected staff, found jeanne-dupre` }],
    })
  }
  const tables = await deskTables(store, {
    ...{ todo: { asOf: '2026-11-20', promise: null, items: [], gaps: [] }, registers: ['needs'], published: EMPTY },
    scope: { profile: 'internal', asOf: at, repositories: new Map() },
  })
  store.close()
  const rows = (name: string) => tables.find(({ table }) => table === name)?.rows
  expect(rows('last_run_problem')?.map(({ scope, kind, message_fr }) => [scope, kind, message_fr])).toEqual([
    ['affiliations.csv', 'mistake', 'affiliations.csv:3:7'],
    ['needs.csv', 'mistake', 'needs.csv:3:7: expected staff, found jeanne-dupre'],
  ])
  expect(JSON.stringify(tables)).not.toContain('/home/office')
  expect(rows('register_state')?.filter(({ is_kept }) => is_kept === 1)).toMatchObject([
    { register: 'needs', lines: 0 },
  ])
})
