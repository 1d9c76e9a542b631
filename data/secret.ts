import { createHash } from 'node:crypto'
import { UsageFailure } from './model/failures.ts'
import { type Connection, text } from './sql.ts'

/** Pseudonyms made under two keys would make two people of one: the key of the first collection stays. */
export function checkSecret(connection: Connection, secret: string): void {
  if (refuseOtherSecret(connection, secret) === 'known') return
  connection.run(`INSERT INTO setting (key, value) VALUES ('secret-fingerprint', ?)`, [fingerprintOf(secret)])
}

/** Throws when the database was made with another key; answers whether it was made with one at all. */
export function refuseOtherSecret(connection: Connection, secret: string): 'known' | 'new' {
  const known = connection.get(`SELECT value FROM setting WHERE key = 'secret-fingerprint'`)
  if (known === undefined) return 'new'
  if (text(known, 'value') === fingerprintOf(secret)) return 'known'
  throw new UsageFailure('secret-changed', 'The key of the pseudonyms is not the one this database was made with.', {
    hint: 'Put back the former PARVIS_SECRET or .parvis/secret; with another key the same people would count twice.',
  })
}

/** Without the key nobody can tell who asked to be forgotten, so nothing about people may come in. */
export function refuseWithoutSecret(connection: Connection): void {
  if (connection.get('SELECT 1 AS found FROM erased_person LIMIT 1') !== undefined) throw secretMissing()
}

function fingerprintOf(secret: string): string {
  return createHash('sha256').update(`parvis key fingerprint\n${secret}`).digest('hex')
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
