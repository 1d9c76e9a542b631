import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CollectContext } from '#collectors/collector.ts'
import { githubTransport } from '#collectors/github/client.ts'
import { pseudonymiser } from '#collectors/pseudonym.ts'
import { collectors } from '#collectors/registry.ts'
import { runCollector } from '#collectors/run.ts'
import { recorder } from '#collectors/transport/record.ts'
import type { RunSummary } from '#data/model/collection.ts'
import { openStore } from '#data/store.ts'
import { startGitHub } from '../../start.ts'
import { demoDate, demoOrganisations, demoWorld } from '../demo.ts'

/** Under this key the demo's invented addresses become pseudonyms; it protects nothing and is no secret. */
const DEMO_KEY = 'the addresses of the demo are invented'

/** Nobody else uses the host that runs here. */
const unhurried = { maxConcurrent: 4, busySecondsPerMinute: 60 }

/**
 * Collects the demo world over HTTP with every collector and writes what was answered into `directory`. The same code
 * always writes the same bytes. Answers the runs, all of which should be complete.
 */
export async function recordDemo(directory: string): Promise<readonly RunSummary[]> {
  const work = await mkdtemp(join(tmpdir(), 'parvis-demo-'))
  const github = await startGitHub({
    world: demoWorld(),
    isFrozen: true,
    limits: { graphql: 100_000, rest: 100_000, anonymous: 10_000 },
  })
  const store = await openStore({ path: join(work, 'demo.sqlite'), mode: 'write', secret: DEMO_KEY })
  const tape = recorder(directory, demoDate)
  const signal = new AbortController().signal
  const live = githubTransport({
    apiUrl: github.url,
    credentials: [{ name: 'TOKEN', token: 'admin-token' }],
    signal,
    pace: unhurried,
  })
  try {
    const summaries: RunSummary[] = []
    for (const { login } of demoOrganisations) {
      for (const collector of collectors.filter((one) => one.scope === 'organisation' && one.isOnRequest !== true)) {
        const context: Omit<CollectContext, 'known'> = {
          transport: tape.through(collector.id, live),
          pseudonymise: pseudonymiser(DEMO_KEY),
          signal,
          full: false,
          now: () => demoDate,
          log: () => undefined,
        }
        const scope = { kind: 'organisation', server: 'github.com', login } as const
        summaries.push(await runCollector({ collector, scope, sink: store.sink, known: store.known, context }))
      }
    }
    await tape.close()
    return summaries
  } finally {
    store.close()
    await github.stop()
    await rm(work, { recursive: true, force: true })
  }
}
