import { numberOf } from './page-format.ts'
import { type Answer, type Hit, piecesOf } from './search-query.ts'
import type { SearchKind, Tongue } from './search-terms.ts'

/** Hits of a group that are shown beside other groups. */
const FEW = 5
const WAIT_MS = 150

/** The page side of the search. Texts of the index are only ever written as text. */
export function searchView(root: HTMLElement, language: Tongue) {
  const find = <E extends HTMLElement>(selector: string) => {
    const element = root.querySelector<E>(selector)
    if (element === null) throw new Error(`The search has no ${selector}`)
    return element
  }
  const form = find<HTMLFormElement>('form')
  const input = find<HTMLInputElement>('input[name="q"]')
  const found = find('[data-found]')
  const results = find('[data-results]')
  const help = find('[data-help]')
  const hint = find('[data-hint]')
  const meant = find('[data-meant]')
  const groups = [...root.querySelectorAll<HTMLElement>('[data-group]')]

  const say = (text: string) => {
    found.textContent = text
  }
  const hideAll = () => {
    results.hidden = true
    meant.hidden = true
    hint.hidden = true
    help.hidden = false
  }

  const fill = (group: HTMLElement, hits: readonly Hit[], { words, isOnly }: { words: string; isOnly: boolean }) => {
    group.hidden = hits.length === 0
    const shown = isOnly ? hits : hits.slice(0, FEW)
    group
      .querySelector('ul')
      ?.replaceChildren(...shown.map((hit) => itemOf(hit, { base: root.dataset.base ?? '/', language })))
    const count = group.querySelector('[data-number]')
    if (count !== null) count.textContent = numberOf(hits.length)
    const more = group.querySelector<HTMLAnchorElement>('[data-more]')
    if (more === null) return
    more.hidden = !isOnly && hits.length <= FEW
    more.textContent = (isOnly ? more.dataset.back : more.dataset.more) ?? ''
    more.setAttribute('href', address(words, isOnly ? undefined : group.dataset.group))
  }

  return {
    /** Whether the form leads to the page that it stands on. */
    isHere: new URL(form.action).pathname === location.pathname,

    write(words: string) {
      if (input.value.trim() !== words) input.value = words
    },

    clear() {
      say('')
      hideAll()
    },

    loading() {
      say(found.dataset.loading ?? '')
    },

    failed() {
      hideAll()
      say(found.dataset.failed ?? '')
    },

    show(
      { count, groups: answers, meant: near }: Answer,
      { words, group: only }: { words: string; group: SearchKind | undefined },
    ) {
      const form = (count === 0 ? found.dataset.none : count === 1 ? found.dataset.one : found.dataset.many) ?? ''
      say(form.replace('{count}', numberOf(count)).replace('{words}', () => words))
      results.hidden = count === 0
      for (const group of groups) {
        const hits = answers.find(({ kind }) => kind === group.dataset.group)?.hits ?? []
        const isOnly = only === group.dataset.group
        fill(group, only === undefined || isOnly ? hits : [], { words, isOnly })
      }
      help.hidden = count > 0
      hint.hidden = count > 0
      meant.hidden = near === undefined
      if (near === undefined) return
      const link = document.createElement('a')
      link.textContent = near
      link.setAttribute('href', address(near))
      meant.querySelector('[data-near]')?.replaceChildren(link)
    },

    onFocus(listen: () => void) {
      input.addEventListener('focus', listen, { once: true })
    },

    onTyping(listen: (words: string) => void) {
      let waiting: ReturnType<typeof setTimeout> | undefined
      input.addEventListener('input', () => {
        clearTimeout(waiting)
        waiting = setTimeout(() => listen(input.value.trim()), WAIT_MS)
      })
      form.addEventListener('submit', () => clearTimeout(waiting))
    },

    onAsk(listen: (words: string) => void) {
      form.addEventListener('submit', (event) => {
        event.preventDefault()
        listen(input.value.trim())
      })
    },
  }
}

function address(words: string, group?: string): string {
  return `?${new URLSearchParams({ q: words, ...(group === undefined ? {} : { in: group }) })}`
}

function itemOf(hit: Hit, { base, language }: { readonly base: string; readonly language: Tongue }): HTMLElement {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.className = 'name'
  link.setAttribute('href', `${base}${hit.path}`)
  link.append(...marked(hit.title, hit, language))
  item.append(link)
  if (hit.line === '') return item
  const line = document.createElement('span')
  line.className = 'second'
  line.append(...marked(hit.line, hit, language))
  item.append(line)
  return item
}

function marked(text: string, { terms }: Hit, language: Tongue): readonly Node[] {
  return piecesOf(text, terms, language).map((piece) => {
    if (!piece.isMatch) return document.createTextNode(piece.text)
    const mark = document.createElement('mark')
    mark.textContent = piece.text
    return mark
  })
}
