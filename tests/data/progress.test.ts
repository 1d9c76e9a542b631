import { afterAll, describe, expect, it } from 'vitest'
import { coverage } from '#data/queries/coverage.ts'
import { gaps } from '#data/queries/gaps.ts'
import { runs } from '#data/queries/runs.ts'
import type { Store } from '#data/store.ts'
import {
  AT,
  batch,
  changeRequest,
  commit,
  folder,
  issue,
  LATER,
  oid,
  openForWriting,
  repository,
  SERVER,
  save,
} from './world.ts'

const files = folder()
afterAll(files.clear)

const COLLECTOR = 'invented/all'
const SUBJECT = `${SERVER}/1`
const STREAM = 'change-requests'

async function statusOf(store: Store): Promise<string | undefined> {
  return (await store.ask(coverage, {})).find(({ stream }) => stream === STREAM)?.status
}

describe('what was looked at', () => {
  it('keeps the cursor while a walk is under way, and the watermark once it ended', async () => {
    const store = await openForWriting(files.path('walk.sqlite'))
    const cursors = [{ subject: SUBJECT, stream: STREAM, position: 'page-2' }]
    await save(store, [repository(1)], { cursors })
    expect(await store.known.cursor(COLLECTOR, SUBJECT, STREAM)).toBe('page-2')
    expect(await store.known.watermark(COLLECTOR, SUBJECT, STREAM)).toBeUndefined()
    expect(await statusOf(store)).toBe('partial')
    await save(store, [], { finished: [{ subject: SUBJECT, stream: STREAM, watermark: AT }] })
    expect(await store.known.cursor(COLLECTOR, SUBJECT, STREAM)).toBeUndefined()
    expect(await store.known.watermark(COLLECTOR, SUBJECT, STREAM)).toBe(AT)
    expect(await statusOf(store)).toBe('complete')
    await save(store, [], { cursors, at: LATER })
    expect(await statusOf(store)).toBe('complete')
    expect(await store.known.cursor('another/one', SUBJECT, STREAM)).toBeUndefined()
    store.close()
  })

  it('never passes for whole while the past before an instant was not asked for', async () => {
    const store = await openForWriting(files.path('since.sqlite'))
    const end = { subject: SUBJECT, stream: STREAM, watermark: AT }
    await save(store, [], { finished: [{ ...end, from: '2024-01-01T00:00:00Z' }] })
    const standing = async () => [await statusOf(store), await store.known.from(COLLECTOR, SUBJECT, STREAM)]
    expect(await standing()).toEqual(['partial', '2024-01-01T00:00:00Z'])
    await save(store, [], { finished: [{ ...end, watermark: LATER }], at: LATER })
    expect(await standing()).toEqual(['partial', '2024-01-01T00:00:00Z'])
    expect(await store.known.watermark(COLLECTOR, SUBJECT, STREAM)).toBe(LATER)
    await save(store, [], { finished: [{ ...end, from: null }], at: LATER })
    expect(await standing()).toEqual(['complete', undefined])
    store.close()
  })

  it('keeps a cursor that comes with the end of its stream', async () => {
    const store = await openForWriting(files.path('kept.sqlite'))
    const finished = [{ subject: SUBJECT, stream: STREAM, watermark: AT }]
    await save(store, [], { finished, cursors: [{ subject: SUBJECT, stream: STREAM, position: 'state' }] })
    expect(await store.known.cursor(COLLECTOR, SUBJECT, STREAM)).toBe('state')
    expect(await statusOf(store)).toBe('complete')
    store.close()
  })

  it('says what is missing: unknown when nothing was ever read, partial when something was', async () => {
    const store = await openForWriting(files.path('gaps.sqlite'))
    const refused = [{ subject: SUBJECT, kind: STREAM, reason: 'forbidden', message: 'no right' } as const]
    await save(store, [repository(1)], { gaps: refused })
    expect(await statusOf(store)).toBe('unknown')
    await save(store, [], { finished: [{ subject: SUBJECT, stream: STREAM, watermark: AT }] })
    expect(await statusOf(store)).toBe('complete')
    expect(await store.ask(gaps, {})).toEqual([])
    await save(store, [], { gaps: refused })
    expect(await statusOf(store)).toBe('partial')
    expect(await store.known.watermark(COLLECTOR, SUBJECT, STREAM)).toBe(AT)
    store.close()
  })

  it('forgets that a field was refused once the repository is read again without refusal', async () => {
    const store = await openForWriting(files.path('fields.sqlite'))
    const refused = [{ subject: SUBJECT, kind: 'field:languages', reason: 'timeout', message: 'slow' } as const]
    await save(store, [repository(1)], { gaps: refused })
    expect(await store.ask(gaps, {})).toHaveLength(1)
    await save(store, [repository(1)], { gaps: refused })
    expect(await store.ask(gaps, {})).toHaveLength(1)
    await save(store, [repository(1)])
    expect(await store.ask(gaps, {})).toEqual([])
    store.close()
  })

  it('closes a run with its counters and its problems', async () => {
    const store = await openForWriting(files.path('runs.sqlite'))
    const run = await store.sink.startRun(COLLECTOR, 'ville-inventee', AT)
    await store.write(run, AT, batch([repository(1)], { cost: { requests: 2, points: 5 } }))
    expect(await store.ask(runs, { most: 1 })).toMatchObject([{ status: 'running', requests: 2, points: 5 }])
    const problems = [{ subject: SUBJECT, kind: 'timeout', message: 'slow' } as const]
    await store.sink.finishRun(run, {
      ...{ collector: COLLECTOR, scope: 'ville-inventee', status: 'partial', requests: 3, points: 6, read: 1 },
      ...{ written: 3, unchanged: 0, from: AT, to: LATER, problems },
    })
    expect(await store.ask(runs, { most: 1 })).toMatchObject([
      { status: 'partial', requests: 3, points: 6, read: 1, ended_at: LATER, problems: 1 },
    ])
    store.close()
  })
})

