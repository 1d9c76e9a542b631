import { describe, expect, it } from 'vitest'
import { type Batch, type CollectContext, type Collector, defineCollector } from '#collectors/collector.ts'
import { pseudonymiser } from '#collectors/pseudonym.ts'
import { collectors } from '#collectors/registry.ts'
import { runCollector } from '#collectors/run.ts'
import type { Transport } from '#collectors/transport.ts'
import type { RunSummary } from '#data/model/collection.ts'
import { SourceFailure } from '#data/model/failures.ts'
import { defineQuery } from '#data/queries/query.ts'
import type { Store } from '#data/store.ts'
import { withStore } from './github-scene.ts'

type Step = Batch<string> | Error

/** A collector that yields these batches, and throws where an error stands. */
function collector(steps: readonly Step[], onStep: () => void = () => undefined): Collector {
  return defineCollector<string>({
    id: 'test/steps',
    title: { fr: 'Essai', en: 'Test' },
    summary: { fr: 'Essai', en: 'Test' },
    scope: 'organisation',
    produces: ['organisation'],
    needs: ['network', 'token'],
    classified: [],
    async *fetch() {
      for (const step of steps) {
        onStep()
        if (step instanceof Error) throw step
        yield step
      }
    },
    normalize: (login) => [{ type: 'organisation', server: 'github.test', login, hostId: login }],
  })
}

const NOWHERE: Transport = {
  graphql: () => Promise.reject(new Error('no host here')),
  rest: () => Promise.reject(new Error('no host here')),
  archive: () => Promise.reject(new Error('no host here')),
  spent: () => ({ requests: 0, points: 0 }),
}

function run(store: Store, one: Collector, more: { signal?: AbortSignal; absent?: string } = {}): Promise<RunSummary> {
  const context: Omit<CollectContext, 'known'> = {
    transport: NOWHERE,
    pseudonymise: pseudonymiser('key'),
    signal: more.signal ?? new AbortController().signal,
    full: false,
    now: () => '2026-11-01T08:00:00Z',
    log: () => undefined,
  }
  const scope = { kind: 'organisation', server: 'github.test', login: 'town' } as const
  const absent =
    more.absent === undefined ? [] : [{ need: 'token' as const, code: 'token-absent', message: more.absent }]
  return runCollector({ collector: one, scope, sink: store.sink, known: store.known, context, absent })
}

const RUNS = defineQuery({
  id: 'test/runs',
  title: 'test',
  params: {},
  row: { status: 'text', kinds: 'text?' },
  sql: `SELECT status, (SELECT group_concat(kind) FROM run_problem WHERE run = run.id) AS kinds FROM run ORDER BY id`,
})

describe('a run', () => {
  it('that reads to the end is complete, with its counts', async () => {
    await withStore(async (store) => {
      const summary = await run(store, collector([{ items: ['a', 'b'] }, { items: ['a'] }]))
      expect(summary).toMatchObject({ status: 'complete', read: 3, written: 2, unchanged: 1, problems: [] })
      expect(await store.ask(RUNS, {})).toEqual([{ status: 'complete', kinds: null }])
    })
  })

  it('without what it needs is skipped, with the reason', async () => {
    await withStore(async (store) => {
      const summary = await run(store, collector([{ items: ['a'] }]), { absent: 'no token: TOKEN is not set' })
      expect(summary).toMatchObject({ status: 'skipped', read: 0 })
      expect(summary.problems).toEqual([
        {
          subject: 'github.test/@town',
          kind: 'need-absent',
          code: 'token-absent',
          message: 'no token: TOKEN is not set',
        },
      ])
    })
  })

  it('that meets a failure after something was saved is partial, and keeps it', async () => {
    await withStore(async (store) => {
      const failure = new SourceFailure('rate-limit', 'come back later', {
        retryAt: Date.parse('2026-11-01T09:00:00Z'),
      })
      const summary = await run(store, collector([{ items: ['a'] }, failure]))
      expect(summary).toMatchObject({ status: 'partial', written: 1 })
      expect(summary.problems[0]?.message).toBe('come back later (not before 2026-11-01T09:00:00Z)')
    })
  })

  it('that meets a failure at once is failed', async () => {
    await withStore(async (store) => {
      const summary = await run(store, collector([new SourceFailure('unauthorized', 'Bad credentials')]))
      expect(summary).toMatchObject({ status: 'failed', problems: [{ kind: 'unauthorized' }] })
    })
  })

  it('is partial when a stream has a gap, and complete when only a field has', async () => {
    await withStore(async (store) => {
      const gap = { subject: 'github.test/1', reason: 'forbidden', message: 'no' } as const
      expect(await run(store, collector([{ items: [], gaps: [{ ...gap, kind: 'field:x' }] }]))).toMatchObject({
        status: 'complete',
        problems: [{ kind: 'forbidden' }],
      })
      expect((await run(store, collector([{ items: [], gaps: [{ ...gap, kind: 'x' }] }]))).status).toBe('partial')
    })
  })

  it('that is interrupted saves what it has, then closes', async () => {
    await withStore(async (store) => {
      const controller = new AbortController()
      let step = 0
      const stop = () => {
        step += 1
        if (step === 2) controller.abort()
      }
      const one = collector([{ items: ['a'] }, { items: ['b'] }, { items: ['c'] }], stop)
      const summary = await run(store, one, { signal: controller.signal })
      expect(summary).toMatchObject({ status: 'partial', written: 2, problems: [{ kind: 'interrupted' }] })
    })
  })

  it('that we broke closes its row and throws the error on', async () => {
    await withStore(async (store) => {
      await expect(run(store, collector([{ items: ['a'] }, new TypeError('ours')]))).rejects.toThrow('ours')
      expect(await store.ask(RUNS, {})).toEqual([{ status: 'failed', kinds: 'invalid-answer' }])
    })
  })
})

describe('every collector of the registry', () => {
  it.each(collectors.map((one) => [one.id, one] as const))('%s says what it is in both languages', (id, one) => {
    expect(id).toMatch(/^[a-z]+(?:\/[a-z-]+)?$/)
    for (const text of [one.title, one.summary])
      expect([text.fr, text.en].every((words) => words.length > 3)).toBe(true)
    expect(one.produces.length).toBeGreaterThan(0)
    expect(collectors.filter((other) => other.id === id)).toHaveLength(1)
  })
})
