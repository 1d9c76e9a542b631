import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { decodeText } from './decode.ts'
import { type ExtractionProblem, NOT_TEXT, type ProblemCode } from './extractor.ts'
import type { Placed } from './shapes/placed.ts'

/** An element with the line of its start tag and its own text, trimmed. Prefixes, attributes and comments are left out. */
export interface XmlElement {
  readonly name: string
  readonly line: number
  readonly text: string
  readonly children: readonly XmlElement[]
}

export type ParsedXml =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly problem: ExtractionProblem }

const MAX_DEPTH = 200
const MAX_ELEMENTS = 100_000

/**
 * Strict reading of a small document. Entities that the document declares itself are never expanded: relying on one is
 * `xml-entity`. Other problems: `xml-malformed`, `xml-too-deep`, `too-large`, `not-text`.
 */
export function parseXml(content: Uint8Array): ParsedXml {
  const decoded = decodeText(content)
  if (decoded === null) return { ok: false, problem: NOT_TEXT }
  const reader = new TreeReader()
  try {
    const root = reader.read(decoded.text)
    return { ok: true, root }
  } catch (failure) {
    if (failure instanceof XmlStop) return { ok: false, problem: failure.problem }
    throw failure
  }
}

export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((each) => each.name === name)
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((each) => each.name === name) ?? []
}

export function placed(element: XmlElement | undefined): Placed | null {
  return element === undefined ? null : { text: element.text, line: element.line }
}

/** Ends the parser from inside its callbacks: it knows no other way to stop. */
class XmlStop extends Error {
  readonly problem: ExtractionProblem
  constructor(problem: ExtractionProblem) {
    super(problem.message)
    this.problem = problem
  }
}

interface OpenElement {
  readonly name: string
  readonly line: number
  text: string
  readonly children: XmlElement[]
}

class TreeReader {
  readonly #parser = new SaxesParser()
  readonly #open: OpenElement[] = []
  #count = 0
  #hasDoctype = false
  #root: XmlElement | undefined

  read(text: string): XmlElement {
    const parser = this.#parser
    parser.on('error', (error) => this.#stopAt(error.message))
    parser.on('doctype', () => {
      this.#hasDoctype = true
    })
    parser.on('opentagstart', (tag) => this.#start(tag))
    parser.on('text', (more) => this.#append(more))
    parser.on('cdata', (more) => this.#append(more))
    parser.on('closetag', () => this.#end())
    parser.write(text).close()
    if (this.#root === undefined) return this.#stop('xml-malformed', 'The document has no element.')
    return this.#root
  }

  #start(tag: Pick<SaxesTagPlain, 'name'>) {
    if (++this.#count > MAX_ELEMENTS) this.#stop('too-large', `More than ${MAX_ELEMENTS} elements.`)
    if (this.#open.length >= MAX_DEPTH) this.#stop('xml-too-deep', `Elements nested deeper than ${MAX_DEPTH}.`)
    const name = tag.name.slice(tag.name.indexOf(':') + 1)
    this.#open.push({ name, line: this.#parser.line, text: '', children: [] })
  }

  #append(text: string) {
    const element = this.#open.at(-1)
    if (element !== undefined) element.text += text
  }

  #end() {
    const closed = this.#open.pop()
    if (closed === undefined) return
    const element = { ...closed, text: closed.text.trim() }
    const parent = this.#open.at(-1)
    if (parent === undefined) this.#root = element
    else parent.children.push(element)
  }

  #stopAt(message: string): never {
    // The parser puts `line:column: ` before its sentence; line and column travel on their own.
    const sentence = message.replace(/^(?:[^:]*:)?\d+:\d+: /, '')
    const code = this.#hasDoctype && sentence.startsWith('undefined entity') ? 'xml-entity' : 'xml-malformed'
    return this.#stop(code, sentence)
  }

  #stop(code: ProblemCode, message: string): never {
    throw new XmlStop({ code, message, line: this.#parser.line, column: Math.max(1, this.#parser.column) })
  }
}
