import {
  type Alias,
  Composer,
  type Document,
  isAlias,
  isCollection,
  isNode,
  isPair,
  isScalar,
  Lexer,
  LineCounter,
  type Node,
  Parser,
} from 'yaml'
import { decodeText } from './decode.ts'
import { type ExtractionProblem, NOT_TEXT, type ProblemCode } from './extractor.ts'
import { nestsTooDeep, TOO_DEEP } from './nesting.ts'

/** Ten times what the largest files that people write come to, and a second or two of their parser. */
const MOST_TOKENS = 500_000
const MOST_ALIASES = 1000
/** Nodes with every alias written out. */
const MOST_EXPANDED = 500_000
/** Maps that are keys of maps: each is written out as a text, with those within it. */
const DEEPEST_KEY = 10
/** Of a text that is no YAML, each line may be a fault of its own. */
const MOST_PROBLEMS = 20

export interface YamlTree {
  readonly document: Document.Parsed
  /** Line and column, both from 1. */
  place(offset: number): { readonly line: number; readonly column: number }
  /** What stands where a name is repeated, any other node being itself. */
  resolved(node: unknown): unknown
}

type OpenedYaml =
  | { readonly ok: true; readonly tree: YamlTree }
  | { readonly ok: false; readonly problems: readonly [ExtractionProblem, ...(readonly ExtractionProblem[])] }

const opened = new WeakMap<Uint8Array, OpenedYaml>()

/**
 * The first document of a YAML file. Problems: `not-text`, `yaml-malformed` (the first of them, by place), `too-deep`,
 * `too-large`. Extractors that are handed the same bytes share one reading.
 */
export function openYamlTree(content: Uint8Array): OpenedYaml {
  const known = opened.get(content) ?? read(content)
  opened.set(content, known)
  return known
}

function read(content: Uint8Array): OpenedYaml {
  const text = decodeText(content)?.text
  if (text === undefined) return { ok: false, problems: [NOT_TEXT] }
  if (nestsTooDeep(text)) return { ok: false, problems: [TOO_DEEP] }
  const reading = new Reading(text)
  try {
    const document = reading.compose()
    const targets = document === null ? new Map<Alias, Node>() : reading.survey(document)
    const [first, ...others] = reading.problems.toSorted(byPlace)
    if (first !== undefined) return { ok: false, problems: [first, ...others] }
    if (document === null) throw new Error('a YAML text without problems gave no document')
    const resolved = (node: unknown) => (isAlias(node) ? targets.get(node) : node)
    return { ok: true, tree: { document, place: reading.place, resolved } }
  } catch (failure) {
    if (failure instanceof TooMuch) return { ok: false, problems: [failure.problem] }
    // The parser goes as deep as the text does.
    if (failure instanceof RangeError) return { ok: false, problems: [TOO_DEEP] }
    throw failure
  }
}

function byPlace(one: ExtractionProblem, other: ExtractionProblem): number {
  return (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0)
}

/** Ends the parser from inside its callbacks: it knows no other way to stop. */
class TooMuch extends Error {
  readonly problem: ExtractionProblem
  constructor(message: string, code: ProblemCode = 'too-large') {
    super(message)
    this.problem = { code, message }
  }
}

class EnoughProblems extends Error {}

type Report = (at: number | readonly number[] | { readonly offset: number }, ...said: readonly unknown[]) => void

class Reading {
  readonly problems: ExtractionProblem[] = []
  readonly #text: string
  readonly #lines = new LineCounter()

  constructor(text: string) {
    this.#text = text
  }

  readonly place = (offset: number): { readonly line: number; readonly column: number } => {
    const { line, col } = this.#lines.linePos(offset)
    return { line, column: col }
  }

