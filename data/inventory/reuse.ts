import { isReusing } from '../model/registers/adopters.ts'
import type { RowOf } from '../queries/query.ts'
import type { registeredAdopters, registeredImages, registeredLeads } from '../queries/registers/adopters.ts'
import type { Assembly } from './assembly.ts'
import { assemblyFinder } from './assembly-names.ts'
import type { Inventory } from './inventory.ts'
import { componentNames } from './names.ts'
import { isAmong } from './repository-pattern.ts'

/** Months after which an adopter that nobody confirmed leaves the public count. */
export const CONFIRMED_WITHIN_MONTHS = 24

/** Organisations that reuse something, each once, and the countries they are in. */
export interface ReuserCount {
  readonly organisations: number
  readonly countries: number
}

/**
 * The count of reusers, the one that every page gives: organisations in service or testing that were confirmed lately,
 * each once whatever it runs.
 */
export function reusersIn(
  reuse: readonly Pick<Reuse, 'adopters'>[],
  holds: (adopter: Adopter) => boolean = () => true,
): ReuserCount {
  const counted = reuse
    .flatMap(({ adopters }) => adopters)
    .filter((one) => one.isConfirmed && isReusing(one.state) && holds(one))
  return {
    organisations: new Set(counted.map(({ organisation }) => organisation.toLowerCase())).size,
    countries: new Set(counted.map(({ country }) => country)).size,
  }
}

/** What registers say of reuse. */
export interface KeptReuse {
  readonly adopters: readonly RowOf<typeof registeredAdopters>[]
  readonly leads: readonly RowOf<typeof registeredLeads>[]
  readonly images: readonly RowOf<typeof registeredImages>[]
  /** Repositories of others that were collected, as `owner/name`, `owner/*` or an owner. */
  readonly outside: readonly string[]
}

export interface Adopter {
  readonly organisation: string
  readonly type: string
  readonly country: string
  readonly state: string
  readonly basis: string
  readonly version: string | null
  readonly since: string | null
  readonly confirmedAt: string
  /** Whether it was confirmed lately enough to be counted in public. */
  readonly isConfirmed: boolean
  /** Day of the consent to be named; null without. */
  readonly consentAt: string | null
  readonly address: string | null
}

/** Organisations, each once; those that were not confirmed for long stand apart, whatever their state. */
export interface AdopterCounts {
  readonly inService: number
  readonly testing: number
  readonly stopped: number
  readonly unknown: number
  readonly unconfirmed: number
}

/** A repository of somebody else that asks for the component: to be asked, not to be counted. */
export interface Lead {
  readonly repository: string
  readonly version: string | null
  /** `collected`: its files say so; else where somebody saw it. */
  readonly source: string
  readonly foundAt: string | null
  readonly answer: string | null
}

export interface Image {
  readonly image: string
  readonly pulls: number | null
  readonly pullsAt: string | null
  readonly address: string | null
}

/** How one component or assembly is reused. */
export interface Reuse {
  /** Id; the name that a register gives where nothing of that name was collected. */
  readonly component: string
  readonly isAssembly: boolean
  readonly direct: AdopterCounts
  /** Organisations that run an assembly which holds it, and do not stand among the direct ones. */
  readonly throughAssemblies: AdopterCounts
  readonly adopters: readonly Adopter[]
  readonly leads: readonly Lead[]
  readonly images: readonly Image[]
}

