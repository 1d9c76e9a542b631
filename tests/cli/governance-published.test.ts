import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadConfig } from '#cli/config.ts'
import { publishedGovernance } from '#cli/governance/published.ts'
import type { Audience } from '#data/model/vocabulary.ts'
import { openStore } from '#data/store.ts'
import { smallOrganisation } from './governance-world.ts'
import { runParvis } from './run-parvis.ts'
import { temporaryFolder } from './temporary-folder.ts'

const CONFIG = 'database: p.sqlite\norganisations: [{ name: ville-inventee }]\n'
const CARD = `activity: GGI-A-44
handbook: "1.3"
state: in-progress
owner: Development teams
due: 2027-03-31
scope: Every repository. Ask @somebody.
objectives:
  - { text: Done already, done: true, due: 2026-01-31 }
  - { text: Write to somebody@city.example, due: 2026-12-31 }
declared:
  P1: { value: met, by: Development teams, at: 2026-02-28 }
  P2: { value: met, by: Development teams, at: 2025-02-28, until: 2025-12-31 }
  P4: { value: met, by: Development teams, at: 2026-03-31, note: Said to the council }
`

async function office(publish = '') {
  const cwd = temporaryFolder({ 'parvis.yaml': `${CONFIG}${publish}`, 'ggi/GGI-A-44.yaml': CARD })
  await smallOrganisation(join(cwd, 'p.sqlite'))
  return cwd
}

async function published(cwd: string, audience: Audience) {
  const config = await loadConfig({ cwd })
  const store = await openStore({ path: config.database, mode: 'read' })
  try {
    return await publishedGovernance(store, { config, audience })
  } finally {
    store.close()
  }
}

describe('governance that pages are made of', () => {
  it('is not for the public until parvis.yaml says so, and then without people', async () => {
    expect(await published(await office(), 'public')).toBeUndefined()
    const told = await published(await office('publish: { ggi: true }\n'), 'public')
    const activity = told?.activities.find(({ id }) => id === 'GGI-A-44')
    expect(activity?.scope).toBe('Every repository. Ask ….')
    expect(activity?.objectives.map(({ text }) => text)).toEqual(['Done already', 'Write to …'])
  })

  it('tells the officer what differs, the days that are set, and every row that was counted', async () => {
    const cwd = await office()
    await runParvis(['ggi', 'status', '--record'], { cwd, now: '2026-11-10T06:00:00Z' })
    const told = await published(cwd, 'internal')
    if (told === undefined) expect.fail('nothing was told')
    const point = (id: string) => told.points.find((one) => one.id === `GGI-A-44.${id}`)
    expect(point('P4')).toMatchObject({ value: 'partly', before: 'partly', differences: ['declared-not-measured'] })
    // A year after it was said, on the last day of a February too.
    expect(point('P1')?.declared).toMatchObject({ until: '2027-02-28', isExpired: false })
    expect(point('P2')).toMatchObject({ value: 'unknown', declared: { isExpired: true }, differences: ['expired'] })
    expect(told.deadlines.map(({ day, kind, point: of, objective }) => [day, kind, of ?? objective])).toEqual([
      ['2026-12-31', 'objective', 'Write to somebody@city.example'],
      ['2027-02-28', 'declaration', 'GGI-A-44.P1'],
      ['2027-03-31', 'declaration', 'GGI-A-44.P4'],
      ['2027-03-31', 'activity', null],
    ])
    const reviews = told.evidence.find(({ id }) => id === 'rev.rate')
    expect(reviews).toMatchObject({ met: 2, unmet: 1, unknown: 0 })
    expect(reviews?.rows).toHaveLength(3)
    expect(told.history.map(({ goal }) => goal)).toEqual(['culture', 'engagement', 'strategy', 'trust', 'usage'])
  })
})