  /** Null where problems say why. */
  compose(): Document.Parsed | null {
    // Each key would be compared with all before it; `survey` looks for repeated ones once.
    const options = { merge: true, uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const
    const composer = new Composer(options)
    const onError: Report = (at, _code, message, isWarning) => {
      if (isWarning === true) return
      const offset = typeof at === 'number' ? at : 'offset' in at ? at.offset : (at[0] ?? 0)
      this.#report(offset, String(message))
    }
    // Its own keeps an error with its stack for each fault: seconds, in a file that is no YAML at all.
    Object.assign(composer, { onError })
    try {
      let first: Document.Parsed | null = null
      for (const document of composer.compose(this.#tokens(), true, this.#text.length)) {
        if (first === null) first = document
        else {
          this.#report(document.range[0], 'The file holds several documents.')
          break
        }
      }
      return first
    } catch (failure) {
      if (failure instanceof EnoughProblems) return null
      throw failure
    }
  }

  /** As the parser alone would, but so many and no more. */
  *#tokens() {
    const parser = new Parser(this.#lines.addNewLine)
    this.#lines.addNewLine(0)
    let count = 0
    for (const lexeme of new Lexer().lex(this.#text)) {
      if (++count > MOST_TOKENS) throw new TooMuch(`More than ${MOST_TOKENS} signs and words.`)
      yield* this.#sound(parser.next(lexeme))
    }
    yield* this.#sound(parser.end())
  }

  *#sound(tokens: ReturnType<Parser['next']>) {
    for (const token of tokens) {
      if (token.type === 'error') this.#report(token.offset, token.message)
      else yield token
    }
  }

  #report(offset: number, message: string): void {
    this.problems.push({ code: 'yaml-malformed', message, ...this.place(offset) })
    if (this.problems.length >= MOST_PROBLEMS) throw new EnoughProblems()
  }

  /** What each alias stands for, in one walk that adds up what writing them out would come to. */
  survey(document: Document.Parsed): ReadonlyMap<Alias, Node> {
    const targets = new Map<Alias, Node>()
    const anchors = new Map<string, { readonly node: Node; size: number | undefined }>()
    let keyDepth = 0
    const sizeOfKey = (key: unknown): number => {
      if (++keyDepth > DEEPEST_KEY) throw new TooMuch(`Keys nest more than ${DEEPEST_KEY} levels.`, 'too-deep')
      const size = sizeOf(key)
      keyDepth--
      return size
    }
    const sizeOf = (node: unknown): number => {
      if (isPair(node)) return sizeOfKey(node.key) + sizeOf(node.value)
      if (!isNode(node)) return 1
      if (isAlias(node)) return aliased(node)
      const anchor =
        'anchor' in node && node.anchor !== undefined ? { node, size: undefined as number | undefined } : undefined
      if (anchor !== undefined) anchors.set(String(anchor.node.anchor), anchor)
      let size = 1
      if (isCollection(node)) {
        this.#findRepeated(node.items)
        for (const item of node.items) size += sizeOf(item)
      }
      if (size > MOST_EXPANDED) throw new TooMuch(`Its aliases stand for more than ${MOST_EXPANDED} values.`)
      if (anchor !== undefined) anchor.size = size
      return size
    }
    const aliased = (alias: Alias): number => {
      const found = anchors.get(alias.source)
      const at = alias.range?.[0] ?? 0
      if (targets.size >= MOST_ALIASES) throw new TooMuch(`More than ${MOST_ALIASES} aliases.`)
      if (found?.size === undefined) this.#report(at, `The alias ${alias.source} stands for nothing before it.`)
      else targets.set(alias, found.node)
      return found?.size ?? 1
    }
    try {
      sizeOf(document.contents)
    } catch (failure) {
      if (!(failure instanceof EnoughProblems)) throw failure
    }
    return targets
  }

  #findRepeated(items: readonly unknown[]): void {
    const keys = new Set<unknown>()
    for (const item of items) {
      const key = isPair(item) ? item.key : undefined
      if (!isScalar(key)) continue
      if (keys.has(key.value)) this.#report(key.range?.[0] ?? 0, 'Map keys must be unique')
      keys.add(key.value)
    }
  }
}
