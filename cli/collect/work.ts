import type { Collector, Scope } from '#collectors/collector.ts'
import { collectors } from '#collectors/registry.ts'
import { UsageFailure } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { type Config, type OrganisationConfig, unconfigured } from '../config.ts'
import { clonesOf } from './clones.ts'
import { type Env, serverName } from './hosts.ts'

/** One collector on one scope. */
export interface Work {
  readonly collector: Collector
  readonly scope: Scope
  readonly organisation?: OrganisationConfig
}

interface Asked {
  readonly scopes: readonly string[]
  readonly only: readonly string[] | undefined
  readonly env: Env
}

/** What there is to do, after the names that were asked for are known to exist. */
export function plannedWork(config: Config, asked: Asked): readonly Work[] {
  const organisations = scopesAsked(config, asked.scopes)
  const chosen = collectorsAsked(asked.only)
  const scopes: Omit<Work, 'collector'>[] = [
    ...config.registers.map((register) => ({
      scope: registerScope(register, { env: asked.env, languages: config.site.languages }),
    })),
    ...organisations.map(({ organisation, repository }) => ({
      organisation,
      scope: {
        kind: 'organisation',
        server: serverName(organisation.server, asked.env),
        login: organisation.name,
        ...(repository === undefined ? {} : { repository }),
      } as const,
    })),
    ...(asked.scopes.length > 0 ? [] : peopleScopes(config, asked.env)),
    ...(asked.scopes.length > 0
      ? []
      : config.clones
          .flatMap((one) => clonesOf(one, config))
          .flatMap(cloneScopes)
          .map((scope) => ({ scope }))),
  ]
  const work = scopes.flatMap((one) =>
    chosen
      .filter((collector) => looksAt(collector, one.scope) && isWanted(collector, one.organisation, asked.only))
      .map((collector) => ({ collector, ...one })),
  )
  if (work.length > 0) return work
  throw new UsageFailure('nothing-to-collect', 'there is nothing to collect.', {
    hint: `Name your organisations in ${config.file ?? 'a parvis.yaml'}:\n\n    organisations:\n      - name: my-organisation\n`,
  })
}

interface AskedScope {
  readonly organisation: OrganisationConfig
  readonly repository?: string
}

/** `OWNER` is all of an organisation, `OWNER/NAME` one repository of it. */
function scopesAsked(config: Config, scopes: readonly string[]): readonly AskedScope[] {
  if (scopes.length === 0) return config.organisations.map((organisation) => ({ organisation }))
  return scopes.map((scope) => {
    const [owner = '', name, ...rest] = scope.split('/')
    if (owner === '' || name === '' || rest.length > 0)
      throw new UsageFailure('scope-malformed', `"${scope}" is neither OWNER nor OWNER/NAME.`)
    return { organisation: organisationNamed(config, owner), ...(name === undefined ? {} : { repository: name }) }
  })
}

function organisationNamed(config: Config, owner: string): OrganisationConfig {
  const found = config.organisations.find(({ name }) => name.toLowerCase() === owner.toLowerCase())
  if (found !== undefined) return found
  // Without a configuration the name stands for itself, on the default server.
  if (config.file === null) return unconfigured(owner)
  const names = config.organisations.map(({ name }) => name)
  throw new UsageFailure(
    'scope-unknown',
    `"${owner}" is not configured in ${config.file}.${suggestion(owner, names)}`,
    { hint: `Configured: ${names.join(', ') || 'none'}.` },
  )
}

function collectorsAsked(only: readonly string[] | undefined): readonly Collector[] {
  if (only === undefined) return collectors
  const ids = collectors.map(({ id }) => id)
  for (const id of only) {
    if (ids.includes(id)) continue
    throw new UsageFailure('collector-unknown', `there is no collector "${id}".${suggestion(id, ids)}`, {
      hint: `Collectors: ${ids.join(', ')}.`,
    })
  }
  return collectors.filter(({ id }) => only.includes(id))
}

function registerScope(
  { id, file }: Config['registers'][number],
  { env, languages }: { readonly env: Env; readonly languages: readonly Language[] },
): Scope {
  return { kind: 'register', register: id, file, server: serverName(undefined, env), languages }
}

/** Accounts that opted in, on the server of the register, asked about with what an organisation there is asked with. */
function peopleScopes(config: Config, env: Env): readonly Omit<Work, 'collector'>[] {
  if (!config.registers.some(({ id }) => id === 'opt-ins')) return []
  const server = serverName(undefined, env)
  const own = config.organisations.filter((one) => serverName(one.server, env) === server)
  const [organisation] = own
  if (organisation === undefined) return []
  return [{ organisation, scope: { kind: 'people', server, organisations: own.map(({ name }) => name) } }]
}

/** The history of a clone, and its files: those checked out, or those of the head where none are. */
function cloneScopes({ path, repository, public: isPublic }: Config['clones'][number]): readonly Scope[] {
  const where = { path, isPublic, ...(repository !== undefined && { repository }) }
  return [
    { kind: 'clone', ...where },
    { kind: 'checkout', ...where },
  ]
}

/** What runs on request alone is asked for by its name, or by the configuration of the organisation. */
function isWanted(
  { id, isOnRequest }: Collector,
  organisation: OrganisationConfig | undefined,
  only: readonly string[] | undefined,
): boolean {
  return isOnRequest !== true || only?.includes(id) === true || organisation?.dependencyGraph === true
}

/** A register has a collector of its own, which bears its name. */
function looksAt({ id, scope: kind }: Collector, scope: Scope): boolean {
  return kind === scope.kind && (scope.kind !== 'register' || id === `registers/${scope.register}`)
}
