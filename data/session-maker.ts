import { repositoryId } from './known.ts'
import type { RunId } from './model/collection.ts'
import type { Instant } from './model/instant.ts'
import type { OrganisationKey, PersonRef, RepositoryKey } from './model/records.ts'
import type { PersonSheet } from './person-references.ts'
import { persons } from './persons.ts'
import { markRepository } from './rollups/due.ts'
import { refuseWithoutSecret } from './secret.ts'
import type { Session } from './session.ts'
import { type Connection, integer } from './sql.ts'

export interface SessionMaker {
  begin(run: RunId, at: Instant): Session
  /** Erases one person, whom all of these identities name. */
  erase(identities: readonly PersonRef[], at: Instant): number
  sheet(person: PersonRef): PersonSheet
  /** Forgets what was looked up: a transaction was undone. */
  reset(): void
}

/** Sessions share what they looked up until something else may have changed it. */
export function sessionMaker(connection: Connection, secret: string | undefined): SessionMaker {
  const people = persons(secret)
  const repositories = new Map<string, number>()
  let met = new WeakMap<RepositoryKey, number>()
  let seenVersion = -1
  const reset = (): void => {
    people.reset()
    repositories.clear()
    met = new WeakMap()
  }
  const repository = (key: RepositoryKey): number => {
    const seen = met.get(key)
    if (seen !== undefined) return seen
    const name = `${key.server}/${key.hostId}`
    const id = repositories.get(name) ?? repositoryId(connection, key)
    if (id === undefined) throw new Error(`a record refers to repository ${name}, which was never recorded`)
    repositories.set(name, id)
    met.set(key, id)
    return id
  }
  const organisation = (key: OrganisationKey): number => {
    const row = connection.get('SELECT id FROM organisation WHERE server = ? AND lower(login) = lower(?)', [
      key.server,
      key.login,
    ])
    if (row === undefined) throw new Error(`a record refers to organisation ${key.login}, which was never recorded`)
    return integer(row, 'id')
  }
  const begin = (run: RunId, at: Instant): Session => {
    if (secret === undefined) refuseWithoutSecret(connection)
    const version = integer(connection.get('PRAGMA data_version') ?? {}, 'data_version')
    if (version !== seenVersion) reset()
    seenVersion = version
    const marked = new Set<number>()
    const mark = (id: number): void => {
      if (!marked.has(id)) markRepository(connection, id)
      marked.add(id)
    }
    const session: Session = {
      ...{ connection, run, at, changed: 0, repository, organisation, mark },
      person: (ref) => people.resolve(session, ref),
      dropPerson: (id) => people.drop(session, id),
      isErased: (ref) => people.isErased(connection, ref),
    }
    return session
  }
  return {
    reset,
    begin,
    sheet: (person) => people.sheet(connection, person),
    erase(identities, at) {
      const last = connection.get('SELECT COALESCE(MAX(id), 0) AS id FROM run')
      const session = begin(integer(last ?? {}, 'id'), at)
      return identities.reduce((hashed, identity) => hashed + people.erase(session, identity), 0)
    },
  }
}
