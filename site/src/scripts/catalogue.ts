import { pageLinks } from '../figures/page-links.ts'
import { download } from './catalogue-export.ts'
import {
  chosenFrom,
  type Entry,
  GROUPS,
  type IndexFile,
  type Query,
  readIndex,
  readQuery,
  SORTS,
  select,
  writeQuery,
} from './catalogue-query.ts'
import { catalogueView } from './catalogue-view.ts'

/** Filters, sort and page of the catalogue. The page as it was served stays until somebody asks for something. */
const box = document.querySelector<HTMLElement>('[data-catalogue]')
if (box !== null) void start(box)

async function start(root: HTMLElement): Promise<void> {
  const view = catalogueView(root)
  const entries = await fetchIndex(root.dataset.catalogue ?? '')
  const size = Number(root.dataset.pageSize)
  let query = readQuery(location.search)
  let shown: readonly Entry[] = entries

  const show = () => {
    const selection = select(entries, query)
    shown = selection.entries
    const pages = Math.max(1, Math.ceil(shown.length / size))
    const page = Math.min(query.page, pages)
    view.filters(query)
    view.counts(selection.counts)
    view.chips(query)
    if (shown.length === 0) view.ways(waysOn(entries, query))
    view.results({ entries: shown.slice((page - 1) * size, page * size), found: shown.length, all: entries.length })
    view.pages({ page, links: pages > 1 ? pageLinks(page, pages) : [], pages, size, found: shown.length })
    view.sort(query.sort)
  }
  const go = (next: Query, isStep = true) => {
    query = next
    const address = `${root.dataset.componentBase}${writeQuery(query)}`
    if (isStep) history.pushState(null, '', address)
    show()
  }

  view.onFilter((group, values) => go({ ...query, page: 1, chosen: { ...query.chosen, [group]: values } }))
  view.onWords((words) => go({ ...query, page: 1, words }))
  view.onClear(() => go({ ...query, page: 1, words: '', chosen: chosenFrom(() => []) }))
  view.onSort((sort) => go({ ...query, page: 1, sort: SORTS.find((one) => one === sort) ?? 'name' }))
  view.onPage((page) => {
    go({ ...query, page })
    view.top()
  })
  view.onExport((kind) => download(shown, kind))
  addEventListener('popstate', () => go(readQuery(location.search), false))

  if (location.search !== '') show()
  else view.filters(query)
}

const MOST_WAYS = 3

/** Chosen values whose removal finds the most. */
function waysOn(entries: readonly Entry[], query: Query) {
  return GROUPS.flatMap((group) =>
    query.chosen[group].map((value) => {
      const others = query.chosen[group].filter((other) => other !== value)
      const without = { ...query, chosen: { ...query.chosen, [group]: others } }
      return { group, value, count: select(entries, without).entries.length }
    }),
  )
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_WAYS)
}

async function fetchIndex(address: string): Promise<readonly Entry[]> {
  const answer = await fetch(address)
  // Our own file, written by our own build from the same rows as this page.
  return readIndex((await answer.json()) as IndexFile)
}
