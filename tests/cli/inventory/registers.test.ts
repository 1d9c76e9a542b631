import { rmSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { inventoryScene } from '../inventory-scene.ts'
import { runParvis } from '../run-parvis.ts'

let cwd = ''
beforeAll(async () => {
  cwd = await inventoryScene()
  return () => rmSync(cwd, { recursive: true, force: true })
})

const run = (...args: readonly string[]) => runParvis(['inventory', ...args], { cwd })

async function json(...args: readonly string[]): Promise<Record<string, readonly Record<string, unknown>[]>> {
  return JSON.parse((await run(...args, '--format', 'json')).out)
}

const nobody = { inService: 0, testing: 0, stopped: 0, unknown: 0, unconfirmed: 0 }

describe('parvis inventory reuse', () => {
  it('counts who runs it directly apart from who runs an assembly, and nobody that was not confirmed for two years', async () => {
    const { reuse } = await json('reuse', 'plugin-guichet')
    expect(reuse).toMatchObject([
      {
        component: 'ville/plugin-guichet',
        direct: { ...nobody, inService: 1, unconfirmed: 1 },
        throughAssemblies: { ...nobody, inService: 1 },
        images: [{ image: 'registre.example/guichet', pulls: 75, pullsAt: '2026-06-01' }],
      },
    ])
  })

  it('takes those who ask for it for leads: as their files say, and as somebody saw', async () => {
    const { reuse } = await json('reuse')
    expect(reuse?.find(({ component }) => component === 'ville/plugin-guichet')?.leads).toEqual([
      { repository: 'ville/pack-accueil', version: '[2.0.0]', source: 'collected', foundAt: null, answer: null },
    ])
    expect(reuse?.find(({ component }) => component === 'ville/plugin-carte')).toMatchObject({
      direct: nobody,
      leads: [{ repository: 'inconnue/essai', source: 'code-search', foundAt: '2026-02-01' }],
    })
  })

  it('knows the name that was meant', async () => {
    expect((await run('reuse', 'plugin-guichett')).err).toContain('Did you mean "plugin-guichet"?')
  })
})

describe('parvis inventory services', () => {
  it('tells what each stands on, and how much of it serves elsewhere', async () => {
    const { services } = await json('services')
    expect(services).toMatchObject([
      {
        id: 'carte',
        isPublic: false,
        use: { count: 1200, of: null, year: 2025, source: 'Rapport' },
        components: ['fr.paris.lutece.plugins:plugin-absent', 'ville/plugin-carte'],
        generic: { shared: 2, of: 2 },
      },
      {
        id: 'mairie',
        use: null,
        assembly: 'ville/pack-accueil:accueil',
        components: ['fr.paris.lutece.plugins:plugin-absent', 'ville/plugin-guichet'],
      },
    ])
    expect((await run('services', 'the map', '--lang', 'en')).out).toContain('1,200 uses in 2025 (Rapport)')
  })
})

describe('parvis inventory requests', () => {
  it('tells how long it takes to a trial and to a service, and what is overdue', async () => {
    const answer = await json('requests')
    expect(answer.requests).toMatchObject([
      {
        id: 'd1',
        daysToTrial: 10,
        daysToService: 31,
        waitingDays: null,
        isOverdue: false,
        needWords: { en: 'Book an appointment' },
      },
      { id: 'd2', daysToTrial: 30, daysToService: null, waitingDays: 259, isOverdue: true, language: 'sv' },
    ])
    expect(answer.medians).toEqual({ daysToTrial: { median: 20, of: 2 }, daysToService: { median: 31, of: 1 } })
  })
})

describe('parvis inventory trackers', () => {
  it('lets the line that names a repository win over a pattern', async () => {
    const { trackers, untold } = await json('trackers')
    expect(trackers).toMatchObject([
      { component: 'ville/*', kind: 'jira', repositories: { length: 4 } },
      { component: 'ville/plugin-carte', repositories: ['ville/plugin-carte'] },
    ])
    expect(untold).toEqual([])
  })
})

describe('parvis inventory facts', () => {
  it('puts first what is due to be looked at again', async () => {
    const { facts } = await json('facts')
    expect(facts).toMatchObject([
      { id: 'services', value: 300, isDue: true },
      { id: 'agents', isDue: false },
    ])
  })
})

describe('parvis inventory outside', () => {
  it('lists what others have, judged or not, and tells the public nothing without their consent', async () => {
    expect((await json('outside')).outside).toMatchObject([
      { repository: 'ville/pack-accueil', organisation: 'La Voisine', agreedAt: null, judgedOn: null, packs: [] },
    ])
    expect((await json('outside', '--audience', 'public')).outside).toEqual([])
  })
})
