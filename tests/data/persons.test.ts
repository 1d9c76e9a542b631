import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import type { PersonRef } from '#data/model/records.ts'
import { PERSON_REFERENCES } from '#data/person-references.ts'
import { openStore } from '#data/store.ts'
import {
  AT,
  changeRequest,
  commit,
  folder,
  LATER,
  openForWriting,
  organisation,
  person,
  repository,
  SERVER,
  save,
} from './world.ts'

const files = folder()
afterAll(files.clear)

const mail = (hash: string, more: Partial<PersonRef> = {}): PersonRef => ({
  ...{ server: SERVER, emailHash: hash, kind: 'person', emailDomain: 'mairie.example' },
  ...more,
})

function peek(path: string, sql: string): unknown[] {
  const database = new Database(path, { readonly: true })
  try {
    return database.prepare(sql).raw().all()
  } finally {
    database.close()
  }
}

const authors = 'SELECT COUNT(DISTINCT author) FROM repository_commit'

describe('who is who', () => {
  it('takes two mail addresses of one account for one person, and an address alone for somebody', async () => {
    const path = files.path('mails.sqlite')
    const store = await openForWriting(path)
    const account = { hostId: '7', login: 'someone-7' }
    await save(store, [
      repository(1),
      commit('a', { author: mail('h1', account) }),
      commit('b', { author: mail('h2', account) }),
      commit('c', { author: mail('h3') }),
    ])
    store.close()
    expect(peek(path, authors)).toEqual([[2]])
    expect(peek(path, 'SELECT email_hash, email_domain FROM person_mail ORDER BY email_hash')).toEqual([
      ['h1', 'mairie.example'],
      ['h2', 'mairie.example'],
      ['h3', 'mairie.example'],
    ])
  })

  it('makes two rows one when somebody is seen under both identities, in whatever order', async () => {
    const both = mail('h1', { hostId: '7', login: 'someone-7' })
    const sightings = [mail('h1'), person(7), both]
    for (const [index, order] of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
    ].entries()) {
      const path = files.path(`merge-${index}.sqlite`)
      const store = await openForWriting(path)
      const commits = order.map((at) => commit(`c${at}`, { author: sightings[at] ?? both, committer: both }))
      await save(store, [repository(1), ...commits])
      store.close()
      expect(peek(path, authors)).toEqual([[1]])
      expect(peek(path, 'SELECT host_id, login FROM person')).toEqual([['7', 'someone-7']])
    }
  })

  it('does not take two accounts for one because they share an address', async () => {
    const path = files.path('shared.sqlite')
    const store = await openForWriting(path)
    const one = mail('team', { hostId: '1', login: 'one' })
    const two = mail('team', { hostId: '2', login: 'two' })
    await save(store, [repository(1), commit('a', { author: one }), commit('b', { author: two })])
    store.close()
    expect(peek(path, authors)).toEqual([[2]])
  })

  it('follows the login of an account, and never lets an old commit set it back', async () => {
    const path = files.path('login.sqlite')
    const store = await openForWriting(path)
    const old = mail('h', { hostId: '7', login: 'before' })
    await save(store, [repository(1), commit('a', { author: old, committer: old })])
    const present = changeRequest(1, { author: person(7, { login: 'after' }) })
    await save(store, [present])
    store.close()
    const again = await openForWriting(path)
    const records = [commit('a', { author: old, committer: old }), present]
    expect(await save(again, records, { at: LATER })).toEqual({ written: 0, unchanged: 2 })
    again.close()
    expect(peek(path, 'SELECT login FROM person')).toEqual([['after']])
  })

  it('puts everybody without any identity into one anonymous row', async () => {
    const path = files.path('ghosts.sqlite')
    const store = await openForWriting(path)
    const ghost: PersonRef = { server: SERVER, kind: 'deleted', login: null }
    await save(store, [repository(1), changeRequest(1, { author: ghost }), changeRequest(2, { author: ghost })])
    store.close()
    expect(peek(path, 'SELECT login, kind, is_anonymous FROM person')).toEqual([[null, 'deleted', 1]])
  })

  it('keeps a history of members: here since before we looked, joined, left', async () => {
    const path = files.path('members.sqlite')
    const store = await openForWriting(path)
    const list = (...numbers: number[]) => ({
      ...{ type: 'membership' as const, organisation: { server: SERVER, login: 'Ville-Inventee' } },
      members: numbers.map((number) => ({ person: person(number), role: 'member' as const })),
    })
    await save(store, [organisation(), list(1, 2)])
    await save(store, [list(1, 3)], { at: LATER })
    expect(await save(store, [list(1, 3)], { at: LATER })).toEqual({ written: 0, unchanged: 1 })
    store.close()
    expect(
      peek(
        path,
        `SELECT p.host_id, m.first_seen_at, m.is_start_known, m.left_at FROM membership m
        JOIN person p ON p.id = m.person ORDER BY p.host_id`,
      ),
    ).toEqual([
      ['1', AT, 0, null],
      ['2', AT, 0, LATER],
      ['3', LATER, 1, null],
    ])
  })
})

