import {
  COMPONENT_KINDS,
  type ComponentKind,
  isOneOf,
  PLATFORM_LINES,
  type PlatformLine,
} from '#data/model/vocabulary.ts'
import { type ComponentRow, siteComponents, siteStates } from '#data/queries/site/components.ts'
import { monthsBetween } from './months.ts'
import type { Asked, Dated, Register } from './reading.ts'
import { uniqueSlugs } from './slugs.ts'

export const STATES = ['active', 'stable', 'quiet', 'dormant', 'archived', 'obsolete', 'unknown'] as const
export type ActivityState = (typeof STATES)[number]

export const RELEASE_AGES = ['under-6', 'under-12', 'under-24', 'older', 'none'] as const
export type ReleaseAge = (typeof RELEASE_AGES)[number]

/** One line of the catalogue. */
export interface CatalogueEntry {
  readonly slug: string
  readonly name: string
  /** The sentence its owners gave on the host, in their language. */
  readonly description: string | null
  readonly kind: ComponentKind
  readonly line: PlatformLine | null
  readonly state: ActivityState
  readonly license: string | null
  readonly owner: string
  /** Tag of the latest release, else the version of the build file. */
  readonly version: string | null
  readonly releasedOn: string | null
  readonly releaseAge: ReleaseAge
  readonly repository: string
  /** Folder in the repository; empty for the root. */
  readonly path: string
}

export const FACETS = ['kind', 'state', 'line', 'license', 'owner', 'releaseAge'] as const
export type FacetId = (typeof FACETS)[number]

export interface Facet {
  readonly id: FacetId
  readonly values: readonly { readonly value: string; readonly count: number }[]
}

export interface Catalogue extends Dated {
  readonly entries: readonly CatalogueEntry[]
  readonly facets: readonly Facet[]
  /** Fewer months than this since the last activity, by state; null for no limit. */
  readonly stateLimits: ReadonlyMap<string, number | null>
}

export const PAGE_SIZE = 24

export async function loadCatalogue(store: Asked, register: Register): Promise<Catalogue> {
  const rows = await store.ask(siteComponents, {})
  const slugs = slugsOf(rows)
  const entries = rows.map((row, index) => entryOf(row, slugs[index] ?? '', register.asOf))
  const states = await store.ask(siteStates, {})
  return {
    asOf: register.asOf,
    coverage: register.trees,
    entries,
    facets: FACETS.map((id) => ({ id, values: countValues(id, entries) })),
    stateLimits: new Map(states.map(({ state, months_below }) => [state, months_below])),
  }
}

function entryOf(row: ComponentRow, slug: string, asOf: string): CatalogueEntry {
  const releasedOn = row.latest_release_at?.slice(0, 10) ?? null
  return {
    slug,
    name: row.name,
    description: row.description,
    kind: isOneOf(COMPONENT_KINDS, row.kind) ? row.kind : 'other',
    line: isOneOf(PLATFORM_LINES, row.line) ? row.line : null,
    state: isOneOf(STATES, row.state) ? row.state : 'unknown',
    license: row.concluded_license ?? licenseOf(row.host_license),
    owner: row.owner,
    version: row.latest_release_tag === null ? row.version : versionOf(row.latest_release_tag, row.name),
    releasedOn,
    releaseAge: releaseAge(releasedOn, asOf),
    repository: row.repository,
    path: row.path,
  }
}

/** Words for "the host could not tell" are not a licence. */
export function licenseOf(hostLicense: string | null): string | null {
  return hostLicense === null || hostLicense === 'NOASSERTION' ? null : hostLicense
}

/** Release tools put the component's name before the number: `plugin-x-1.2.0` is version 1.2.0. */
export function versionOf(tag: string, name: string): string {
  const bare = tag.startsWith(`${name}-`) ? tag.slice(name.length + 1) : tag
  return bare.replace(/^(?:[a-z][\w-]*?-)?v?(?=\d)/iu, '')
}

function releaseAge(releasedOn: string | null, asOf: string): ReleaseAge {
  if (releasedOn === null) return 'none'
  const months = monthsBetween(releasedOn, asOf)
  if (months < 6) return 'under-6'
  if (months < 12) return 'under-12'
  return months < 24 ? 'under-24' : 'older'
}

/** A name that only one component has is its address; others say where they come from. */
export function slugsOf(
  rows: readonly Pick<ComponentRow, 'name' | 'owner' | 'repository_name' | 'path'>[],
): readonly string[] {
  return uniqueSlugs(rows, {
    candidates: [
      (row) => row.name,
      (row) => `${row.owner}-${row.name}`,
      (row) => `${row.owner}-${row.repository_name}-${row.path}`,
    ],
    reserved: ['page'],
    fallback: 'component',
  })
}

const FIXED: { readonly [Id in FacetId]?: readonly string[] } = {
  kind: COMPONENT_KINDS,
  state: STATES,
  line: [...PLATFORM_LINES.toReversed(), ''],
  releaseAge: RELEASE_AGES,
}

/** Values in the order of their closed list, else by count; a value that no component has stays in a closed list. */
function countValues(id: FacetId, entries: readonly CatalogueEntry[]): Facet['values'] {
  const counts = new Map<string, number>(FIXED[id]?.map((value) => [value, 0]))
  for (const entry of entries) counts.set(entry[id] ?? '', (counts.get(entry[id] ?? '') ?? 0) + 1)
  const values = [...counts].map(([value, count]) => ({ value, count }))
  if (FIXED[id] !== undefined) return values
  return values.sort(
    (a, b) => Number(a.value === '') - Number(b.value === '') || b.count - a.count || (a.value < b.value ? -1 : 1),
  )
}

/** The line of a component, by where it lives; undefined for what the catalogue does not list. */
export type EntryOf = (place: {
  readonly repository: string | null
  readonly path: string | null
}) => CatalogueEntry | undefined

export function entryFinder({ entries }: Catalogue): EntryOf {
  const byPlace = new Map(entries.map((entry) => [`${entry.repository} ${entry.path}`, entry]))
  return ({ repository, path }) => byPlace.get(`${repository} ${path}`)
}

export interface CataloguePage {
  readonly number: number
  readonly pages: number
  readonly size: number
  readonly entries: readonly CatalogueEntry[]
  /** Positions of the first and last of the page, from 1; 0 and 0 for an empty catalogue. */
  readonly from: number
  readonly to: number
}

export function pageOf({ entries }: Catalogue, number: number): CataloguePage {
  const start = (number - 1) * PAGE_SIZE
  const shown = entries.slice(start, start + PAGE_SIZE)
  return {
    number,
    pages: Math.max(1, Math.ceil(entries.length / PAGE_SIZE)),
    size: PAGE_SIZE,
    entries: shown,
    from: shown.length === 0 ? 0 : start + 1,
    to: start + shown.length,
  }
}
