import { statSync } from 'node:fs'
import { basename, resolve, sep } from 'node:path'
import { instant } from '#collectors/clock.ts'
import type { CollectContext, Scope } from '#collectors/collector.ts'
import { pseudonymiser } from '#collectors/pseudonym.ts'
import { type RunProgress, runCollector } from '#collectors/run.ts'
import { type Recorder, recorder } from '#collectors/transport/record.ts'
import { openRecording, type Recording } from '#collectors/transport/replay.ts'
import type { Transport } from '#collectors/transport.ts'
import type { RunSummary } from '#data/model/collection.ts'
import type { Instant } from '#data/model/instant.ts'
import { isOneOf } from '#data/model/vocabulary.ts'
import { coverageByRepository } from '#data/queries/coverage-by-repository.ts'
import { gaps } from '#data/queries/gaps.ts'
import { REPOSITORY_STREAMS } from '#data/reference/streams.ts'
import { openStore, type Store } from '#data/store.ts'
import type { Config, OrganisationConfig } from '../config.ts'
import { type CommonOptions, languageOf } from '../io.ts'
import { keepYoungHeapSmall } from '../lint/young-heap.ts'
import type { Collected } from '../reporters/runs.ts'
import { pseudonymSecret } from '../secret.ts'
import type { Session } from '../session.ts'
import { liveTransport, missingCredential, NOWHERE } from './hosts.ts'
import { leaseHolder } from './lease-holder.ts'
import { type Progress, progressOf } from './progress.ts'
import { sinceOf } from './since.ts'
import { plannedWork, type Work } from './work.ts'

/** How to collect. */
export interface CollectionOptions extends CommonOptions {
  readonly only?: readonly string[]
  readonly full?: boolean
  readonly since?: string
  readonly record?: string
  readonly replay?: string
}

type Call = Session & {
  readonly config: Config
  readonly scopes: readonly string[]
  readonly options: CollectionOptions
}

/** Runs every collector that the configuration has a scope for, in the registry's order. */
export async function collectInto(call: Call): Promise<Collected> {
  keepYoungHeapSmall()
  const { config, io, options, scopes } = call
  const work = plannedWork(config, { scopes, only: options.only, env: io.env })
  const since = options.since === undefined ? undefined : sinceOf(options.since, io.now())
  const recording = options.replay === undefined ? undefined : await openRecording(resolve(io.cwd, options.replay))
  const tape =
    options.record === undefined
      ? undefined
      : recorder(resolve(io.cwd, options.record), instant(io.now().toISOString()))
  const secret = pseudonymSecret(config, io.env)
  const clock = () => instant(io.now().toISOString())
  const lease = leaseHolder('parvis collect')
  const store = await openStore({
    path: config.database,
    mode: 'write',
    lease,
    secret,
    clock,
    calendar: config.calendar,
  })
  const language = languageOf(options, io.env, config.language)
  const progress = progressOf({ io, options, language })
  try {
    const runs: RunSummary[] = []
    const transports = new Map<OrganisationConfig, Transport>()
    const refused = new Set<OrganisationConfig>()
    for (const one of work) {
      const transport = await transportOf(one, { call, recording, tape, transports, progress })
      const context = { call, store, secret, transport, progress, at: recording?.recordedAt, refused, since }
      runs.push(await run(one, context))
      // Also after a run that was cut short: what it saved is there.
      await store.refreshRollups()
      if (call.signal.aborted) break
    }
    await tape?.close()
    return { runs, ...(await leftOf(store)), database: { file: config.database, bytes: sizeOf(config.database) } }
  } finally {
    progress.end()
    store.close()
  }
}

async function leftOf(store: Store) {
  const coverage = await store.ask(coverageByRepository, {})
  // Beside the streams that are read to their end, collectors keep places of their own.
  return {
    gaps: await store.ask(gaps, {}),
    coverage: coverage.filter(({ stream }) => isOneOf(REPOSITORY_STREAMS, stream)),
  }
}

/** With what is still in its journal. */
function sizeOf(path: string): number {
  const sizes = [path, `${path}-wal`].map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0)
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function run(
  { collector, scope, organisation }: Work,
  context: {
    call: Call
    store: Store
    secret: string
    transport: Transport
    progress: Progress
    at: Instant | undefined
    refused: Set<OrganisationConfig>
    since: Instant | undefined
  },
): Promise<RunSummary> {
  const { call, store, secret, transport, progress, at, refused, since } = context
  const collecting: Omit<CollectContext, 'known'> = {
    transport,
    pseudonymise: pseudonymiser(secret),
    signal: call.signal,
    full: call.options.full === true,
    titleLabels: call.config.publish.goodFirstIssues.map((label) => label.toLowerCase()),
    ...(since === undefined ? {} : { since }),
    now: () => at ?? instant(call.io.now().toISOString()),
    log: progress.say,
  }
  const absent = collector.needs.includes('token') && at === undefined ? tokenTrouble(organisation, context) : []
  const { sink, known } = store
  progress.start(`${collector.id}  ${organisation?.name ?? placeOf(scope)}`.trimEnd())
  const onProgress = (reached: RunProgress) => progress.update(reached, transport.left?.())
  const summary = await runCollector({ collector, scope, sink, known, context: collecting, absent, onProgress })
  progress.finish(summary)
  const isRefused = summary.problems.some(({ kind }) => kind === 'unauthorized')
  if (isRefused && organisation !== undefined) refused.add(organisation)
  return summary
}

/** A clone by what it is called, a register by its file; the folders above are those of this machine. */
function placeOf(scope: Scope): string {
  if (scope.kind === 'clone' || scope.kind === 'checkout')
    return scope.repository ?? scope.path.split(sep).slice(-2).join('/')
  return scope.kind === 'register' ? basename(scope.file) : ''
}

interface Ways {
  readonly call: Call
  readonly recording: Recording | undefined
  readonly tape: Recorder | undefined
  /** One client an organisation: limits and pace belong to its token. */
  readonly transports: Map<OrganisationConfig, Transport>
  readonly progress: Progress
}

async function transportOf({ collector, organisation }: Work, ways: Ways): Promise<Transport> {
  if (ways.recording !== undefined) return ways.recording.transport(collector.id)
  if (organisation === undefined) return NOWHERE
  const { config, io } = ways.call
  const way = { env: io.env, folder: config.folder, signal: ways.call.signal, log: ways.progress.say }
  const live = ways.transports.get(organisation) ?? liveTransport(organisation, way)
  ways.transports.set(organisation, live)
  return ways.tape === undefined ? live : ways.tape.through(collector.id, live)
}

/** Why there is no use in asking: no token, or only such as an earlier run was refused with. */
function tokenTrouble(
  organisation: OrganisationConfig | undefined,
  { call, refused }: { readonly call: Call; readonly refused: ReadonlySet<OrganisationConfig> },
) {
  if (organisation === undefined) return []
  const missing = missingCredential(organisation, call.io.env)
  if (missing !== undefined) return [{ need: 'token', code: 'token-absent', message: missing } as const]
  if (!refused.has(organisation)) return []
  return [
    {
      need: 'token',
      code: 'token-refused',
      message: `not asked: the host refused what ${organisation.name} is asked with`,
    } as const,
  ]
}
