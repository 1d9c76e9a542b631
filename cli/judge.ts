import { instant } from '#collectors/clock.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { LintReport, SubjectReport } from '#data/model/lint.ts'
import type { Stage } from '#data/model/vocabulary.ts'
import { whatChangeAdds } from '#policies/change.ts'
import { lint } from '#policies/engine.ts'
import type { RulePack } from '#policies/rule.ts'
import type { Config } from './config.ts'
import type { Fixing } from './fix.ts'
import type { Io } from './io.ts'
import { openSubjects } from './lint-subjects.ts'
import type { OpenSubject } from './open-subject.ts'

interface Judging {
  readonly packs: readonly RulePack[]
  readonly asOf: string
  readonly stage: Stage | undefined
}

/** Judges every subject in turn and keeps the outcomes of those that came from the database, or all with `--record`. */
export async function judgeAll(call: {
  readonly io: Io
  readonly config: Config
  readonly packs: readonly RulePack[]
  readonly subjects: readonly string[]
  readonly options: {
    readonly as?: string
    readonly record?: boolean
    readonly stage?: Stage
    readonly quiet?: boolean
  }
  readonly signal: AbortSignal
  /** Mends what it can in each subject, and answers how that stands then. */
  readonly fixing?: Fixing | undefined
}): Promise<LintReport> {
  const { io, config, packs, options, signal } = call
  const now = io.now().toISOString()
  const asOf = now.slice(0, 10)
  const asked = call.subjects.length === 0 ? ['.'] : call.subjects
  const log = (message: string) => void (options.quiet === true || io.err(`${message}\n`))
  const opened = openSubjects(asked, { config, cwd: io.cwd, env: io.env, as: options.as, signal, log })
  try {
    const judged: { subject: OpenSubject; report: SubjectReport }[] = []
    for await (const subject of opened.subjects) {
      judged.push({ subject, report: await judgeAndFix(subject, { packs, asOf, stage: options.stage }, call.fixing) })
      if (signal.aborted) break
    }
    const about = { asOf, packs: packs.map(({ id, digest }) => ({ id, digest })) }
    // The rules of one stage, or what a change adds, are not how a repository stands.
    const isWhole = ({ change }: OpenSubject) => options.stage === undefined && change === undefined
    const kept = judged.filter(({ subject }) => isWhole(subject) && (options.record === true || subject.isStored))
    if (kept.length > 0) await opened.save({ ...about, subjects: kept.map(({ report }) => report) }, instant(now))
    return { ...about, subjects: judged.map(({ report }) => report) }
  } finally {
    opened.close()
  }
}

async function judgeAndFix(opened: OpenSubject, judging: Judging, fixing: Fixing | undefined): Promise<SubjectReport> {
  const report = await judgeOne(opened, judging)
  opened.judged?.()
  if (fixing === undefined) return report
  const { fix } = await import('./fix.ts')
  return fix({ opened, report, judge: (again) => judgeOne(again, judging) }, fixing)
}

async function judgeOne(opened: OpenSubject, judging: Judging): Promise<SubjectReport> {
  const { change, source } = opened
  const head = await judgeSource(source, { opened, judging })
  if (change === undefined) return head
  const named = { ...head, subject: source.identity.origin, change: change.about }
  // Of a side that cannot be read no difference is known.
  if (head.outcomes.length === 0) return named
  const base = await judgeSource(change.base, { opened, judging })
  if (base.outcomes.length === 0) return { ...named, coverage: 'unknown', outcomes: [] }
  const before = new Map((await change.base.entries()).map(({ path, oid }) => [path, oid]))
  const after = new Map((await source.entries()).map(({ path, oid }) => [path, oid]))
  return whatChangeAdds({ base, head: named, isTouched: (path) => before.get(path) !== after.get(path) })
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
    const { origin, repository = null, folder } = source.identity
    return {
      subject: repository ?? origin,
      repository,
      ...(folder !== undefined && { folder }),
      kind: 'other',
      line: null,
      coverage: 'unknown',
      component: null,
      outcomes: [],
    }
  }
}
