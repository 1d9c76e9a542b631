import { fold } from './search-terms.ts'

/** The state of a list with filters, which is the query string: `?q=carte&kind=plugin&kind=module&sort=release&page=2`. */

/** One line of a list: the values that it is found by in each group, and its text, folded. */
export interface Filterable<Group extends string> {
  readonly values: Readonly<Record<Group, readonly string[]>>
  readonly text: string
}

/** What a list can be filtered and sorted by. */
export interface ListPlan<Group extends string, Entry extends Filterable<Group>> {
  readonly groups: readonly Group[]
  /** By name of the sort; the first is the one of the page as it is served. */
  readonly orders: Readonly<Record<string, (a: Entry, b: Entry) => number>>
  /** How much an entry counts for; 1 when left out. */
  readonly weigh?: (entry: Entry) => number
  /** Words that say the same, folded: an entry is found by any of them. */
  readonly synonyms?: readonly (readonly string[])[]
}

export interface Query<Group extends string> {
  readonly words: string
  readonly chosen: Readonly<Record<Group, readonly string[]>>
  /** Null: the first of the list, or by how well the words fit where there are any. */
  readonly sort: string | null
  readonly page: number
}

type Groups<Group extends string> = Pick<ListPlan<Group, Filterable<Group>>, 'groups'>

export function readQuery<Group extends string, Entry extends Filterable<Group>>(
  search: string,
  { groups, orders }: ListPlan<Group, Entry>,
): Query<Group> {
  const params = new URLSearchParams(search)
  const sort = params.get('sort')
  const page = Number(params.get('page') ?? '1')
  return {
    words: (params.get('q') ?? '').trim(),
    chosen: chosenFrom(groups, (group) => [...new Set(params.getAll(group))]),
    sort: sort !== null && Object.hasOwn(orders, sort) ? sort : null,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

export function chosenFrom<Group extends string>(
  groups: readonly Group[],
  values: (group: Group) => readonly string[],
): Query<Group>['chosen'] {
  // Every group is there: the compiler cannot know it of entries.
  return Object.fromEntries(groups.map((group) => [group, values(group)])) as Record<Group, readonly string[]>
}

/** With the question mark; empty when nothing is asked. */
export function writeQuery<Group extends string>(
  { words, chosen, sort, page }: Query<Group>,
  { groups }: Groups<Group>,
): string {
  const params = new URLSearchParams()
  if (words !== '') params.set('q', words)
  for (const group of groups) for (const value of chosen[group]) params.append(group, value)
  if (sort !== null) params.set('sort', sort)
  if (page > 1) params.set('page', String(page))
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

export interface Selection<Group extends string, Entry> {
  readonly entries: readonly Entry[]
  /** What the entries count for together. */
  readonly total: number
  /** What each value of a group would give, the other groups holding. */
  readonly counts: Readonly<Record<Group, ReadonlyMap<string, number>>>
}

/** Values of a group are alternatives; groups and words add up. One look at each entry for rows and counts. */
export function select<Group extends string, Entry extends Filterable<Group>>(
  entries: readonly Entry[],
  query: Query<Group>,
  plan: ListPlan<Group, Entry>,
): Selection<Group, Entry> {
  const { groups, weigh = () => 1 } = plan
  const counts = new Map(groups.map((group) => [group, new Map<string, number>()]))
  const asked = askedWords(query.words, plan.synonyms ?? [])
  const found = entries.filter((entry) => {
    if (!asked.every((alternatives) => alternatives.some((holdsWord) => holdsWord(entry.text)))) return false
    const failing = groups.filter((group) => !holds(entry, query, group))
    // What fails in one group alone counts in that group, for whoever would choose its value, too.
    for (const group of failing.length === 0 ? groups : failing.length === 1 ? failing : []) {
      const own = counts.get(group)
      for (const value of entry.values[group]) own?.set(value, (own.get(value) ?? 0) + weigh(entry))
    }
    return failing.length === 0
  })
  return {
    entries: sorted(found, query, plan),
    total: found.reduce((sum, entry) => sum + weigh(entry), 0),
    counts: Object.fromEntries(counts) as unknown as Selection<Group, Entry>['counts'],
  }
}

function holds<Group extends string>(entry: Filterable<Group>, { chosen }: Query<Group>, group: Group): boolean {
  return chosen[group].length === 0 || entry.values[group].some((value) => chosen[group].includes(value))
}

/** Parts of a word are found anywhere; what says the same is found as a whole word, or `form` would find `platform`. */
function askedWords(words: string, synonyms: readonly (readonly string[])[]) {
  const asked = fold(words)
    .split(/\s+/u)
    .filter((word) => word !== '')
  return asked.map((word) => {
    const alike = synonyms.filter((group) => group.some((one) => one === word || one === `${word}s`)).flat()
    return [(text: string) => text.includes(word), ...alike.map((one) => (text: string) => hasWord(text, one))]
  })
}

function hasWord(text: string, word: string): boolean {
  const isLetter = (character: string) => /[a-z\d]/u.test(character)
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = text.charAt(at + word.length) === 's' ? at + word.length + 1 : at + word.length
    if (!isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(end))) return true
  }
  return false
}

/** The sort that is in force. */
export function sortOf<Group extends string, Entry extends Filterable<Group>>(
  { sort, words }: Query<Group>,
  { orders }: ListPlan<Group, Entry>,
): string {
  const names = Object.keys(orders)
  return (
    sort ??
    (words !== '' && names.includes('relevance') ? 'relevance' : (names.find((name) => name !== 'relevance') ?? ''))
  )
}

function sorted<Group extends string, Entry extends Filterable<Group>>(
  entries: readonly Entry[],
  query: Query<Group>,
  plan: ListPlan<Group, Entry>,
): readonly Entry[] {
  const name = sortOf(query, plan)
  const order = plan.orders[name]
  if (order === undefined) return entries
  if (name !== 'relevance') return entries.toSorted(order)
  const asked = fold(query.words)
  const away = new Map(entries.map((entry) => [entry, distance(entry.text, asked)]))
  return entries.toSorted((a, b) => (away.get(a) ?? 0) - (away.get(b) ?? 0) || order(a, b))
}

/** The text begins with the name: the words are the name, begin it, begin a part of it, are in it, or are further on. */
function distance(text: string, asked: string): number {
  if (asked === '') return 0
  const name = text.split(' ', 1)[0] ?? ''
  if (name === asked) return 0
  if (name.startsWith(asked)) return 1
  if (name.split(/[-_.]/u).some((part) => part.startsWith(asked))) return 2
  if (name.includes(asked)) return 3
  return text.includes(asked) ? 4 : 5
}
