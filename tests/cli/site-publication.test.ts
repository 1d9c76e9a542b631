import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadConfig } from '#cli/config.ts'
import { loosenedIn } from '#cli/publication/loosened.ts'
import { examine } from '#cli/publication/stop.ts'
import { STOP_RULES } from '#data/publication/stop.ts'
import { openForWriting, organisation, repository, save } from '../data/world.ts'
import { complaints } from './json-schema.ts'
import { runParvis } from './run-parvis.ts'
import { schemaOf } from './schema-of.ts'
import { temporaryFolder } from './temporary-folder.ts'

const CONFIG = `
organisations: [{ name: ville-inventee, server: 'https://forge.example' }]
packs: []
language: en
publish: { conformity: detail }
site: { demo: true, languages: [fr] }
`

/** A folder with a database of so many repositories. */
async function scene(): Promise<{ readonly cwd: string; collect(count: number): Promise<void> }> {
  const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
  mkdirSync(join(cwd, '.parvis'))
  return {
    cwd,
    async collect(count) {
      const store = await openForWriting(join(cwd, '.parvis', 'parvis.sqlite'))
      await save(store, [organisation(), ...Array.from({ length: count }, (_, index) => repository(index + 1))])
      store.close()
    },
  }
}

it('remembers a publication, stops at a jump until somebody says why, and tells the public', async () => {
  const { cwd, collect } = await scene()
  await collect(4)
  const site = (path: string) => readFileSync(join(cwd, 'parvis-site', path), 'utf8')

  const first = await runParvis(['site', 'build'], { cwd })
  expect(first).toMatchObject({ code: 0 })
  expect(first.err).toContain('First publication: there is no earlier one to compare with.')
  expect(first.err).toContain('Loosened in parvis.yaml: publish.conformity is detail')
  expect(site('fr/donnees-ouvertes/index.html')).toContain('Première publication')
  const remembered = readFileSync(join(cwd, '.parvis', 'publication.json'), 'utf8')

  await collect(6)
  const before = site('fr/index.html')
  const stopped = await runParvis(['site', 'build'], { cwd })
  expect(stopped.code).toBe(2)
  expect(stopped.err).toContain('repositories: 6, 4 before')
  expect(stopped.err).toContain('--accept')
  expect(site('fr/index.html')).toBe(before)
  expect(readFileSync(join(cwd, '.parvis', 'publication.json'), 'utf8')).toBe(remembered)

  const diff = await runParvis(['site', 'diff', '--format', 'json'], { cwd })
  const answer = JSON.parse(diff.out)
  expect(complaints(answer, schemaOf('site-diff'))).toEqual([])
  expect(answer.figures).toContainEqual({ id: 'repositories', before: 4, after: 6 })
  expect(answer.alarms).toContainEqual({ kind: 'moved', id: 'repositories', before: 4, after: 6 })
  expect(readFileSync(join(cwd, '.parvis', 'publication.json'), 'utf8')).toBe(remembered)

  const accepted = await runParvis(['site', 'build', '--accept', 'Two repositories were opened'], { cwd })
  expect(accepted).toMatchObject({ code: 0 })
  expect(site('fr/donnees-ouvertes/index.html')).toContain('Two repositories were opened')
  expect(JSON.parse(site('data/changes.json')).changes.at(-1).accepted.reason).toBe('Two repositories were opened')
}, 120_000)

it('refuses what it cannot compare with, and a reason without words', async () => {
  const { cwd, collect } = await scene()
  await collect(1)
  const path = join(cwd, 'elsewhere')
  mkdirSync(path)
  expect((await runParvis(['site', 'diff'], { cwd })).err).toContain('nothing was published from here yet')
  expect((await runParvis(['site', 'diff', '--against', path], { cwd })).err).toContain('no public site of Parvis')
  expect((await runParvis(['site', 'diff', '--against', 'parvis.yaml'], { cwd })).err).toContain('no publication')
  expect((await runParvis(['site', 'build', '--accept', ' '], { cwd })).err).toContain('a reason in words')
  expect(existsSync(join(cwd, 'parvis-site'))).toBe(false)
})

it('says what is not kept, and compares with nothing at first', () => {
  const measured = { asOf: '2026-11-01', coverage: {}, figures: {}, series: {}, names: {}, tables: {} }
  const { said } = examine({ measured, last: undefined, rules: STOP_RULES, reason: 'for nothing' })
  expect(said).toEqual([
    'First publication: there is no earlier one to compare with.',
    'There was nothing to accept: the reason is not kept.',
  ])
})

describe('defaults on what the public may see', () => {
  const loosenedBy = async (text: string) =>
    loosenedIn(await loadConfig({ cwd: temporaryFolder({ 'parvis.yaml': text }) }))

  it('are named one by one where the city loosened them', async () => {
    const said = await loosenedBy(`
publish: { conformity: detail, ggi: true, providers: true, stop: { coverage: 80, change: 30, zero: false } }
site:
  headlines:
    - { figure: issues, text: { fr: Un, en: One }, date: '2026-11-01', by: { fr: Mission, en: Office } }
    - { figure: commits, text: { fr: Deux, en: Two }, date: '2026-11-01', by: { fr: Mission, en: Office } }
`)
    expect(said).toEqual([
      'Loosened in parvis.yaml: publish.conformity is detail; Parvis comes with summary.',
      'Loosened in parvis.yaml: publish.stop.coverage is 80; Parvis comes with 95.',
      'Loosened in parvis.yaml: publish.stop.zero is false; Parvis comes with true.',
      'Loosened in parvis.yaml: publish.ggi is true; Parvis comes with false.',
      'Loosened in parvis.yaml: publish.providers is true; Parvis comes with false.',
      'Loosened in parvis.yaml: site.headlines replaces the generated headline of issues, commits.',
    ])
  })

  it('are not, where they stand or are stricter', async () => {
    expect(await loosenedBy('packs: []')).toEqual([])
    expect(await loosenedBy('publish: { conformity: off, stop: { coverage: 99, change: 10 } }')).toEqual([])
  })
})
