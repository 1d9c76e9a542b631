import type { Finding, RuleOutcome, SubjectReport } from '#data/model/lint.ts'
import type { Oid } from '#data/model/oid.ts'

export interface Sides {
  /** Where the change sets out from. */
  readonly base: SubjectReport
  /** Where it leads. */
  readonly head: SubjectReport
  /** Ids of files by path, before the change and after it. */
  readonly before: ReadonlyMap<string, Oid>
  readonly after: ReadonlyMap<string, Oid>
}

/**
 * What a change adds: the report of its head without what stood at its base already. Of such a report "pass" says that
 * the change breaks nothing more, whatever the repository did before it.
 */
export function whatChangeAdds({ base, head, ...files }: Sides): SubjectReport {
  const judged = new Map(base.outcomes.map((outcome) => [outcome.rule, outcome]))
  const origins = movedFiles(files)
  const isTouched = (path: string) => files.before.get(path) !== files.after.get(path)
  const outcomes = head.outcomes.map((after) => added(after, { before: judged.get(after.rule), origins, isTouched }))
  return { ...head, outcomes }
}

interface Change {
  readonly before: RuleOutcome | undefined
  /** Where files that the change moved lay before, by where they lie now. */
  readonly origins: ReadonlyMap<string, string>
  /** Whether the change adds this path or gives it another content. */
  isTouched(path: string): boolean
}

function added(after: RuleOutcome, { before, origins, isTouched }: Change): RuleOutcome {
  if (after.outcome !== 'fail') return after
  const known = new Set(before?.findings.map(({ fingerprint }) => fingerprint))
  const hasMoved = movedAlong(before?.findings ?? [], origins)
  const wasJudged = before !== undefined && before.outcome !== 'unknown' && before.outcome !== 'error'
  const isNew = (finding: Finding): boolean => {
    if (known.has(finding.fingerprint) || hasMoved(finding)) return false
    // What could not be judged before may have been so all along: only what the change touched is laid at its door.
    const path = finding.location?.path
    return wasJudged || (path !== undefined && isTouched(path))
  }
  const findings = after.findings.filter((finding) => finding.outcome !== 'fail' || isNew(finding))
  if (findings.some(({ outcome }) => outcome === 'fail')) return { ...after, findings }
  if (findings.length > 0) return { ...after, outcome: 'unknown', findings }
  return { ...after, outcome: 'pass', findings: [] }
}

/** Tells findings that stood in a file before it was moved, each once: the same rule says the same of it, but for its path. */
function movedAlong(before: readonly Finding[], origins: ReadonlyMap<string, string>) {
  if (origins.size === 0) return () => false
  const left = new Map<string, number>()
  for (const finding of before) {
    const told = whatIsSaid(finding, (path) => path)
    left.set(told, (left.get(told) ?? 0) + 1)
  }
  return (finding: Finding): boolean => {
    const path = finding.location?.path
    if (path === undefined || !origins.has(path)) return false
    const told = whatIsSaid(finding, (named) => origins.get(named) ?? named)
    const count = left.get(told) ?? 0
    left.set(told, count - 1)
    return count > 0
  }
}

/** What a finding says, each path under the name that it had before; lines may change. */
function whatIsSaid(finding: Finding, nameBefore: (path: string) => string): string {
  const { messageId, args, severity, rate, location } = finding
  const said = Object.entries(args).map(([name, value]) => {
    if (typeof value === 'number') return [name, value] as const
    return [name, typeof value === 'string' ? nameBefore(value) : value.map(nameBefore).sort()] as const
  })
  const place = location === undefined ? null : nameBefore(location.path)
  return JSON.stringify([place, messageId, severity, rate, said.sort()])
}

/**
 * Files that are gone from where they lay and there where none was: with the same content, else with the same name
 * where only one of that name went and only one came.
 */
function movedFiles({ before, after }: Pick<Sides, 'before' | 'after'>): ReadonlyMap<string, string> {
  const gone = new Set([...before.keys()].filter((path) => !after.has(path)))
  const come = new Set([...after.keys()].filter((path) => !before.has(path)))
  const origins = new Map<string, string>()
  const pair = (keyOf: (path: string, oid: Oid) => string, isLone = false) => {
    const here = Map.groupBy(come, (path) => keyOf(path, after.get(path) ?? ''))
    for (const [key, lost] of Map.groupBy(gone, (path) => keyOf(path, before.get(path) ?? ''))) {
      const found = here.get(key) ?? []
      if (isLone && (lost.length > 1 || found.length > 1)) continue
      for (const [index, path] of found.slice(0, lost.length).entries()) {
        const origin = lost[index] ?? path
        origins.set(path, origin)
        gone.delete(origin)
        come.delete(path)
      }
    }
  }
  pair((path, oid) => `${oid} ${nameOf(path)}`)
  pair((_path, oid) => oid)
  pair(nameOf, true)
  return origins
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
