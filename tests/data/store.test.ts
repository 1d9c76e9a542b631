import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { migrations } from '#data/migrations.ts'
import { UsageFailure } from '#data/model/failures.ts'
import { blobOid } from '#data/model/oid.ts'
import { openStore } from '#data/store.ts'
import {
  AT,
  batch,
  changeRequest,
  folder,
  LATER,
  oid,
  openForWriting,
  organisation,
  person,
  repository,
  SERVER,
  save,
} from './world.ts'

const files = folder()
afterAll(files.clear)

async function refusal(promise: Promise<unknown>): Promise<UsageFailure> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof UsageFailure)) throw new Error(`expected a UsageFailure, met ${String(error)}`)
  return error
}

function peek(path: string, sql: string): unknown[] {
  const database = new Database(path, { readonly: true })
  try {
    return database.prepare(sql).raw().all()
  } finally {
    database.close()
  }
}

describe('opening', () => {
  it('creates the database, its folder and its schema', async () => {
    const path = files.path('new/folder/parvis.sqlite')
    const store = await openForWriting(path)
    store.close()
    expect(peek(path, 'PRAGMA user_version')).toEqual([[migrations().at(-1)?.number]])
    expect(peek(path, 'PRAGMA journal_mode')).toEqual([['wal']])
  })

  it('says what to do when there is nothing to read', async () => {
    const failure = await refusal(openStore({ path: files.path('absent.sqlite'), mode: 'read' }))
    expect(failure.code).toBe('database-missing')
    expect(failure.hint).toContain('parvis collect')
    expect(existsSync(files.path('absent.sqlite'))).toBe(false)
  })

  it('refuses a database that a newer program wrote, naming both versions', async () => {
    const path = files.path('newer.sqlite')
    const store = await openForWriting(path)
    store.close()
    const database = new Database(path)
    database.pragma('user_version = 4711')
    database.close()
    const failure = await refusal(openForWriting(path))
    expect(failure.code).toBe('database-newer')
    expect(failure.message).toContain('4711')
    expect(failure.message).toContain(String(migrations().at(-1)?.number))
  })

  it('asks for a write when the schema is older than the program', async () => {
    const path = files.path('older.sqlite')
    const store = await openForWriting(path)
    store.close()
    const database = new Database(path)
    database.pragma('user_version = 1')
    database.close()
    expect((await refusal(openStore({ path, mode: 'read' }))).code).toBe('database-older')
  })

  it('refuses a database whose tables an earlier development version made otherwise, and leaves it as it is', async () => {
    const path = files.path('other-tables.sqlite')
    const store = await openForWriting(path)
    store.close()
    const database = new Database(path)
    database.exec("UPDATE setting SET value = 'what it was' WHERE key = 'schema/0003-repositories.sql'")
    database.close()
    for (const mode of ['read', 'write'] as const) {
      const failure = await refusal(openStore({ path, mode }))
      expect(failure.code).toBe('database-other-schema')
      expect(failure.message).toContain('0003-repositories.sql')
    }
  })

  it.each([
    ['a short text', Buffer.from('notes\n')],
    ['a long text', Buffer.from('lines and lines\n'.repeat(1000))],
  ])('leaves %s as it is', async (name, content) => {
    const path = files.path(`${name}.sqlite`)
    writeFileSync(path, content)
    for (const mode of ['read', 'write'] as const) {
      expect((await refusal(openStore({ path, mode }))).code).toBe('not-a-database')
      expect(readFileSync(path).equals(content)).toBe(true)
    }
  })

  it("leaves somebody else's database as it is, byte by byte", async () => {
    const path = files.path('theirs.sqlite')
    const database = new Database(path)
    database.exec('CREATE TABLE recipe (name TEXT)')
    database.close()
    const before = readFileSync(path)
    expect((await refusal(openForWriting(path))).code).toBe('not-a-database')
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(existsSync(`${path}-wal`)).toBe(false)
  })

  it('says so when the path is a folder', async () => {
    expect((await refusal(openForWriting(files.path('.')))).code).toBe('database-unusable')
  })

  it('refuses another key than the one that pseudonyms were made with', async () => {
    const path = files.path('key.sqlite')
    const store = await openForWriting(path, { secret: 'first key of two' })
    store.close()
    expect((await refusal(openForWriting(path, { secret: 'second' }))).code).toBe('secret-changed')
    const again = await openForWriting(path, { secret: 'first key of two' })
    again.close()
    expect(readFileSync(path).includes('first key of two')).toBe(false)
  })
})

