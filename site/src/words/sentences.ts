/** Arguments of the sentences that are made from figures: numbers already written in the reader's language. */

/** Twelve months; a number that is hidden or not known is a word. */
export interface SpanWords {
  readonly from: string
  readonly to: string
  readonly opened: string
  readonly merged: string
  readonly closed: string
  readonly outside: string
}

export interface Comparison {
  readonly now: SpanWords
  /** Absent when the twelve months before are hidden or not known. */
  readonly before: SpanWords | undefined
}

export interface LatestWords {
  readonly month: string
  readonly value: string
  readonly yearAgo: string | undefined
}

export interface ResponseWords {
  readonly month: string
  readonly value: string
  readonly p90: string | undefined
}

/** What a subtitle counts by, and from when to when. */
export interface Scope {
  readonly grain: string
  readonly period: string
}
