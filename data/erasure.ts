import { UsageFailure } from './model/failures.ts'
import type { Connection } from './sql.ts'

/** Deleted rows linger in free pages and in the journal until both are written anew. */
export function dropDeletedBytes(connection: Connection, path: string): void {
  connection.exec('VACUUM')
  const checkpoint = connection.get('PRAGMA wal_checkpoint(TRUNCATE)')
  if (checkpoint?.busy === 0) return
  throw new UsageFailure('database-read-elsewhere', `${path} is being read by another process.`, {
    hint: 'The rows are erased; their bytes leave the journal once you run the command again without the other process.',
  })
}
