import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '#collectors/clock.ts'
import { instant } from '#collectors/clock.ts'
import type { Collector } from '#collectors/collector.ts'
import { type GithubOptions, githubTransport } from '#collectors/github/client.ts'
import { pseudonymiser } from '#collectors/pseudonym.ts'
import { collectors } from '#collectors/registry.ts'
import { runCollector } from '#collectors/run.ts'
import type { Transport } from '#collectors/transport.ts'
import type { RunSummary } from '#data/model/collection.ts'
import { openStore, type Store } from '#data/store.ts'

export const SECRET = 'a key of the tests'
const SERVER = 'github.test'

/** A clock in which waiting takes no time: a sleep moves it on. */
export function patientClock(
  onSleep: (milliseconds: number) => Promise<void> | void = () => undefined,
): Clock & { slept(): number } {
  let skew = 0
  let slept = 0
  return {
    now: () => Date.now() + skew,
    async sleep(milliseconds) {
      skew += milliseconds
      slept += milliseconds
      await onSleep(milliseconds)
    },
    slept: () => slept,
  }
}

export interface CollectOptions {
  readonly url: string
  readonly login: string
  readonly store: Store
  readonly token?: string
  readonly only?: readonly string[]
  /** Instead of the registry's. */
  readonly collectors?: readonly Collector[]
  readonly full?: boolean
  readonly since?: string
  readonly titleLabels?: readonly string[]
  readonly signal?: AbortSignal
  readonly transport?: (collector: Collector) => Promise<Transport> | Transport
  readonly client?: Partial<GithubOptions>
}

/** Runs the collectors of an organisation the way the command line does. */
export async function collectOrganisation(options: CollectOptions): Promise<readonly RunSummary[]> {
  const { url, login, store, only } = options
  const signal = options.signal ?? new AbortController().signal
  const clock = patientClock()
  const live = githubTransport({
    apiUrl: url,
    credentials: [{ name: 'TOKEN', token: options.token ?? 'member-token' }],
    signal,
    clock,
    ...options.client,
  })
  const summaries: RunSummary[] = []
  for (const collector of (options.collectors ?? collectors).filter(
    (one) => one.scope === 'organisation' && (only?.includes(one.id) ?? one.isOnRequest !== true),
  )) {
    const context = {
      transport: (await options.transport?.(collector)) ?? live,
      pseudonymise: pseudonymiser(SECRET),
      signal,
      full: options.full ?? false,
      titleLabels: options.titleLabels ?? [],
      ...(options.since === undefined ? {} : { since: options.since }),
      now: () => instant(Date.now()),
      log: () => undefined,
    }
    const scope = { kind: 'organisation', server: SERVER, login } as const
    summaries.push(await runCollector({ collector, scope, sink: store.sink, known: store.known, context }))
    await store.refreshRollups()
  }
  return summaries
}

/** A database in a folder of its own, gone at the end. */
export async function withStore<Result>(use: (store: Store, path: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'parvis-test-'))
  const path = join(folder, 'test.sqlite')
  const store = await openStore({ path, mode: 'write', secret: SECRET })
  try {
    return await use(store, path)
  } finally {
    store.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Two plain counts of a run, for assertions. */
export function outcomes(summaries: readonly RunSummary[]): Record<string, string> {
  return Object.fromEntries(summaries.map(({ collector, status }) => [collector, status]))
}
