import { instant } from '#collectors/clock.ts'
import type { Instant } from '#data/model/instant.ts'
import type { LintReport, SubjectReport } from '#data/model/lint.ts'
import type { Stage } from '#data/model/vocabulary.ts'
import type { RulePack } from '#policies/rule.ts'
import type { Config } from '../config.ts'
import type { Io } from '../io.ts'
import { isPath } from './asked.ts'
import type { Fixing } from './fix.ts'
import type { Judging } from './judge-one.ts'
import type { OpenSubject } from './open-subject.ts'

/** Judges every subject in turn and keeps the outcomes of those that came from the database, or all with `--record`. */
export async function judgeAll(call: {
  readonly io: Io
  readonly config: Config
  readonly packs: readonly RulePack[]
  readonly subjects: readonly string[]
  readonly options: {
    readonly as?: string
    readonly record?: boolean
    /** Packs that were named, instead of those of the configuration. */
    readonly pack?: readonly string[]
    readonly stage?: Stage
    readonly quiet?: boolean
    /** Instant to compare with; the last run when left out. */
    readonly since?: Instant | undefined
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
  const judging = { packs, asOf, stage: options.stage }
  const about = { asOf, packs: packs.map(({ id, digest }) => ({ id, digest })) }
  if (call.fixing === undefined && options.record !== true && asked.every((one) => isPath(one, io.cwd))) {
    const keepsFacts = asked.length === 1
    const { judgePaths } = await import('./judge-fleet.ts')
    const subjects = await judgePaths(asked, {
      ...judging,
      ...{ cwd: io.cwd, env: io.env, as: options.as, keepsFacts, signal },
    })
    return { ...about, subjects }
  }
  const { openSubjects } = await import('./subjects.ts')
  const opened = openSubjects(asked, { config, cwd: io.cwd, env: io.env, as: options.as, signal, log })
  try {
    const judged: { subject: OpenSubject; report: SubjectReport }[] = []
    for await (const subject of opened.subjects) {
      judged.push({ subject, report: await judgeAndFix(subject, judging, call.fixing) })
      if (signal.aborted) break
    }
    // The rules of one stage, or what a change adds, are not how a repository stands.
    const isWhole = ({ change }: OpenSubject) => options.stage === undefined && change === undefined
    const kept = judged.filter(({ subject }) => isWhole(subject) && (options.record === true || subject.isStored))
    const report = { ...about, subjects: judged.map((one) => one.report) }
    for (const { subject, report: told } of judged) {
      if (options.record !== true || subject.change === undefined) continue
      const isKept = await opened.saveVerdict(told, instant(now))
      if (!isKept) log(`${told.subject}: not kept, for this change request is not collected`)
    }
    if (kept.length === 0) return report
    const when = { at: instant(now), since: options.since, isPart: options.pack !== undefined }
    const progress = await opened.save({ ...about, subjects: kept.map((one) => one.report) }, when)
    return { ...report, ...(progress && { progress }) }
  } finally {
    opened.close()
  }
}

async function judgeAndFix(opened: OpenSubject, judging: Judging, fixing: Fixing | undefined): Promise<SubjectReport> {
  const { judgeOne } = await import('./judge-one.ts')
  const report = await judgeOne(opened, judging)
  opened.judged?.()
  if (fixing === undefined) return report
  const { fix } = await import('./fix.ts')
  return fix({ opened, report, judge: (again) => judgeOne(again, judging) }, fixing)
}
