import type { ScorecardState } from '../../model/governance.ts'
import type { Severity } from '../../model/vocabulary.ts'
import type { REPOSITORY_STREAMS } from '../../reference/streams.ts'
import type { ChangeKind } from '../changes.ts'
import type { GovernanceMove } from '../governance-moves.ts'
import type { IndicatorState } from '../indicators.ts'
import type { RuleMove } from '../lint-moves.ts'
import type { PeriodKind } from '../period.ts'
import type { Proposal } from '../proposals.ts'
import type { GovernanceSummary, Report } from '../report.ts'

type Of<Kind extends Proposal['kind']> = Extract<Proposal, { readonly kind: Kind }>
type Counting = 'releases' | 'adopters' | 'repositories' | 'archived' | 'waivers' | 'opened' | 'merged'

/** Every sentence of a report, in one language: value, period, comparison; never a cause, a forecast or a judgement. */
export interface ReportWords {
  readonly colon: string
  readonly semicolon: string
  readonly unknown: string
  readonly unknownShort: string
  readonly kinds: Readonly<Record<PeriodKind, string>>
  readonly spanned: (from: string, to: string) => string
  readonly before: Readonly<Record<PeriodKind, string>>
  readonly result: (counts: {
    readonly reached: number
    readonly targets: number
    readonly behind: number
    readonly unknown: number
  }) => string
  readonly scope: (scope: Report['scope']) => string
  readonly dataOf: (day: string) => string
  readonly nothingCollected: string
  readonly isPartial: (day: string) => string
  readonly decisions: {
    readonly title: string
    readonly none: string
    readonly absent: string
    readonly decided: (day: string, body: string) => string
    readonly undone: (due: string | null) => string
    readonly done: (day: string) => string
    readonly noDeadline: string
  }
  readonly open: {
    readonly title: string
    readonly none: string
    readonly asked: (day: string, body: string) => string
    readonly late: (due: string) => string
    readonly due: (due: string) => string
  }
  readonly changes: {
    readonly title: string
    readonly others: (count: number) => string
    readonly against: (before: string, period: string) => string
    /** Kinds of change in one line, where a report is to be short. */
    readonly quiet: (kinds: string) => string
    readonly unread: (kinds: string) => string
    readonly nouns: Readonly<Record<ChangeKind, string>>
    readonly same: (period: string) => string
    readonly beforeUnknown: Readonly<Record<PeriodKind, string>>
    readonly counted: Readonly<Record<Counting, readonly [none: string, one: string, many: string]>>
    readonly unknown: Readonly<Record<ChangeKind, string>>
    readonly outside: (count: number) => string
    readonly outsideBefore: (count: number) => string
    readonly firstOutside: (count: number) => string
    readonly rules: (count: number) => string
    readonly rule: (move: RuleMove) => string
    readonly turned: (from: string, to: string) => string
    readonly severities: Readonly<Record<Severity, string>>
    readonly conformity: string
    readonly pack: (pack: string, held: string, before: string) => string
    readonly governance: (count: number) => string
    readonly activity: (title: string, move: GovernanceMove) => string
    readonly items: {
      readonly release: (component: string, version: string) => string
      readonly adopter: (organisation: string, component: string, state: string) => string
      readonly repository: (component: string) => string
      readonly archived: (component: string, successor: string | null) => string
      readonly waiver: (component: string, code: string) => string
    }
    readonly adopterStates: Readonly<Record<string, string>>
  }
  readonly targets: {
    readonly title: string
    readonly none: string
    readonly head: readonly string[]
    readonly of: (part: string, whole: string) => string
    readonly cases: (count: number) => string
    readonly rolling: (month: string) => string
    readonly month: (month: string) => string
    readonly today: (day: string) => string
    readonly bound: Readonly<Record<'at-least' | 'at-most', (value: string) => string>>
    readonly by: (target: string, day: string) => string
    readonly noTarget: string
    readonly unchanged: string
    readonly states: Readonly<Record<IndicatorState, string>>
    readonly points: (value: string, size: number) => string
    readonly days: (value: string) => string
    readonly rule: string
    readonly series: string
    readonly seriesNote: string
  }
  readonly proposals: {
    readonly title: string
    readonly note: string
    readonly none: string
    readonly over: string
    readonly heads: Readonly<Record<Proposal['kind'], string>>
    readonly overPromise: (facts: Of<'over-promise'>) => string
    readonly waivers: (count: number, first: string) => string
    readonly withoutPlan: (facts: Of<'without-plan'>, since: string | null) => string
    readonly plans: (count: number) => string
    readonly blocking: (facts: Of<'blocking'>) => string
    readonly targetPassed: (title: string, value: string, target: string) => string
    readonly reconfirm: (count: number) => string
    readonly requests: (count: number) => string
    readonly facts: (count: number) => string
  }
  readonly governance: {
    readonly title: string
    readonly none: string
    readonly over: string
    readonly summary: (facts: GovernanceSummary) => string
    readonly states: Readonly<Record<ScorecardState, string>>
    readonly counts: (counts: string) => string
    readonly head: readonly string[]
    readonly credit: string
  }
  readonly quality: {
    readonly title: string
    readonly head: readonly string[]
    readonly streams: Readonly<Record<(typeof REPOSITORY_STREAMS)[number], string>>
    readonly failed: (collector: string, scope: string, day: string | null) => string
    readonly noneFailed: string
    readonly gap: (kind: string, reason: string, count: number) => string
    readonly reasons: Readonly<Record<string, string>>
    readonly registers: (told: string) => string
    readonly register: (title: string, lines: number | null) => string
    readonly judged: (day: string | null) => string
    readonly figures: string
    readonly figure: (title: string, source: string, day: string, read: string) => string
    readonly read: (complete: number, repositories: number) => string
    readonly short: (complete: number, repositories: number, failed: number) => string
  }
}
