import type { FailureKind } from './vocabulary.ts'

/**
 * The world said no: a host, a network, a disk. The run closes `partial` or `skipped`, what was collected stays,
 * and rules that needed the rest answer `unknown`.
 */
export class SourceFailure extends Error {
  override readonly name = 'SourceFailure'
  readonly kind: FailureKind
  /** Instant (epoch milliseconds) before which asking again is impolite; absent when the host did not say. */
  readonly retryAt: number | undefined

  constructor(kind: FailureKind, message: string, options: { retryAt?: number; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.kind = kind
    this.retryAt = options.retryAt
  }
}

/** One place in a file that the user wrote, with what is wrong there. Line and column start at 1. */
export interface UsageDetail {
  readonly message: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

/** Something that the person at the keyboard can mend. Printed short, without a stack; exit code 2. */
export class UsageFailure extends Error {
  override readonly name = 'UsageFailure'
  /** Stable and kebab-case (`config-unknown-key`): tests and scripts hold on to it, never to the sentence. */
  readonly code: string
  readonly hint: string | undefined
  readonly details: readonly UsageDetail[]

  constructor(code: string, message: string, options: { hint?: string; details?: readonly UsageDetail[] } = {}) {
    super(message)
    this.code = code
    this.hint = options.hint
    this.details = options.details ?? []
  }
}
