import { isCollection, isNode } from 'yaml'
import { decodeText } from './decode.ts'
import { type ExtractionProblem, NOT_TEXT } from './extractor.ts'
import { type JsonPlace, jsonPlaces } from './json-places.ts'
import { lineIndex } from './line-index.ts'
import { nestsTooDeep, TOO_DEEP } from './nesting.ts'
import { openYamlTree } from './yaml-tree.ts'

export interface DataDocument {
  readonly value: unknown
  /** Where a value stands, by the keys that lead to it. */
  locate(path: readonly (string | number)[]): { readonly line: number; readonly column: number }
}

type Opened =
  | { readonly ok: true; readonly document: DataDocument }
  | { readonly ok: false; readonly problem: ExtractionProblem }

/**
 * A JSON or YAML file. What the JSON parser takes is JSON, the last of two equal keys counting; the rest is YAML, where
 * such a key is `data-malformed`, as are several documents in one file.
 */
export function openDataDocument(content: Uint8Array): Opened {
  const text = decodeText(content)?.text
  if (text === undefined) return { ok: false, problem: NOT_TEXT }
  if (nestsTooDeep(text)) return { ok: false, problem: TOO_DEEP }
  const document = openJson(text)
  return document === null ? openYaml(content) : { ok: true, document }
}

/** Null for whatever is not JSON. Places are looked for when somebody asks for one. */
function openJson(text: string): DataDocument | null {
  if (!/^\s*[[{"]/u.test(text)) return null
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const lines = lineIndex(text)
  let places: JsonPlace | undefined
  const locate = (path: readonly (string | number)[]) => {
    places ??= jsonPlaces(text)
    let place = places
    for (const key of path) {
      const inner = place.members?.get(key)
      if (inner === undefined) break
      place = inner
    }
    return lines(place.offset)
  }
  return { value, locate }
}

function openYaml(content: Uint8Array): Opened {
  const opened = openYamlTree(content)
  if (!opened.ok) {
    const [problem] = opened.problems
    return { ok: false, problem: problem.code === 'yaml-malformed' ? { ...problem, code: 'data-malformed' } : problem }
  }
  const { document, place, resolved } = opened.tree
  const locate = (path: readonly (string | number)[]) => {
    let node: unknown = document.contents
    let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0
    for (const key of path) {
      const holder = resolved(node)
      node = isCollection(holder) ? holder.get(key, true) : undefined
      if (isNode(node)) offset = node.range?.[0] ?? offset
    }
    return place(offset)
  }
  try {
    // What aliases come to is known to be bearable.
    return { ok: true, document: { value: document.toJS({ maxAliasCount: -1 }), locate } }
  } catch (failure) {
    const message = failure instanceof Error ? failure.message : String(failure)
    return { ok: false, problem: { code: 'data-malformed', message } }
  }
}
