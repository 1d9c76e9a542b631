import { pageLinks } from '../links/page-links.ts'
import {
  chosenFrom,
  type Filterable,
  type ListPlan,
  type Query,
  readQuery,
  select,
  sortOf,
  writeQuery,
} from './filter-query.ts'
import { download, type ExportColumns } from './list-export.ts'
import { type FillRow, listView } from './list-view.ts'
import { painted } from './painted.ts'

/** A list that a script filters, sorts and pages. */
export interface FilteredList<Group extends string, Entry extends Filterable<Group>> {
  readonly plan: ListPlan<Group, Entry>
  readonly entries: readonly Entry[]
  readonly fill: FillRow<Group, Entry>
  readonly file: { readonly name: string; readonly columns: ExportColumns<Entry> }
}

/** The page as it was served stays until somebody asks for something. */
export function startList<Group extends string, Entry extends Filterable<Group>>(
  root: HTMLElement,
  { plan, entries, fill, file }: FilteredList<Group, Entry>,
): void {
  const view = listView<Group, Entry>(root, { groups: plan.groups, fill })
  const size = Number(root.dataset.pageSize)
  const none = chosenFrom(plan.groups, () => [])
  const all = select(entries, { words: '', chosen: none, sort: null, page: 1 }, plan).total
  const served = location.pathname
  const read = () => {
    const asked = readQuery(location.search, plan)
    return location.search === '' && location.pathname === served
      ? { ...asked, page: Number(root.dataset.served) }
      : asked
  }
  let query = read()
  let turn = 0

  /** What was touched answers at once; what it leads to comes after that is on the screen. */
  const show = async () => {
    turn += 1
    const own = turn
    view.filters(query)
    view.chips(query)
    view.sort(sortOf(query, plan))
    view.wait(true)
    await painted()
    if (own !== turn) return
    answer()
    view.wait(false)
  }
  const answer = () => {
    const selection = select(entries, query, plan)
    const shown = selection.entries
    const pages = Math.max(1, Math.ceil(shown.length / size))
    const page = Math.min(query.page, pages)
    view.counts(selection.counts)
    if (shown.length === 0) view.ways(waysOn({ plan, entries }, query))
    view.results({ entries: shown.slice((page - 1) * size, page * size), found: selection.total, all })
    view.pages({ page, links: pages > 1 ? pageLinks(page, pages) : [], pages, size, found: shown.length })
  }
  const go = (next: Query<Group>, isStep = true) => {
    query = next
    if (isStep) history.pushState(null, '', `${root.dataset.base}${writeQuery(query, plan)}`)
    return show()
  }

  view.onFilter((group, values) => go({ ...query, page: 1, chosen: { ...query.chosen, [group]: values } }))
  view.onWords((words) => go({ ...query, page: 1, words }))
  view.onClear(() => go({ ...query, page: 1, words: '', chosen: none }))
  view.onSort((sort) => go({ ...query, page: 1, sort }))
  view.onPage(async (page) => {
    view.leave()
    await go({ ...query, page })
    view.top()
  })
  view.onExport((kind) => download(select(entries, query, plan).entries, { ...file, kind }))
  addEventListener('popstate', () => go(read(), false))

  const early = { ...query, page: 1, ...view.early() }
  if (location.search !== '') void show()
  else if (writeQuery(early, plan) !== '') void go(early)
}

const MOST_WAYS = 3

/** Chosen values whose removal finds the most. */
function waysOn<Group extends string, Entry extends Filterable<Group>>(
  { plan, entries }: Pick<FilteredList<Group, Entry>, 'plan' | 'entries'>,
  query: Query<Group>,
) {
  return plan.groups
    .flatMap((group) =>
      query.chosen[group].map((value) => {
        const others = query.chosen[group].filter((other) => other !== value)
        const without = { ...query, chosen: { ...query.chosen, [group]: others } }
        return { group, value, count: select(entries, without, plan).total }
      }),
    )
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_WAYS)
}
