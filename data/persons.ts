import { createHmac } from 'node:crypto'
import type { PersonRef } from './model/records.ts'
import { isReferredTo, type PersonSheet, repoint, sheetOf } from './person-references.ts'
import { markPerson } from './rollups/due.ts'
import type { Session } from './session.ts'
import { type Connection, integer, type SqlRow, text, textOrNull } from './sql.ts'

/**
 * Who is who. An account number is the identity when known, else the hash of a mail address, else a login. Two rows
 * become one only when somebody is seen under both identities at once.
 */
export interface Persons {
  resolve(session: Session, ref: PersonRef): number
  /** Whether somebody asked to be forgotten: nothing that is about them alone may be written. */
  isErased(connection: Connection, ref: PersonRef): boolean
  /** What is stored of a person. */
  sheet(connection: Connection, ref: PersonRef): PersonSheet
  /** Erases a person, if known, and sees to it that they do not come back; answers how many identities were hashed. */
  erase(session: Session, ref: PersonRef): number
  /** Drops a row that nothing refers to any more. */
  drop(session: Session, id: number): void
  /** Forgets what was resolved: rows may have gone since. */
  reset(): void
}

interface PersonRow {
  readonly id: number
  readonly server: string
  readonly hostId: string | null
  readonly login: string | null
  readonly kind: string
}

export function persons(secret: string | undefined): Persons {
  const resolved = new Map<string, number>()
  /** The same by the reference itself: collectors hand in one object for all that a person did. */
  let met = new WeakMap<PersonRef, number>()
  const forget = (): void => {
    resolved.clear()
    met = new WeakMap()
  }
  let denied: ReadonlySet<string> | undefined

  const hash = (identity: string): string =>
    createHmac('sha256', secret ?? '')
      .update(identity)
      .digest('hex')
  const isErased = (connection: Connection, ref: PersonRef): boolean => {
    denied ??= new Set(connection.all('SELECT hash FROM erased_person').map((row) => text(row, 'hash')))
    const list = denied
    return list.size > 0 && identitiesOf(ref).some((identity) => list.has(hash(identity)))
  }

  return {
    isErased,
    sheet: (connection, ref) => {
      const rows = everywhere(connection, ref)
      return { isErased: secret !== undefined && isErased(connection, ref), ...sheetOf(connection, rows) }
    },
    resolve(session, ref) {
      const seen = met.get(ref)
      if (seen !== undefined) return seen
      const signature = [ref.server, ref.hostId, ref.emailHash, ref.login, ref.kind, ref.emailDomain].join('\n')
      const known = resolved.get(signature)
      if (known !== undefined) {
        met.set(ref, known)
        return known
      }
      const hasIdentity = ref.hostId !== undefined || ref.emailHash !== undefined || Boolean(ref.login)
      const id =
        hasIdentity && !isErased(session.connection, ref)
          ? identify(session, ref, forget)
          : anonymous(session, { server: ref.server, kind: hasIdentity ? 'deleted' : ref.kind })
      resolved.set(signature, id)
      met.set(ref, id)
      return id
    },
    erase(session, ref) {
      const { connection, at } = session
      const rows = everywhere(connection, ref)
      const identities = new Set([...identitiesOf(ref), ...rows.flatMap((row) => storedIdentities(connection, row))])
      let hashed = 0
      for (const identity of identities) {
        hashed += connection.run('INSERT OR IGNORE INTO erased_person (hash, erased_at) VALUES (?, ?)', [
          ...[hash(identity), at],
        ])
      }
      for (const row of rows) {
        markPerson(connection, row.id)
        connection.run('DELETE FROM membership WHERE person = ?', [row.id])
        connection.run('DELETE FROM affiliation WHERE person = ?', [row.id])
        connection.run('DELETE FROM person_mail WHERE person = ?', [row.id])
        connection.run('DELETE FROM outbound_contribution WHERE person = ?', [row.id])
        connection.run('DELETE FROM opt_in WHERE person = ?', [row.id])
        repoint(connection, row.id, anonymous(session, { server: row.server, kind: 'deleted' }))
      }
      denied = undefined
      forget()
      return hashed
    },
    drop(session, id) {
      if (isReferredTo(session.connection, id)) return
      session.changed += session.connection.run('DELETE FROM person WHERE id = ?', [id])
      forget()
    },
    reset() {
      forget()
      denied = undefined
    },
  }
}

function identitiesOf(ref: PersonRef): readonly string[] {
  const identities: string[] = []
  if (ref.hostId !== undefined) identities.push(`account ${ref.server} ${ref.hostId}`)
  if (ref.emailHash !== undefined) identities.push(`mail ${ref.emailHash}`)
  if (ref.login) identities.push(`login ${ref.server} ${ref.login.toLowerCase()}`)
  return identities
}

function storedIdentities(connection: Connection, row: PersonRow): readonly string[] {
  const mails = connection.all('SELECT email_hash FROM person_mail WHERE person = ?', [row.id])
  return [
    ...identitiesOf({ server: row.server, hostId: row.hostId ?? undefined, login: row.login, kind: 'person' }),
    ...mails.map((mail) => `mail ${text(mail, 'email_hash')}`),
  ]
}

/** Rows that this reference names, and those of other hosts that share a mail address with one of them. */
function everywhere(connection: Connection, ref: PersonRef): readonly PersonRow[] {
  const rows = new Map(candidates(connection, ref).map((row) => [row.id, row]))
  for (const { id } of rows.values()) {
    for (const row of connection.all(BY_SHARED_MAIL, [id])) {
      const other = personRow(row)
      if (!rows.has(other.id)) rows.set(other.id, other)
    }
  }
  return [...rows.values()]
}

