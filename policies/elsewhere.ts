import { type FactCache, type GatheredFacts, gather } from '#data/facts/gather.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { Entry, LoggedCommit, Ref, Source } from '#data/model/source.ts'
import type { Check, EvidenceNeed, Subject } from './rule.ts'

/** What a check is handed that is about another branch than the one before us. */
export interface Elsewhere {
  readonly needs: readonly EvidenceNeed[]
  readonly subject: Subject
  readonly entries: readonly Entry[]
  readonly facts: GatheredFacts
  readonly log: readonly LoggedCommit[] | undefined
}

interface Visit {
  readonly source: Source
  readonly check: Check
  readonly options: unknown
  readonly subject: Subject
  readonly refs: readonly Ref[] | undefined
  readonly cache?: FactCache | undefined
}

/**
 * Reads what a check needs from the branch that it is about. Undefined where that is what lies before us, where the
 * branch does not exist and outside git; `{ branch }` where its files are not to be had here.
 */
export async function lookElsewhere(visit: Visit): Promise<Elsewhere | { readonly branch: string } | undefined> {
  const { check, options, refs, source } = visit
  const branch = check.branch?.(options)
  const ref = refs?.find(({ kind, name }) => kind === 'branch' && name === branch)
  const { head } = source.identity
  if (branch === undefined || ref === undefined || head === undefined || ref.oid === head) return undefined
  try {
    const there = await source.at?.(ref.oid)
    if (there === undefined) return { branch }
    try {
      return await readThere(there, visit)
    } finally {
      await there.close?.()
    }
  } catch (failure) {
    if (failure instanceof SourceFailure && failure.kind !== 'interrupted') return { branch }
    throw failure
  }
}

async function readThere(there: Source, { check, options, cache, ...visit }: Visit): Promise<Elsewhere> {
  const entries = await there.entries()
  const subject = { ...visit.subject, identity: { ...visit.subject.identity, head: there.identity.head } }
  const needs = check.needs(options, { ...subject, entries })
  const facts = await gather({ source: there, entries, needs, ...(cache && { cache }) })
  const log = check.needsLog || check.wantsLog ? await there.log?.() : undefined
  return { needs, subject, entries, facts, log }
}
