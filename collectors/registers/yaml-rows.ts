import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml'
import type { UsageDetail } from '#data/model/failures.ts'
import type { Cell, Row, Rows } from './rows.ts'

/** Reads a register that is kept as a YAML list, one mapping for each line. */
export function yamlRows(text: string): Rows {
  const counter = new LineCounter()
  // Days and version numbers are words: nothing is made of a scalar before its field says what it is.
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, schema: 'failsafe' })
  const problems: UsageDetail[] = []
  const place = (offset: number) => {
    const { line, col } = counter.linePos(offset)
    return { line, column: col }
  }
  for (const { message, pos } of document.errors) problems.push({ message, ...place(pos[0]) })
  if (problems.length > 0) return { rows: [], problems }

  const { contents } = document
  // An empty register is one in which nothing has been written yet.
  if (contents === null || (isScalar(contents) && String(contents.value ?? '') === '')) return { rows: [], problems }
  if (!isSeq(contents)) {
    problems.push({ message: 'a register is a list: every entry begins with "- ".', ...place(offsetOf(contents)) })
    return { rows: [], problems }
  }
  const rows = contents.items.flatMap((item) => {
    if (isMap(item)) return [readRow(item, place)]
    problems.push({ message: 'an entry is made of keys and values.', ...place(offsetOf(item)) })
    return []
  })
  return { rows, problems }
}

type Place = (offset: number) => { readonly line: number; readonly column: number }

function readRow(item: YAMLMap, place: Place): Row {
  const cells = item.items.map(({ key, value }): [string, Cell] => {
    const name = isScalar(key) ? String(key.value) : ''
    const read: unknown = isNode(value) ? value.toJSON() : value
    return [name, { value: read, ...place(offsetOf(isNode(value) && read !== '' ? value : key)) }]
  })
  return { cells: new Map(cells), ...place(offsetOf(item)) }
}

function offsetOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0
}
