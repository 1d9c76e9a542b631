import type { Connection } from '../sql.ts'

/** Marks of what rollups no longer say rightly: written in the transaction of what made them so. */

export function markRepository(connection: Connection, repository: number): void {
  connection.run('INSERT INTO rollup_due (repository) VALUES (?) ON CONFLICT DO NOTHING', [repository])
}

/** Everything that somebody did: another kind, standing or number of theirs changes it. */
export function markPerson(connection: Connection, person: number): void {
  connection.run(`INSERT INTO rollup_due (repository) ${REPOSITORIES_OF} ON CONFLICT DO NOTHING`, { person })
}

/** Everything done by those whose address lies in a mail domain. */
export function markDomain(connection: Connection, domain: string): void {
  for (const row of connection.all('SELECT DISTINCT person FROM person_mail WHERE email_domain = ?', [domain])) {
    markPerson(connection, Number(row.person))
  }
}

const REPOSITORIES_OF = `
  SELECT repository FROM change_request WHERE author = :person
  UNION SELECT repository FROM change_request WHERE first_responder = :person
  UNION SELECT repository FROM change_request WHERE merged_by = :person
  UNION SELECT repository FROM issue WHERE author = :person
  UNION SELECT repository FROM issue WHERE first_responder = :person
  UNION SELECT repository FROM repository_commit WHERE author = :person`
