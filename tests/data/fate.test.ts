import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { changeRequest, commit, folder, LATER, oid, openForWriting, person, repository, save } from './world.ts'

const files = folder()
afterAll(() => files.clear())

function peek(path: string, sql: string): unknown[] {
  const database = new Database(path, { readonly: true })
  const rows = database.prepare(sql).raw().all()
  database.close()
  return rows
}

const closed = { state: 'closed', closedAt: LATER } as const

describe('what became of a change request that was closed without a merge', () => {
  it('is taken over where its head or its number is on the default branch afterwards, else unknown', async () => {
    const path = files.path('fate.sqlite')
    const store = await openForWriting(path)
    const before = { committedAt: '2026-08-01T10:00:00Z', authoredAt: '2026-08-01T10:00:00Z' }
    await save(store, [
      repository(1),
      repository(2),
      changeRequest(1, { ...closed, headOid: oid('landed') }),
      changeRequest(2, closed),
      changeRequest(3, closed),
      changeRequest(4, closed),
      changeRequest(5, { ...closed, headOid: oid('landed'), changedFileCount: 0 }),
      changeRequest(6, closed),
      changeRequest(7, { state: 'merged', mergedAt: LATER, closedAt: LATER }),
      commit('landed'),
      commit('by hand', { mentions: [2, 7] }),
      commit('elsewhere', { of: 2, mentions: [3] }),
      commit('too early', { ...before, mentions: [4] }),
      commit('a release', { isReleaseTool: true, mentions: [6] }),
    ])
    const sql = `SELECT c.number, m.ending, m.evidence FROM change_request_measure m
      JOIN change_request c ON c.id = m.change_request WHERE c.state = 'closed' ORDER BY c.number`
    expect(peek(path, sql)).toEqual([
      [1, 'taken-over', 'head'],
      [2, 'taken-over', 'mention'],
      [3, 'unknown', null],
      [4, 'unknown', null],
      [5, 'unknown', null],
      [6, 'unknown', null],
    ])
    // A commit that a rewritten history lost is no evidence any more.
    await save(store, [], {
      gone: [{ type: 'commit', repository: { server: repository(1).server, hostId: '1' }, oid: oid('by hand') }],
    })
    store.close()
    expect(peek(path, sql)[1]).toEqual([2, 'unknown', null])
  })

  it('counts who answered first, and forgets them with the rest', async () => {
    const path = files.path('responder.sqlite')
    const store = await openForWriting(path)
    const answered = { firstResponseAt: LATER, firstResponder: person(50) }
    await save(store, [
      repository(1),
      changeRequest(1, answered),
      changeRequest(2, { ...answered, firstResponder: person(51) }),
    ])
    const responders = 'SELECT COUNT(DISTINCT first_responder) FROM change_request'
    expect(peek(path, responders)).toEqual([[2]])
    await store.erasePerson([person(50)], { at: LATER })
    store.close()
    expect(
      peek(
        path,
        `SELECT p.is_anonymous FROM change_request c JOIN person p ON p.id = c.first_responder ORDER BY c.number`,
      ),
    ).toEqual([[1], [0]])
  })
})
