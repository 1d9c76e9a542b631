import { chosenFrom, type Filterable, type ListPlan } from './filter-query.ts'
import { fold } from './search-terms.ts'

/** What the catalogue is filtered and sorted by. */

export const GROUPS = [
  ...(['need', 'state', 'line', 'kind', 'license', 'usedBy', 'owner', 'language', 'releaseAge'] as const),
] as const
export type Group = (typeof GROUPS)[number]

/** One component, as the index has it. Its text is name, line and the words of its needs. */
export interface Entry extends Filterable<Group> {
  readonly slug: string
  readonly name: string
  /** Empty where there is none, as are version and day. */
  readonly line: string
  /** Language of the line; empty where it is that of the page. */
  readonly lineIn: string
  readonly version: string
  readonly releasedOn: string
  /** What is on trial or being made, where nothing final came out. */
  readonly soon: string
  /** Null: not known. */
  readonly readiness: number | null
  readonly adopters: number
  /** Adopters through a pack or a site. */
  readonly through: number
}

/** The file of the index, as `catalogueIndex` writes it. */
export interface IndexFile {
  readonly name: readonly string[]
  readonly slug: readonly (string | 0)[]
  readonly line: readonly string[]
  /** Language of a line that is not in that of the page. */
  readonly lineIn: readonly (string | 0)[]
  readonly version: readonly (string | 0)[]
  readonly releasedOn: readonly (string | 0)[]
  readonly soon: readonly (string | 0)[]
  readonly readiness: readonly (number | null)[]
  readonly adopters: readonly number[]
  readonly through: readonly number[]
  readonly groups: Readonly<
    Record<Group, { readonly values: readonly string[]; readonly rows: readonly (number | readonly number[])[] }>
  >
  /** Words that a need is found by, by its id. */
  readonly needWords: Readonly<Record<string, string>>
  /** Words that say the same. */
  readonly synonyms: readonly (readonly string[])[]
}

export function readIndex(file: IndexFile): readonly Entry[] {
  return file.name.map((name, row): Entry => {
    const values = chosenFrom(GROUPS, (group) => {
      const { values: words, rows } = file.groups[group]
      return [rows[row] ?? []].flat().flatMap((place) => words[place] ?? [])
    })
    const line = file.line[row] ?? ''
    const needs = values.need.map((need) => file.needWords[need] ?? '')
    return {
      slug: file.slug[row] || name,
      lineIn: file.lineIn[row] || '',
      ...{ name, line, version: file.version[row] || '', releasedOn: file.releasedOn[row] || '' },
      soon: file.soon[row] || '',
      readiness: file.readiness[row] ?? null,
      adopters: file.adopters[row] ?? 0,
      through: file.through[row] ?? 0,
      values,
      text: fold([name, line, ...needs].join(' ')),
    }
  })
}

const byName = (a: Entry, b: Entry) => (a.name < b.name ? -1 : 1)

/** The most, or the latest, first; what is not known comes last. Never by stars. */
export const CATALOGUE = {
  groups: GROUPS,
  orders: {
    relevance: byName,
    name: byName,
    release: (a, b) => (a.releasedOn === b.releasedOn ? byName(a, b) : a.releasedOn < b.releasedOn ? 1 : -1),
    adopters: (a, b) => b.adopters - a.adopters || b.through - a.through || byName(a, b),
    readiness: (a, b) => (b.readiness ?? -1) - (a.readiness ?? -1) || byName(a, b),
  },
} as const satisfies ListPlan<Group, Entry>

export const SORTS = [
  'relevance',
  'name',
  'release',
  'adopters',
  'readiness',
] as const satisfies readonly (keyof typeof CATALOGUE.orders)[]
