/** Places where something shaped like a secret stands. The value itself is never kept. */
export interface Secrets {
  readonly found: readonly FoundSecret[]
}

export interface FoundSecret {
  /** What it gives access to: `github-token`, `private-key`. */
  readonly kind: string
  /** The beginning that tells the kind, which is alike for all of them: `ghp_…`. */
  readonly shown: string
  /** Of a form that is often meant to be seen. */
  readonly isOftenPublic: boolean
  readonly line: number
  readonly column: number
}
