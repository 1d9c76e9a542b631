import { randomUUID } from 'node:crypto'
import { UsageFailure } from './model/failures.ts'
import type { Instant } from './model/instant.ts'
import { closeInterruptedRuns } from './runs.ts'
import { type Connection, integer, type SqlRow, text } from './sql.ts'

/** Who wants to be the one writer that collects. */
export interface Holder {
  readonly command: string
  readonly pid: number
  readonly host: string
  /** Whether a process of this machine lives. */
  isRunning(pid: number): boolean
}

export interface Lease {
  /** Throws a `UsageFailure` when another took the lease over. */
  renew(): void
  release(): void
}

/** A holder that gave no sign of life for so long is taken for dead. A live store gives one every minute. */
const LEASE_SECONDS = 15 * 60
export const RENEWAL_SECONDS = 60

/** Takes the lease; one of a dead or long silent holder is taken over, and the runs that it left open are closed. */
export function takeLease(connection: Connection, holder: Holder, clock: () => Instant): Lease {
  const token = randomUUID()
  connection.transaction(() => {
    const at = clock()
    const held = connection.get('SELECT command, pid, host, since_at, renewed_at, renewed_epoch FROM lease')
    if (held !== undefined && isHeld(held, holder, at)) throw inUse(held)
    connection.run('DELETE FROM lease')
    connection.run(
      'INSERT INTO lease (id, token, command, pid, host, since_at, renewed_at) VALUES (1, ?, ?, ?, ?, ?, ?)',
      [token, holder.command, holder.pid, holder.host, at, at],
    )
    closeInterruptedRuns(connection, at)
  })
  return {
    renew() {
      if (connection.run('UPDATE lease SET renewed_at = ? WHERE token = ?', [clock(), token]) > 0) return
      throw new UsageFailure(
        'database-lease-lost',
        'Another process took this database over while this one was silent.',
        {
          hint: 'What was saved is safe. Run the command again when the other one has ended.',
        },
      )
    },
    release() {
      connection.run('DELETE FROM lease WHERE token = ?', [token])
    },
  }
}

function isHeld(held: SqlRow, holder: Holder, at: Instant): boolean {
  const silentSeconds = Date.parse(at) / 1000 - integer(held, 'renewed_epoch')
  if (silentSeconds > LEASE_SECONDS) return false
  return text(held, 'host') !== holder.host || holder.isRunning(integer(held, 'pid'))
}

function inUse(held: SqlRow): UsageFailure {
  const who = `\`${text(held, 'command')}\` (process ${integer(held, 'pid')} on ${text(held, 'host')})`
  const freeAt = `${new Date((integer(held, 'renewed_epoch') + LEASE_SECONDS) * 1000).toISOString().slice(0, 19)}Z`
  return new UsageFailure('database-in-use', `The database is in use by ${who} since ${text(held, 'since_at')}.`, {
    hint:
      'Wait until it has ended, or stop it there with Ctrl-C; readers and the site are not held up. Should that machine ' +
      `be gone, the database comes free by itself at ${freeAt}.`,
  })
}
