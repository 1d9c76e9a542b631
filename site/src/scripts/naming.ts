import { derivedNames, isNamedKind, NAMED_PLACES, type NamedPlace } from '../prose/derived-names.ts'
import { type NamePattern, nearNames, verdictOf } from '../prose/name-verdict.ts'

interface Told {
  readonly patterns: readonly NamePattern[]
  readonly group: string
  /** Address of the list of components. */
  readonly components: string
  readonly words: {
    readonly good: string
    readonly bad: string
    readonly expected: string
    readonly free: string
    readonly taken: string
    readonly noNear: string
    readonly colon: string
    readonly repository: string
    readonly artifactId: string
    readonly places: Readonly<Record<NamedPlace, string>>
  }
}

const form = document.querySelector<HTMLFormElement>('[data-naming]')
if (form !== null) begin(form, JSON.parse(form.dataset.naming ?? '{}') as Told)

function begin(form: HTMLFormElement, told: Told): void {
  let known: Promise<readonly string[]> | undefined
  const check = async () => {
    const value = (name: string) => new FormData(form).get(name)?.toString().trim() ?? ''
    const kind = value('kind')
    if (!isNamedKind(kind)) return
    const host = form.querySelector<HTMLInputElement>('[name=host]')
    if (host !== null) host.disabled = kind !== 'module'
    const name = value('name')
    const isWhole = name !== '' && (kind !== 'module' || value('host') !== '')
    const names = isWhole ? derivedNames({ kind, host: value('host'), name, group: told.group }) : []
    const artifact = names.find(([place]) => place === 'artifact')?.[1]
    const repository = value('repository')
    known ??= listed(told.components)
    const all = artifact === undefined ? [] : await known
    show(form, { told, names, artifact, repository, owner: value('owner'), kind, all })
  }
  form.addEventListener('input', () => void check())
  form.addEventListener('submit', (event) => event.preventDefault())
  void check()
}

interface Checked {
  readonly told: Told
  readonly names: readonly (readonly [NamedPlace, string])[]
  readonly artifact: string | undefined
  readonly repository: string
  readonly owner: string
  readonly kind: string
  readonly all: readonly string[]
}

function show(form: HTMLFormElement, { told, names, artifact, repository, owner, kind, all }: Checked): void {
  const { words } = told
  const lines = [
    ...(artifact === undefined ? [] : [line(told, { of: 'artifactId', name: artifact, owner, kind })]),
    ...(repository === '' ? [] : [line(told, { of: 'repository', name: repository, owner, kind })]),
    ...(artifact !== undefined && all.includes(artifact) ? [`${artifact}${words.colon}${words.taken}`] : []),
  ]
  form.querySelector('output')?.replaceChildren(...lines.map((text) => element('p', text)))
  const [derived, near] = form.querySelectorAll('section')
  if (derived !== undefined) {
    derived.hidden = names.length === 0
    const rows = NAMED_PLACES.flatMap((place) => names.filter(([one]) => one === place))
    derived.querySelector('dl')?.replaceChildren(
      ...rows.map(([place, name]) => {
        const row = document.createElement('div')
        const value = document.createElement('dd')
        value.append(element('code', name))
        row.append(element('dt', words.places[place]), value)
        return row
      }),
    )
  }
  if (near === undefined) return
  near.hidden = artifact === undefined
  const found = artifact === undefined ? [] : nearNames(artifact, all)
  near
    .querySelector('ul')
    ?.replaceChildren(...(found.length === 0 ? [words.noNear] : found).map((name) => element('li', name)))
}

function line(
  { patterns, words }: Told,
  asked: {
    readonly of: 'repository' | 'artifactId'
    readonly name: string
    readonly owner: string
    readonly kind: string
  },
): string {
  const { isGood, forms } = verdictOf(asked, patterns)
  const said = isGood === undefined ? words.free : isGood ? words.good : words.bad
  const expected = isGood === false ? ` (${words.expected}${words.colon}${forms.join(', ')})` : ''
  return `${words[asked.of]} ${asked.name}${words.colon}${said}${expected}`
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag)
  made.textContent = text
  return made
}

/** Names of the components of the register; none where the list cannot be read, and then nothing is said of them. */
async function listed(address: string): Promise<readonly string[]> {
  try {
    const answer: unknown = await (await fetch(address)).json()
    const { components = [] } = answer as { readonly components?: readonly { readonly name: string }[] }
    return components.map(({ name }) => name)
  } catch {
    return []
  }
}
