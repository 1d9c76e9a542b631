import { resolve } from 'node:path'
import { instant } from '#collectors/clock.ts'
import { SourceFailure, UsageFailure } from '#data/model/failures.ts'
import type { LintReport, SubjectReport } from '#data/model/lint.ts'
import { SEVERITIES, type Severity, type Stage } from '#data/model/vocabulary.ts'
import { lint as judge } from '#policies/engine.ts'
import { findRule, listRules } from '#policies/registry.ts'
import type { RulePack } from '#policies/rule.ts'
import { sentence } from '#policies/sentence.ts'
import { type Compared, compare, entriesOf, readBaseline, writeBaseline } from '../baseline.ts'
import { type Config, loadConfig } from '../config.ts'
import { EXIT } from '../exit.ts'
import { type CommonOptions, type Io, languageOf } from '../io.ts'
import { openSubjects } from '../lint-subjects.ts'
import type { OpenSubject } from '../open-subject.ts'
import { openPacks } from '../packs.ts'
import { isToMend, type LintReporter, printable, type ReportContext } from '../reporters/lint.ts'
import type { Session } from '../session.ts'
import { toolVersion } from '../version.ts'

interface LintOptions extends CommonOptions {
  readonly pack?: readonly string[]
  readonly all?: boolean
  readonly as?: string
  readonly record?: boolean
  readonly stage?: Stage
  readonly baseline?: string
  readonly writeBaseline?: string
  readonly failOn: Severity
  readonly format: 'text' | 'json' | 'sarif' | 'github' | 'markdown' | 'junit'
}

/** Loaded one at a time: a person at a terminal does not wait for the words of a build server. */
const REPORTERS = {
  text: async () => (await import('../reporters/text.ts')).text,
  json: async () => (await import('../reporters/json.ts')).json,
  sarif: async () => (await import('../reporters/sarif.ts')).sarif,
  github: async () => (await import('../reporters/github.ts')).github,
  markdown: async () => (await import('../reporters/markdown.ts')).markdown,
  junit: async () => (await import('../reporters/junit.ts')).junit,
} as const satisfies Record<LintOptions['format'], () => Promise<LintReporter>>

export async function lint(call: Session & { subjects: readonly string[]; options: LintOptions }): Promise<void> {
  const { io, options } = call
  const config = await loadConfig({ cwd: io.cwd, file: options.config, database: options.db })
  const packs = await openPacks(options.pack ?? config.packs, options.pack ? io.cwd : config.folder)
  refuseEmptyStage(packs, options.stage)
  const reporter = await REPORTERS[options.format]()
  const known = options.baseline === undefined ? undefined : await readBaseline(io.cwd, options.baseline)
  const report = await lintAll({ ...call, config, packs })
  const compared = known && compare(report, known)
  const baseline = call.signal.aborted ? compared : (rewritten(report, { call, compared }) ?? compared)
  io.out(reporter(report, contextOf({ io, options, config, packs, baseline })))
  call.exit(exitCode(report, { failOn: options.failOn, baseline }))
}

/** Without a rule nothing would be judged, which would read as a tree that cannot be. */
function refuseEmptyStage(packs: readonly RulePack[], stage: Stage | undefined): void {
  if (stage === undefined || listRules(packs).some(({ rule }) => rule.stages?.includes(stage) ?? true)) return
  throw new UsageFailure('stage-empty', `no rule of these packs is asked at the stage "${stage}".`, {
    hint: 'Leave --stage out, or name another pack with --pack.',
  })
}

/** Writes what is found today as known, when asked to; from then on it is. */
function rewritten(
  report: LintReport,
  given: { readonly call: Session & { readonly options: LintOptions }; readonly compared: Compared | undefined },
): Compared | undefined {
  const { io, options } = given.call
  if (options.writeBaseline === undefined) return undefined
  const entries = entriesOf(report, given.compared?.unchecked)
  writeBaseline(resolve(io.cwd, options.writeBaseline), entries)
  if (options.quiet !== true) io.err(`${options.writeBaseline}: ${entries.length} findings written as known\n`)
  return compare(report, { file: options.writeBaseline, entries })
}