/** Reuse of everything that is reused, by name; nothing is said of what nobody reuses. */
export function reuseOf(
  { inventory, assemblies }: { readonly inventory: Inventory; readonly assemblies: readonly Assembly[] },
  kept: KeptReuse,
): readonly Reuse[] {
  const named = idFinder({ inventory, assemblies })
  const adopters = grouped(kept.adopters, named)
  const leads = grouped(kept.leads, named)
  const images = grouped(kept.images, named)
  const seen = collectedLeads(inventory, kept.outside)
  const isAssembly = new Set(assemblies.map(({ id }) => id))
  const holders = holdersOf(assemblies)
  const told = [...adopters.keys(), ...leads.keys(), ...images.keys(), ...seen.keys()]
  const through = [...holders].filter(([, ids]) => ids.some((id) => adopters.has(id))).map(([component]) => component)
  return [...new Set([...told, ...through])].sort().map((component): Reuse => {
    const own = adopters.get(component) ?? []
    const names = new Set(own.map(({ organisation }) => organisation.toLowerCase()))
    const others = (holders.get(component) ?? [])
      .flatMap((id) => adopters.get(id) ?? [])
      .filter(({ organisation }) => !names.has(organisation.toLowerCase()))
    return {
      component,
      isAssembly: isAssembly.has(component) || own.some(({ is_assembly }) => is_assembly === 1),
      direct: countsOf(own),
      throughAssemblies: countsOf(others),
      adopters: own.map(adopterOf),
      leads: [...(seen.get(component) ?? []), ...(leads.get(component) ?? []).map(leadOf)],
      images: (images.get(component) ?? []).map(imageOf),
    }
  })
}

/** Ids of assemblies win over that of the component they are made in. */
function idFinder({ inventory, assemblies }: Parameters<typeof reuseOf>[0]): (asked: string) => string {
  const names = componentNames(inventory.portfolio.components)
  const find = assemblyFinder(inventory.portfolio.components, assemblies)
  return (asked) => {
    const [assembly] = find(asked)
    return assembly?.id ?? names.find(asked)[0]?.id ?? asked
  }
}

function grouped<Row extends { readonly component: string }>(
  rows: readonly Row[],
  named: (asked: string) => string,
): ReadonlyMap<string, readonly Row[]> {
  return Map.groupBy(rows, ({ component }) => named(component))
}

/** Assemblies by what they hold. */
function holdersOf(assemblies: readonly Assembly[]): ReadonlyMap<string, readonly string[]> {
  const pairs = assemblies.flatMap(({ id, parts }) =>
    parts.flatMap(({ component }) => (component ? [{ component, id }] : [])),
  )
  return new Map(
    [...Map.groupBy(pairs, ({ component }) => component)].map(([key, all]) => [key, all.map(({ id }) => id)]),
  )
}

/** Components of others that ask for one of ours, by ours. */
function collectedLeads({ portfolio }: Inventory, outside: readonly string[]): ReadonlyMap<string, readonly Lead[]> {
  const repositories = new Map(portfolio.components.map(({ id, repository }) => [id, repository]))
  const isOutside = (id: string) => isAmong(repositories.get(id) ?? '', outside)
  const edges = portfolio.dependencies.filter(
    ({ from, to, scope }) => scope !== 'test' && isOutside(from) && !isOutside(to),
  )
  const leads = edges.map(({ from, to, version }) => {
    const repository = repositories.get(from) ?? from
    return { to, lead: { repository, version, source: 'collected', foundAt: null, answer: null } }
  })
  return new Map(
    [...Map.groupBy(leads, ({ to }) => to)].map(([to, all]) => [
      to,
      [...new Map(all.map(({ lead }) => [lead.repository, lead])).values()],
    ]),
  )
}

function countsOf(rows: KeptReuse['adopters']): AdopterCounts {
  const count = (is: (row: KeptReuse['adopters'][number]) => boolean) =>
    new Set(rows.filter(is).map(({ organisation }) => organisation.toLowerCase())).size
  const inState = (state: string) => count((row) => row.is_confirmed === 1 && row.state === state)
  return {
    ...{ inService: inState('in-service'), testing: inState('testing'), stopped: inState('stopped') },
    ...{ unknown: inState('unknown'), unconfirmed: count(({ is_confirmed }) => is_confirmed === 0) },
  }
}

function adopterOf(row: KeptReuse['adopters'][number]): Adopter {
  const { organisation, type, country, state, basis, version, since, address } = row
  return {
    ...{ organisation, type, country, state, basis, version, since },
    ...{ confirmedAt: row.confirmed_at, isConfirmed: row.is_confirmed === 1, consentAt: row.consent_at, address },
  }
}

function leadOf({ repository, version, source, found_at, answer }: KeptReuse['leads'][number]): Lead {
  return { repository, version, source, foundAt: found_at, answer }
}

function imageOf({ image, pulls, pulls_at, address }: KeptReuse['images'][number]): Image {
  return { image, pulls, pullsAt: pulls_at, address }
}
