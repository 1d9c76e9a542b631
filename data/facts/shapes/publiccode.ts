import type { SpdxReading } from './spdx.ts'

/** A `publiccode.yml`, node by node. What names a person (contacts) is measured and not kept. */
export interface Publiccode {
  readonly isUtf8: boolean
  /** What keeps the file from being YAML; then there are no nodes. */
  readonly problems: readonly { readonly message: string; readonly line: number; readonly column: number }[]
  /** In the order of the file, a holder before what it holds; the whole file is the node without path. */
  readonly nodes: readonly YamlNode[]
  /** `legal.license`, read as an expression; null when it is not there. */
  readonly license: SpdxReading | null
}

export interface YamlNode {
  /** Keys and, in lists, positions from 0. */
  readonly path: readonly (string | number)[]
  readonly kind: 'map' | 'list' | 'text' | 'number' | 'flag' | 'nothing'
  /** A single value as written, at most 2,000 characters; null for the rest and for what names a person. */
  readonly text: string | null
  /** Characters of a single value, members of a map or list. */
  readonly length: number
  /** Of the key, or of the member of a list. */
  readonly line: number
  readonly column: number
}
