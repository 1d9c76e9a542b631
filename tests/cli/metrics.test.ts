import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { METRICS } from '#data/queries/metrics/registry.ts'
import { registerOf, saveCity } from '../data/metrics/city.ts'
import { changeRequest, openForWriting, person } from '../data/world.ts'
import { translatedCity } from './inventory/translated-city.ts'
import { inventoryScene } from './inventory-scene.ts'
import { complaints } from './json-schema.ts'
import { runParvis } from './run-parvis.ts'
import { schemaOf } from './schema-of.ts'

let city = ''
let scene = ''
beforeAll(async () => {
  city = mkdtempSync(join(tmpdir(), 'parvis-metrics-'))
  const store = await openForWriting(join(city, '.parvis', 'parvis.sqlite'))
  const merged = { state: 'merged', mergedAt: '2026-05-20T10:00:00Z', closedAt: '2026-05-20T10:00:00Z' } as const
  await saveCity(store, [
    ...[1, 2, 3, 4, 5, 6].map((number) =>
      changeRequest(number, { author: person(number), createdAt: '2026-05-04T10:00:00Z', ...merged }),
    ),
    registerOf('adopters', [
      { organisation: 'A', type: 'city', country: 'FR', component: 'x', state: 'testing', confirmedAt: '2026-01-01' },
    ]),
  ])
  store.close()
  scene = await inventoryScene()
  return () => {
    rmSync(city, { recursive: true, force: true })
    rmSync(scene, { recursive: true, force: true })
  }
})

const metrics = (args: readonly string[], cwd = city) => runParvis(['metrics', ...args], { cwd })

