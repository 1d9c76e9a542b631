import { existsSync } from 'node:fs'
import { instant } from '#collectors/clock.ts'
import type { CollectContext, Scope } from '#collectors/collector.ts'
import { type Estimate, type OrganisationPlan, planOrganisation } from '#collectors/github/plan.ts'
import { pseudonymiser } from '#collectors/pseudonym.ts'
import type { Transport } from '#collectors/transport.ts'
import type { Cost } from '#data/model/collection.ts'
import { UsageFailure } from '#data/model/failures.ts'
import { openStore, type Store } from '#data/store.ts'
import type { Config, OrganisationConfig } from '../config.ts'
import { languageOf } from '../io.ts'
import type { Session } from '../session.ts'
import type { CollectionOptions } from './collection.ts'
import { liveTransport, missingCredential } from './hosts.ts'
import { progressOf } from './progress.ts'
import { sinceOf } from './since.ts'
import { plannedWork, type Work } from './work.ts'

/** What a collection would cost. */
export interface CollectionPlan {
  readonly rows: readonly (Estimate & { readonly scope: string })[]
  readonly quotas: readonly {
    readonly scope: string
    readonly needed: number
    readonly quota: OrganisationPlan['quota']
  }[]
  /** What it cost to work that out. */
  readonly spent: Cost
}

type Call = Session & {
  readonly config: Config
  readonly scopes: readonly string[]
  readonly options: CollectionOptions
}

/** Works out what a collection would spend, and writes nothing. Only what a host is asked for costs anything. */
export async function planCollection(call: Call): Promise<CollectionPlan> {
  const { config, io, options, scopes } = call
  const since = options.since === undefined ? undefined : sinceOf(options.since, io.now())
  const work = plannedWork(config, { scopes, only: options.only, env: io.env })
  const progress = progressOf({ io, options, language: languageOf(options, io.env, config.language) })
  const store = await openKnown(config.database)
  try {
    const rows: CollectionPlan['rows'][number][] = []
    const quotas: CollectionPlan['quotas'][number][] = []
    const spent = { requests: 0, points: 0 }
    for (const { scope, organisation, collectors } of byScope(work)) {
      const name = nameOf(scope)
      if (organisation === undefined) {
        rows.push(...collectors.map((collector) => ({ collector, scope: name, requests: 0, points: 0, seconds: 0 })))
        continue
      }
      const missing = missingCredential(organisation, io.env)
      if (missing !== undefined) throw new UsageFailure('token-missing', missing)
      const way = { env: io.env, folder: config.folder, signal: call.signal, log: progress.say }
      const transport = liveTransport(organisation, way)
      progress.start(`plan  ${name}`)
      const plan = await planOrganisation(scope, { ...contextOf(call, store, transport), ...(since ? { since } : {}) })
      const own = plan.estimates.filter(({ collector }) => collectors.includes(collector))
      rows.push(...own.map((estimate) => ({ ...estimate, scope: name })))
      // Those who opted in are too few to weigh on a quota.
      if (scope.kind === 'organisation')
        quotas.push({ scope: name, needed: own.reduce((sum, { points }) => sum + points, 0), quota: plan.quota })
      spent.requests += transport.spent().requests
      spent.points += transport.spent().points
    }
    return { rows, quotas, spent }
  } finally {
    progress.end()
    store.close()
  }
}

/** What is known so far; nothing, and nothing left behind, where there is no database yet. */
function openKnown(database: string): Promise<Store> {
  return existsSync(database)
    ? openStore({ path: database, mode: 'read' })
    : openStore({ path: ':memory:', mode: 'write' })
}

function contextOf({ io, options, signal }: Call, store: Store, transport: Transport): CollectContext {
  return {
    transport,
    known: store.known,
    pseudonymise: pseudonymiser('a plan reads nobody'),
    signal,
    full: options.full === true,
    now: () => instant(io.now().toISOString()),
    log: () => undefined,
  }
}

interface ScopeWork {
  readonly scope: Scope
  readonly organisation: OrganisationConfig | undefined
  readonly collectors: string[]
}

function byScope(work: readonly Work[]): readonly ScopeWork[] {
  const scopes = new Map<Scope, ScopeWork>()
  for (const { scope, organisation, collector } of work) {
    const known = scopes.get(scope) ?? { scope, organisation, collectors: [] }
    known.collectors.push(collector.id)
    scopes.set(scope, known)
  }
  return [...scopes.values()]
}

function nameOf(scope: Scope): string {
  if (scope.kind === 'organisation')
    return [
      scope.server,
      scope.repository === undefined ? `@${scope.login}` : `${scope.login}/${scope.repository}`,
    ].join('/')
  if (scope.kind === 'people') return `${scope.server}/@*`
  return scope.kind === 'register' ? scope.file : (scope.repository ?? scope.path)
}
