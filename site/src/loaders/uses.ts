import { isReusing } from '#data/model/registers/adopters.ts'
import { isOneOf, PLATFORM_LINES, type PlatformLine } from '#data/model/vocabulary.ts'
import type { RowOf } from '#data/queries/query.ts'
import { siteAssemblyParts } from '#data/queries/site/assemblies.ts'
import { siteAdopters, siteNeeds, siteServiceComponents } from '#data/queries/site/services.ts'
import { siteStandings } from '#data/queries/site/standing.ts'
import type { Asked } from './reading.ts'

/** Who may be said to use a component: what it serves in here, then kinds of organisations elsewhere. */
export const USERS = [
  ...(['service', 'pack', 'component'] as const),
  ...(['city', 'local-authority', 'state', 'agency', 'hospital'] as const),
  ...(['education', 'company', 'association', 'other'] as const),
] as const
export type User = (typeof USERS)[number]

/** What the portfolio knows of a component that the catalogue is filtered and sorted by. */
export interface Use {
  /** Ids of the needs that it answers. */
  readonly needs: readonly string[]
  readonly usedBy: readonly User[]
  /** Organisations elsewhere that run it by itself, in service or testing. */
  readonly adopters: number
  /** The same through a pack or a site that holds it; counted apart. */
  readonly adoptersThrough: number
  /** Null where it is not known; nought only where nothing more is possible. */
  readonly readiness: number | null
  /** Generations of the platform that it says it runs on, from its oldest to its newest. */
  readonly says: readonly PlatformLine[]
}

interface Place {
  readonly repository: string | null
  readonly path: string | null
}

const key = ({ repository, path }: Place) => `${repository} ${path}`

/** By place of a component: five questions whatever their number. */
export async function loadUses(store: Asked): Promise<(place: Place) => Use> {
  const needs = Map.groupBy(await store.ask(siteNeeds, {}), key)
  const services = new Set((await store.ask(siteServiceComponents, {})).map(key))
  const parts = Map.groupBy(await store.ask(siteAssemblyParts, {}), key)
  const adopters = (await store.ask(siteAdopters, {})).filter(({ state }) => isReusing(state))
  const direct = Map.groupBy(adopters, key)
  const through = Map.groupBy(adopters, ({ assembly }) => assembly)
  const standings = new Map((await store.ask(siteStandings, {})).map((row) => [key(row), row]))
  return (place) => {
    const at = key(place)
    const standing = standings.get(at)
    const own = direct.get(at) ?? []
    const held = new Set((parts.get(at) ?? []).map(({ assembly }) => assembly))
    const others = [...held].flatMap((assembly) => through.get(assembly) ?? [])
    const users: readonly string[] = [
      ...(services.has(at) ? ['service'] : []),
      ...(held.size > 0 ? ['pack'] : []),
      ...((standing?.required_by_all ?? 0) > 0 ? ['component'] : []),
      ...[...own, ...others].map(({ type }) => type),
    ]
    return {
      needs: [...new Set((needs.get(at) ?? []).map(({ id }) => id))],
      usedBy: USERS.filter((user) => users.includes(user)),
      adopters: sum(own),
      adoptersThrough: sum(others),
      readiness: certainLevel(standing),
      says: linesBetween(standing?.min_core_version ?? null, standing?.max_core_version ?? null),
    }
  }
}

/** A level of nought that may as well be another is no level. */
function certainLevel(standing: RowOf<typeof siteStandings> | undefined): number | null {
  const { readiness = null, readiness_at_most: most = null } = standing ?? {}
  return readiness === 0 && most !== 0 ? null : readiness
}

function sum(rows: readonly { readonly adopters: number }[]): number {
  return rows.reduce((total, { adopters }) => total + adopters, 0)
}

/** Without both ends it says nothing of what lies between. */
function linesBetween(from: string | null, to: string | null): readonly PlatformLine[] {
  const [first, last] = [from, to].map((version) => Number(/^\d+/u.exec(version ?? '')?.[0] ?? Number.NaN))
  if (first === undefined || last === undefined || Number.isNaN(first + last) || last < first) return []
  const lines = Array.from({ length: last - first + 1 }, (_, index) => `v${first + index}`)
  return lines.filter((line) => isOneOf(PLATFORM_LINES, line))
}
