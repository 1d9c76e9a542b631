import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Collector, Scope } from '#collectors/collector.ts'
import { pseudonymiser } from '#collectors/pseudonym.ts'
import { runCollector } from '#collectors/run.ts'
import type { Transport } from '#collectors/transport.ts'
import type { RunSummary } from '#data/model/collection.ts'
import { openStore, type Store } from '#data/store.ts'
import { scratchFolder } from './git-scratch.ts'

export const SECRET = 'a key of the tests'

/** A store on disk, closed when the test is over. */
export async function scratchStore(): Promise<Store> {
  const store = await openStore({ path: join(scratchFolder(), 'parvis.sqlite'), mode: 'write', secret: SECRET })
  onTestFinished(() => store.close())
  return store
}

export interface RunOf {
  readonly collector: Collector
  readonly scope: Scope
  readonly store: Store
  readonly full?: boolean
  readonly log?: (message: string) => void
  readonly signal?: AbortSignal
}

/** One run of a collector that needs no network, into a real store. */
export function run({ collector, scope, store, full = false, log, signal }: RunOf): Promise<RunSummary> {
  const context = {
    transport: noNetwork,
    pseudonymise: pseudonymiser(SECRET),
    signal: signal ?? new AbortController().signal,
    full,
    now: () => '2026-11-21T08:00:00Z',
    log: log ?? (() => undefined),
  }
  return runCollector({ collector, scope, sink: store.sink, known: store.known, context })
}

const refuse = async () => {
  throw new Error('what lies on disk needs no network')
}

const noNetwork: Transport = {
  graphql: refuse,
  rest: refuse,
  archive: refuse,
  spent: () => ({ requests: 0, points: 0 }),
}
