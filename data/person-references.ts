import { type Connection, integer, text, textOrNull } from './sql.ts'

/** One place where a person is referred to: how often, and over which time. */
export interface PersonUse {
  readonly table: string
  readonly column: string
  readonly count: number
  readonly firstAt: string | null
  readonly lastAt: string | null
}

/** What is stored of one person, and of nobody else. */
export interface PersonSheet {
  /** They asked to be forgotten; what comes in of them stays without identity. */
  readonly isErased: boolean
  readonly identities: readonly {
    readonly server: string
    readonly login: string | null
    readonly hasAccountNumber: boolean
    /** Mail addresses known by their keyed hash. */
    readonly mailHashes: number
  }[]
  readonly uses: readonly PersonUse[]
}

interface Reference {
  readonly table: string
  readonly column: string
  /** Part of a primary key, so that the new row may be there already. */
  readonly isKey: boolean
  /** When what the row tells of happened; of a row that has no time of its own, in the table that it belongs to. */
  readonly dated: string
}

const COMMIT = '(SELECT c.authored_at FROM repository_commit c WHERE c.id = t.repository_commit)'

const MONTH = "printf('%04d-%02d', t.month / 100, t.month % 100)"

/** Every column that refers to a person. A test compares with the foreign keys of the schema. */
export const PERSON_REFERENCES: readonly Reference[] = [
  { table: 'change_request', column: 'author', isKey: false, dated: 't.created_at' },
  { table: 'change_request', column: 'merged_by', isKey: false, dated: 't.merged_at' },
  { table: 'change_request', column: 'first_responder', isKey: false, dated: 't.first_response_at' },
  { table: 'issue', column: 'first_responder', isKey: false, dated: 't.first_response_at' },
  { table: 'issue', column: 'author', isKey: false, dated: 't.created_at' },
  { table: 'repository_commit', column: 'author', isKey: false, dated: 't.authored_at' },
  { table: 'repository_commit', column: 'committer', isKey: false, dated: 't.committed_at' },
  { table: 'repository_commit_co_author', column: 'person', isKey: true, dated: COMMIT },
  { table: 'membership', column: 'person', isKey: true, dated: 't.first_seen_at' },
  { table: 'affiliation', column: 'person', isKey: false, dated: 't.from_at' },
  { table: 'opt_in', column: 'person', isKey: true, dated: 't.consented_at' },
  { table: 'outbound_contribution', column: 'person', isKey: true, dated: MONTH },
]

/** Makes everything that refers to one person refer to another, who is there already, and drops the first. */
export function repoint(connection: Connection, from: number, to: number): void {
  for (const { table, column, isKey } of PERSON_REFERENCES) {
    connection.run(`UPDATE ${isKey ? 'OR IGNORE ' : ''}${table} SET ${column} = ? WHERE ${column} = ?`, [to, from])
    if (isKey) connection.run(`DELETE FROM ${table} WHERE ${column} = ?`, [from])
  }
  connection.run('DELETE FROM person WHERE id = ?', [from])
}

/** Whether anything is known of a person beside that they are there. */
export function isReferredTo(connection: Connection, person: number): boolean {
  const places = [...PERSON_REFERENCES, { table: 'person_mail', column: 'person' }]
  return places.some(
    ({ table, column }) =>
      connection.get(`SELECT 1 AS found FROM ${table} WHERE ${column} = ? LIMIT 1`, [person]) !== undefined,
  )
}

export function sheetOf(
  connection: Connection,
  rows: readonly { readonly id: number }[],
): Pick<PersonSheet, 'identities' | 'uses'> {
  const identities = rows.flatMap(({ id }) =>
    connection.all(IDENTITY, [id]).map((row) => ({
      server: text(row, 'server'),
      login: textOrNull(row, 'login'),
      hasAccountNumber: row.host_id !== null,
      mailHashes: integer(row, 'mails'),
    })),
  )
  const ids = rows.map(({ id }) => id)
  return { identities, uses: PERSON_REFERENCES.flatMap((reference) => usesOf(connection, reference, ids)) }
}

const IDENTITY = `SELECT p.server, p.login, p.host_id, (SELECT COUNT(*) FROM person_mail m WHERE m.person = p.id) AS mails
  FROM person p WHERE p.id = ?`

function usesOf(connection: Connection, { table, column, dated }: Reference, ids: readonly number[]): PersonUse[] {
  if (ids.length === 0) return []
  const row = connection.get(
    `SELECT COUNT(*) AS n, MIN(${dated}) AS first_at, MAX(${dated}) AS last_at FROM ${table} t
    WHERE t.${column} IN (${ids.map(() => '?').join(', ')})`,
    ids,
  )
  if (row === undefined || row.n === 0) return []
  const [firstAt, lastAt] = [textOrNull(row, 'first_at'), textOrNull(row, 'last_at')]
  return [{ table, column, count: integer(row, 'n'), firstAt, lastAt }]
}
