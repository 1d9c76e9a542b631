import { isPrerelease } from '#data/inventory/maven/version.ts'
import {
  COMPONENT_KINDS,
  type ComponentKind,
  isOneOf,
  PLATFORM_LINES,
  type PlatformLine,
  type Text,
} from '#data/model/vocabulary.ts'
import { type ComponentRow, siteComponents, siteStates } from '#data/queries/site/components.ts'
import { siteNeeds } from '#data/queries/site/services.ts'
import { monthsBetween } from './months.ts'
import type { Asked, Dated, Register } from './reading.ts'
import { uniqueSlugs } from './slugs.ts'
import { loadUses, USERS, type Use } from './uses.ts'

export const STATES = ['active', 'stable', 'quiet', 'dormant', 'archived', 'obsolete', 'unknown'] as const
export type ActivityState = (typeof STATES)[number]

export const RELEASE_AGES = ['under-6', 'under-12', 'under-24', 'older', 'none'] as const
export type ReleaseAge = (typeof RELEASE_AGES)[number]

/** One line of the catalogue. */
export interface CatalogueEntry extends Omit<Use, 'says'> {
  readonly slug: string
  readonly name: string
  /** The sentence its owners gave on the host, in their language. */
  readonly description: string | null
  readonly kind: ComponentKind
  readonly line: PlatformLine | null
  /** Every generation of the platform that it works with, the oldest first. */
  readonly lines: readonly PlatformLine[]
  readonly state: ActivityState
  /** `NO_ONE_LICENSE` where sources disagree. */
  readonly license: string | null
  /** Programming language with the most bytes. */
  readonly language: string | null
  readonly owner: string
  /** The last final version; null where none is known. */
  readonly version: string | null
  readonly releasedOn: string | null
  /** The last on trial, where it is above the final one. */
  readonly trial: { readonly version: string; readonly releasedOn: string | null } | null
  /** What the build file calls it, where that is another version. */
  readonly underWay: string | null
  readonly releaseAge: ReleaseAge
  readonly repository: string
  /** Folder in the repository; empty for the root. */
  readonly path: string
}

/** In the order of the page: what it is for comes first. */
export const FACETS = [
  ...(['need', 'state', 'line', 'kind', 'license', 'usedBy', 'owner', 'language', 'releaseAge'] as const),
] as const
export type FacetId = (typeof FACETS)[number]

export interface Facet {
  readonly id: FacetId
  readonly values: readonly { readonly value: string; readonly count: number }[]
}

export interface Catalogue extends Dated {
  readonly entries: readonly CatalogueEntry[]
  readonly facets: readonly Facet[]
  /** Needs in plain words, by id. */
  readonly needs: ReadonlyMap<string, Text>
  /** Fewer months than this since the last activity, by state; null for no limit. */
  readonly stateLimits: ReadonlyMap<string, number | null>
}

export async function loadCatalogue(store: Asked, register: Register): Promise<Catalogue> {
  const rows = await store.ask(siteComponents, {})
  const slugs = slugsOf(rows)
  const useOf = await loadUses(store)
  const entries = rows.map((row, index) => entryOf(row, { slug: slugs[index] ?? '', asOf: register.asOf, useOf }))
  const needs = (await store.ask(siteNeeds, {})).map(({ id, words_fr: fr, words_en: en }) => [id, { fr, en }] as const)
  const states = await store.ask(siteStates, {})
  return {
    asOf: register.asOf,
    coverage: register.trees,
    entries,
    facets: FACETS.map((id) => ({ id, values: countValues(id, { entries, needs: new Map(needs) }) })),
    needs: new Map(needs),
    stateLimits: new Map(states.map(({ state, months_below }) => [state, months_below])),
  }
}

