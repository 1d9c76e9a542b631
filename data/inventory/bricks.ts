import type { BrickScope } from '../facts/shapes/brick-list.ts'
import { readSpdx } from '../facts/spdx.ts'
import { type Assembly, assembliesOf, platformArtifact } from './assembly.ts'
import { type BrickUpkeep, brickUpkeep } from './brick-upkeep.ts'
import type { Inventory } from './inventory.ts'
import { type LicenseFit, licenseFit } from './license-fit.ts'
import { certainLicense, licenseOf } from './licenses.ts'
import { compareMavenVersions } from './maven/version.ts'
import type { BrickUse } from './portfolio.ts'
import { flagIn, linesOf, type RegisterLine, textIn } from './registers.ts'

/** Something from outside that components use, over the whole portfolio, with what registers say of it. */
export interface Brick {
  /** Package address without version; of a brick that registers alone know, what they call it. */
  readonly brick: string
  readonly title: string | null
  /** Versions as they are asked for, the most used first. */
  readonly versions: readonly {
    readonly version: string | null
    readonly components: number
    /** Whether a later one is known; null where its last release is not known, or for a range. */
    readonly isBehind: boolean | null
  }[]
  readonly scopes: readonly BrickScope[]
  /** Licences that are said of it and by what; several are shown, none is concluded. */
  readonly licenses: readonly {
    readonly license: string
    /** Whether it is an SPDX expression. */
    readonly isSpdx: boolean
    readonly source: 'bill-of-materials' | 'register'
  }[]
  /** Its last release, and how alive it is, where it was collected or a register says; null elsewhere. */
  readonly upkeep: BrickUpkeep | null
  /** Assemblies that it comes with, and how its licence goes with theirs: an indication. */
  readonly assemblies: readonly { readonly id: string; readonly fit: LicenseFit }[]
  /** Ids of components, sorted. */
  readonly usedBy: readonly string[]
  /** Where it is in service, as the register of bricks says; internal. */
  readonly environments: readonly BrickEnvironment[]
  /** What would be done if it stopped; null where no register of plans B is kept; internal. */
  readonly planB: readonly PlanB[] | null
  /**
   * It ships, runs with components or is in service, and nobody wrote down what would be done without it; null where
   * that is asked and no register of plans B is kept.
   */
  readonly isGap: boolean | null
}

export interface BrickEnvironment {
  readonly environment: string | null
  readonly version: string | null
  readonly since: string | null
  readonly support: string | null
  readonly referent: string | null
  readonly supplierRisk: string | null
  readonly isRecommended: boolean | null
}

export interface PlanB {
  readonly environment: string | null
  readonly alternative: string
  readonly effort: string | null
  readonly risk: string | null
  readonly owner: string | null
  readonly review: string | null
  readonly isOverdue: boolean
}

const SHIPPED: readonly BrickScope[] = ['runtime', 'image']

interface Chosen {
  readonly scopes?: readonly BrickScope[]
}

/**
 * The most used first. Needed in tests alone, steps of a pipeline, and what something else brings in are left out unless
 * they are asked for. Artifacts
 * of the platform that no collected repository produces are no bricks from outside.
 */
export function bricksOf(
  inventory: Inventory,
  { scopes = ['runtime', 'optional', 'build', 'image'] }: Chosen = {},
): readonly Brick[] {
  const { registers, portfolio, at } = inventory
  const outside = portfolio.bricks.filter((use) => platformArtifact(use, inventory) === undefined)
  const chosen = outside.filter(({ scope }) => scopes.includes(scope))
  const day = at.slice(0, 10)
  const held = heldIn(inventory)
  const around = { scopes, inventory, day, held }
  const used = [...Map.groupBy(chosen, ({ brick }) => brick)].map(([brick, uses]) =>
    brickOf(brick, { uses, ...around }),
  )
  const known = new Set(outside.flatMap(({ brick }) => namesOf(brick)))
  const kept = ['bricks', 'fallbacks']
    .flatMap((register) => linesOf(registers, register))
    .flatMap((line) => textIn(line, 'brick') ?? [])
    .filter((name) => !known.has(withoutVersion(name)))
  const unused = [...new Set(kept)].map((brick) => brickOf(brick, { uses: [], ...around }))
  return [...used, ...unused].sort((a, b) => b.usedBy.length - a.usedBy.length || (a.brick < b.brick ? -1 : 1))
}

interface Known {
  readonly uses: readonly BrickUse[]
  readonly scopes: readonly BrickScope[]
  readonly inventory: Inventory
  readonly day: string
  readonly held: ReturnType<typeof heldIn>
}

/** What people call it: the title of the register, else `commons` of `pkg:maven/org.example/commons`. */
export function brickName({ brick, title }: Pick<Brick, 'brick' | 'title'>): string {
  if (title !== null) return title
  return decodeURIComponent(brick.startsWith('pkg:') ? brick.slice(brick.lastIndexOf('/') + 1) : brick)
}

/** The one that a register calls so. */
export function brickCalled(called: string, bricks: readonly Brick[]): Brick | undefined {
  const name = withoutVersion(called)
  return bricks.find(({ brick }) => namesOf(brick).includes(name))
}

/** Plans whose day to be looked at again has passed. */
export function overduePlans({ planB }: Pick<Brick, 'planB'>): readonly PlanB[] {
  return (planB ?? []).filter(({ isOverdue }) => isOverdue)
}

/** Whether it ships or runs with components; what builds or tests them does not. */
export function isShipped({ scopes }: Pick<Brick, 'scopes'>): boolean {
  return scopes.some((scope) => SHIPPED.includes(scope))
}

