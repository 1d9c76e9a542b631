import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from '#cli/config.ts'
import { publishedPortfolio } from '#cli/inventory/published.ts'
import { openPacks } from '#cli/packs.ts'
import { exportDatabase } from '#data/export.ts'
import type { Audience } from '#data/model/vocabulary.ts'
import { openStore } from '#data/store.ts'
import { inventoryScene } from '../inventory-scene.ts'

const NOW = new Date('2026-11-15T06:00:00Z')
const CLOSED = 'plugin-carte'

let cwd: string

beforeAll(async () => {
  cwd = await inventoryScene()
  const database = new Database(join(cwd, '.parvis', 'parvis.sqlite'))
  database
    .prepare(`UPDATE repository SET readability = CASE name WHEN ? THEN 'restricted' ELSE 'anonymous' END`)
    .run(CLOSED)
  database.close()
  for (const audience of ['public', 'internal'] as const) await publish(audience)
})

afterAll(() => rmSync(cwd, { recursive: true, force: true }))

async function publish(audience: Audience): Promise<void> {
  const config = await loadConfig({ cwd, file: undefined, database: undefined })
  const packs = await openPacks(config)
  const store = await openStore({ path: config.database, mode: 'read' })
  const portfolio = await publishedPortfolio(store, { config, packs, audience, now: NOW })
  await exportDatabase({ store, profile: audience, out: file(audience), portfolio })
  store.close()
}

const file = (audience: Audience) => join(cwd, `${audience}.sqlite`)

function ask(audience: Audience, sql: string): readonly unknown[] {
  const database = new Database(file(audience), { readonly: true })
  const rows = database.prepare(sql).raw().all()
  database.close()
  return rows
}

describe('the inventory of the public', () => {
  it('holds no byte of the name of a repository that not everybody can read', () => {
    expect(readFileSync(file('internal'), 'latin1')).toContain(CLOSED)
    expect(readFileSync(file('public'), 'latin1')).not.toContain(CLOSED)
  })

  it('counts as if there were no such repository', () => {
    const sql = `SELECT requires_direct FROM component_standing WHERE repository LIKE '%/module-guichet-carte'`
    expect(ask('internal', sql)).toEqual([[2]])
    expect(ask('public', sql)).toEqual([[1]])
    const parts = `SELECT id, parts_direct FROM assembly WHERE profile = 'carte'`
    expect(ask('internal', parts)).toEqual([['ville/site-deux#carte', 2]])
    expect(ask('public', parts)).toEqual([['ville/site-deux#carte', 1]])
  })

  it('names adopters who agreed to it, counts the others by kind and country, and forgets those of two years ago', () => {
    const sql = 'SELECT organisation, country, state, adopters FROM adopter ORDER BY position'
    expect(ask('public', sql)).toEqual([
      ['Ville Une', 'FR', 'in-service', 1],
      [null, 'HU', 'in-service', 1],
      [null, 'FR', 'testing', 1],
    ])
    expect(ask('internal', sql)).toHaveLength(4)
  })

  it('shows services that may be shown, with the assembly that runs them', () => {
    const sql = 'SELECT id, assembly, parts FROM service ORDER BY id'
    expect(ask('public', sql)).toEqual([['mairie', 'ville/pack-accueil:accueil', 2]])
    expect(ask('internal', sql)).toHaveLength(2)
  })

  it('leads from a need to what answers it', () => {
    const sql = `SELECT assembly, repository FROM need_answer WHERE need = 'rendez-vous' ORDER BY position`
    expect(ask('public', sql)).toEqual([
      ['ville/pack-accueil:accueil', null],
      ['ville/site-deux', null],
      ['ville/site-deux#carte', null],
      [null, expect.stringMatching(/\/plugin-guichet$/u)],
    ])
  })

  it('keeps of short lists what it holds, and no list that it holds nothing of', () => {
    const lists = 'SELECT collection, count(*) FROM collection_component GROUP BY collection'
    expect(ask('public', lists)).toEqual([['debut', 1]])
    expect(ask('public', 'SELECT id FROM collection')).toEqual([['debut']])
    expect(ask('internal', lists)).toEqual([
      ['debut', 2],
      ['ferme', 1],
    ])
  })

  it('does not tell how many days or people are behind a level of readiness', () => {
    expect(
      ask(
        'internal',
        `SELECT 1 FROM readiness_criterion WHERE criterion IN ('response', 'people') AND value IS NOT NULL`,
      ),
    ).toEqual([])
  })
})