describe('writing', () => {
  it('saves all of a batch or nothing', async () => {
    const path = files.path('atomic.sqlite')
    const store = await openForWriting(path)
    const run = await store.sink.startRun('invented/all', 'x', AT)
    const homeless = changeRequest(1, { of: 99 })
    await expect(store.write(run, AT, batch([organisation(), repository(1), homeless]))).rejects.toThrow(
      /never recorded/,
    )
    expect(peek(path, 'SELECT COUNT(*) FROM repository')).toEqual([[0]])
    expect(await save(store, [organisation(), repository(1), changeRequest(1)])).toMatchObject({ unchanged: 0 })
    store.close()
  })

  it('writes nothing when the same is learnt again, not even who learnt it', async () => {
    const path = files.path('twice.sqlite')
    const store = await openForWriting(path)
    const records = [organisation(), repository(1), changeRequest(1), changeRequest(2, { mergedBy: person(7) })]
    await save(store, records)
    expect(await save(store, records, { at: LATER })).toEqual({ written: 0, unchanged: records.length })
    store.close()
    const provenance = 'SELECT run, observed_at FROM change_request UNION SELECT run, observed_at FROM repository'
    expect(peek(path, provenance)).toEqual([[1, AT]])
  })

  it('keeps the stored value of a field that was not looked at, and empties one that is none', async () => {
    const path = files.path('fields.sqlite')
    const store = await openForWriting(path)
    const key = { type: 'repository', server: SERVER, hostId: '1', owner: 'ville-inventee', name: 'greffon-1' } as const
    await save(store, [{ ...key, description: 'said', homepageUrl: 'https://ville.example', starCount: 3 }])
    await save(store, [{ ...key, description: null }], { at: LATER })
    store.close()
    const sql = 'SELECT description, homepage_url, star_count, is_archived, observed_at FROM repository'
    expect(peek(path, sql)).toEqual([[null, 'https://ville.example', 3, null, LATER]])
  })

  it('keeps "no response" apart from "not known"', async () => {
    const path = files.path('settled.sqlite')
    const store = await openForWriting(path)
    const { firstResponseAt: _unread, ...unread } = changeRequest(3)
    await save(store, [repository(1), changeRequest(1), changeRequest(2, { firstResponseAt: LATER }), unread])
    store.close()
    expect(
      peek(path, 'SELECT number, first_response_at, first_response_settled FROM change_request ORDER BY number'),
    ).toEqual([
      [1, null, 1],
      [2, LATER, 1],
      [3, null, 0],
    ])
  })

  it('replaces sets by difference and counts only what differs', async () => {
    const path = files.path('sets.sqlite')
    const store = await openForWriting(path)
    const file = (name: string, additions = 1) => ({ path: name, additions, deletions: 0 })
    await save(store, [repository(1), changeRequest(1, { files: [file('a'), file('b'), file('c')] })])
    const moved = changeRequest(1, { files: [file('a'), file('b', 5), file('d')] })
    expect(await save(store, [moved])).toEqual({ written: 3, unchanged: 0 })
    const { files: _partial, ...without } = moved
    expect(await save(store, [without])).toEqual({ written: 0, unchanged: 1 })
    store.close()
    expect(peek(path, 'SELECT path, additions FROM change_request_file ORDER BY path')).toEqual([
      ['a', 1],
      ['b', 5],
      ['d', 1],
    ])
  })

  it('keeps the row of a renamed repository and remembers every name', async () => {
    const path = files.path('renamed.sqlite')
    const store = await openForWriting(path)
    await save(store, [repository(1, { name: 'former' }), changeRequest(1)])
    await save(store, [repository(1, { name: 'present' }), repository(2, { name: 'former' })], { at: LATER })
    store.close()
    expect(peek(path, 'SELECT id, host_id, name FROM repository ORDER BY id')).toEqual([
      [1, '1', 'present'],
      [2, '2', 'former'],
    ])
    expect(peek(path, 'SELECT repository, name FROM repository_name ORDER BY repository, name')).toEqual([
      [1, 'former'],
      [1, 'present'],
      [2, 'former'],
    ])
  })

  it('marks what the host lost, once, and brings back what returns', async () => {
    const path = files.path('gone.sqlite')
    const store = await openForWriting(path)
    const key = { server: SERVER, hostId: '1' }
    await save(store, [repository(1), changeRequest(1), changeRequest(2)])
    const gone = [{ type: 'change-request', repository: key, hostId: 'cr-1' } as const]
    expect((await save(store, [], { gone, at: LATER })).written).toBe(1)
    expect((await save(store, [], { gone, at: LATER })).written).toBe(0)
    expect(await store.known.count(key, 'change-request')).toBe(1)
    expect(await store.known.hostIds(key, 'change-request')).toEqual(['cr-2'])
    expect((await save(store, [changeRequest(1)])).written).toBe(1)
    expect(await store.known.count(key, 'change-request')).toBe(2)
    store.close()
  })

  it('stores equal contents once, smaller where that helps, and reads them back', async () => {
    const path = files.path('blobs.sqlite')
    const store = await openForWriting(path)
    const text = Buffer.from('la même ligne\n'.repeat(500))
    const noise = Buffer.from([0, 1, 2, 3, 250])
    const records = [text, noise, text].map((content) => ({ type: 'blob', oid: blobOid(content), content }) as const)
    expect(await save(store, records)).toEqual({ written: 2, unchanged: 1 })
    expect(text.equals((await store.blob(blobOid(text))) ?? Buffer.of())).toBe(true)
    expect(noise.equals((await store.blob(blobOid(noise))) ?? Buffer.of())).toBe(true)
    expect(await store.blob(oid('absent'))).toBeUndefined()
    expect(await store.known.missingBlobs([blobOid(text), oid('absent')])).toEqual([oid('absent')])
    await expect(save(store, [{ type: 'blob', oid: oid('other'), content: text }])).rejects.toThrow(/those of another/)
    store.close()
    expect(peek(path, 'SELECT encoding, is_text, size > length(content) FROM blob ORDER BY encoding')).toEqual([
      ['deflate', 1, 1],
      ['identity', 0, 0],
    ])
  })

  it('refuses an instant that is not in the one agreed form', async () => {
    const store = await openForWriting(files.path('instants.sqlite'))
    await expect(save(store, [repository(1, { pushedAt: '2026-11-20T08:00:00.123Z' })])).rejects.toThrow(/CHECK/)
    store.close()
  })

  it('makes a copy while in use', async () => {
    const store = await openForWriting(files.path('live.sqlite'))
    await save(store, [repository(1)])
    await store.backup(files.path('copy.sqlite'))
    const copy = await openStore({ path: files.path('copy.sqlite'), mode: 'read' })
    expect(await copy.contentHash()).toBe(await store.contentHash())
    copy.close()
    store.close()
  })
})