/** Judges every subject in turn and keeps the outcomes of those that came from the database, or all with `--record`. */
export async function lintAll(call: {
  readonly io: Io
  readonly config: Config
  readonly packs: readonly RulePack[]
  readonly subjects: readonly string[]
  readonly options: Pick<LintOptions, 'as' | 'record' | 'stage'>
  readonly signal: AbortSignal
}): Promise<LintReport> {
  const { io, config, packs, options, signal } = call
  const now = io.now().toISOString()
  const asOf = now.slice(0, 10)
  const asked = call.subjects.length === 0 ? ['.'] : call.subjects
  const opened = openSubjects(asked, { config, cwd: io.cwd, env: io.env, as: options.as, signal })
  try {
    const judged: { subject: OpenSubject; report: SubjectReport }[] = []
    for await (const subject of opened.subjects) {
      judged.push({ subject, report: await judgeOne(subject, { packs, asOf, stage: options.stage }) })
      subject.judged?.()
      if (signal.aborted) break
    }
    const about = { asOf, packs: packs.map(({ id, digest }) => ({ id, digest })) }
    // The rules of one stage are not how a repository stands.
    const isWhole = options.stage === undefined
    const kept = judged.filter(({ subject }) => isWhole && (options.record === true || subject.isStored))
    if (kept.length > 0) await opened.save({ ...about, subjects: kept.map(({ report }) => report) }, instant(now))
    return { ...about, subjects: judged.map(({ report }) => report) }
  } finally {
    opened.close()
  }
}

/** A tree that cannot be listed is a subject of which nothing is known; it does not stop the others. */
async function judgeOne(
  { source, factCache, inherited }: OpenSubject,
  {
    packs,
    asOf,
    stage,
  }: { readonly packs: readonly RulePack[]; readonly asOf: string; readonly stage: Stage | undefined },
): Promise<SubjectReport> {
  try {
    return await judge({ source, packs, asOf, stage, ...(factCache && { factCache }), ...(inherited && { inherited }) })
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

/** Trouble when a rule crashed or a subject could not be judged at all; findings at the threshold or above. */
function exitCode(
  { subjects }: LintReport,
  { failOn, baseline }: { readonly failOn: Severity; readonly baseline: Compared | undefined },
): number {
  const outcomes = subjects.flatMap((subject) => subject.outcomes)
  const isUnjudged = subjects.some(
    ({ outcomes: own }) => !own.some(({ outcome }) => outcome === 'pass' || outcome === 'fail'),
  )
  if (isUnjudged || outcomes.some(({ outcome }) => outcome === 'error')) return EXIT.trouble
  const reached = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1)
  const toMend = outcomes.flatMap(({ findings }) => findings.filter((finding) => isToMend(finding, { baseline })))
  const hasReached = toMend.some(({ severity }) => reached.includes(severity))
  return hasReached ? EXIT.findings : EXIT.clean
}

function contextOf(given: {
  readonly io: Io
  readonly options: LintOptions
  readonly config: Config
  readonly packs: readonly RulePack[]
  readonly baseline: Compared | undefined
}): ReportContext {
  const language = languageOf(given.options, given.io.env, given.config.language)
  return {
    language,
    all: given.options.all === true,
    hasColor: given.io.hasColor && given.options.color !== false,
    toolVersion: toolVersion(),
    baseline: given.baseline,
    sentence: (finding) => printable(sentence(finding, language)),
    rule(code) {
      const found = findRule(code, given.packs) ?? findRule(code)
      // An outcome has the rule that it came from among the packs.
      if (found === undefined) throw new Error(`There is no rule "${code}".`)
      const { rule, pack } = found
      return {
        title: rule.title[language],
        question: rule.question[language],
        rationale: rule.prose.why[language].trim(),
        remediation: rule.prose.fix[language].trim(),
        url: rule.references.find(({ url }) => url !== undefined)?.url ?? pack.policy.url,
        severity: rule.severity,
        confidence: rule.confidence,
      }
    },
  }
}
