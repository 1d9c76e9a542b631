import type { AffiliationRecord } from './model/records.ts'
import { markDomain, markPerson } from './rollups/due.ts'
import type { Session } from './session.ts'
import { type SqlRow, textOrNull } from './sql.ts'
import { AFFILIATIONS_OF_REGISTER } from './tables.ts'
import { saveSet } from './upsert.ts'

/** Takes a register of where people stand. Of whom a line came, went or changed, all that they did is weighed anew. */
export function saveAffiliations(session: Session, record: AffiliationRecord): void {
  const { connection } = session
  const items = record.lines.filter(({ person }) => person === undefined || !session.isErased(person))
  const linesNow = (): ReadonlyMap<string, SqlRow> =>
    new Map(connection.all(LINES, [record.register]).map((row) => [JSON.stringify(row), row]))
  const former = linesNow()
  const before = session.changed
  saveSet(session, AFFILIATIONS_OF_REGISTER, { parent: record.register, items })
  if (session.changed === before) return
  const present = linesNow()
  for (const [line, row] of [...former, ...present]) {
    if (former.has(line) && present.has(line)) continue
    if (row.person !== null) markPerson(connection, Number(row.person))
    const domain = textOrNull(row, 'email_domain')
    if (domain !== null) markDomain(connection, domain)
  }
}

const LINES = `SELECT person, email_domain, component, affiliation, from_at, until_at FROM affiliation WHERE register = ?`
