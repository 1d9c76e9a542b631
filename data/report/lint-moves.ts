import type { ReportHistory } from './history.ts'
import type { Period } from './period.ts'

/** How many repositories break a rule at the end of a period, and broke it at its beginning. */
export interface RuleMove {
  readonly code: string
  readonly rule: string
  readonly toCorrect: number
  readonly judged: number
  readonly toCorrectBefore: number
  readonly judgedBefore: number
  /** Gravity at the end; at the beginning where it was another. */
  readonly severity: string
  readonly severityBefore: string | null
}

export interface ConformityMove {
  readonly pack: string
  /** Share of 1. */
  readonly held: number
  readonly heldBefore: number
}

type Span = ReportHistory['lint'][number]

/** Rules that another number of repositories break, or whose gravity changed; undefined where nothing was judged at one of the two ends. */
export function ruleMoves(history: ReportHistory, period: Period): readonly RuleMove[] | undefined {
  const ends = endsOf(history, period)
  if (ends === undefined) return undefined
  const before = Map.groupBy(ends.before, ({ rule }) => rule)
  const moves = [...Map.groupBy(ends.after, ({ rule }) => rule)].flatMap(([rule, after]): readonly RuleMove[] => {
    const earlier = before.get(rule)
    const [first] = after
    if (earlier === undefined || first === undefined) return []
    const [now, then] = [standing(after), standing(earlier)]
    const severityBefore = earlier[0]?.severity ?? first.severity
    const hasTurned = severityBefore !== first.severity
    if (now.toCorrect === then.toCorrect && !hasTurned) return []
    return [
      {
        ...{ code: first.code, rule, toCorrect: now.toCorrect, judged: now.judged },
        ...{ toCorrectBefore: then.toCorrect, judgedBefore: then.judged },
        ...{ severity: first.severity, severityBefore: hasTurned ? severityBefore : null },
      },
    ]
  })
  const size = ({ toCorrect, toCorrectBefore }: RuleMove) => Math.abs(toCorrect - toCorrectBefore)
  return moves.sort(
    (a, b) => Number(b.severityBefore !== null) - Number(a.severityBefore !== null) || size(b) - size(a),
  )
}

/** Share of what the rules of each pack ask that holds, at both ends of a period. */
export function conformityMoves(history: ReportHistory, period: Period): readonly ConformityMove[] | undefined {
  const ends = endsOf(history, period)
  if (ends === undefined) return undefined
  const before = Map.groupBy(ends.before, ({ pack }) => pack)
  return [...Map.groupBy(ends.after, ({ pack }) => pack)].flatMap(([pack, after]) => {
    const [now, then] = [standing(after), standing(before.get(pack) ?? [])]
    if (now.judged === 0 || then.judged === 0) return []
    return [{ pack, held: now.held / now.judged, heldBefore: then.held / then.judged }]
  })
}

/** What held when the period began and when it ended. */
function endsOf({ lint, judgedAt }: ReportHistory, { from, to }: Period) {
  const [start, end] = [`${from}T00:00:00Z`, `${to}T23:59:59Z`]
  const [first] = judgedAt
  if (first === undefined || first >= start) return undefined
  return { before: holdingAt(lint, start), after: holdingAt(lint, end) }
}

function holdingAt(spans: readonly Span[], at: string): readonly Span[] {
  return spans.filter(({ since_at, until_at }) => since_at <= at && (until_at === null || until_at > at))
}

function standing(spans: readonly Span[]) {
  const sum = (...states: readonly string[]) =>
    spans.filter(({ state }) => states.includes(state)).reduce((total, { subjects }) => total + subjects, 0)
  return {
    ...{ held: sum('held'), toCorrect: sum('to-correct') },
    judged: sum('held', 'to-correct', 'dated-exception'),
  }
}
