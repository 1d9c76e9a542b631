import type { ComponentKind, Confidence, Coverage, FailureKind, Outcome, PlatformLine, Severity } from './vocabulary.ts'

/** Values that a sentence is made of, at the edge and in the reader's language. */
export type MessageArgs = Readonly<Record<string, string | number | readonly string[]>>

export interface Location {
  readonly path: string
  /** From 1; absent when the finding is about the whole file. */
  readonly line?: number
  readonly column?: number
}

/** A share measured against a threshold, all three as found. `threshold` is a share between 0 and 1. */
export interface Rate {
  readonly numerator: number
  readonly denominator: number
  readonly threshold: number
}

/** What the engine says of one rule on one subject, at one place. Data only: no sentence in any language. */
export interface Finding {
  /** Id of the rule, `subject/desired-state`. */
  readonly rule: string
  /** Short stable code (`POM-05`). */
  readonly code: string
  readonly outcome: Outcome
  readonly severity: Severity
  readonly confidence: Confidence
  readonly messageId: string
  readonly args: MessageArgs
  readonly location?: Location
  readonly rate?: Rate
  readonly waiver?: { readonly reason: string; readonly until: string; readonly approvedBy: string }
  /** sha256 of (code, path, normalised text, ordinal), hexadecimal: survives moved lines and other languages. */
  readonly fingerprint: string
}

/** One outcome per rule and subject: the worst of its findings, or pass, not-applicable, unknown. */
export interface RuleOutcome {
  readonly rule: string
  readonly code: string
  readonly pack: string
  readonly outcome: Outcome
  readonly severity: Severity
  readonly findings: readonly Finding[]
}

/** A component as the linter met it. */
export interface JudgedComponent {
  /** Folder in the repository; empty for the root. */
  readonly path: string
  readonly groupId: string | null
  readonly artifactId: string | null
  readonly version: string | null
  readonly title: string | null
}

/** A change request that was judged by what it adds. */
export interface JudgedChange {
  readonly number: number
  /** Branch that it is proposed to. */
  readonly baseBranch: string
  /** Commit that it sets out from. */
  readonly base: string
  /** Commit that it leads to. */
  readonly head: string
  /** `owner/name` it comes from; null once that is gone. */
  readonly headRepository: string | null
}

/** Everything judged about one subject. */
export interface SubjectReport {
  /** `owner/name` when known, else where it was read. */
  readonly subject: string
  /** `owner/name`, or null when nothing said so. */
  readonly repository: string | null
  /** Folder of the repository that was judged alone and that paths are relative to; left out for the whole of it. */
  readonly folder?: string | undefined
  readonly kind: ComponentKind
  readonly line: PlatformLine | null
  readonly coverage: Coverage
  /** What is built from the subject, as its classifier concluded; null when nothing could be concluded. */
  readonly component: JudgedComponent | null
  readonly outcomes: readonly RuleOutcome[]
  /** Why its files could not even be listed; there are no outcomes then. */
  readonly unread?: { readonly kind: FailureKind; readonly message: string }
  /** Left out unless the subject is a change request; then the outcomes are those of what it adds. */
  readonly change?: JudgedChange
}

/** Findings that came and went since an earlier run, by repository and rule. */
export interface Progress {
  /** Instant of the earlier run. */
  readonly since: string
  readonly rows: readonly {
    readonly owner: string
    readonly repository: string
    readonly rule: string
    readonly code: string
    readonly added: number
    readonly mended: number
  }[]
}

export interface LintReport {
  /** Day against which waivers were read, `YYYY-MM-DD`. */
  readonly asOf: string
  readonly packs: readonly { readonly id: string; readonly digest: string }[]
  readonly subjects: readonly SubjectReport[]
  /** Absent when nothing was kept, or nothing had been before. */
  readonly progress?: Progress
}
