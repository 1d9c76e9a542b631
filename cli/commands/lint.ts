import { instant } from '#collectors/clock.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { LintReport, SubjectReport } from '#data/model/lint.ts'
import { SEVERITIES, type Severity } from '#data/model/vocabulary.ts'
import { lint as judge } from '#policies/engine.ts'
import { standingOf } from '#policies/outcome.ts'
import { findRule } from '#policies/registry.ts'
import type { RulePack } from '#policies/rule.ts'
import { sentence } from '#policies/sentence.ts'
import { type Config, loadConfig } from '../config.ts'
import { EXIT } from '../exit.ts'
import { type CommonOptions, type Io, languageOf } from '../io.ts'
import { type OpenSubject, openSubjects } from '../lint-subjects.ts'
import { openPacks } from '../packs.ts'
import { json } from '../reporters/json.ts'
import type { LintReporter, ReportContext } from '../reporters/lint.ts'
import { text } from '../reporters/text.ts'
import type { Session } from '../session.ts'
import { toolVersion } from '../version.ts'

interface LintOptions extends CommonOptions {
  readonly pack?: readonly string[]
  readonly all?: boolean
  readonly as?: string
  readonly record?: boolean
  readonly failOn: Severity
  readonly format: 'text' | 'json'
}

const REPORTERS = { text, json } as const satisfies Record<LintOptions['format'], LintReporter>

export async function lint(call: Session & { subjects: readonly string[]; options: LintOptions }): Promise<void> {
  const { io, options } = call
  const config = await loadConfig({ cwd: io.cwd, file: options.config, database: options.db })
  const packs = await openPacks(options.pack ?? config.packs, options.pack ? io.cwd : config.folder)
  const report = await lintAll({ ...call, config, packs })
  io.out(REPORTERS[options.format](report, contextOf({ io, options, config, packs })))
  call.exit(exitCode(report, options.failOn))
}

/** Judges every subject in turn and keeps the outcomes of those that came from the database, or all with `--record`. */
export async function lintAll(call: {
  readonly io: Io
  readonly config: Config
  readonly packs: readonly RulePack[]
  readonly subjects: readonly string[]
  readonly options: Pick<LintOptions, 'as' | 'record'>
  readonly signal: AbortSignal
}): Promise<LintReport> {
  const { io, config, packs, options, signal } = call
  const now = io.now().toISOString()
  const asOf = now.slice(0, 10)
  const asked = call.subjects.length === 0 ? ['.'] : call.subjects
  const opened = openSubjects(asked, { config, cwd: io.cwd, as: options.as, signal })
  try {
    const judged: { subject: OpenSubject; report: SubjectReport }[] = []
    for await (const subject of opened.subjects) {
      judged.push({ subject, report: await judgeOne(subject, { packs, asOf }) })
      if (signal.aborted) break
    }
    const about = { asOf, packs: packs.map(({ id, digest }) => ({ id, digest })) }
    const kept = judged.filter(({ subject }) => options.record === true || subject.isStored)
    if (kept.length > 0) await opened.save({ ...about, subjects: kept.map(({ report }) => report) }, instant(now))
    return { ...about, subjects: judged.map(({ report }) => report) }
  } finally {
    opened.close()
  }
}

/** A tree that cannot be listed is a subject of which nothing is known; it does not stop the others. */
async function judgeOne(
  { source, factCache, inherited }: OpenSubject,
  { packs, asOf }: { readonly packs: readonly RulePack[]; readonly asOf: string },
): Promise<SubjectReport> {
  try {
    return await judge({ source, packs, asOf, ...(factCache && { factCache }), ...(inherited && { inherited }) })
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error
    const { origin, repository = null } = source.identity
    return {
      subject: repository ?? origin,
      repository,
      kind: 'other',
      line: null,
      coverage: 'unknown',
      component: null,
      outcomes: [],
    }
  }
}

/** Trouble when a rule crashed or a subject could not be judged at all; findings at the threshold or above. */
function exitCode({ subjects }: LintReport, failOn: Severity): number {
  const outcomes = subjects.flatMap((subject) => subject.outcomes)
  const isUnjudged = subjects.some(
    ({ outcomes: own }) => !own.some(({ outcome }) => outcome === 'pass' || outcome === 'fail'),
  )
  if (isUnjudged || outcomes.some(({ outcome }) => outcome === 'error')) return EXIT.trouble
  const reached = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1)
  const hasReached = outcomes.some((one) => standingOf(one) === 'to-mend' && reached.includes(one.severity))
  return hasReached ? EXIT.findings : EXIT.clean
}

function contextOf(given: {
  readonly io: Io
  readonly options: LintOptions
  readonly config: Config
  readonly packs: readonly RulePack[]
}): ReportContext {
  const language = languageOf(given.options, given.io.env, given.config.language)
  return {
    language,
    all: given.options.all === true,
    hasColor: given.io.hasColor && given.options.color !== false,
    toolVersion: toolVersion(),
    sentence: (finding) => sentence(finding, language),
    rule(code) {
      const found = findRule(code, given.packs) ?? findRule(code)
      if (found === undefined) return { title: code, remediation: '', url: '' }
      const { rule, pack } = found
      return {
        title: rule.title[language],
        remediation: rule.prose.fix[language].trim(),
        url: rule.references.find(({ url }) => url !== undefined)?.url ?? pack.policy.url,
      }
    },
  }
}
