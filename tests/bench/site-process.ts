/** What a process and all that it starts cost, as Linux tells. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { env } from 'node:process'
import { fileURLToPath } from 'node:url'

export interface Cost {
  /** Seconds of the clock. */
  readonly wall: number
  /** Seconds of the processor, children included. */
  readonly cpu: number
  /** The most memory that the process and its children held at once. */
  readonly megabytes: number
}

const LOOK_EVERY_MS = 100

/** Runs `site-once.ts` with `args` to its end. */
export async function costOf(args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Cost> {
  const script = fileURLToPath(new URL('site-once.ts', import.meta.url))
  const began = performance.now()
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...env, ...more },
  })
  let peak = 0
  let ticks = 0
  const look = setInterval(() => {
    const tree = treeOf(child.pid ?? 0)
    peak = Math.max(peak, sum(tree, 'kilobytes'))
    ticks = Math.max(ticks, sum(tree, 'ticks'))
  }, LOOK_EVERY_MS)
  const code = await new Promise((done) => child.once('exit', done))
  clearInterval(look)
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}`)
  return { wall: (performance.now() - began) / 1000, cpu: ticks / 100, megabytes: peak / 1024 }
}

export function median(costs: readonly Cost[]): Cost {
  const middle = (pick: (cost: Cost) => number) =>
    costs.map(pick).sort((a, b) => a - b)[Math.floor(costs.length / 2)] ?? 0
  return { wall: middle(({ wall }) => wall), cpu: middle(({ cpu }) => cpu), megabytes: middle((one) => one.megabytes) }
}

interface Process {
  readonly kilobytes: number
  /** Hundredths of a second, those of children that have ended included. */
  readonly ticks: number
}

function sum(tree: readonly Process[], what: keyof Process): number {
  return tree.reduce((total, one) => total + one[what], 0)
}

function treeOf(pid: number): readonly Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ')
    const resident = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
    const ticks = [11, 12, 13, 14].reduce((total, field) => total + Number(stat[field]), 0)
    return [{ kilobytes: Number(resident ?? 0), ticks }, ...children.flatMap((child) => treeOf(Number(child)))]
  } catch {
    return []
  }
}
