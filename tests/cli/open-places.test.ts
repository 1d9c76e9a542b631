import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { refuseOpenPlace } from '#cli/open-places.ts'

const folder = mkdtempSync(join(tmpdir(), 'parvis-open-'))
afterAll(() => rmSync(folder, { recursive: true }))

const event = (name: string, content: string) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return { GITHUB_EVENT_PATH: path }
}
const refuse = (env: Record<string, string>, out = join(folder, 'site')) => refuseOpenPlace({ out, env })

test('an internal site is refused where GitHub Pages would serve it', () => {
  expect(() => refuse({ GITHUB_PAGES: 'true' })).toThrow(/set up for GitHub Pages/u)
  mkdirSync(join(folder, 'served'))
  writeFileSync(join(folder, 'served', 'CNAME'), 'code.vaubrelle.example')
  expect(() => refuse({}, join(folder, 'served'))).toThrow(/which CNAME says/u)
  expect(() => refuse({}, join(folder, 'served', 'inside'))).toThrow(/which CNAME says/u)
})

test('an internal site is refused in the builds of a public repository', () => {
  expect(() => refuse(event('public.json', '{"repository":{"private":false}}'))).toThrow(/everybody can read/u)
})

test('an internal site is written anywhere else', () => {
  expect(() => refuse({})).not.toThrow()
  expect(() => refuse(event('private.json', '{"repository":{"private":true}}'))).not.toThrow()
  expect(() => refuse(event('broken.json', '{'))).not.toThrow()
})