const BY_SHARED_MAIL = `SELECT DISTINCT p.id, p.server, p.host_id, p.login, p.kind
  FROM person_mail m JOIN person_mail o ON o.email_hash = m.email_hash JOIN person p ON p.id = o.person
  WHERE m.person = ?`

/** Rows that this reference names, the one with an account number first. */
function candidates(connection: Connection, ref: PersonRef): readonly PersonRow[] {
  const found = new Map<number, PersonRow>()
  const add = (row: SqlRow | undefined): void => {
    if (row === undefined) return
    const person = personRow(row)
    // Another account that shares a mail address or once had this login is somebody else.
    if (ref.hostId === undefined || person.hostId === null || person.hostId === ref.hostId) found.set(person.id, person)
  }
  if (ref.hostId !== undefined) add(connection.get(BY_ACCOUNT, [ref.server, ref.hostId]))
  if (ref.emailHash !== undefined) add(connection.get(BY_MAIL, [ref.server, ref.emailHash]))
  if (ref.login) for (const row of connection.all(BY_LOGIN, [ref.server, ref.login])) add(row)
  const rows = [...found.values()]
  const accounts = rows.filter((row) => row.hostId !== null)
  // Without an account number, two accounts at once are a contradiction: the first (by mail) stands.
  return [...accounts.slice(0, 1), ...rows.filter((row) => row.hostId === null)]
}

function personRow(row: SqlRow): PersonRow {
  return {
    id: integer(row, 'id'),
    server: text(row, 'server'),
    hostId: textOrNull(row, 'host_id'),
    login: textOrNull(row, 'login'),
    kind: text(row, 'kind'),
  }
}

const BY_ACCOUNT = 'SELECT id, server, host_id, login, kind FROM person WHERE server = ? AND host_id = ?'
const BY_MAIL = `SELECT p.id, p.server, p.host_id, p.login, p.kind FROM person_mail m JOIN person p ON p.id = m.person
  WHERE m.server = ? AND m.email_hash = ?`
const BY_LOGIN = `SELECT id, server, host_id, login, kind FROM person
  WHERE server = ? AND lower(login) = lower(?) ORDER BY id`

function identify(session: Session, ref: PersonRef, merged: () => void): number {
  const [first, ...others] = candidates(session.connection, ref)
  const id = first === undefined ? insert(session, ref) : first.id
  for (const other of others) {
    for (const one of [id, other.id]) markPerson(session.connection, one)
    session.connection.run('UPDATE person_mail SET person = ? WHERE person = ?', [id, other.id])
    repoint(session.connection, other.id, id)
    session.changed += 1
    merged()
  }
  if (first !== undefined) update(session, ref, first)
  if (ref.emailHash !== undefined) {
    const isNew = session.connection.run(
      'INSERT INTO person_mail (server, email_hash, email_domain, person) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
      [ref.server, ref.emailHash, ref.emailDomain ?? null, id],
    )
    session.changed += isNew
    // An address may bring somebody known into a domain that a register tells of.
    if (isNew > 0 && first !== undefined && ref.emailDomain) markPerson(session.connection, id)
  }
  return id
}

function insert(session: Session, ref: PersonRef): number {
  const row = session.connection.get(
    'INSERT INTO person (server, host_id, login, kind, run, observed_at) VALUES (?, ?, ?, ?, ?, ?) RETURNING id',
    [ref.server, ref.hostId ?? null, ref.login ?? null, ref.kind, session.run, session.at],
  )
  if (row === undefined) throw new Error('a person was not inserted')
  session.changed += 1
  return integer(row, 'id')
}

/** The account itself has the last word on login and kind; a commit's author line only fills what is not known. */
function update(session: Session, ref: PersonRef, row: PersonRow): void {
  // A register that names an account by its number alone knows nothing else of it.
  const isAccount = ref.hostId !== undefined && ref.emailHash === undefined && ref.login !== undefined
  const login = isAccount ? (ref.login ?? row.login) : (row.login ?? ref.login ?? null)
  const kind = isAccount || (row.hostId === null && row.kind === 'person') ? ref.kind : row.kind
  if (kind !== row.kind) markPerson(session.connection, row.id)
  session.changed += session.connection.run(
    `UPDATE person SET host_id = :host_id, login = :login, kind = :kind, run = :run, observed_at = :observed_at
    WHERE id = :id AND (host_id IS NOT :host_id OR login IS NOT :login OR kind IS NOT :kind)`,
    {
      id: row.id,
      host_id: row.hostId ?? ref.hostId ?? null,
      login,
      kind,
      run: session.run,
      observed_at: session.at,
    },
  )
}

function anonymous(session: Session, who: { readonly server: string; readonly kind: string }): number {
  const known = session.connection.get('SELECT id FROM person WHERE server = ? AND kind = ? AND is_anonymous = 1', [
    who.server,
    who.kind,
  ])
  if (known !== undefined) return integer(known, 'id')
  const row = session.connection.get(
    `INSERT INTO person (server, kind, is_anonymous, run, observed_at) VALUES (?, ?, 1, ?, ?) RETURNING id`,
    [who.server, who.kind, session.run, session.at],
  )
  if (row === undefined) throw new Error('an anonymous person was not inserted')
  session.changed += 1
  return integer(row, 'id')
}
