import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ownPack } from './own-pack.ts'
import { runParvis } from './run-parvis.ts'
import { temporaryFolder } from './temporary-folder.ts'

const RECORDING = fileURLToPath(new URL('../../data/demo', import.meta.url))
const ORGANISATION = 'vaubrelle-services'

interface FleetAnswer {
  readonly fleet: {
    readonly repositories: number
    readonly rules: readonly { readonly code: string; readonly broken: number; readonly judged: number }[]
    readonly progress?: {
      readonly since: string
      readonly added: number
      readonly mended: number
      readonly rules: readonly object[]
    }
  }
  readonly subjects: readonly object[]
}

/** The demo in a database, and a pack whose OUR-01 can be made to ask for more. */
async function fleet() {
  const cwd = temporaryFolder(ownPack())
  const common = ['--config', join(RECORDING, 'parvis.yaml'), '--db', 'fleet.sqlite']
  const env = { PARVIS_SECRET: 'a key of the tests' }
  await runParvis(['collect', ORGANISATION, '--replay', RECORDING, '--quiet', ...common], { cwd, env })
  const rules = join(cwd, 'pack/names.yaml')
  const written = readFileSync(rules, 'utf8')
  return {
    /** Whether OUR-01 refuses the page that every repository has. */
    ask: (isStrict: boolean) => writeFileSync(rules, isStrict ? written.replace('"**/*.tmp"', 'README.md') : written),
    lint: (day: string, ...args: readonly string[]) =>
      runParvis(['lint', ORGANISATION, '--pack', 'pack', '--lang', 'en', ...common, ...args], {
        cwd,
        env,
        now: `${day}T06:00:00Z`,
      }),
  }
}

describe('parvis lint OWNER', () => {
  it('is a table of repositories, the worst first, then the rules most broken, then what changed', {
    timeout: 60_000,
  }, async () => {
    const { ask, lint } = await fleet()
    const first = await lint('2026-11-15')
    expect(first.out).toMatch(/^\d+ repositories: \d+ with something to correct, 1 of them with a blocking rule\n/u)
    expect(first.out).toContain('Rules most broken\n')
    expect(first.out).not.toContain('Since')
    expect(first.out.split('\n').length).toBeLessThan(60)

    ask(true)
    const second = await lint('2026-11-16')
    const blocked = Number(/(\d+) of them with a blocking/u.exec(second.out)?.[1])
    expect(blocked).toBeGreaterThan(1)
    expect(second.out).toContain(`Since 2026-11-15: findings new ${blocked}, mended 0`)
    expect(second.out).toMatch(new RegExp(`\\+${blocked} +−0 +OUR-01`, 'u'))
    const counts = [...second.out.matchAll(/^ +(\d+) +\d+ +\d+ {2}vaubrelle-services\//gmu)].map(([, count]) =>
      Number(count),
    )
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))

    ask(false)
    const third = JSON.parse((await lint('2026-11-17', '--format', 'json')).out) as FleetAnswer
    expect(third.fleet.progress).toMatchObject({ since: '2026-11-16T06:00:00Z', added: 0, mended: blocked })
    expect(third.fleet.repositories).toBe(third.subjects.length)

    // Between the first day and today it came and went.
    const since = JSON.parse((await lint('2026-11-18', '--format', 'json', '--since', '2026-11-15')).out) as FleetAnswer
    expect(since.fleet.progress).toEqual({ since: '2026-11-15T23:59:59Z', added: 0, mended: 0, rules: [] })

    const markdown = (await lint('2026-11-19', '--format', 'markdown')).out
    expect(markdown).toContain('#### Rules most broken')
    expect(markdown).not.toContain('### `')
    const verbose = (await lint('2026-11-20', '--verbose')).out
    expect(verbose.split('\n').length).toBeGreaterThan(first.out.split('\n').length)
  })

  it('refuses a day that is none', async () => {
    const ran = await runParvis(['lint', ORGANISATION, '--since', 'monday'], { cwd: temporaryFolder() })
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('YYYY-MM-DD') })
  })
})
