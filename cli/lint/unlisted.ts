import type { SourceFailure } from '#data/model/failures.ts'
import type { SubjectReport } from '#data/model/lint.ts'
import type { SourceIdentity } from '#data/model/source.ts'

/** A subject of which nothing is known. */
export function unlisted({ origin, repository, folder }: SourceIdentity, why?: SourceFailure): SubjectReport {
  return {
    subject: repository ?? origin,
    repository: repository ?? null,
    ...(folder !== undefined && { folder }),
    kind: 'other',
    line: null,
    coverage: 'unknown',
    component: null,
    outcomes: [],
    ...(why && { unread: { kind: why.kind, message: why.message } }),
  }
}
