import { expandBraces, matchesName, type PathMatcher } from '#data/facts/glob.ts'
import { linearPattern } from '#data/facts/linear-pattern.ts'

/**
 * Globs as shells and the tools that follow them read them, for rules that were written for such a tool: `*`, `?`, `**`
 * and brackets meet no name that begins with a dot unless the glob writes that dot; `[a-z]`, `[!a]` and the groups
 * `@(a|b)`, `?(a)`, `*(a)`, `+(a)`, `!(a)` mean what they mean there; a slash at the end asks for a folder, which a path
 * says by one; `!` in front takes away from what stands before it, hidden names and the case of letters included. A path
 * from the root of the disk is met by nothing. Throws a `SyntaxError` for what is not understood.
 */
export function compileShellGlobs(globs: readonly string[], { ignoresCase = false } = {}): PathMatcher {
  const inCase = (text: string) => (ignoresCase ? text.toLowerCase() : text)
  const written = globs.map((glob) => {
    const isTaken = /^!(?!\()/u.test(glob)
    const bare = (isTaken ? glob.slice(1) : glob).replace(/^(?:\.\/)+/u, '')
    if (isTaken) return { isTaken, matches: anyOf(bare, { meetsHidden: true }) }
    return { isTaken, matches: anyOf(inCase(bare), { meetsHidden: false }) }
  })
  const taken = (names: Names, after: number) => written.slice(after).some((one) => one.isTaken && one.matches(names))
  return (path) => {
    const names = inCase(path).split('/')
    return written.some(
      (one, index) => !one.isTaken && one.matches(names) && !taken(ignoresCase ? path.split('/') : names, index),
    )
  }
}

/** Whether none of them means more than one path. */
export function areLiteral(globs: readonly string[]): boolean {
  return globs.every((glob) => !/[*?]|\[[^\]]+\]|\{[^{}]*(?:,|\.\.)[^{}]*\}|[@+!]\(/u.test(glob))
}

interface Manner {
  readonly meetsHidden: boolean
}

/** What stands between the slashes of a path: thousands of paths are asked, and each is cut up once. */
type Names = readonly string[]
type NamesMatcher = (names: Names) => boolean

function anyOf(glob: string, manner: Manner): NamesMatcher {
  if (/\{[^{}]*\.\.[^{}]*\}/u.test(glob)) throw new SyntaxError(`rows such as "{1..3}" are not understood: ${glob}`)
  const forms = expandBraces(glob).map((each) => compile(each, manner))
  return (names) => forms.some((matches) => matches(names))
}

function compile(glob: string, manner: Manner): NamesMatcher {
  if (glob.startsWith('/')) return () => false
  const parts = glob.split('/').map((part) => (part === '**' ? '**' : compileName(part, manner)))
  // What is taken away with all that lies in a folder is the folder too.
  const isWhole = parts.at(-1) === '**' && (manner.meetsHidden || parts.length > 1)
  const folder = isWhole ? parts.slice(0, -1) : undefined
  // Without `**` each part stands for one name.
  if (!parts.includes('**')) return (names) => names.length === parts.length && matchesParts(parts, names, manner)
  return (names) => matchesParts(parts, names, manner) || (folder !== undefined && matchesParts(folder, names, manner))
}

type NameMatcher = (name: string) => boolean
type Part = '**' | NameMatcher

/** Greedy, with one way back, to the last `**`: each name is judged alone. */
function matchesParts(parts: readonly Part[], names: Names, { meetsHidden }: Manner): boolean {
  let part = 0
  let name = 0
  let back: { readonly part: number; name: number } | undefined
  while (name < names.length) {
    const wanted = parts[part]
    const found = names[name] ?? ''
    if (wanted === '**') {
      back = { part: ++part, name }
      continue
    }
    if (wanted?.(found) === true) {
      part++
      name++
      continue
    }
    const skipped = back && (names[back.name] ?? '')
    if (back === undefined || skipped === '' || (skipped?.startsWith('.') === true && !meetsHidden)) return false
    back = { part: back.part, name: back.name + 1 }
    ;({ part, name } = back)
  }
  return parts.slice(part).every((rest) => rest === '**')
}

function compileName(part: string, { meetsHidden }: Manner): NameMatcher {
  const isOpen = meetsHidden || part.startsWith('.') || /^[@?*+]\((?:[^()]*\|)?\./u.test(part)
  const matches = /[[\\]|[@?*+!]\(/u.test(part) ? compileForm(part) : (name: string) => matchesName(part, name)
  // The empty name stands behind the slash of a folder.
  return (name) => (name === '' ? part === '' : (isOpen || !name.startsWith('.')) && matches(name))
}

/** With brackets and groups. What must not be is asked beside what must: the engine that cannot hang has no other way. */
function compileForm(part: string): NameMatcher {
  const start = part.indexOf('!(')
  if (start === -1) {
    const form = linearPattern(`^(?:${sourceOf(part)})$`)
    return (name) => form.test(name)
  }
  const inner = part.slice(start + 2)
  const end = closing(inner)
  const rest = sourceOf(inner.slice(end + 1))
  if (inner.includes('!(')) throw new SyntaxError(`more than one "!(…)" in a name is not understood: ${part}`)
  const before = linearPattern(`^(?:${sourceOf(part.slice(0, start))})$`)
  const wanted = linearPattern(`^.*(?:${rest})$`)
  const refused = linearPattern(`^(?:${alternatives(inner.slice(0, end))})(?:${rest})$`)
  return (name) =>
    Array.from({ length: name.length + 1 }, (_, at) => at).some((at) => {
      const after = name.slice(at)
      return before.test(name.slice(0, at)) && wanted.test(after) && !refused.test(after)
    })
}

const REPEATED: Readonly<Record<string, string>> = { '@': '', '?': '?', '*': '*', '+': '+' }

function sourceOf(part: string): string {
  let source = ''
  for (let at = 0; at < part.length; at++) {
    const character = part[at] ?? ''
    const repeated = part[at + 1] === '(' ? REPEATED[character] : undefined
    if (repeated !== undefined) {
      const inner = part.slice(at + 2)
      const end = closing(inner)
      source += `(?:${alternatives(inner.slice(0, end))})${repeated}`
      at += end + 2
    } else if (character === '*') source += '.*'
    else if (character === '?') source += '.'
    else if (character === '[') {
      const [whole = '', isNot = '', letters = ''] = /^\[([!^]?)(\]?[^\]]*)\]/u.exec(part.slice(at)) ?? []
      source += whole === '' ? '\\[' : `[${isNot && '^'}${letters.replace(/[\\[\]^]/gu, '\\$&')}]`
      at += Math.max(whole.length - 1, 0)
    } else if (character === '\\' && at + 1 < part.length) source += escaped(part[++at] ?? '')
    else source += escaped(character)
  }
  return source
}

function alternatives(inner: string): string {
  const found: string[] = []
  let from = 0
  let depth = 0
  for (let at = 0; at <= inner.length; at++) {
    if (inner[at] === '(') depth++
    else if (inner[at] === ')') depth--
    else if (at === inner.length || (inner[at] === '|' && depth === 0)) {
      found.push(sourceOf(inner.slice(from, at)))
      from = at + 1
    }
  }
  return found.join('|')
}

/** Where the group ends whose inside begins here. */
function closing(inner: string): number {
  let depth = 1
  for (let at = 0; at < inner.length; at++) {
    if (inner[at] === '(') depth++
    else if (inner[at] === ')' && --depth === 0) return at
  }
  throw new SyntaxError(`a group is not closed: (${inner}`)
}

function escaped(character: string): string {
  return /[\w\s]/u.test(character) ? character : character.replace(/[\\^$.*+?()[\]{}|/-]/u, '\\$&')
}
