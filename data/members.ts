import type { MembershipRecord } from './model/records.ts'
import { markPerson } from './rollups/due.ts'
import type { Session } from './session.ts'
import { integer, text } from './sql.ts'

/** Takes a member list: who is new joined by now, who is missing has left; who was there at the first look, before. */
export function saveMembers(session: Session, record: MembershipRecord): void {
  const { connection, at } = session
  const organisation = session.organisation(record.organisation)
  const isFirstLook =
    connection.get('SELECT 1 AS found FROM membership WHERE organisation = ? LIMIT 1', [organisation]) === undefined
  const present = new Map(
    connection
      .all('SELECT person, role FROM membership WHERE organisation = ? AND left_at IS NULL', [organisation])
      .map((row) => [integer(row, 'person'), text(row, 'role')]),
  )
  const seen = new Set<number>()
  for (const member of record.members) {
    // On the row that all of the erased share, a membership would make members of every one of them.
    if (session.isErased(member.person)) continue
    const person = session.person(member.person)
    if (seen.has(person)) continue
    seen.add(person)
    const role = present.get(person)
    present.delete(person)
    if (role === undefined) {
      markPerson(connection, person)
      session.changed += connection.run(
        `INSERT INTO membership (organisation, person, first_seen_at, role, is_start_known) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (organisation, person, first_seen_at) DO UPDATE SET left_at = NULL`,
        [organisation, person, at, member.role, isFirstLook ? 0 : 1],
      )
    } else if (role !== member.role) {
      session.changed += connection.run(
        'UPDATE membership SET role = ? WHERE organisation = ? AND person = ? AND left_at IS NULL',
        [member.role, organisation, person],
      )
    }
  }
  for (const person of present.keys()) {
    markPerson(connection, person)
    session.changed += connection.run(
      'UPDATE membership SET left_at = ? WHERE organisation = ? AND person = ? AND left_at IS NULL',
      [at, organisation, person],
    )
  }
}
