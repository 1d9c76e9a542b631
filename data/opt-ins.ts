import type { OptInRecord, OutboundRecord } from './model/records.ts'
import type { Session } from './session.ts'
import { integer } from './sql.ts'
import * as tables from './tables.ts'
import { saveSet } from './upsert.ts'

/** Takes the list of those who opted in; of whoever is no longer on it, everything that was counted goes. */
export function saveOptIns(session: Session, { server, lines }: OptInRecord): void {
  const { connection } = session
  const stored = () =>
    new Set(connection.all('SELECT person FROM opt_in WHERE server = ?', [server]).map((row) => integer(row, 'person')))
  const before = stored()
  // On the row that all of the erased share, one consent would stand for every one of them.
  const items = lines.filter(({ person }) => !session.isErased(person))
  saveSet(session, tables.OPT_INS, { parent: server, items })
  const left = stored()
  for (const person of before) {
    if (left.has(person)) continue
    session.changed += connection.run('DELETE FROM outbound_contribution WHERE person = ?', [person])
    session.dropPerson(person)
  }
}

/** Keeps the counts of somebody who opted in and did not withdraw since they were asked for; else nothing. */
export function saveOutbound(session: Session, record: OutboundRecord): void {
  const { connection } = session
  if (session.isErased(record.person)) return
  const person = session.person(record.person)
  const consent = connection.run('UPDATE opt_in SET asked_at = ? WHERE person = ?', [record.askedAt, person])
  if (consent > 0) saveSet(session, tables.OUTBOUND_CONTRIBUTIONS, { parent: person, items: record.counts })
}
