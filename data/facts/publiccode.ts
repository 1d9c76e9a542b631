import { isMap, isNode, isScalar, isSeq } from 'yaml'
import { cut, decodeText } from './decode.ts'
import { defineExtractor, NOT_TEXT } from './extractor.ts'
import type { Publiccode, YamlNode } from './shapes/publiccode.ts'
import { readSpdx } from './spdx.ts'
import { openYamlTree, type YamlTree } from './yaml-tree.ts'

/** No file that people write comes near; aliases of aliases would. */
const MAX_NODES = 5000
const KEPT_LENGTH = 2000

export const publiccode = defineExtractor<Publiccode>({
  id: 'publiccode',
  version: 1,
  maxBytes: 1_000_000,
  extract(content) {
    const decoded = decodeText(content)
    if (decoded === null) return { ok: false, problem: NOT_TEXT }
    const { nodes, problems } = readNodes(content)
    const license = nodes.find(({ path }) => path.join('.') === 'legal.license')?.text
    const isUtf8 = decoded.encoding === 'utf-8'
    return { ok: true, fact: { isUtf8, problems, nodes, license: license == null ? null : readSpdx(license) } }
  },
})

function readNodes(content: Uint8Array): Pick<Publiccode, 'nodes' | 'problems'> {
  const opened = openYamlTree(content)
  if (!opened.ok) {
    const problems = opened.problems.map(({ message, line = 1, column = 1 }) => {
      return { message: cut(message, 300), line, column }
    })
    return { nodes: [], problems }
  }
  const walk: Walk = { ...opened.tree, nodes: [] }
  add(walk, walk.document.contents, { path: [], at: 0 })
  return { nodes: walk.nodes, problems: [] }
}

interface Walk extends YamlTree {
  readonly nodes: YamlNode[]
}

interface Spot {
  readonly path: YamlNode['path']
  /** Offset of the key. */
  readonly at: number
}

function add(walk: Walk, written: unknown, { path, at }: Spot): void {
  if (walk.nodes.length >= MAX_NODES) return
  const node = walk.resolved(written)
  const placed = { path, ...walk.place(at) }
  if (isMap(node)) {
    walk.nodes.push({ ...placed, kind: 'map', text: null, length: node.items.length })
    for (const { key, value } of node.items) {
      const offset = isNode(key) ? (key.range?.[0] ?? at) : at
      add(walk, value, { path: [...path, isScalar(key) ? String(key.source ?? key.value) : ''], at: offset })
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
