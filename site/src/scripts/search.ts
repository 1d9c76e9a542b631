import MiniSearch from 'minisearch'
import { painted } from './painted.ts'
import { type Answer, answer } from './search-query.ts'
import { indexOptions, SEARCH_KINDS, type SearchKind, type Tongue } from './search-terms.ts'
import { searchView } from './search-view.ts'

/** The search of the whole site, in the browser: its index is fetched when somebody asks or is about to. */
for (const root of document.querySelectorAll<HTMLElement>('[data-search]')) start(root)

function start(root: HTMLElement): void {
  const language: Tongue = root.dataset.language === 'en' ? 'en' : 'fr'
  const view = searchView(root, language)
  let fetched: Promise<MiniSearch> | undefined
  const index = () => {
    fetched ??= load(root.dataset.search ?? '', language).catch((failure: unknown) => {
      fetched = undefined
      throw failure
    })
    return fetched
  }
  let asked = 0

  const show = async (words: string, group: SearchKind | undefined) => {
    asked += 1
    const turn = asked
    view.write(words)
    if (words === '') return view.clear()
    if (fetched === undefined) view.loading()
    try {
      const found: Answer = answer(await index(), words, language)
      // To look takes as long as to show: what is typed meanwhile comes between.
      await painted()
      if (turn === asked) view.show(found, { words, group })
    } catch {
      if (turn === asked) view.failed()
    }
  }
  const go = (words: string, way: 'push' | 'replace') => {
    const address = words === '' ? location.pathname : `?${new URLSearchParams({ q: words })}`
    if (way === 'push') history.pushState(null, '', address)
    else history.replaceState(null, '', address)
    void show(words, undefined)
  }
  const read = () => {
    const params = new URLSearchParams(location.search)
    const group = SEARCH_KINDS.find((kind) => kind === params.get('in'))
    void show((params.get('q') ?? '').trim(), group)
  }

  view.onFocus(() => void index().catch(() => view.failed()))
  // The 404 page leads to the page of the search; that page searches where it is.
  if (!view.isHere) return
  view.onTyping((words) => go(words, 'replace'))
  view.onAsk((words) => go(words, 'push'))
  addEventListener('popstate', read)
  if (location.search !== '') read()
}

async function load(address: string, language: Tongue): Promise<MiniSearch> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`The index answers ${response.status}`)
  return MiniSearch.loadJSONAsync(await response.text(), indexOptions(language))
}
