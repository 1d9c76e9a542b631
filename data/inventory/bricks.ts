import type { BrickScope } from '../facts/shapes/brick-list.ts'
import { readSpdx } from '../facts/spdx.ts'
import { platformArtifact } from './assembly.ts'
import type { Inventory } from './inventory.ts'
import type { BrickUse } from './portfolio.ts'
import { flagIn, linesOf, type RegisterLine, type Registers, textIn } from './registers.ts'

/** Something from outside that components use, over the whole portfolio, with what registers say of it. */
export interface Brick {
  /** Package address without version; of a brick that registers alone know, what they call it. */
  readonly brick: string
  readonly title: string | null
  /** Versions as they are asked for, the most used first. */
  readonly versions: readonly { readonly version: string | null; readonly components: number }[]
  readonly scopes: readonly BrickScope[]
  /** Licences that are said of it and by what; several are shown, none is concluded. */
  readonly licenses: readonly {
    readonly license: string
    /** Whether it is an SPDX expression. */
    readonly isSpdx: boolean
    readonly source: 'bill-of-materials' | 'register'
  }[]
  /** Ids of components, sorted. */
  readonly usedBy: readonly string[]
  /** Where it is in service, as the register of bricks says; internal. */
  readonly environments: readonly BrickEnvironment[]
  /** What would be done if it stopped; internal. */
  readonly planB: readonly PlanB[]
  /** It ships or runs with components, and nobody wrote down what would be done without it. */
  readonly isGap: boolean
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

const WITHOUT_PLAN: readonly BrickScope[] = ['runtime', 'image']

interface Chosen {
  readonly scopes?: readonly BrickScope[]
}

/**
 * The most used first. Needed in tests alone, and steps of a pipeline, are left out unless they are asked for. Artifacts
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
  const used = [...Map.groupBy(chosen, ({ brick }) => brick)].map(([brick, uses]) =>
    brickOf(brick, { uses, scopes, registers, day }),
  )
  const known = new Set(outside.flatMap(({ brick }) => namesOf(brick)))
  const kept = ['bricks', 'fallbacks']
    .flatMap((register) => linesOf(registers, register))
    .flatMap((line) => textIn(line, 'brick') ?? [])
    .filter((name) => !known.has(withoutVersion(name)))
  const unused = [...new Set(kept)].map((brick) => brickOf(brick, { uses: [], scopes, registers, day }))
  return [...used, ...unused].sort((a, b) => b.usedBy.length - a.usedBy.length || (a.brick < b.brick ? -1 : 1))
}

interface Known {
  readonly uses: readonly BrickUse[]
  readonly scopes: readonly BrickScope[]
  readonly registers: Registers
  readonly day: string
}

function brickOf(brick: string, { uses, scopes, registers, day }: Known): Brick {
  const names = namesOf(brick)
  const about = (register: string) =>
    linesOf(registers, register).filter((line) => names.includes(withoutVersion(textIn(line, 'brick') ?? '')))
  const records = about('bricks')
  const planB = about('fallbacks').map((line) => planOf(line, day))
  const found = scopes.filter((scope) => uses.some((use) => use.scope === scope))
  return {
    brick,
    title: records.flatMap((line) => textIn(line, 'title') ?? [])[0] ?? null,
    versions: versionsOf(uses),
    scopes: found,
    licenses: licensesOf(uses, records),
    usedBy: [...new Set(uses.map(({ component }) => component))].sort(),
    environments: records.map(environmentOf),
    planB,
    isGap: planB.length === 0 && found.some((scope) => WITHOUT_PLAN.includes(scope)),
  }
}

function versionsOf(uses: readonly BrickUse[]): Brick['versions'] {
  return [...Map.groupBy(uses, ({ version }) => version)]
    .map(([version, those]) => ({ version, components: new Set(those.map(({ component }) => component)).size }))
    .sort((a, b) => b.components - a.components || ((a.version ?? '') < (b.version ?? '') ? -1 : 1))
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