function entryOf(
  row: ComponentRow,
  { slug, asOf, useOf }: { readonly slug: string; readonly asOf: string; readonly useOf: (place: ComponentRow) => Use },
): CatalogueEntry {
  const { says, ...use } = useOf(row)
  const { version, releasedOn } = lastFinal(row)
  return {
    ...use,
    slug,
    name: row.name,
    description: row.description,
    kind: isOneOf(COMPONENT_KINDS, row.kind) ? row.kind : 'other',
    line: isOneOf(PLATFORM_LINES, row.line) ? row.line : null,
    lines: PLATFORM_LINES.filter((line) => line === row.line || says.includes(line)),
    language: row.primary_language,
    state: isOneOf(STATES, row.state) ? row.state : 'unknown',
    license: row.is_license_disagreed === 1 ? NO_ONE_LICENSE : (row.concluded_license ?? licenseOf(row.host_license)),
    owner: row.owner,
    version,
    releasedOn,
    trial:
      row.trial_version === null
        ? null
        : { version: row.trial_version, releasedOn: row.trial_released_at?.slice(0, 10) ?? null },
    underWay: row.version === version ? null : row.version,
    releaseAge: releaseAge(releasedOn, asOf),
    repository: row.repository,
    path: row.path,
  }
}

/** The word of SPDX for a licence that nobody asserts: here, that sources name different ones and nobody settled it. */
export const NO_ONE_LICENSE = 'NOASSERTION'

/** Words for "the host could not tell" are not a licence. */
export function licenseOf(hostLicense: string | null): string | null {
  return hostLicense === null || hostLicense === NO_ONE_LICENSE ? null : hostLicense
}

/** What is on trial, or being made, of what has no final version yet. */
export function soonOf({
  version,
  trial,
  underWay,
}: Pick<CatalogueEntry, 'version' | 'trial' | 'underWay'>): string | null {
  return version === null ? (trial?.version ?? underWay?.replace(/-SNAPSHOT$/iu, '') ?? null) : null
}

/** The last final version: a tag of the host may be of one on trial, which is told apart. */
export function lastFinal({
  latest_release_tag: tag,
  latest_release_at: at,
  name,
}: Pick<ComponentRow, 'latest_release_tag' | 'latest_release_at' | 'name'>): Pick<
  CatalogueEntry,
  'version' | 'releasedOn'
> {
  const version = tag === null ? null : versionOf(tag, name)
  if (version === null || isPrerelease(version)) return { version: null, releasedOn: null }
  return { version, releasedOn: at?.slice(0, 10) ?? null }
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
    reserved: ['page', 'par', 'by', 'comparer', 'compare'],
    fallback: 'component',
  })
}

/** Closed lists; the empty value is what is not known, or not said. */
const FIXED: { readonly [Id in FacetId]?: readonly string[] } = {
  kind: COMPONENT_KINDS,
  state: STATES,
  line: [...PLATFORM_LINES.toReversed(), ''],
  releaseAge: RELEASE_AGES,
}

/** What an entry is found by in a group: several values where several hold, none where the group has no word for it. */
export function valuesOf(entry: CatalogueEntry, id: FacetId): readonly string[] {
  switch (id) {
    case 'need':
      return entry.needs
    case 'usedBy':
      return entry.usedBy
    case 'line':
      return entry.lines.length === 0 ? [''] : entry.lines
    default:
      return [entry[id] ?? '']
  }
}

/** Values in the order of their closed list, else by count; a value that no component has stays in a closed list. */
function countValues(
  id: FacetId,
  { entries, needs }: { readonly entries: readonly CatalogueEntry[]; readonly needs: ReadonlyMap<string, Text> },
): Facet['values'] {
  const fixed = id === 'need' ? [...needs.keys()] : id === 'usedBy' ? usersIn(entries) : FIXED[id]
  const counts = new Map<string, number>(fixed?.map((value) => [value, 0]))
  for (const entry of entries) {
    for (const value of valuesOf(entry, id)) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const values = [...counts].map(([value, count]) => ({ value, count }))
  if (fixed !== undefined) return values
  return values.sort(
    (a, b) => Number(a.value === '') - Number(b.value === '') || b.count - a.count || (a.value < b.value ? -1 : 1),
  )
}

/** What is used here, and the kinds of organisations elsewhere that are known to use anything. */
function usersIn(entries: readonly CatalogueEntry[]): readonly string[] {
  const known = new Set(entries.flatMap(({ usedBy }) => usedBy))
  return USERS.filter((user, index) => index < 3 || known.has(user))
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
