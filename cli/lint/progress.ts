import type { Instant } from '#data/model/instant.ts'
import type { LintReport, Progress } from '#data/model/lint.ts'
import { lintConfirmations } from '#data/queries/lint-confirmations.ts'
import { lintProgress } from '#data/queries/lint-progress.ts'
import type { Store } from '#data/store.ts'

/** The last time at which all that is judged now had been judged before; undefined when nothing of it had. */
export async function lastJudged(report: LintReport, store: Store): Promise<Instant | undefined> {
  const subjects = new Set(report.subjects.map(({ subject }) => subject))
  const rows = await store.ask(lintConfirmations, {})
  const instants = rows.filter(({ subject }) => subjects.has(subject)).map((row) => row.judged_at)
  return instants.sort()[0]
}

/** What changed in the subjects of a report since an instant. */
export async function progressSince(
  since: Instant,
  { to, report, store }: { readonly to: Instant; readonly report: LintReport; readonly store: Store },
): Promise<Progress> {
  const judged = new Set(report.subjects.map(({ repository }) => repository?.toLowerCase()))
  const rows = await store.ask(lintProgress, { owner: '', from: since, to })
  return {
    since,
    rows: rows
      .filter(({ owner, repository, added, mended }) => {
        return added + mended > 0 && judged.has(`${owner}/${repository}`.toLowerCase())
      })
      .map(({ standing: _standing, ...row }) => row),
  }
}
