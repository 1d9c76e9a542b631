import { lintFindings } from '../queries/lint-findings.ts'
import { lintOutcomes } from '../queries/lint-outcomes.ts'
import { lintPacks } from '../queries/lint-packs.ts'
import { lintSubjects } from '../queries/lint-subjects.ts'
import type { RowOf } from '../queries/query.ts'
import type { Store } from '../store.ts'
import { type ExportScope, type ExportTable, repositoryName } from './export-table.ts'

export type ConformityDetail = 'off' | 'summary' | 'detail'

export interface ConformityOptions {
  readonly detail: ConformityDetail
  /** Ids of the rules that the audience may see; undefined for all of them. */
  readonly rules: ReadonlySet<string> | undefined
}

type OutcomeRow = RowOf<typeof lintOutcomes>

/**
 * What the linter said, as far as the audience may know. Somebody else's repository appears only when it follows every
 * rule and its organisation agreed: a failure there is theirs to tell.
 */
export async function conformityTables(
  store: Pick<Store, 'ask'>,
  scope: ExportScope,
  options: ConformityOptions,
): Promise<readonly ExportTable[]> {
  if (options.detail === 'off') return []
  const all = { owner: '', name: '' }
  const isShown = (row: { server: string; owner: string; repository: string; rule: string }): boolean =>
    scope.repositories.has(repositoryName(row)) && (options.rules?.has(row.rule) ?? true)
  const isDetailed = (row: { server: string; owner: string; repository: string }): boolean =>
    scope.profile === 'internal' || scope.repositories.get(repositoryName(row))?.isOwn === true
  const agreedOn = (row: { server: string; owner: string; repository: string }): string | null =>
    scope.repositories.get(repositoryName(row))?.agreedOn ?? null
  const hasAgreed = (row: { server: string; owner: string; repository: string }): boolean => agreedOn(row) !== null
  const outcomes = (await store.ask(lintOutcomes, all)).filter(isShown)
  const findings = options.detail === 'detail' ? (await store.ask(lintFindings, all)).filter(isShown) : []
  const conformity = summaries(await store.ask(lintSubjects, {}), outcomes).filter(
    (row) => isDetailed(row.of) || (hasAgreed(row.of) && row.counts.to_correct + row.counts.not_checked === 0),
  )
  return [
    { table: 'lint_pack', rows: await store.ask(lintPacks, {}) },
    {
      table: 'conformity',
      rows: conformity.map(
        ({ of: { kind, line, coverage, is_counted, as_of, head_oid, ...key }, counts, exceptionsUntil }) => ({
          ...{ repository: repositoryName(key), kind, line, coverage, is_counted, as_of, head_oid },
          ...{ ...counts, agreed_on: agreedOn(key), exceptions_until: exceptionsUntil },
        }),
      ),
    },
    { table: 'lint_outcome', rows: outcomes.filter(isDetailed).map(outcomeRow) },
    { table: 'lint_finding', rows: findings.filter(isDetailed).map(findingRow) },
  ]
}

interface Counts {
  readonly held: number
  readonly to_correct: number
  readonly dated_exception: number
  readonly not_checked: number
}

function summaries(subjects: readonly RowOf<typeof lintSubjects>[], outcomes: readonly OutcomeRow[]) {
  const byRepository = Map.groupBy(outcomes, repositoryName)
  return subjects.flatMap((subject) => {
    const rows = byRepository.get(repositoryName(subject)) ?? []
    const count = (is: (row: OutcomeRow) => boolean): number => rows.filter(is).length
    const counts: Counts = {
      held: count(({ outcome }) => outcome === 'pass'),
      to_correct: count((row) => row.outcome === 'fail' && !isException(row)),
      dated_exception: count(isException),
      not_checked: count(({ outcome }) => outcome === 'unknown' || outcome === 'error'),
    }
    const ends = rows.filter(isException).flatMap(({ waived_until }) => waived_until ?? [])
    const exceptionsUntil = ends.toSorted().at(-1) ?? null
    return rows.length === 0 ? [] : [{ of: subject, counts, exceptionsUntil }]
  })
}

/** Every single finding has a waiver: one without makes the rule something to correct. */
function isException(row: OutcomeRow): boolean {
  return row.outcome === 'fail' && row.findings > 0 && row.open_findings === 0
}

function outcomeRow(row: OutcomeRow): ExportTable['rows'][number] {
  return {
    ...{ repository: repositoryName(row), rule: row.rule, code: row.code, pack: row.pack, outcome: row.outcome },
    ...{ severity: row.severity, findings: row.findings, waived_until: isException(row) ? row.waived_until : null },
  }
}

function findingRow(row: RowOf<typeof lintFindings>): ExportTable['rows'][number] {
  const { server: _server, owner: _owner, waiver_until, ...finding } = row
  return { ...finding, repository: repositoryName(row), waived_until: waiver_until }
}
