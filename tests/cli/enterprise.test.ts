import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunSummary } from '#data/model/collection.ts'
import { createAuthority } from '../github/certificates.ts'
import { type RunningGitHub, startGitHub } from '../github/start.ts'
import { generateWorld } from '../github/world/generate.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A server of one's own: its API under `/api`, no limits, and a certificate that only its company knows. */

const PARVIS = fileURLToPath(new URL('../../cli/parvis.js', import.meta.url))
const authority = createAuthority()
const world = generateWorld({ repositories: 3, changeRequests: 6, issues: 4, commits: 9, people: 4, oddCases: false })

let github: RunningGitHub
beforeAll(async () => {
  github = await startGitHub({ world, tls: authority.certify(), limits: { isEnabled: false } })
})
afterAll(() => github.stop())

/** Node.js reads NODE_EXTRA_CA_CERTS when it starts: each collection is a process of its own. */
async function collect(more: Readonly<Record<string, string>>) {
  const cwd = temporaryFolder({
    'parvis.yaml': `organisations:\n  - name: maison-bleue\n    server: ${github.url}\n`,
    'authority.pem': authority.cert,
  })
  const env = { PATH: process.env.PATH, GITHUB_TOKEN: 'member-token', PARVIS_SECRET: 'sixteen characters', ...more }
  const child = spawn(process.execPath, [PARVIS, 'collect', '--format', 'json'], { cwd, env })
  const ended = once(child, 'exit')
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  const [code] = await ended
  return { code, err, runs: (JSON.parse(out) as { readonly runs: readonly RunSummary[] }).runs }
}

describe('an Enterprise Server with a certificate of its own', () => {
  it('is collected once its authority is named, although it counts nothing', async () => {
    const { code, runs, err } = await collect({ NODE_EXTRA_CA_CERTS: 'authority.pem' })
    expect({ code, err: err.includes('limit'), runs: runs.map(({ status }) => status) }).toEqual({
      code: 0,
      err: false,
      runs: runs.map(() => 'complete'),
    })
    expect(runs[0]).toMatchObject({ scope: `${new URL(github.url).host}/@maison-bleue`, points: 0 })
  })

  it('is refused at once while nobody vouches for it, with the variable that mends it', async () => {
    const { code, runs } = await collect({})
    expect(code).toBe(2)
    expect(runs[0]?.problems[0]).toMatchObject({
      kind: 'network',
      message: expect.stringMatching(/certificate of 127\.0\.0\.1:\d+ is not trusted.*NODE_EXTRA_CA_CERTS/),
    })
    expect(runs[0]?.requests).toBe(2)
  })
})
