import { resolve } from 'node:path'
import { instant } from '#collectors/clock.ts'
import type { CollectContext } from '#collectors/collector.ts'
import { pseudonymiser } from '#collectors/pseudonym.ts'
import { runCollector } from '#collectors/run.ts'
import { type Recorder, recorder } from '#collectors/transport/record.ts'
import { openRecording, type Recording } from '#collectors/transport/replay.ts'
import type { Transport } from '#collectors/transport.ts'
import type { RunSummary } from '#data/model/collection.ts'
import type { Instant } from '#data/model/records.ts'
import { openStore, type Store } from '#data/store.ts'
import { type Config, loadConfig, type OrganisationConfig } from '../config.ts'
import { EXIT } from '../exit.ts'
import { liveTransport, missingCredential, NOWHERE } from '../hosts.ts'
import type { CommonOptions } from '../io.ts'
import { leaseHolder } from '../lease-holder.ts'
import { runsJson, runsText } from '../reporters/runs.ts'
import { pseudonymSecret } from '../secret.ts'
import type { Session } from '../session.ts'
import { plannedWork, type Work } from '../work.ts'

interface CollectOptions extends CommonOptions {
  readonly only?: readonly string[]
  readonly full?: boolean
  readonly record?: string
  readonly replay?: string
  readonly format: 'text' | 'json'
}

export async function collect(call: Session & { scopes: readonly string[]; options: CollectOptions }): Promise<void> {
  const { io, options } = call
  const config = await loadConfig({ cwd: io.cwd, file: options.config, database: options.db })
  const summaries = await collectInto({ ...call, config })
  io.out(options.format === 'json' ? runsJson(summaries) : runsText(summaries))
  const isWhole = summaries.every(({ status }) => status === 'complete')
  call.exit(isWhole ? EXIT.clean : EXIT.trouble)
}

/** Runs every collector that the configuration has a scope for, in the registry's order. */
export async function collectInto(
  call: Session & { config: Config; scopes: readonly string[]; options: CollectOptions },
): Promise<readonly RunSummary[]> {
  const { config, io, options, scopes } = call
  const work = plannedWork(config, { scopes, only: options.only, env: io.env })
  const recording = options.replay === undefined ? undefined : await openRecording(resolve(io.cwd, options.replay))
  const tape =
    options.record === undefined
      ? undefined
      : recorder(resolve(io.cwd, options.record), instant(io.now().toISOString()))
  const secret = pseudonymSecret(config, io.env)
  const clock = () => instant(io.now().toISOString())
  const store = await openStore({
    path: config.database,
    mode: 'write',
    lease: leaseHolder('parvis collect'),
    secret,
    clock,
  })
  try {
    const summaries: RunSummary[] = []
    const transports = new Map<OrganisationConfig, Transport>()
    for (const one of work) {
      const transport = await transportOf(one, { call, recording, tape, transports })
      const summary = await run(one, { call, store, secret, transport, at: recording?.recordedAt })
      summaries.push(summary)
      if (call.signal.aborted) break
    }
    await tape?.close()
    return summaries
  } finally {
    store.close()
  }
}

function run(
  { collector, scope, organisation }: Work,
  context: {
    call: Session & { options: CollectOptions }
    store: Store
    secret: string
    transport: Transport
    at: Instant | undefined
  },
): Promise<RunSummary> {
  const { call, store, secret, transport, at } = context
  const now = () => at ?? instant(call.io.now().toISOString())
  const log = (message: string) => {
    if (call.options.quiet !== true) call.io.err(`${collector.id}  ${message}\n`)
  }
  const collecting: Omit<CollectContext, 'known'> = {
    transport,
    pseudonymise: pseudonymiser(secret),
    signal: call.signal,
    full: call.options.full === true,
    now,
    log,
  }
  const missing =
    at === undefined && organisation !== undefined ? missingCredential(organisation, call.io.env) : undefined
  const absent = missing === undefined ? [] : [{ need: 'token', message: missing } as const]
  return runCollector({ collector, scope, sink: store.sink, known: store.known, context: collecting, absent })
}

interface Ways {
  readonly call: Session & { readonly config: Config; readonly options: CollectOptions }
  readonly recording: Recording | undefined
  readonly tape: Recorder | undefined
  /** One client an organisation: limits and pace belong to its token. */
  readonly transports: Map<OrganisationConfig, Transport>
}

async function transportOf({ collector, organisation }: Work, ways: Ways): Promise<Transport> {
  if (ways.recording !== undefined) return ways.recording.transport(collector.id)
  if (organisation === undefined) return NOWHERE
  const live = ways.transports.get(organisation) ?? liveTransport(organisation, connection(ways.call))
  ways.transports.set(organisation, live)
  return ways.tape === undefined ? live : ways.tape.through(collector.id, live)
}

function connection(call: Ways['call']) {
  const log = (message: string) => {
    if (call.options.quiet !== true) call.io.err(`${message}\n`)
  }
  return { env: call.io.env, folder: call.config.folder, signal: call.signal, log }
}
