import { createRequire } from 'node:module'
import type { IDomFacade } from 'fontoxpath'
import { SaxesParser } from 'saxes'
import { type Attr, Document, type Element, type Node } from 'slimdom'
import { BudgetSpent, stepCounter } from './budget.ts'
import { cut, decodeText } from './decode.ts'
import { defineExtractor, type Extracted, type ExtractionProblem, NOT_TEXT, type ProblemCode } from './extractor.ts'
import type { FoundValue, FoundValues, QueryOptions } from './shapes/found-values.ts'

// Node does not find the names that this CommonJS package exports.
const { domFacade, evaluateXPath } = createRequire(import.meta.url)('fontoxpath') as typeof import('fontoxpath')

const MAX_DEPTH = 200
const MAX_NODES = 50_000
const MAX_STEPS = 3_000_000
const MAX_VALUES = 1000
const KEPT_LENGTH = 500

/**
 * Values by XPath. Elements and attributes go by their names without prefix or namespace: `/project/version`. Strict:
 * what is not well-formed gives no fact, and entities that a document declares itself are not expanded.
 */
export const xmlValues = defineExtractor<FoundValues, QueryOptions>({
  id: 'xml-values',
  version: 1,
  maxBytes: 2_000_000,
  extract(content, { queries }) {
    const decoded = decodeText(content)
    if (decoded === null) return { ok: false, problem: NOT_TEXT }
    const read = readDocument(decoded.text)
    if ('problem' in read) return { ok: false, problem: read.problem }
    return ask(read, queries)
  },
})

interface ReadDocument {
  readonly document: Document
  readonly places: WeakMap<Node, { readonly line: number; readonly column: number }>
}

function ask({ document, places }: ReadDocument, queries: QueryOptions['queries']): Extracted<FoundValues> {
  try {
    const found = Object.entries(queries).map(([name, query]) => {
      const items: readonly unknown[] = evaluateXPath(query, document, counted(), null, evaluateXPath.ALL_RESULTS_TYPE)
      return [name, items.slice(0, MAX_VALUES).map((item) => toValue(item, places))] as const
    })
    return { ok: true, fact: Object.fromEntries(found) }
  } catch (error) {
    const code = error instanceof BudgetSpent ? 'query-too-costly' : 'query-failed'
    const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    return { ok: false, problem: { code, message } }
  }
}

/** The document as the engine walks it, each step counted. */
function counted(): IDomFacade {
  const step = stepCounter(MAX_STEPS)
  const count = <Arguments extends readonly unknown[], Result>(ask: (...given: Arguments) => Result) => {
    return (...given: Arguments): Result => {
      step()
      return ask(...given)
    }
  }
  return {
    getAllAttributes: count((node, bucket) => domFacade.getAllAttributes(node, bucket)),
    getAttribute: count((node, name) => domFacade.getAttribute(node, name)),
    getChildNodes: count((node, bucket) => domFacade.getChildNodes(node, bucket)),
    getData: count((node) => domFacade.getData(node)),
    getFirstChild: count((node, bucket) => domFacade.getFirstChild(node, bucket)),
    getLastChild: count((node, bucket) => domFacade.getLastChild(node, bucket)),
    getNextSibling: count((node, bucket) => domFacade.getNextSibling(node, bucket)),
    getParentNode: count((node, bucket) => domFacade.getParentNode(node, bucket)),
    getPreviousSibling: count((node, bucket) => domFacade.getPreviousSibling(node, bucket)),
  }
}

function toValue(item: unknown, places: ReadDocument['places']): FoundValue {
  if (typeof item !== 'object' || item === null) {
    const type = typeof item === 'number' ? 'number' : typeof item === 'boolean' ? 'flag' : 'text'
    return { text: cut(String(item), KEPT_LENGTH), type }
  }
  const node = item as Element | Attr | Node
  const text = cut(('textContent' in node && node.textContent?.trim()) || '', KEPT_LENGTH)
  const type = node.nodeType === 2 ? 'attribute' : node.nodeType === 1 ? 'element' : 'text'
  const holder = node.nodeType === 2 ? (node as Attr).ownerElement : node.nodeType === 1 ? node : node.parentNode
  return { text, type, ...(holder && places.get(holder)) }
}

class Stop extends Error {
  readonly problem: ExtractionProblem
  constructor(problem: ExtractionProblem) {
    super(problem.message)
    this.problem = problem
  }
}

function readDocument(text: string): ReadDocument | { readonly problem: ExtractionProblem } {
  const parser = new SaxesParser({ position: true })
  const document = new Document()
  const places: ReadDocument['places'] = new WeakMap()
  const open: Element[] = []
  let nodes = 0
  let begins = { line: 1, column: 1 }
  const stop = (code: ProblemCode, message: string): never => {
    throw new Stop({ code, message, line: parser.line, column: Math.max(1, parser.column) })
  }
  parser.on('error', (error) => stop('xml-malformed', error.message.replace(/^(?:[^:]*:)?\d+:\d+: /u, '')))
  parser.on('opentagstart', ({ name }) => {
    // The parser stands behind the name: `<name`.
    begins = { line: parser.line, column: Math.max(1, parser.column - name.length - 1) }
  })
  parser.on('opentag', ({ name, attributes }) => {
    nodes += 1 + Object.keys(attributes).length
    if (nodes > MAX_NODES) stop('too-large', `More than ${MAX_NODES} elements and attributes.`)
    if (open.length >= MAX_DEPTH) stop('xml-too-deep', `Elements nested deeper than ${MAX_DEPTH}.`)
    const element = document.createElementNS(null, localName(name))
    for (const [key, value] of Object.entries(attributes)) {
      if (key === 'xmlns' || key.startsWith('xmlns:')) continue
      const local = localName(key)
      // An attribute without prefix is the one that is meant.
      if (local === key || !element.hasAttributeNS(null, local)) element.setAttributeNS(null, local, value)
    }
    places.set(element, begins)
    ;(open.at(-1) ?? document).appendChild(element)
    open.push(element)
  })
  const append = (data: string) => void open.at(-1)?.appendChild(document.createTextNode(data))
  parser.on('text', append)
  parser.on('cdata', append)
  parser.on('closetag', () => void open.pop())
  try {
    parser.write(text).close()
    return document.documentElement === null
      ? { problem: { code: 'xml-malformed', message: 'The document has no element.' } }
      : { document, places }
  } catch (failure) {
    if (failure instanceof Stop) return { problem: failure.problem }
    throw failure
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
