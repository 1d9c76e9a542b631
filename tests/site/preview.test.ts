import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedSite, serveSite } from '#site/preview.ts'
import { SERVER_HEADERS } from '#site/src/policy.ts'

const folder = mkdtempSync(join(tmpdir(), 'parvis-preview-'))
let site: ServedSite

beforeAll(async () => {
  mkdirSync(join(folder, 'out', 'fr'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'outside')
  writeFileSync(join(folder, 'out', '404.html'), 'nothing here')
  writeFileSync(join(folder, 'out', 'fr', 'index.html'), 'bonjour')
  writeFileSync(join(folder, 'out', 'style.css'), 'a{}')
  site = await serveSite({ directory: join(folder, 'out'), base: 'open', port: 0 })
})

afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true })
})

/** As the wire has it: `fetch` would tidy the path before it is sent. */
function ask(path: string, method = 'GET'): Promise<{ status: number; type: string; location: string; body: string }> {
  return new Promise((done, failed) => {
    const { hostname, port } = new URL(site.url)
    request({ hostname, port, path, method }, (answer) => {
      let body = ''
      answer.on('data', (chunk) => {
        body += chunk
      })
      answer.on('end', () =>
        done({
          status: answer.statusCode ?? 0,
          type: answer.headers['content-type'] ?? '',
          location: answer.headers.location ?? '',
          body,
        }),
      )
    })
      .on('error', failed)
      .end()
  })
}

test('pages come from their folder, below the base', async () => {
  expect(await ask('/open/fr/')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8', body: 'bonjour' })
  expect(await ask('/open/fr')).toMatchObject({ status: 301, location: '/open/fr/' })
  expect(await ask('/')).toMatchObject({ status: 302, location: '/open/' })
  expect(await ask('/open/style.css?v=1')).toMatchObject({ status: 200, type: 'text/css; charset=utf-8' })
})

test('what is not there answers 404 with the page for it', async () => {
  expect(await ask('/open/en/')).toMatchObject({ status: 404, body: 'nothing here' })
  expect(await ask('/elsewhere/')).toMatchObject({ status: 404, body: 'nothing here' })
})

test.each(['/open/../secret.txt', '/open/%2e%2e/secret.txt', '/open/..%2fsecret.txt', '/open/fr/../../secret.txt'])(
  'nothing outside the folder is served: %s',
  async (path) => {
    expect((await ask(path)).body).not.toContain('outside')
  },
)

test('addresses that cannot be decoded are refused, and so is writing', async () => {
  expect((await ask('/open/%E0%A4%A')).status).toBe(400)
  expect((await ask('/open/%00')).status).toBe(400)
  expect((await ask('/open/fr/', 'POST')).status).toBe(405)
  expect(await ask('/open/fr/', 'HEAD')).toMatchObject({ status: 200, body: '' })
})

test('every file comes with the headers that the reference gives to servers', async () => {
  const { hostname, port } = new URL(site.url)
  const headers = await new Promise<Record<string, unknown>>((done, failed) => {
    request({ hostname, port, path: '/open/fr/' }, (answer) => done(answer.resume().headers))
      .on('error', failed)
      .end()
  })
  const reference = readFileSync(new URL('../../site/src/content/reference/white-label.md', import.meta.url), 'utf8')
  for (const [name, value] of Object.entries(SERVER_HEADERS)) {
    expect(headers[name]).toBe(value)
    expect(reference).toContain(`\n${name}: ${value}\n`)
  }
  expect(headers['set-cookie']).toBeUndefined()
})