function brickOf(brick: string, { uses, scopes, inventory, day, held }: Known): Brick {
  const { registers } = inventory
  const names = namesOf(brick)
  const about = (register: string) =>
    linesOf(registers, register).filter((line) => names.includes(withoutVersion(textIn(line, 'brick') ?? '')))
  const records = about('bricks')
  const planB = registers.has('fallbacks') ? about('fallbacks').map((line) => planOf(line, day)) : null
  const found = scopes.filter((scope) => uses.some((use) => use.scope === scope))
  const licenses = licensesOf(uses, records)
  const upkeep = brickUpkeep(brick, { records, inventory })
  return {
    brick,
    title: records.flatMap((line) => textIn(line, 'title') ?? [])[0] ?? null,
    versions: versionsOf(uses, upkeep?.latest ?? null),
    scopes: found,
    licenses,
    upkeep,
    assemblies: held(uses, certainOf(licenses)),
    usedBy: [...new Set(uses.map(({ component }) => component))].sort(),
    environments: records.map(environmentOf),
    planB,
    isGap: (isShipped({ scopes: found }) || records.length > 0) && (planB === null ? null : planB.length === 0),
  }
}

/** What people wrote down; else what every bill of materials says alike. */
function certainOf(licenses: Brick['licenses']): string | null {
  const written = licenses.filter(({ source }) => source === 'register')
  const [only, another] = written.length > 0 ? written : licenses
  return only === undefined || another !== undefined || !only.isSpdx ? null : only.license
}

/** Which assemblies a use comes with: those that are or hold the component, for all or in the profile of the use. */
function heldIn(inventory: Inventory) {
  const assemblies = assembliesOf(inventory).map((assembly) => {
    const { licenses = [] } = inventory.records.get(assembly.component.id) ?? {}
    return { ...assembly, whole: certainLicense(licenseOf(licenses)), holds: holder(assembly) }
  })
  return (uses: readonly BrickUse[], part: string | null): Brick['assemblies'] =>
    assemblies.flatMap(({ id, whole, holds }) => {
      const scopes = uses.filter(holds).map(({ scope }) => scope)
      return scopes.length === 0 ? [] : [{ id, fit: licenseFit({ part, whole, scopes }) }]
    })
}

function holder({ component, profile, parts }: Assembly): (use: BrickUse) => boolean {
  const held = new Set(parts.flatMap((part) => part.component ?? []))
  return (use) =>
    use.component === component.id
      ? use.profile === null || use.profile === profile
      : use.profile === null && held.has(use.component)
}

function versionsOf(uses: readonly BrickUse[], latest: string | null): Brick['versions'] {
  return [...Map.groupBy(uses, ({ version }) => version)]
    .map(([version, those]) => ({
      version,
      components: new Set(those.map(({ component }) => component)).size,
      isBehind: isBehind(version, latest),
    }))
    .sort((a, b) => b.components - a.components || ((a.version ?? '') < (b.version ?? '') ? -1 : 1))
}

/** Of one version alone: what a range takes is decided when something is built. */
function isBehind(version: string | null, latest: string | null): boolean | null {
  if (version === null || latest === null || !/^v?\d[\w.+-]*$/u.test(version)) return null
  return compareMavenVersions(version.replace(/^v/u, ''), latest.replace(/^v/u, '')) < 0
}

function licensesOf(uses: readonly BrickUse[], records: readonly RegisterLine[]): Brick['licenses'] {
  const said = [
    ...uses.flatMap(({ license }) => (license === null ? [] : [{ license, source: 'bill-of-materials' as const }])),
    ...records.flatMap((line) => {
      const license = textIn(line, 'license')
      return license === null ? [] : [{ license, source: 'register' as const }]
    }),
  ]
  const each = new Map(said.map((one) => [`${one.source} ${one.license}`, one]))
  return [...each.values()]
    .map((one) => ({ ...one, isSpdx: readSpdx(one.license).expression !== null }))
    .sort((a, b) => (`${a.license} ${a.source}` < `${b.license} ${b.source}` ? -1 : 1))
}

/** What a register may call it: its address, its name, or both in other cases. */
function namesOf(brick: string): readonly string[] {
  const address = withoutVersion(brick)
  if (!address.startsWith('pkg:')) return [address]
  const parts = address.slice(address.indexOf('/') + 1).split('/')
  const name = decodeURIComponent(parts.at(-1) ?? '')
  const path = decodeURIComponent(parts.join('/'))
  return [address, name, path, path.replace('/', ':')]
}

/** In lower case, without what stands behind the name: `pkg:maven/g/a@1?type=jar` is `pkg:maven/g/a`. */
function withoutVersion(name: string): string {
  const text = name.trim().toLowerCase()
  if (!text.startsWith('pkg:')) return text
  const [address = ''] = text.split(/[?#]/u)
  const slash = address.lastIndexOf('/')
  const version = address.indexOf('@', slash + 2)
  return version < 0 ? address : address.slice(0, version)
}

function environmentOf(line: RegisterLine): BrickEnvironment {
  return {
    environment: textIn(line, 'environment'),
    version: textIn(line, 'version'),
    since: textIn(line, 'since'),
    support: textIn(line, 'support'),
    referent: textIn(line, 'referent'),
    supplierRisk: textIn(line, 'supplierRisk'),
    isRecommended: flagIn(line, 'isRecommended'),
  }
}

function planOf(line: RegisterLine, day: string): PlanB {
  const review = textIn(line, 'review')
  return {
    environment: textIn(line, 'environment'),
    alternative: textIn(line, 'alternative') ?? '',
    effort: textIn(line, 'effort'),
    risk: textIn(line, 'risk'),
    owner: textIn(line, 'owner'),
    review,
    isOverdue: review !== null && review < day,
  }
}
