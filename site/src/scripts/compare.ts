import { type Entry, GROUPS, type IndexFile, readIndex } from './catalogue-query.ts'
import { MOST_COMPARED, readChoice, writeChoice } from './compare-choice.ts'
import { dayOf } from './page-format.ts'
import { fold } from './search-terms.ts'

/** Components side by side. Words come from the page, never from here. */
const box = document.querySelector<HTMLElement>('[data-compare]')
if (box !== null) void start(box)

const MOST_NAMES = 20

async function start(root: HTMLElement): Promise<void> {
  const answer = await fetch(root.dataset.compare ?? '')
  // Our own file, written by our own build from the same rows as the catalogue.
  const entries = readIndex((await answer.json()) as IndexFile)
  const bySlug = new Map(entries.map((entry) => [entry.slug, entry]))
  const find = <E extends HTMLElement>(selector: string) => {
    const element = root.querySelector<E>(selector)
    if (element === null) throw new Error(`The page has no ${selector}`)
    return element
  }
  const [form, input, names, status] = [
    find<HTMLFormElement>('form'),
    find<HTMLInputElement>('input'),
    find('datalist'),
    find('[data-said]'),
  ]
  const read = () => readChoice(location.search, (slug) => bySlug.has(slug))
  const say = (text: string | undefined) => {
    status.textContent = text ?? ''
  }
  const show = (slugs: readonly string[]) => {
    const chosen = slugs.flatMap((slug) => bySlug.get(slug) ?? [])
    fillTable(root, chosen, (slug) => go(read().filter((one) => one !== slug)))
    find('[data-sheet]').hidden = chosen.length === 0
    say(chosen.length === 0 ? status.dataset.none : chosen.length === MOST_COMPARED ? status.dataset.full : '')
  }
  const go = (slugs: readonly string[]) => {
    history.pushState(null, '', `${root.dataset.base}${writeChoice(slugs)}`)
    show(slugs)
  }

  input.addEventListener('input', () => {
    const asked = fold(input.value.trim())
    const near = asked === '' ? [] : entries.filter(({ text }) => text.includes(asked)).slice(0, MOST_NAMES)
    names.replaceChildren(...near.map(({ name }) => new Option(name, name)))
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const asked = fold(input.value.trim())
    const found = entries.find(({ name, slug }) => fold(name) === asked || slug === asked)
    const chosen = read()
    if (found === undefined) say(status.dataset.unknown)
    else if (chosen.length >= MOST_COMPARED) say(status.dataset.full)
    else {
      input.value = ''
      go([...new Set([...chosen, found.slug])])
    }
  })
  addEventListener('popstate', () => show(read()))
  show(read())
}

function fillTable(root: HTMLElement, chosen: readonly Entry[], remove: (slug: string) => void): void {
  const head = root.querySelector('thead tr')
  head?.replaceChildren(...[...head.children].slice(0, 1), ...chosen.map((entry) => headOf(root, entry, remove)))
  for (const row of root.querySelectorAll<HTMLElement>('tr[data-fact]')) {
    const cells = chosen.map((entry) => {
      const cell = document.createElement('td')
      cell.textContent = factOf(root, entry, row.dataset.fact ?? '')
      return cell
    })
    row.replaceChildren(...[...row.children].slice(0, 1), ...cells)
  }
}

function headOf(root: HTMLElement, { name, slug }: Entry, remove: (slug: string) => void): HTMLElement {
  const cell = document.createElement('th')
  cell.scope = 'col'
  const link = document.createElement('a')
  link.className = 'name'
  link.href = `${root.dataset.componentBase}${slug}/`
  link.textContent = name
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'link-button second'
  button.textContent = root.dataset.remove ?? ''
  button.setAttribute('aria-label', `${root.dataset.remove} ${name}`)
  button.addEventListener('click', () => remove(slug))
  cell.append(link, button)
  return cell
}

function factOf(root: HTMLElement, entry: Entry, fact: string): string {
  const group = GROUPS.find((one) => one === fact)
  const notKnown = root.dataset.notKnown ?? ''
  if (group !== undefined) {
    const words = entry.values[group].map((value) => wordOf(root, group, value))
    return words.join('\u00a0· ') || '–'
  }
  switch (fact) {
    case 'purpose':
      return entry.line || '–'
    case 'version':
      return entry.version || notKnown
    case 'released':
      return entry.releasedOn === '' ? '–' : dayOf(entry.releasedOn)
    case 'readiness':
      return entry.readiness === null ? notKnown : (root.dataset.level ?? '').replace('0', String(entry.readiness))
    default:
      return String(fact === 'adopters' ? entry.adopters : entry.through)
  }
}

function wordOf(root: HTMLElement, group: string, value: string): string {
  const words = root.querySelector<HTMLTemplateElement>('template[data-words]')?.content
  return words?.querySelector(`data[value="${CSS.escape(`${group} ${value}`)}"]`)?.textContent ?? value
}
