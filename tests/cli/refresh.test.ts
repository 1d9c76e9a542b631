import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openForWriting, organisation, repository, save } from '../data/world.ts'
import { runParvis } from './run-parvis.ts'
import { temporaryFolder } from './temporary-folder.ts'

const CONFIG = `
organisations: [{ name: ville-inventee, server: 'https://forge.example' }]
packs: []
language: en
site: { demo: true, languages: [fr] }
`

/** A database from earlier, and nothing to ask the host with today. */
async function scene() {
  const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
  mkdirSync(join(cwd, '.parvis'))
  return {
    cwd,
    async hold(count: number) {
      const store = await openForWriting(join(cwd, '.parvis', 'parvis.sqlite'))
      await save(store, [organisation(), ...Array.from({ length: count }, (_, index) => repository(index + 1))])
      store.close()
    },
    refresh: (...more: readonly string[]) =>
      runParvis(['refresh', '--quiet', ...more], { cwd, env: { PARVIS_SECRET: 'a key of the tests' } }),
  }
}

it('goes on after a step that failed, says so on one screen, and exits with the worst code', async () => {
  const { cwd, hold, refresh } = await scene()
  await hold(4)
  const office = (path: string) => join(cwd, 'parvis-office', path)

  const first = await refresh()
  expect(first.code).toBe(2)
  expect(first.out).toMatch(/^collection +partial/mu)
  expect(first.out).toContain('no token: GITHUB_TOKEN is not set in the environment')
  expect(first.out).toMatch(/^rules .+ 4 repositories judged/mu)
  expect(first.out).toMatch(/^governance +done .+ one more assessment is kept$/mu)
  for (const written of ['public/fr/index.html', 'internal/fr/a-traiter/index.html', 'week.md'])
    expect(existsSync(office(written))).toBe(true)
  expect(existsSync(office('public/fr/a-traiter'))).toBe(false)
  expect(readFileSync(office('week.md'), 'utf8')).toMatch(/^# /u)

  await hold(8)
  const before = readFileSync(office('public/fr/index.html'), 'utf8')
  const stopped = await refresh()
  expect(stopped.out).toMatch(/^public site +failed/mu)
  expect(stopped.out).toContain('repositories: 8, 4 before')
  expect(stopped.out).toMatch(/^internal site +done/mu)
  expect(readFileSync(office('public/fr/index.html'), 'utf8')).toBe(before)

  const accepted = await refresh('--accept', 'Four repositories were opened')
  expect(accepted.out).toMatch(/^governance +done .+ nothing changed, the last one is confirmed$/mu)
  expect(accepted.out).toMatch(/^public site +done/mu)
  expect(readFileSync(office('public/fr/index.html'), 'utf8')).not.toBe(before)
}, 180_000)

it('publishes nothing where nothing was ever collected', async () => {
  const cwd = temporaryFolder({ 'parvis.yaml': CONFIG })
  const ran = await runParvis(['refresh', '--quiet'], { cwd })
  expect(ran.code).toBe(2)
  expect(ran.out).toMatch(/^rules +done .+ 0 repositories judged/mu)
  expect(ran.out.match(/^(public|internal) site +failed /gmu)).toHaveLength(2)
  expect(ran.out).toContain('Nothing was collected yet, so there is nothing to publish.')
  expect(existsSync(join(cwd, 'parvis-office', 'public'))).toBe(false)
})
