/** The state of the catalogue, which is the query string: `?q=carte&kind=plugin&kind=module&sort=release&page=2`. */

export const GROUPS = ['kind', 'state', 'line', 'license', 'owner', 'releaseAge'] as const
export type Group = (typeof GROUPS)[number]
export const SORTS = ['name', 'release', 'state'] as const
export type Sort = (typeof SORTS)[number]

/** One component, as the index has it. */
export type Entry = Readonly<Record<Group, string>> & {
  readonly slug: string
  readonly name: string
  readonly description: string
  readonly version: string
  readonly releasedOn: string
}

export interface Query {
  readonly words: string
  readonly chosen: Readonly<Record<Group, readonly string[]>>
  readonly sort: Sort
  readonly page: number
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
    kind: values('kind'),
    state: values('state'),
    line: values('line'),
    license: values('license'),
    owner: values('owner'),
    releaseAge: values('releaseAge'),
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

/** Several values of a group are alternatives; groups and words add up. `except` leaves one group out, for its counts. */
export function matches(entry: Entry, query: Query, except?: Group): boolean {
  const holds = GROUPS.every((group) => {
    const wanted = query.chosen[group]
    return group === except || wanted.length === 0 || wanted.includes(entry[group])
  })
  return holds && wordsMatch(entry, query.words)
}

function wordsMatch({ name, description }: Entry, words: string): boolean {
  const text = fold(`${name} ${description}`)
  return fold(words)
    .split(/\s+/u)
    .every((word) => text.includes(word))
}

/** Lower case without accents, so that `depot` finds « dépôt ». */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

export function sorted(entries: readonly Entry[], sort: Sort, states: readonly string[]): readonly Entry[] {
  const byName = (a: Entry, b: Entry) => (a.name < b.name ? -1 : 1)
  if (sort === 'release') {
    return entries.toSorted((a, b) =>
      a.releasedOn === b.releasedOn ? byName(a, b) : a.releasedOn < b.releasedOn ? 1 : -1,
    )
  }
  if (sort === 'state') {
    return entries.toSorted((a, b) => states.indexOf(a.state) - states.indexOf(b.state) || byName(a, b))
  }
  return entries.toSorted(byName)
}

/** How many entries each value of a group would give, the other groups holding. */
export function countValues(entries: readonly Entry[], query: Query, group: Group): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const entry of entries) {
    if (matches(entry, query, group)) counts.set(entry[group], (counts.get(entry[group]) ?? 0) + 1)
  }
  return counts
}
