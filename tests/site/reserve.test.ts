import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { buildFixture, scratch } from './site-fixture.ts'

const { folder, remove } = scratch()
afterAll(remove)

test('in the months before a vote tables and neutral titles stay; findings, trends and yearly report are withheld', async () => {
  const order = { fixture: { components: 4 }, languages: ['fr'] } as const
  const site = await buildFixture(folder, { name: 'reserved', isReserved: true, ...order })
  const page = (path: string) => readFileSync(join(site, path), 'utf8')
  expect(page('fr/chiffres/index.html')).toMatch(/<h2 id="change-requests-finding"[^>]*>Propositions de code</u)
  expect(page('fr/chiffres/index.html')).toContain('data-figure="change-requests"')
  expect(page('fr/index.html')).not.toContain('class="sparkline"')
  expect(existsSync(join(site, 'fr/impact'))).toBe(false)
  expect(existsSync(join(site, 'fr/contribuer/index.html'))).toBe(true)
})
