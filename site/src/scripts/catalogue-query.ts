import { fold } from './search-terms.ts'

/** The state of the catalogue, which is the query string: `?q=carte&kind=plugin&kind=module&sort=release&page=2`. */

export const GROUPS = [
  ...(['need', 'state', 'line', 'kind', 'license', 'usedBy', 'owner', 'language', 'releaseAge'] as const),
] as const
export type Group = (typeof GROUPS)[number]
export const SORTS = ['name', 'release', 'adopters', 'readiness'] as const
export type Sort = (typeof SORTS)[number]

/** One component, as the index has it. */
export interface Entry {
  readonly slug: string
  readonly name: string
  /** Empty where there is none, as are version and day. */
  readonly line: string
  readonly version: string
  readonly releasedOn: string
  /** Null: not known. */
  readonly readiness: number | null
  readonly adopters: number
  /** Adopters through a pack or a site. */
  readonly through: number
  readonly values: Readonly<Record<Group, readonly string[]>>
  /** Name and line, folded. */
  readonly text: string
}

export interface Query {
  readonly words: string
  readonly chosen: Readonly<Record<Group, readonly string[]>>
  readonly sort: Sort
  readonly page: number
}

/** The file of the index, as `catalogueIndex` writes it. */
export interface IndexFile {
  readonly name: readonly string[]
  readonly slug: readonly (string | 0)[]
  readonly line: readonly string[]
  readonly version: readonly (string | 0)[]
  readonly releasedOn: readonly (string | 0)[]
  readonly readiness: readonly (number | null)[]
  readonly adopters: readonly number[]
  readonly through: readonly number[]
  readonly groups: Readonly<
    Record<Group, { readonly values: readonly string[]; readonly rows: readonly (number | readonly number[])[] }>
  >
}

export function readIndex(file: IndexFile): readonly Entry[] {
  return file.name.map((name, row): Entry => {
    const values = (group: Group) => {
      const { values: words, rows } = file.groups[group]
      return [rows[row] ?? []].flat().flatMap((place) => words[place] ?? [])
    }
    const line = file.line[row] ?? ''
    return {
      slug: file.slug[row] || name,
      ...{ name, line, version: file.version[row] || '', releasedOn: file.releasedOn[row] || '' },
      readiness: file.readiness[row] ?? null,
      adopters: file.adopters[row] ?? 0,
      through: file.through[row] ?? 0,
      values: chosenFrom(values),
      text: fold(`${name} ${line}`),
    }
  })
}

export function readQuery(search: string): Query {
  const params = new URLSearchParams(search)
  const sort = params.get('sort')
  const page = Number(params.get('page') ?? '1')
  return {
    words: (params.get('q') ?? '').trim(),
    chosen: chosenFrom((group) => [...new Set(params.getAll(group))]),
    sort: SORTS.find((one) => one === sort) ?? 'name',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

export function chosenFrom(values: (group: Group) => readonly string[]): Query['chosen'] {
  return {
    ...{ need: values('need'), state: values('state'), line: values('line'), kind: values('kind') },
    ...{ license: values('license'), usedBy: values('usedBy'), owner: values('owner') },
    ...{ language: values('language'), releaseAge: values('releaseAge') },
  }
}

/** With the question mark; empty when nothing is asked. */
export function writeQuery({ words, chosen, sort, page }: Query): string {
  const params = new URLSearchParams()
  if (words !== '') params.set('q', words)
  for (const group of GROUPS) for (const value of chosen[group]) params.append(group, value)
  if (sort !== 'name') params.set('sort', sort)
  if (page > 1) params.set('page', String(page))
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

export interface Selection {
  readonly entries: readonly Entry[]
  /** How many entries each value of a group would give, the other groups holding. */
  readonly counts: Readonly<Record<Group, ReadonlyMap<string, number>>>
}

/** Values of a group are alternatives; groups and words add up. One look at each entry for rows and counts. */
export function select(entries: readonly Entry[], query: Query): Selection {
  const counts = Object.fromEntries(GROUPS.map((group) => [group, new Map<string, number>()])) as Record<
    Group,
    Map<string, number>
  >
  const asked = fold(query.words)
    .split(/\s+/u)
    .filter((word) => word !== '')
  const found = entries.filter((entry) => {
    if (!asked.every((word) => entry.text.includes(word))) return false
    const failing = GROUPS.filter((group) => !holds(entry, query, group))
    // What fails in one group alone counts in that group, for whoever would choose its value, too.
    for (const group of failing.length === 0 ? GROUPS : failing.length === 1 ? failing : []) {
      for (const value of entry.values[group]) counts[group].set(value, (counts[group].get(value) ?? 0) + 1)
    }
    return failing.length === 0
  })
  return { entries: sorted(found, query.sort), counts }
}

function holds(entry: Entry, { chosen }: Query, group: Group): boolean {
  return chosen[group].length === 0 || entry.values[group].some((value) => chosen[group].includes(value))
}

const byName = (a: Entry, b: Entry) => (a.name < b.name ? -1 : 1)

/** The most, or the latest, first; what is not known comes last. */
const ORDERS = {
  name: byName,
  release: (a, b) => (a.releasedOn === b.releasedOn ? byName(a, b) : a.releasedOn < b.releasedOn ? 1 : -1),
  adopters: (a, b) => b.adopters - a.adopters || b.through - a.through || byName(a, b),
  readiness: (a, b) => (b.readiness ?? -1) - (a.readiness ?? -1) || byName(a, b),
} as const satisfies Record<Sort, (a: Entry, b: Entry) => number>

function sorted(entries: readonly Entry[], sort: Sort): readonly Entry[] {
  return entries.toSorted(ORDERS[sort])
}
