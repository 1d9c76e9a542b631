/** Arguments of the sentences that are made from figures: numbers already written in the reader's language. */

/** A number with the word that stands for it, for plurals. */
export interface Counted {
  readonly count: number
  readonly text: string
}

/** Counts over a period beside those of the period before; absent where these are hidden or not known. */
export interface Compared {
  readonly over: string
  readonly against: string
  readonly now: Readonly<Record<string, Counted>>
  readonly before: Readonly<Record<string, Counted>> | undefined
}

/** A value of one period beside that of an earlier one. */
export interface Told {
  readonly during: string
  readonly value: string
  /** The number behind the value, for plurals. */
  readonly count: number
  readonly before: { readonly during: string; readonly value: string } | undefined
}

/** How long something took, and a year before. */
export interface Waited {
  readonly during: string
  readonly value: string
  readonly before: string | undefined
}
