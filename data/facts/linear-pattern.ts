import { createRequire } from 'node:module'

/** What is asked of a regular expression; the platform's own answers this too. */
export interface Pattern {
  readonly source: string
  test(text: string): boolean
}

export interface PatternMatch {
  readonly 0: string
  readonly index: number
  /** The whole match, then its groups; undefined for one that took no part. */
  readonly groups: readonly (string | undefined)[]
}

interface PatternFlags {
  readonly ignoresCase?: boolean
  /** `^` and `$` stand for line ends too. */
  readonly isByLine?: boolean
}

const load = createRequire(import.meta.url)

/**
 * A regular expression whose time grows with the text and never faster, so that no pattern can hang whoever runs it:
 * RE2's syntax, which is the usual one without looking around and without references back. Throws a `SyntaxError`
 * that names what it lacks. The engine is loaded with the first pattern: it takes a third of a start.
 */
export function linearPattern(source: string, flags: PatternFlags = {}): Pattern {
  const compiled = compile(source, flags)
  return { source, test: (text) => compiled.test(text) }
}

/** Every match in a text, in order; an empty one moves on by a character. */
export function linearMatches(source: string, flags: PatternFlags = {}): (text: string) => Iterable<PatternMatch> {
  const compiled = compile(source, flags)
  return function* (text) {
    const matcher = compiled.matcher(text)
    while (matcher.find()) {
      const groups = Array.from({ length: matcher.groupCount() + 1 }, (_, index) => matcher.group(index) ?? undefined)
      yield { 0: groups[0] ?? '', index: matcher.start(), groups }
    }
  }
}

function compile(source: string, { ignoresCase = false, isByLine = false }: PatternFlags) {
  const { RE2JS } = load('re2js') as typeof import('re2js')
  const flags = (ignoresCase ? RE2JS.CASE_INSENSITIVE : 0) | (isByLine ? RE2JS.MULTILINE : 0)
  try {
    return RE2JS.compile(source, flags)
  } catch (error) {
    throw new SyntaxError(LACKS.find(([form]) => form.test(source))?.[1] ?? problemOf(error))
  }
}

const LACKS: readonly (readonly [RegExp, string])[] = [
  [
    /\(\?<?[=!]/u,
    'Patterns run on an engine that cannot hang (RE2): it has no lookahead and no lookbehind, `(?=`, `(?!`, `(?<=`, `(?<!`.',
  ],
  [/\\[1-9]|\\k</u, 'Patterns run on an engine that cannot hang (RE2): it has no references back to a group, `\\1`.'],
  [
    /\(\?>|[*+?}]\+/u,
    'Patterns run on an engine that cannot hang (RE2): it needs, and has, no possessive or atomic groups.',
  ],
]

function problemOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return `${message.replace(/^error parsing regexp: /u, '')}.`
}