describe('what is known before asking', () => {
  it('answers for the repositories of an organisation, whatever the case of its name', async () => {
    const store = await openForWriting(files.path('known.sqlite'))
    const tree = { path: 'pom.xml', mode: '100644', oid: oid('pom'), size: 3 } as const
    const bare = { type: 'repository', server: SERVER, hostId: '2', owner: 'ville-inventee', name: 'bare' } as const
    await save(store, [
      repository(1, {
        headOid: oid('head'),
        treeOid: oid('tree'),
        changeRequestCount: 4,
        commitCount: null,
        issueCount: 2,
      }),
      { type: 'tree', repository: { server: SERVER, hostId: '1' }, treeOid: oid('old tree'), entries: [tree] },
      bare,
    ])
    expect(await store.known.repositories({ server: SERVER, login: 'Ville-Inventee' })).toEqual([
      {
        ...{ server: SERVER, hostId: '2', nodeId: '', owner: 'ville-inventee', name: 'bare', isArchived: false },
        ...{ isEmpty: false, readability: 'unknown', defaultBranch: null, headOid: null, treeOid: null },
        ...{ changeRequestCount: 0, commitCount: null, issueCount: 0, latestReleaseAt: null, storedTreeOid: null },
      },
      {
        ...{ server: SERVER, hostId: '1', nodeId: 'node-1', owner: 'ville-inventee', name: 'greffon-1' },
        ...{ isArchived: false, isEmpty: false, readability: 'anonymous', defaultBranch: 'develop' },
        ...{ headOid: oid('head'), treeOid: oid('tree'), changeRequestCount: 4, commitCount: null, issueCount: 2 },
        latestReleaseAt: null,
        storedTreeOid: oid('old tree'),
      },
    ])
    store.close()
  })

  it('counts what is stored and not gone', async () => {
    const store = await openForWriting(files.path('counts.sqlite'))
    const key = { server: SERVER, hostId: '1' }
    await save(store, [repository(1), repository(2), changeRequest(1), issue(1), issue(2), issue(3, { of: 2 })])
    await save(store, [commit('a'), commit('b')], { gone: [{ type: 'commit', repository: key, oid: oid('b') }] })
    expect(await store.known.count(key, 'change-request')).toBe(1)
    expect(await store.known.count(key, 'issue')).toBe(2)
    expect(await store.known.count(key, 'commit')).toBe(1)
    expect(await store.known.hasCommit(key, oid('a'))).toBe(true)
    expect(await store.known.hasCommit(key, oid('b'))).toBe(false)
    expect(await store.known.hostIds(key, 'issue')).toEqual(['issue-1', 'issue-2'])
    store.close()
  })
})
