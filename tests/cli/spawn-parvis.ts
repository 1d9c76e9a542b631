import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const GUARD = fileURLToPath(new URL('../../cli/parvis.js', import.meta.url))

export interface Ended {
  /** Exit code, or the signal that ended it. */
  readonly end: number | NodeJS.Signals | null
  readonly out: string
  readonly err: string
}

interface Spawning {
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  /** Options of Node itself, before the program. */
  readonly node?: readonly string[]
  /** Number of the account to run as; only root may choose. */
  readonly user?: number
  /** Told of all that was said so far, whenever something was: the place to send a signal from. */
  readonly onSaid?: (child: ChildProcess, said: string) => void
}

/** Runs one command line in a process of its own, the way a shell does. */
export function spawnParvis(args: readonly string[], { cwd, env, node = [], user, onSaid }: Spawning): Promise<Ended> {
  const child = spawn(process.execPath, [...node, GUARD, ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user === undefined ? {} : { uid: user, gid: user }),
  })
  const said = { out: '', err: '' }
  for (const name of ['out', 'err'] as const) {
    const stream = name === 'out' ? child.stdout : child.stderr
    stream.setEncoding('utf8').on('data', (text: string) => {
      said[name] += text
      onSaid?.(child, said.err)
    })
  }
  return new Promise((resolve) => child.once('close', (code, signal) => resolve({ end: signal ?? code, ...said })))
}