describe('being forgotten', () => {
  it('reaches every column that refers to a person', async () => {
    const path = files.path('references.sqlite')
    const store = await openForWriting(path)
    store.close()
    const columns = peek(
      path,
      `SELECT m.name || '.' || f."from" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
      WHERE m.type = 'table' AND f."table" = 'person' AND m.name <> 'person_mail' ORDER BY 1`,
    )
    expect(PERSON_REFERENCES.map(({ table, column }) => [`${table}.${column}`]).sort()).toEqual(columns)
  })

  it('erases every identity, keeps the work, and does not let the person come back', async () => {
    const path = files.path('erased.sqlite')
    const store = await openForWriting(path)
    const somebody = mail('hash-of-somebody', { hostId: '7', login: 'somebody-to-forget' })
    const records = [
      repository(1),
      commit('a', { author: somebody, committer: somebody, coAuthors: [{ person: somebody }] }),
      changeRequest(1, { author: person(7, { login: 'somebody-to-forget' }), mergedBy: person(8) }),
    ]
    await save(store, records)
    expect(await store.erasePerson([person(7, { login: null })], { at: LATER })).toBe(3)
    const forgotten = await store.contentHash()
    await save(store, records, { at: LATER })
    expect(await store.contentHash()).toBe(forgotten)
    await save(store, [commit('b', { author: { server: SERVER, login: 'Somebody-To-Forget', kind: 'person' } })])
    await store.backup(files.path('erased-copy.sqlite'))
    store.close()
    expect(peek(path, "SELECT COUNT(*) FROM person WHERE login LIKE 'somebody%' OR host_id = '7'")).toEqual([[0]])
    expect(peek(path, 'SELECT COUNT(*) FROM person_mail')).toEqual([[0]])
    expect(peek(path, 'SELECT COUNT(*) FROM repository_commit')).toEqual([[2]])
    for (const file of [path, files.path('erased-copy.sqlite')]) {
      expect(readFileSync(file).includes('somebody-to-forget')).toBe(false)
      expect(readFileSync(file).includes('hash-of-somebody')).toBe(false)
    }
  })

  it('takes nothing about people in without the key that keeps the erased out', async () => {
    const path = files.path('keyless.sqlite')
    const store = await openForWriting(path)
    await save(store, [repository(1), changeRequest(1, { author: person(7) })])
    await store.erasePerson([person(7)], { at: LATER })
    store.close()
    const keyless = await openStore({ path, mode: 'write' })
    const saved = save(keyless, [changeRequest(2, { author: person(7) })])
    await expect(saved).rejects.toMatchObject({ code: 'secret-missing' })
    // What is not about people goes on: outcomes of rules, facts, figures.
    expect(await keyless.refreshRollups()).toBe(0)
    keyless.close()
  })
})
