import type { UsageDetail } from '#data/model/failures.ts'
import type { KeyPath } from './options.ts'

/** A YAML text with the places of its keys and values. */
export interface YamlDocument {
  readonly value: unknown
  /** What keeps the text from being YAML; then `value` is null. */
  readonly problems: readonly UsageDetail[]
  /** Where a key or its value stands; the nearest holder of it when it is not there itself. */
  locate(path: KeyPath, at: 'key' | 'value'): { readonly line: number; readonly column: number }
}

/** The parser is loaded on first use: built-in packs are compiled and never need it. */
export async function openYaml(file: string, text: string): Promise<YamlDocument> {
  const { isCollection, isMap, isNode, isScalar, LineCounter, parseDocument } = await import('yaml')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true })

  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const locate = (path: KeyPath, at: 'key' | 'value') => {
    let node: unknown = document.contents
    let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0
    path.forEach((key, depth) => {
      if (at === 'key' && depth === path.length - 1 && isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
        if (isScalar(pair?.key)) offset = pair.key.range?.[0] ?? offset
        return
      }
      node = isCollection(node) ? node.get(key, true) : undefined
      if (isNode(node)) offset = node.range?.[0] ?? offset
    })
    return place(offset)
  }

  const problems = document.errors.map((error) => ({
    message: error.message,
    file,
    ...place(error.pos[0]),
  }))
  return { value: problems.length > 0 ? null : document.toJS(), problems, locate }
}
