/** What a manifest that is no Maven build file says of the software it brings in. */
export interface BrickList {
  /** What the manifest is about, when it says so. */
  readonly about: {
    readonly name: string | null
    readonly version: string | null
    /** As written: an SPDX expression where the ecosystem has people write one. */
    readonly license: string | null
  }
  readonly bricks: readonly UsedBrick[]
}

export interface UsedBrick {
  /** Type of a package address: `npm`, `docker`, `githubactions`, or whatever a bill of materials names. */
  readonly type: string
  readonly namespace: string | null
  readonly name: string
  /** Version or range as written; null when none is, or when a variable without a value stands there. */
  readonly version: string | null
  readonly scope: BrickScope
  readonly license: string | null
  /** Line of the manifest, from 1; null where its syntax gives none. */
  readonly line: number | null
}

/**
 * `runtime`: shipped with the component. `build`, `test`: needed to make it. `image`: what it stands on. `ci`: steps of its
 * pipeline. `indirect`: told by the dependency graph of the host alone, and by no manifest: something else brings it in.
 */
export type BrickScope = 'runtime' | 'optional' | 'build' | 'test' | 'image' | 'ci' | 'indirect'
