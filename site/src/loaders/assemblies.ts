import { COMPONENT_KINDS, type ComponentKind, isOneOf } from '#data/model/vocabulary.ts'
import type { RowOf } from '#data/queries/query.ts'
import { siteAssemblies, siteAssemblyParts, siteTrials } from '#data/queries/site/assemblies.ts'
import { askedVersion } from '../links/asked-version.ts'
import { type ActivityState, type CatalogueEntry, type EntryOf, lastFinal, STATES } from './catalogue.ts'
import { monthsBetween } from './months.ts'
import type { Asked, Coverage, Dated, Register } from './reading.ts'
import { uniqueSlugs } from './slugs.ts'
import { distinctTitles } from './titles.ts'
import { webAddress } from './web-address.ts'

/** How old the version that an assembly holds of a part is. */
/** A version of so many months is called old. */
export const OLD_MONTHS = 24

export const PART_AGES = ['under-6', 'under-12', 'under-24', 'older', 'unknown'] as const
export type PartAge = (typeof PART_AGES)[number]

export interface Part {
  readonly artifact: string
  /** Its sheet; undefined for what no collected repository produces. */
  readonly entry: CatalogueEntry | undefined
  readonly name: string
  readonly version: string | null
  /** Months since that version came out; null when it is not known. */
  readonly months: number | null
  readonly age: PartAge
  readonly latest: string | null
  readonly behind: number | null
}

export interface PartGroup {
  readonly kind: ComponentKind | 'unread'
  readonly parts: readonly Part[]
}

export interface Trial {
  readonly on: string
  readonly isStarted: boolean
  readonly revision: string | null
  readonly command: string | null
  readonly requires: string | null
  readonly contact: string | null
}

export interface AssemblySheet extends Dated {
  readonly id: string
  readonly slug: string
  /** Position in the list, from 1. */
  readonly number: number
  readonly title: string
  readonly description: string | null
  readonly kind: 'site' | 'pack'
  readonly state: ActivityState
  readonly version: string | null
  readonly releasedOn: string | null
  /** What the build file calls it. */
  readonly underWay: string | null
  readonly url: string | null
  /** What it names itself, by kind of component. */
  readonly groups: readonly PartGroup[]
  readonly named: number
  /** What those bring in, whose version the build decides. */
  readonly brought: readonly Part[]
  /** Parts that it names, by age of the version. */
  readonly ages: Readonly<Record<PartAge, number>>
  readonly behind: number
  /** The last one first. */
  readonly trials: readonly Trial[]
}

type AssemblyRow = RowOf<typeof siteAssemblies>
type PartRow = RowOf<typeof siteAssemblyParts>

/** Every assembly with its parts: three questions whatever their number. */
export async function loadAssemblies(
  store: Asked,
  register: Register,
  entryOf: EntryOf,
): Promise<readonly AssemblySheet[]> {
  const rows = await store.ask(siteAssemblies, {})
  const parts = Map.groupBy(await store.ask(siteAssemblyParts, {}), ({ assembly }) => assembly)
  const trials = Map.groupBy(await store.ask(siteTrials, {}), ({ assembly }) => assembly)
  const slugs = uniqueSlugs(rows, {
    candidates: [({ title, name }) => title ?? name, ({ name }) => name, ({ id }) => id],
    fallback: 'pack',
  })
  const titles = distinctTitles(rows)
  return rows.map((row, index) => {
    const own = (parts.get(row.id) ?? []).map((part) => ({ part: partOf(part, register.asOf, entryOf), row: part }))
    const named = own.filter((one) => one.row.is_direct === 1).map(({ part }) => part)
    return {
      ...factsOf(row),
      title: titles[index] ?? '',
      asOf: register.asOf,
      coverage: coverageOf(row.tree_coverage),
      slug: slugs[index] ?? '',
      number: index + 1,
      groups: groupsOf(named),
      named: named.length,
      brought: own.filter((one) => one.row.is_direct === 0).map(({ part }) => part),
      ages: countAges(named),
      behind: named.filter(({ behind }) => (behind ?? 0) > 0).length,
      trials: (trials.get(row.id) ?? []).map(({ date, result, revision, command, requires, contact }) => ({
        ...{ on: date, isStarted: result === 'started', revision, command, requires, contact },
      })),
    }
  })
}

function factsOf(row: AssemblyRow) {
  const { id, description, kind, state, url } = row
  return {
    ...{ id, description, url: webAddress(url) },
    kind: kind === 'pack' ? ('pack' as const) : ('site' as const),
    state: isOneOf(STATES, state) ? state : ('unknown' as const),
    ...lastFinal(row),
    underWay: row.version,
  }
}

function partOf(row: PartRow, asOf: string, entryOf: EntryOf): Part {
  const { artifact, version, published_at, latest_version: latest, behind } = row
  const entry = entryOf(row)
  const months = published_at === null ? null : monthsBetween(published_at.slice(0, 10), asOf)
  return {
    ...{ artifact, entry, latest, behind, months, age: ageOf(months) },
    name: entry?.name ?? artifact.slice(artifact.indexOf(':') + 1),
    version: version === null ? null : askedVersion(version),
  }
}

function ageOf(months: number | null): PartAge {
  if (months === null) return 'unknown'
  if (months < 6) return 'under-6'
  if (months < 12) return 'under-12'
  return months < OLD_MONTHS ? 'under-24' : 'older'
}

/** Kinds in the order of their list; what was not read has no kind and comes last. */
function groupsOf(parts: readonly Part[]): readonly PartGroup[] {
  const groups = Map.groupBy(parts, ({ entry }) => entry?.kind ?? ('unread' as const))
  return [...COMPONENT_KINDS, 'unread' as const].flatMap((kind) => {
    const own = groups.get(kind)
    return own === undefined ? [] : [{ kind, parts: own.toSorted((a, b) => (a.name < b.name ? -1 : 1)) }]
  })
}

function countAges(parts: readonly Part[]): AssemblySheet['ages'] {
  const count = (age: PartAge) => parts.filter((part) => part.age === age).length
  return {
    ...{ 'under-6': count('under-6'), 'under-12': count('under-12'), 'under-24': count('under-24') },
    ...{ older: count('older'), unknown: count('unknown') },
  }
}

function coverageOf(word: string): Coverage {
  const one = (wanted: string) => (word === wanted ? 1 : 0)
  const [complete, partial] = [one('complete'), one('partial')]
  return { expected: 1, complete, partial, missing: 1 - complete - partial }
}
