import { chosenFrom, type Filterable, type Query, type Selection } from './filter-query.ts'
import { chip, clearButton, pageItem } from './list-parts.ts'
import { numberOf } from './page-format.ts'

/** What is known of an entry that a row is filled from: words of values come from the filters. */
export type FillRow<Group extends string, Entry> = (
  row: RowCells,
  entry: Entry,
  wordOf: (group: Group, value: string) => string,
) => void

/** A row that was made from the template of the page. */
export interface RowCells {
  readonly root: HTMLElement
  readonly cell: (name: string) => HTMLElement | null
  readonly write: (name: string, text: string) => void
}

/** The page side of a list with filters: what it shows and what it hears. Words come from the page, never from here. */
export function listView<Group extends string, Entry extends Filterable<Group>>(
  root: HTMLElement,
  { groups, fill }: { readonly groups: readonly Group[]; readonly fill: FillRow<Group, Entry> },
) {
  const find = <E extends Element>(selector: string) => {
    const element = root.querySelector<E>(selector)
    if (element === null) throw new Error(`The page has no ${selector}`)
    return element
  }
  const form = find<HTMLFormElement>('[data-facets]')
  const words = find<HTMLInputElement>('input[name="q"]')
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')]
  const labels = new Map(
    inputs.map((input) => [keyOf(input.name, input.value), input.parentElement?.querySelector('span')?.textContent]),
  )
  const wordOf = (group: Group, value: string) => labels.get(keyOf(group, value)) ?? ''
  const tallies = new Map(inputs.map((input) => [input, input.parentElement?.querySelector('data')]))
  const chips = find<HTMLElement>('[data-chips]')
  const heading = find<HTMLElement>('[data-count]')
  const pager = find<HTMLElement>('[data-pages]')
  const answers = find<HTMLElement>('.answers')
  const rows = find<HTMLElement>('[data-rows]')
  const rowTemplate = find<HTMLTemplateElement>('template[data-row]')
  // Where there is room the stylesheet hides the head and shows what is folded; where it cannot show it, this does.
  const fold = find<HTMLDetailsElement>('[data-fold]')
  if (getComputedStyle(find('[data-filters]')).display === 'none') fold.open = true

  const valuesOf = (group: Group) =>
    inputs.filter(({ name, checked }) => name === group && checked).map(({ value }) => value)

  const makeRow = (entry: Entry): Node => {
    const made = document.importNode(rowTemplate.content, true)
    const cell = (name: string) => made.querySelector<HTMLElement>(`[data-cell="${name}"]`)
    const write = (name: string, text: string) => {
      const element = cell(name)
      if (element !== null) element.textContent = text
    }
    fill({ root, cell, write }, entry, wordOf)
    return made
  }

  /** Where the keyboard was among the removable filters, so that removing one does not send it back to the top. */
  let left = -1

  return {
    /** What was chosen before the script had come. */
    early: () => ({ words: words.value.trim(), chosen: chosenFrom(groups, valuesOf) }),

    filters({ chosen, words: asked }: Query<Group>) {
      for (const input of inputs)
        input.checked = groups.some((group) => group === input.name && chosen[group].includes(input.value))
      // Who pauses after a space goes on behind it.
      if (words.value.trim() !== asked) words.value = asked
      const active = groups.reduce((sum, group) => sum + chosen[group].length, 0)
      const summary = find<HTMLElement>('[data-filters]')
      summary.textContent = active === 0 ? (summary.dataset.filters ?? '') : `${summary.dataset.filters} (${active})`
    },

    counts(counts: Selection<Group, Entry>['counts']) {
      for (const input of inputs) {
        const group = groups.find((one) => one === input.name)
        const count = group === undefined ? 0 : (counts[group].get(input.value) ?? 0)
        const tally = tallies.get(input)
        if (tally && tally.value !== String(count)) {
          tally.value = String(count)
          tally.textContent = numberOf(count)
        }
        input.disabled = count === 0 && !input.checked
      }
    },

    chips({ chosen, words: asked }: Query<Group>) {
      const made = groups.flatMap((group) =>
        chosen[group].map((value) => chip(groupWord(form, group), wordOf(group, value) || value, { group, value })),
      )
      const wordChip = asked === '' ? [] : [chip(chips.dataset.word ?? '', asked, { group: 'q', value: asked })]
      const all = [...wordChip, ...made]
      chips.replaceChildren(...all)
      if (all.length > 0) chips.append(clearButton(chips.dataset.clear ?? ''))
      if (left >= 0) (all[Math.min(left, all.length - 1)] ?? heading).focus()
      left = -1
    },

    /** `entries`: those of the page; `found` and `all`: what the selection and the whole list count for. */
    results({ entries, found, all }: { entries: readonly Entry[]; found: number; all: number }) {
      rows.replaceChildren(...entries.map(makeRow))
      find<HTMLElement>('[data-empty]').hidden = found > 0
      if (found > 0) find<HTMLElement>('[data-ways]').replaceChildren()
      find<HTMLElement>('table').hidden = found === 0
      for (const key of root.querySelectorAll<HTMLElement>('.key')) key.hidden = found === 0
      find<HTMLElement>('[data-pager]').hidden = found === 0
      const of = document.createElement('span')
      of.textContent = ` ${heading.dataset.of} ${numberOf(all)}`
      heading.textContent = `${numberOf(found)} ${(found === 1 ? heading.dataset.one : heading.dataset.many) ?? ''}`
      if (found !== all) heading.append(of)
    },

    /** Filters that could be taken back, each with what would then be found. */
    ways(ways: readonly { readonly group: Group; readonly value: string; readonly count: number }[]) {
      find<HTMLElement>('[data-ways]').replaceChildren(
        ...ways.map(({ group, value, count }) => {
          const item = document.createElement('li')
          const button = chip(groupWord(form, group), wordOf(group, value) || value, { group, value })
          const after = document.createElement('span')
          after.textContent = ` ${numberOf(count)}`
          item.append(button, after)
          return item
        }),
      )
    },

    pages({
      page,
      pages,
      links,
      size,
      found,
    }: {
      page: number
      pages: number
      links: readonly (number | undefined)[]
      size: number
      found: number
    }) {
      const list = document.createElement('ul')
      const item = (text: string, target: number | undefined, isCurrent = false) =>
        list.append(pageItem(text, target, isCurrent))
      if (page > 1) item(pager.dataset.previous ?? '', page - 1)
      for (const link of links) item(link === undefined ? '…' : String(link), link, link === page)
      if (page < pages) item(pager.dataset.next ?? '', page + 1)
      pager.replaceChildren(list)
      const from = found === 0 ? 0 : (page - 1) * size + 1
      const range = find<HTMLElement>('[data-range]')
      range.textContent = (range.dataset.form ?? '')
        .replace('1', numberOf(from))
        .replace('2', numberOf(Math.min(page * size, found)))
        .replace('3', numberOf(found))
      const exporting = find<HTMLElement>('[data-export-word]')
      exporting.textContent = exporting.dataset.exportWord ?? ''
    },

    sort(sort: string) {
      for (const button of root.querySelectorAll<HTMLButtonElement>('[data-sort] button')) {
        button.setAttribute('aria-pressed', String(button.value === sort))
      }
    },

    /** Whether the list is yet to become what was asked for. */
    wait(isWaiting: boolean) {
      answers.ariaBusy = String(isWaiting)
      const { dataset } = document.documentElement
      if (!isWaiting && dataset.asked !== undefined) dataset.asked = 'answered'
    },

    /** Before anything is changed: to move the focus asks where everything is. */
    leave() {
      heading.focus({ preventScroll: true })
    },

    top() {
      heading.scrollIntoView({ block: 'nearest' })
    },

    onFilter(listen: (group: Group, values: readonly string[]) => void) {
      form.addEventListener('change', ({ target }) => {
        const group = groups.find((one) => target instanceof HTMLInputElement && target.name === one)
        if (group !== undefined) listen(group, valuesOf(group))
      })
      const remove = ({ target }: Event) => {
        const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-group]') : null
        const group = groups.find((one) => one === button?.dataset.group)
        if (button === null || group === undefined) return
        left = Math.max(0, [...chips.children].indexOf(button))
        listen(
          group,
          valuesOf(group).filter((value) => value !== button.value),
        )
      }
      chips.addEventListener('click', remove)
      find<HTMLElement>('[data-ways]').addEventListener('click', remove)
    },

    onWords(listen: (words: string) => void) {
      let waiting: ReturnType<typeof setTimeout> | undefined
      const tell = () => {
        clearTimeout(waiting)
        listen(words.value.trim())
      }
      words.addEventListener('input', () => {
        clearTimeout(waiting)
        waiting = setTimeout(tell, 250)
      })
      form.addEventListener('submit', (event) => {
        event.preventDefault()
        tell()
      })
      chips.addEventListener('click', ({ target }) => {
        if (!(target instanceof Element) || target.closest('button[data-group="q"]') === null) return
        left = 0
        listen('')
      })
    },

    onClear(listen: () => void) {
      chips.addEventListener('click', ({ target }) => {
        if (!(target instanceof Element) || target.closest('.clear') === null) return
        left = 0
        listen()
      })
    },

    onSort(listen: (sort: string) => void) {
      find('[data-sort]').addEventListener('click', ({ target }) => {
        if (target instanceof HTMLButtonElement) listen(target.value)
      })
    },

    onPage(listen: (page: number) => void) {
      pager.addEventListener('click', (event) => {
        const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-page]') : null
        if (button === null) return
        event.preventDefault()
        listen(Number(button.dataset.page))
      })
    },

    onExport(listen: (kind: 'csv' | 'json') => void) {
      root.addEventListener('click', (event) => {
        const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-export]') : null
        if (link === null || location.search === '') return
        event.preventDefault()
        listen(link.dataset.export === 'json' ? 'json' : 'csv')
      })
    },
  }
}

function groupWord(form: HTMLFormElement, group: string): string {
  return form.querySelector(`[data-facet="${group}"] legend`)?.textContent ?? ''
}

function keyOf(group: string, value: string): string {
  return `${group} ${value}`
}
