import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Control, controlAt } from './control.ts'
import type { GitHubOptions } from './options.ts'
import type { WorldSpec } from './world-spec.ts'

/** A GitHub that runs in a process of its own. */
export interface SpawnedGitHub extends Control {
  readonly url: string
  readonly pid: number
  readonly stop: () => Promise<void>
}

/** Like the options of `startGitHub`, but the world is told, not given. */
export type SpawnOptions = Omit<GitHubOptions, 'world'> & { readonly world: WorldSpec }

/** Starts `main.ts` with the same Node that runs here and waits until it serves. */
export async function spawnGitHub({ world, port = 0, ...options }: SpawnOptions): Promise<SpawnedGitHub> {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url))
  const args = [main, '--world', JSON.stringify(world), '--port', String(port), '--options', JSON.stringify(options)]
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    // graphql-js checks its own classes at every step unless it is told that this is no development.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const [line] = await Promise.race([
    firstLine(child.stdout),
    gone.then(() => Promise.reject(new Error('The GitHub that runs here stopped before it served'))),
  ])
  const { url, pid } = JSON.parse(line ?? '{}') as { url: string; pid: number }
  const stop = () => {
    child.kill()
    return gone
  }
  return { url, pid, stop, ...controlAt(url) }
}

function firstLine(stream: NodeJS.ReadableStream): Promise<string[]> {
  return new Promise((resolve) => createInterface({ input: stream }).once('line', (line) => resolve([line])))
}
