import { matchesStarred } from '#data/facts/starred-path.ts'

/** What a file of patterns says of a path: leave it out, keep it, or nothing. */
export type Opinion = 'ignored' | 'kept' | undefined

interface Path {
  /** From the folder of the patterns, `/` between names, none at the end. */
  readonly path: string
  readonly isFolder: boolean
}

interface Pattern {
  readonly isNegated: boolean
  readonly isForFolders: boolean
  /** Without a slash a pattern is about the name, at any depth. */
  readonly isForName: boolean
  readonly segments: readonly Segment[]
}

/** `**` between slashes: any number of folders. */
type Segment = readonly Sign[] | '**'
/** One character of a name: itself, any, any number of any, or one of some. */
type Sign = string | typeof ANY | typeof STAR | Class

const ANY = Symbol('?')
const STAR = Symbol('*')

interface Class {
  readonly isNegated: boolean
  has(character: string): boolean
}

/**
 * The patterns of a `.gitignore`, as git reads them. Matching takes time proportional to path times pattern, whatever
 * the pattern: the files of a stranger's tree must not be able to hold up whoever judges it.
 */
export function readIgnorePatterns(text: string, { ignoresCase }: { readonly ignoresCase: boolean }) {
  const fold = (name: string) => bytesOf(ignoresCase ? name.toLowerCase() : name)
  const patterns = text
    .split('\n')
    .flatMap((line) => readLine(fold(line)) ?? [])
    .reverse()
  return ({ path, isFolder }: Path): Opinion => {
    if (patterns.length === 0) return undefined
    const names = fold(path).split('/')
    const last = names.slice(-1)
    const found = patterns.find(({ isForFolders, isForName, segments }) => {
      return (
        (isFolder || !isForFolders) &&
        matchesStarred(segments, { names: isForName ? last : names, matches: matchesName })
      )
    })
    return found && (found.isNegated ? 'kept' : 'ignored')
  }
}

/** A question mark and a class stand for one byte with git, not for one letter. */
function bytesOf(text: string): string {
  return NOT_ASCII.test(text) ? Buffer.from(text).toString('latin1') : text
}

const NOT_ASCII = /[\u0080-\uffff]/

function readLine(line: string): Pattern | undefined {
  // Blanks at the end fall away unless a backslash stands before them.
  let source = line.replace(/\r$/, '').replace(/((?:^|[^\\ ])(?:\\\\)*(?:\\ )?) +$/, '$1')
  if (source === '' || source.startsWith('#')) return undefined
  const isNegated = source.startsWith('!')
  if (isNegated) source = source.slice(1)
  const isForFolders = source.endsWith('/')
  if (isForFolders) source = source.slice(0, -1)
  const isForName = !source.includes('/')
  const segments = source.replace(/^\//, '').split('/').map(readSegment)
  if (source === '' || !segments.every((segment) => segment !== undefined)) return undefined
  // Two stars are more than one between slashes only.
  return { isNegated, isForFolders, isForName, segments: isForName && source === '**' ? [[STAR]] : segments }
}

/** Undefined for what matches nothing: a class that is not closed, a backslash at the end. */
function readSegment(source: string): Segment | undefined {
  if (source === '**') return '**'
  const signs: Sign[] = []
  for (let at = 0; at < source.length; at++) {
    const sign = source[at] ?? ''
    if (sign === '*') {
      if (signs.at(-1) !== STAR) signs.push(STAR)
    } else if (sign === '?') signs.push(ANY)
    else if (sign === '\\') {
      if (++at === source.length) return undefined
      signs.push(source[at] ?? '')
    } else if (sign === '[') {
      const read = readClass(source, at)
      if (read === undefined) return undefined
      signs.push(read.class)
      at = read.end
    } else signs.push(sign)
  }
  return signs
}

const POSIX: Readonly<Record<string, RegExp>> = {
  ...{ alnum: /[a-z0-9]/i, alpha: /[a-z]/i, blank: /[ \t]/, cntrl: /\p{Cc}/u, digit: /\d/, graph: /[!-~]/ },
  ...{ lower: /[a-z]/, print: /[ -~]/, punct: /[!-/:-@[-`{-~]/, space: /\s/, upper: /[A-Z]/, xdigit: /[\da-f]/i },
}

function readClass(source: string, start: number): { readonly class: Class; readonly end: number } | undefined {
  const isNegated = source[start + 1] === '!' || source[start + 1] === '^'
  const tests: ((character: string) => boolean)[] = []
  const first = start + (isNegated ? 2 : 1)
  for (let at = first; at < source.length; at++) {
    if (source[at] === ']' && at > first) {
      return { class: { isNegated, has: (character) => tests.some((test) => test(character)) }, end: at }
    }
    const [named, name = ''] = /^\[:(\w+):\]/.exec(source.slice(at)) ?? []
    if (named !== undefined) {
      const posix = POSIX[name]
      if (posix === undefined) return undefined
      tests.push((character) => posix.test(character))
      at += named.length - 1
      continue
    }
    if (source[at] === '\\') at++
    const from = source[at] ?? ''
    let to = from
    if (source[at + 1] === '-' && at + 2 < source.length && source[at + 2] !== ']') {
      at += source[at + 2] === '\\' ? 3 : 2
      to = source[at] ?? ''
    }
    tests.push((character) => character >= from && character <= to)
  }
  return undefined
}

function matchesName(pattern: readonly Sign[], name: string): boolean {
  let p = 0
  let n = 0
  let starP = -1
  let starN = 0
  while (n < name.length) {
    const sign = pattern[p]
    if (sign === STAR) {
      starP = p++
      starN = n
    } else if (sign !== undefined && matchesSign(sign, name[n] ?? '')) {
      p++
      n++
    } else if (starP !== -1) {
      p = starP + 1
      n = ++starN
    } else return false
  }
  while (pattern[p] === STAR) p++
  return p === pattern.length
}

function matchesSign(sign: Sign, character: string): boolean {
  if (typeof sign === 'string') return sign === character
  if (typeof sign === 'symbol') return true
  return sign.has(character) !== sign.isNegated
}
