import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { countRows, evidenceReader } from '#cli/governance/evidence.ts'
import { openStore } from '#data/store.ts'
import { governanceMethod } from '#policies/ggi/registry.ts'
import { smallOrganisation } from './governance-world.ts'
import { temporaryFolder } from './temporary-folder.ts'

const method = governanceMethod()

describe('evidence of a small organisation', () => {
  it('counts what its rows say, as of the oldest that is known', async () => {
    const path = join(temporaryFolder({}), 'p.sqlite')
    await smallOrganisation(path)
    const store = await openStore({ path, mode: 'read' })
    onTestFinished(() => store.close())
    const asked = { owners: ['ville-inventee'], since: '2025-11-16', until: '2026-11-16' }
    const reader = evidenceReader(store, { method, asked })
    for (const evidence of method.evidence) {
      expect(await reader.count(evidence)).toEqual(countRows(evidence.id, await reader.rows(evidence)))
    }
    const counted = await Promise.all(method.evidence.map((one) => reader.count(one)))
    expect(counted.filter(({ met, unmet }) => met > 0 && unmet > 0).length).toBeGreaterThan(5)
  })
})
