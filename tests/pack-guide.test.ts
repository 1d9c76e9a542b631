import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CHECKS } from '#policies/checks/registry.ts'
import { loadPack } from '#policies/pack.ts'
import { builtinPacks } from '#policies/registry.ts'
import { tryCases } from '#policies/rule-cases.ts'

const guide = readFileSync(new URL('../site/src/content/reference/rule-packs.md', import.meta.url), 'utf8')

describe('the guide for those who write packs', () => {
  it('shows a pack that loads, and whose cases hold', async () => {
    const text = /```yaml\n(.*?)```/su.exec(guide)?.[1] ?? ''
    const pack = await loadPack([{ path: 'city.yaml', text }], { packs: builtinPacks() })
    const tried = await tryCases([pack], '2026-11-21')
    expect(tried.map(({ case: one, outcome }) => `${one.name}: ${outcome}`)).toEqual([
      'as agreed: pass',
      'otherwise: fail',
      'the holder: pass',
      'nobody: fail',
    ])
  })

  it('names checks that there are', () => {
    const table = guide.slice(guide.indexOf('| Check |'), guide.indexOf('Patterns are'))
    const named = [...table.matchAll(/^\| (.+?) \|/gmu)].flatMap(([, cell = '']) => [...cell.matchAll(/`([a-z-]+)`/gu)])
    const ids = CHECKS.map(({ id }) => id)
    expect(named.length).toBeGreaterThan(10)
    for (const [, id] of named) expect(ids).toContain(id)
  })
})