describe('parvis metrics', () => {
  it('lists every metric with its definition in the language that is asked', async () => {
    const french = await metrics(['--lang', 'fr'])
    const english = await metrics(['--lang', 'en'])
    for (const { id, definition } of METRICS) {
      expect(french.out).toContain(id)
      expect(french.out).toContain(definition.fr)
      expect(english.out).toContain(definition.en)
    }
  })

  it('answers with its date, what it is over, what is missing, and what it must not be used for', async () => {
    const { code, out } = await metrics(['change-requests', '--from', '2026-05', '--to', '2026-06', '--lang', 'en'])
    expect(code).toBe(0)
    expect(out).toMatch(/2026-05 +all but bots +6 +6 +0 +0/)
    expect(out).toMatch(/2026-06 +all but bots +0 +0 +0 +0/)
    expect(out).toContain('Data of 2026-11-20, over 1 repository, from 2026-05 to 2026-06 (change requests 1/1).')
    expect(out).toContain('No register says who belongs where')
    expect(out).toContain('Not to be used for: Comparing')
    const french = await metrics(['change-requests', '--from', '2026', '--to', '2026-06-15', '--lang', 'fr'])
    expect(french.out).toContain('Données du 2026-11-20, sur 1 dépôt, de 2026-01 à 2026-06')
  })

  it('shows the cases behind a figure, and says why there are none', async () => {
    const rows = await metrics(['change-requests', '--rows', '--format', 'csv', '--lang', 'en'])
    expect(rows.out.split('\r\n')[1]).toBe('ville-inventee/greffon-1,1,unknown,2026-05-04,2026-05-20,merged,')
    expect(rows.err).toContain('Data of 2026-11-20')
    for (const [id = '', said] of [
      ['rule-conformity', '- Nothing was judged: run'],
      ['error-free', '- Nothing was judged: run'],
      ['governance', '- No assessment was kept: run'],
    ])
      expect((await metrics([id, '--rows', '--lang', 'en'])).out).toContain(said)
  })

  it('shows the question behind a figure so that it can be put to the database as it stands', async () => {
    const { out } = await metrics(['adoption', '--sql'])
    const set = [...out.matchAll(/^\.parameter set :(\w+) (.+)$/gm)].map(([, name = '', value = '']) => {
      const text = /^"'(.*)'"$/.exec(value)?.[1]
      return [name, text === undefined ? Number(value) : text.replaceAll("''", "'")]
    })
    const database = new Database(join(city, '.parvis', 'parvis.sqlite'), { readonly: true })
    const sql = out.slice(out.lastIndexOf('.parameter')).split('\n').slice(1).join('\n')
    const found = database.prepare(sql).all(Object.fromEntries(set))
    database.close()
    const each = { adopter_type: null, country: null, through: 'any-way', adopters: 1, unconfirmed: 0 }
    expect(found).toEqual([
      { ...each, state: 'reusing' },
      { ...each, state: 'testing' },
      { state: 'testing', adopter_type: 'city', country: 'FR', through: 'direct', adopters: 1, unconfirmed: 0 },
    ])
  })

  it.each([
    [['first-respons'], 'Did you mean "first-response"?'],
    [['change-requests', '--scope', 'ville-inventee/greffon-2'], 'Did you mean "ville-inventee/greffon-1"?'],
    [['change-requests', '--from', '2026-05', '--to', '2026-04'], 'the period ends before it begins'],
    [['change-requests', '--from', 'may'], 'expected a month, YYYY-MM'],
    [['change-requests', '--to', '2026-13'], 'expected a month, YYYY-MM'],
    [['absence-factor', '--share', '0'], 'expected a percentage'],
    [['change-requests', '--rows', '--sql'], 'cannot be used with'],
  ])('refuses %j', async (args, said) => {
    const { code, out, err } = await metrics(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(said)
  })

  it('refuses a database that is not there', async () => {
    const { code, err } = await metrics(['change-requests', '--db', 'nowhere.sqlite'])
    expect(code).toBe(2)
    expect(err).toContain('parvis collect')
  })
})

describe('the published schema of the metrics answer', () => {
  const schema = schemaOf('metrics')

  it('holds for the list', async () => {
    expect(complaints(JSON.parse((await metrics(['--format', 'json'])).out), schema)).toEqual([])
  })

  it.each(METRICS.filter(({ from }) => from === 'store').map(({ id }) => [id]))('holds for %s', async (id) => {
    const answer = JSON.parse((await metrics([id, '--format', 'json'])).out)
    expect(answer.metric.id).toBe(id)
    expect(complaints(answer, schema)).toEqual([])
  })

  it.each(METRICS.filter(({ from }) => from === 'inventory').map(({ id }) => [id]))(
    'holds for %s, and for the cases behind it',
    async (id) => {
      const answer = JSON.parse((await metrics([id, '--format', 'json'], scene)).out)
      expect(complaints(answer, schema)).toEqual([])
      expect(answer.coverage.repositories).toBe(5)
      const rows = await metrics([id, '--rows', '--format', 'json'], scene)
      if (rows.out !== '') expect(complaints(JSON.parse(rows.out), schema)).toEqual([])
    },
  )

  it('does not hold for an answer that lost a key or gained one', async () => {
    const { asOf: _lost, ...without } = JSON.parse((await metrics(['commits', '--format', 'json'])).out)
    expect(complaints({ ...without, more: 1 }, schema)).not.toEqual([])
  })
})

describe('figures of the inventory', () => {
  const rowsOf = async (id: string, args: readonly string[] = []) =>
    JSON.parse((await metrics([id, ...args, '--format', 'json'], scene)).out).rows.map(
      ({ withheld: _none, ...row }: { withheld: object }) => row,
    )

  it('are those of the scene, counted by hand', async () => {
    const lines = (await rowsOf('version-lines')) as { componentKind: string; components: number }[]
    expect(lines.reduce((sum, { components }) => sum + components, 0)).toBe(5)
    expect(lines).toContainEqual({ componentKind: 'plugin', line: 'v7', components: 2, share: 0.4 })
    // Two say no licence that is certain.
    expect(await rowsOf('licenses')).toEqual([
      { license: 'BSD-3-Clause', components: 3, share: 0.6 },
      { license: null, components: 2, share: 0.4 },
    ])
    // The module was given up by the register; the others had a commit in June.
    expect(await rowsOf('portfolio-state')).toEqual([
      { state: 'active', components: 4, share: 0.8 },
      { state: 'obsolete', components: 1, share: 0.2 },
    ])
    // A database whose plan B is to be reviewed, and a library that ships without any.
    expect(await rowsOf('fallbacks')).toEqual([{ bricks: 2, planned: 1, gaps: 1, overdue: 1 }])
  })

  it('tell of texts, of the way to the new line and of verdicts as a hand counts them', async () => {
    const cwd = await translatedCity()
    const rows = async (id: string, args: readonly string[] = []) =>
      JSON.parse((await metrics([id, ...args, '--format', 'json'], cwd)).out).rows
    const texts = { keys: 4, components: 1, lacking: 0, withheld: {} }
    expect(await rows('translations')).toEqual([
      { language: 'cs', translated: 1, translatedShare: 0.25, ...texts },
      { language: 'fr', translated: 2, translatedShare: 0.5, ...texts },
    ])
    // The site waits for the plugin, which needs nothing that is not there.
    expect(await rows('migration')).toMatchObject([
      { state: 'migrated', components: 0 },
      { state: 'free', components: 1, share: 0.5 },
      { state: 'blocked', components: 1, share: 0.5 },
      { state: 'unknown', components: 0 },
    ])
    const database = new Database(join(cwd, 'city.sqlite'), { readonly: true })
    const verdicts = database.prepare('SELECT outcome, COUNT(*) FROM lint_outcome GROUP BY outcome').raw().all()
    database.close()
    const { pass: held, fail: toCorrect } = Object.fromEntries(verdicts as [string, number][])
    const [judged] = await rows('rule-conformity', ['--from', '2026-11', '--to', '2026-11'])
    expect(judged).toMatchObject({ period: 202611, pack: 'lutece', held, toCorrect })
  })

  it('are told of one repository when it is asked', async () => {
    expect(await rowsOf('version-lines', ['--scope', 'ville/plugin-carte'])).toHaveLength(1)
  })
})
