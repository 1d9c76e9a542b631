import type { Batch, Collector } from '#collectors/collector.ts'
import { pseudonymiser } from '#collectors/pseudonym.ts'
import { runCollector } from '#collectors/run.ts'
import type { Transport } from '#collectors/transport.ts'
import type { RunSummary } from '#data/model/collection.ts'
import type { Store } from '#data/store.ts'
import { SECRET } from '../collectors/github-scene.ts'

const nowhere = (): never => {
  throw new Error('what was captured asks nobody')
}
const transport: Transport = {
  graphql: nowhere,
  rest: nowhere,
  archive: nowhere,
  spent: () => ({ requests: 0, points: 0 }),
}

/** Normalises and saves batches that were captured, by the runner itself. */
export function runAgain(
  { collector, batches }: { readonly collector: Collector; readonly batches: readonly Batch<unknown>[] },
  { sink, known }: Pick<Store, 'sink' | 'known'>,
  login: string,
): Promise<RunSummary> {
  const again: Collector = {
    ...collector,
    async *fetch() {
      yield* batches
    },
  }
  const context = {
    transport,
    pseudonymise: pseudonymiser(SECRET),
    signal: new AbortController().signal,
    full: false,
    now: () => '2026-11-01T08:00:00Z',
    log: () => undefined,
  }
  const scope = { kind: 'organisation', server: 'github.test', login } as const
  return runCollector({ collector: again, scope, sink, known, context })
}
