import { resolve } from 'node:path'
import { UsageFailure } from '#data/model/failures.ts'
import type { LintReport } from '#data/model/lint.ts'
import { SEVERITIES, type Severity, type Stage } from '#data/model/vocabulary.ts'
import { findRule, listRules } from '#policies/registry.ts'
import type { RulePack } from '#policies/rule.ts'
import { sentence } from '#policies/sentence.ts'
import { type Compared, compare, entriesOf, readBaseline, writeBaseline } from '../baseline.ts'
import { type Config, loadConfig } from '../config.ts'
import { EXIT } from '../exit.ts'
import { type CommonOptions, type Io, languageOf } from '../io.ts'
import { judgeAll } from '../judge.ts'
import { judgingConfig } from '../judging-side.ts'
import { isChange } from '../lint-subjects.ts'
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
  readonly fix?: boolean
  readonly dryRun?: boolean
  readonly force?: boolean
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
  const config = await configOf(call)
  const packs = await openPacks(config, { names: options.pack, cwd: io.cwd })
  refuseEmptyStage(packs, options.stage)
  const reporter = await REPORTERS[options.format]()
  const known = options.baseline === undefined ? undefined : await readBaseline(io.cwd, options.baseline)
  const report = await judgeAll({ ...call, config, packs, fixing: await fixingOf(call, config) })
  const compared = known && compare(report, known)
  const baseline = call.signal.aborted ? compared : (rewritten(report, { call, compared }) ?? compared)
  io.out(reporter(report, contextOf({ io, options, config, packs, baseline })))
  call.exit(exitCode(report, { failOn: options.failOn, baseline }))
}

/** The configuration of the judging side; what a change request adds is no outcome of the repository to keep. */
async function configOf(call: Session & { subjects: readonly string[]; options: LintOptions }): Promise<Config> {
  const { io, options, signal } = call
  const changes = call.subjects.filter(isChange)
  if (changes.length > 0 && options.record === true) {
    throw new UsageFailure('change-not-recorded', 'what a change request adds is not how its repository stands.', {
      hint: `Leave --record out, or judge the repository: parvis lint ${changes[0]?.split('#')[0]}`,
    })
  }
  const config = await loadConfig({ cwd: io.cwd, file: options.config, database: options.db })
  const log = (message: string) => io.err(`parvis: ${message}\n`)
  return judgingConfig({ config, isNamed: options.config !== undefined, changes, signal, log })
}

/** Diffs go before the answer in text, and beside it where a program reads it. */
async function fixingOf({ io, options, signal }: Session & { options: LintOptions }, config: Config) {
  if (options.fix !== true) return undefined
  const { isRehearsal } = await import('../fix.ts')
  return {
    isDry: isRehearsal(options.dryRun, io.env),
    isForced: options.force === true,
    language: languageOf(options, io.env, config.language),
    hasColor: io.hasColor && options.color !== false,
    signal,
    show: options.format === 'text' ? io.out : io.err,
  }
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
