import { createHash } from 'node:crypto'
import { UsageFailure } from './model/failures.ts'
import { type Connection, text } from './sql.ts'

/** Pseudonyms made under two keys would make two people of one: the key of the first collection stays. */
export function checkSecret(connection: Connection, secret: string | undefined): void {
  if (secret === undefined) {
    if (connection.get('SELECT 1 AS found FROM erased_person LIMIT 1') !== undefined) throw secretMissing()
    return
  }
  const fingerprint = createHash('sha256').update(`parvis key fingerprint\n${secret}`).digest('hex')
  const known = connection.get(`SELECT value FROM setting WHERE key = 'secret-fingerprint'`)
  if (known === undefined) {
    connection.run(`INSERT INTO setting (key, value) VALUES ('secret-fingerprint', ?)`, [fingerprint])
  } else if (text(known, 'value') !== fingerprint) {
    throw new UsageFailure('secret-changed', 'The key of the pseudonyms is not the one this database was made with.', {
      hint: 'Put back the former PARVIS_SECRET or .parvis/secret; with another key the same people would count twice.',
    })
  }
}

export function secretMissing(): UsageFailure {
  return new UsageFailure(
    'secret-missing',
    'People were erased from this database, and the key that keeps them out is missing.',
    {
      hint: 'Set PARVIS_SECRET, or put back .parvis/secret.',
    },
  )
}
