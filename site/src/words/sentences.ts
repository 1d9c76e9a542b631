/** Arguments of the sentences that are made from figures: numbers already written in the reader's language. */
export interface Sentences {
  readonly year: {
    readonly now: Readonly<Record<string, string>>
    readonly total: string
    /** Absent when the twelve months before are not all known. */
    readonly before: Readonly<Record<string, string>> | undefined
    readonly totalBefore: string
    /** Words before a lower bound; empty when no month is hidden. */
    readonly atLeast: string
  }
  readonly reading: {
    readonly period: string
    readonly now: Readonly<Record<string, string>>
    readonly total: string
  }
  readonly latest: {
    readonly month: string
    readonly value: string
    readonly yearAgo: string | undefined
  }
  readonly response: {
    readonly month: string
    readonly value: string
    readonly p90: string | undefined
  }
}
