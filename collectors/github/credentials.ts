/** Something that a client may show to a host. */
export interface Credential {
  /** What people call it (`GITHUB_TOKEN`, `app 1234`), for messages: never the secret. */
  readonly name: string
  /** The token to send now. */
  token(): Promise<string>
  /** Gets another token in place of one that was refused; absent where only people can. */
  readonly renew?: (refused: string) => Promise<void>
}

/** A token as people make one. */
export interface GivenToken {
  /** Name of the environment variable it was read from. */
  readonly name: string
  readonly token: string
}

export function tokenCredential({ name, token }: GivenToken): Credential {
  return { name, token: async () => token }
}
