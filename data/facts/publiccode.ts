import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { cut, decodeText } from './decode.ts'
import { defineExtractor } from './extractor.ts'
import { nestsTooDeep, TOO_DEEP } from './nesting.ts'
import type { Publiccode, YamlNode } from './shapes/publiccode.ts'
import { readSpdx } from './spdx.ts'

/** No file that people write comes near; aliases of aliases would. */
const MAX_NODES = 5000
const KEPT_LENGTH = 2000

export const publiccode = defineExtractor<Publiccode>({
  id: 'publiccode',
  version: 1,
  maxBytes: 1_000_000,
  extract(content) {
    const decoded = decodeText(content)
    if (decoded === null) return { ok: false, problem: { code: 'not-text', message: 'The file is binary.' } }
    const { nodes, problems } = readNodes(decoded.text)
    const license = nodes.find(({ path }) => path.join('.') === 'legal.license')?.text
    const isUtf8 = decoded.encoding === 'utf-8'
    return { ok: true, fact: { isUtf8, problems, nodes, license: license == null ? null : readSpdx(license) } }
  },
})

function readNodes(text: string): Pick<Publiccode, 'nodes' | 'problems'> {
  const tooDeep = { nodes: [], problems: [{ message: TOO_DEEP.message, line: 1, column: 1 }] }
  if (nestsTooDeep(text)) return tooDeep
  const lines = new LineCounter()
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
    const problems = document.errors.map(({ message, pos }) => ({ message: cut(message, 300), ...place(pos[0]) }))
    if (problems.length > 0) return { nodes: [], problems }
    const walk: Walk = { document, place, nodes: [] }
    add(walk, document.contents, { path: [], at: 0 })
    return { nodes: walk.nodes, problems }
  } catch (error) {
    // The parser goes as deep as the text does.
    if (!(error instanceof RangeError)) throw error
    return tooDeep
  }
}

interface Walk {
  readonly document: Document
  readonly nodes: YamlNode[]
  place(offset: number): { readonly line: number; readonly column: number }
}

interface Spot {
  readonly path: YamlNode['path']
  /** Offset of the key. */
  readonly at: number
}

function add(walk: Walk, written: unknown, { path, at }: Spot): void {
  if (walk.nodes.length >= MAX_NODES) return
  const node = isAlias(written) ? written.resolve(walk.document) : written
  const placed = { path, ...walk.place(at) }
  if (isMap(node)) {
    walk.nodes.push({ ...placed, kind: 'map', text: null, length: node.items.length })
    for (const { key, value } of node.items) {
      const offset = isNode(key) ? (key.range?.[0] ?? at) : at
      add(walk, value, { path: [...path, isScalar(key) ? String(key.value) : ''], at: offset })
    }
    return
  }
  if (isSeq(node)) {
    walk.nodes.push({ ...placed, kind: 'list', text: null, length: node.items.length })
    for (const [index, item] of node.items.entries()) {
      add(walk, item, { path: [...path, index], at: isNode(item) ? (item.range?.[0] ?? at) : at })
    }
    return
  }
  const value = isScalar(node) ? node.value : null
  if (value === null || value === undefined) {
    walk.nodes.push({ ...placed, kind: 'nothing', text: null, length: 0 })
    return
  }
  const text = isScalar(node) && typeof node.source === 'string' && typeof value !== 'string' ? node.source : `${value}`
  walk.nodes.push({
    ...placed,
    kind: typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'flag' : 'text',
    text: namesSomebody(path) ? null : cut(text, KEPT_LENGTH),
    length: [...text.trim()].length,
  })
}

/** The file gives people's names and addresses, which nobody needs here. */
function namesSomebody(path: YamlNode['path']): boolean {
  const [first, second, , key] = path
  if (first !== 'maintenance') return false
  return second === 'contacts' || (second === 'contractors' && key === 'email')
}
