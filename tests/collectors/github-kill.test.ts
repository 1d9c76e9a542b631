import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openStore } from '#data/store.ts'
import { startGitHub } from '../github/start.ts'
import { generateWorld } from '../github/world/generate.ts'
import { collectOrganisation, withStore } from './github-scene.ts'

const CHILD = fileURLToPath(new URL('./github-kill-child.ts', import.meta.url))

function collectUntilKilled(url: string, path: string, questions: number): Promise<NodeJS.Signals | number | null> {
  const child = spawn(process.execPath, [CHILD, url, path, String(questions)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)))
}

it('a collection that is killed again and again ends up knowing the same', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parvis-kill-'))
  const world = generateWorld({
    seed: 21,
    repositories: 4,
    changeRequests: 160,
    issues: 60,
    commits: 260,
    oddCases: false,
  })
  const github = await startGitHub({ world, isFrozen: true, limits: { anonymous: 1_000 } })
  try {
    const whole = await withStore(async (store) => {
      await collectOrganisation({ url: github.url, login: 'maison-bleue', store })
      return store.contentHash()
    })
    await github.reset()
    const path = join(folder, 'killed.sqlite')
    const ends: unknown[] = []
    for (const questions of [3, 9, 14, 20]) ends.push(await collectUntilKilled(github.url, path, questions))
    expect(ends).toEqual(['SIGKILL', 'SIGKILL', 'SIGKILL', 'SIGKILL'])
    expect(await collectUntilKilled(github.url, path, 0)).toBe(0)
    const store = await openStore({ path, mode: 'read' })
    expect(await store.contentHash()).toBe(whole)
    store.close()
  } finally {
    await github.stop()
    await rm(folder, { recursive: true, force: true })
  }
})
