import { SourceFailure } from '#data/model/failures.ts'
import type { SubjectReport } from '#data/model/lint.ts'
import type { Stage } from '#data/model/vocabulary.ts'
import { whatChangeAdds } from '#policies/change.ts'
import { lint } from '#policies/engine.ts'
import type { RulePack } from '#policies/rule.ts'
import type { OpenSubject } from './open-subject.ts'
import { unlisted } from './unlisted.ts'

/** By what is judged. */
export interface Judging {
  readonly packs: readonly RulePack[]
  readonly asOf: string
  readonly stage: Stage | undefined
}

/** Judges one subject; of a change request, what it adds. */
export async function judgeOne(opened: OpenSubject, judging: Judging): Promise<SubjectReport> {
  const { change, source } = opened
  const head = await judgeSource(source, { opened, judging })
  if (change === undefined) return head
  const named = { ...head, subject: source.identity.origin, change: change.about }
  // Of a side that cannot be read no difference is known.
  if (head.outcomes.length === 0) return named
  const base = await judgeSource(change.base, { opened, judging })
  if (base.outcomes.length === 0)
    return { ...named, coverage: 'unknown', outcomes: [], ...(base.unread && { unread: base.unread }) }
  const before = new Map((await change.base.entries()).map(({ path, oid }) => [path, oid]))
  const after = new Map((await source.entries()).map(({ path, oid }) => [path, oid]))
  return whatChangeAdds({ base, head: named, before, after })
}

/** A tree that cannot be listed is a subject of which nothing is known; it does not stop the others. */
async function judgeSource(
  source: OpenSubject['source'],
  { opened, judging }: { readonly opened: OpenSubject; readonly judging: Judging },
): Promise<SubjectReport> {
  const { factCache, inherited } = opened
  try {
    return await lint({ ...judging, source, ...(factCache && { factCache }), ...(inherited && { inherited }) })
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error
    return unlisted(source.identity, error)
  }
}
