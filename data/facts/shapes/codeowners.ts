/** Who must look at what. Mail addresses are counted and not kept. */
export interface Codeowners {
  readonly entries: readonly {
    readonly pattern: string
    readonly owners: readonly CodeOwner[]
    readonly line: number
  }[]
  readonly problems: readonly {
    /** `invalid-pattern`: one that the host never matches (`!`, `[`); `invalid-owner`: neither `@user`, `@organisation/team` nor an address. */
    readonly code: 'invalid-pattern' | 'invalid-owner'
    readonly text: string
    readonly line: number
  }[]
}

export interface CodeOwner {
  readonly kind: 'user' | 'team' | 'email'
  /** Without `@`; null for an address. */
  readonly handle: string | null
}
