import { hostname } from 'node:os'
import type { Holder } from '#data/store.ts'

/** This process, as the one that writes: who else wants to is told its name. */
export function leaseHolder(command: string): Holder {
  return { command, pid: process.pid, host: hostname(), isRunning }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
