/** What queries found in a document, by the name of the query. */
export type FoundValues = Readonly<Record<string, readonly FoundValue[]>>

export interface FoundValue {
  /** The value as text, at most 500 characters; null for a list, a mapping and null itself. */
  readonly text: string | null
  readonly type: 'text' | 'number' | 'flag' | 'null' | 'list' | 'mapping' | 'element' | 'attribute'
  /** Absent for what was computed rather than found (`count(...)`). */
  readonly line?: number
  readonly column?: number
}

export interface QueryOptions {
  /** XPath or JSONPath by name. */
  readonly queries: Readonly<Record<string, string>>
}
