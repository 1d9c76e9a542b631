import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { UsageFailure } from '#data/model/failures.ts'
import type { LintReport } from '#data/model/lint.ts'
import { englishCount, frenchCount } from '#data/model/plural.ts'
import type { Audience, Severity, Stage } from '#data/model/vocabulary.ts'
import { listRules } from '#policies/registry.ts'
import type { RulePack } from '#policies/rule.ts'
import { type Config, loadConfig } from '../config.ts'
import { type CommonOptions, type Io, languageOf } from '../io.ts'
import { isChange } from '../lint/asked.ts'
import { audienceOf, toldTo } from '../lint/audience.ts'
import { type Compared, compare, entriesOf, readBaseline, writeBaseline } from '../lint/baseline.ts'
import { exitCodeOf } from '../lint/exit-code.ts'
import { judgeAll } from '../lint/judge.ts'
import { judgingConfig, refuseOwnJudges } from '../lint/judging-side.ts'
import { reportContext } from '../lint/report-context.ts'
import { openPacks } from '../packs.ts'
import type { LintReporter, ReportContext } from '../reporters/lint.ts'
import type { Session } from '../session.ts'
import { writeWhole } from '../write-whole.ts'

interface LintOptions extends CommonOptions {
  readonly pack?: readonly string[]
  readonly all?: boolean
  readonly as?: string
  readonly record?: boolean
  /** Day, `YYYY-MM-DD`. */
  readonly since?: string
  readonly stage?: Stage
  readonly baseline?: string
  readonly writeBaseline?: string
  readonly fix?: boolean
  readonly dryRun?: boolean
  readonly force?: boolean
  readonly failOn: Severity
  readonly format: 'text' | 'json' | 'sarif' | 'github' | 'markdown' | 'junit' | 'reply'
  readonly audience?: Audience
  readonly badge?: string
}

/** Loaded one at a time: a person at a terminal does not wait for the words of a build server. */
const REPORTERS = {
  text: async () => (await import('../reporters/text.ts')).text,
  json: async () => (await import('../reporters/json.ts')).json,
  sarif: async () => (await import('../reporters/sarif.ts')).sarif,
  github: async () => (await import('../reporters/github.ts')).github,
  markdown: async () => (await import('../reporters/markdown.ts')).markdown,
  junit: async () => (await import('../reporters/junit.ts')).junit,
  reply: async () => (await import('../reporters/reply.ts')).reply,
} as const satisfies Record<
  LintOptions['format'],
  () => Promise<(...given: Parameters<LintReporter>) => string | Generator<string>>
>

export async function lint(call: Session & { subjects: readonly string[]; options: LintOptions }): Promise<void> {
  const { io, options } = call
  const config = await configOf(call)
  const packs = await openPacks(config, { names: options.pack, cwd: io.cwd }).finally(() => config.packSource?.close())
  refuseEmptyStage(packs, options.stage)
  const reporter = await REPORTERS[options.format]()
  const known = options.baseline === undefined ? undefined : await readBaseline(io.cwd, options.baseline)
  const report = await judgeAll({
    ...call,
    options: { ...options, since: options.since && `${options.since}T23:59:59Z` },
    config,
    packs,
    fixing: await fixingOf(call, config),
  })
  const compared = known && compare(report, known)
  const baseline = call.signal.aborted ? compared : (rewritten(report, { call, compared, config }) ?? compared)
  const told = toldTo(audienceOf(options.format, options.audience), report, packs)
  const context = contextOf({ io, options, config, packs, baseline, hidden: told.hidden, asOf: report.asOf })
  const answer = reporter(told.report, context)
  for (const piece of typeof answer === 'string' ? [answer] : answer) io.out(piece)
  if (options.badge !== undefined) await writeBadge(resolve(io.cwd, options.badge), report, context)
  call.exit(exitCodeOf(report, { failOn: options.failOn, baseline }))
}

/** A badge is about one repository, whole. */
async function writeBadge(path: string, report: LintReport, context: ReportContext): Promise<void> {
  const [subject, another] = report.subjects
  if (subject === undefined || another !== undefined || context.verdicts(subject).length === 0) {
    throw new UsageFailure('badge-needs-repository', 'a badge is about one repository, judged by all rules.', {
      hint: 'Give one path or OWNER/NAME, without --stage.',
    })
  }
  const { badge } = await import('../reporters/badge.ts')
  writeWhole(path, badge(report, context))
}

/** The configuration of the judging side; what a change request adds is no outcome of the repository to keep. */
async function configOf(call: Session & { subjects: readonly string[]; options: LintOptions }): Promise<Config> {
  const { io, options, signal } = call
  const changes = call.subjects.filter(isChange)
  if (options.format === 'reply' && (changes.length === 0 || changes.length < call.subjects.length)) {
    throw new UsageFailure('reply-needs-change', 'an answer is drafted to a change request.', {
      hint: 'Name it by its number: parvis lint OWNER/NAME#123 --format reply',
    })
  }
  const config = await loadConfig({ cwd: io.cwd, file: options.config, database: options.db })
  const log = (message: string) => io.err(`parvis: ${message}\n`)
  const asked = call.subjects.length === 0 ? ['.'] : call.subjects.filter((one) => !isChange(one))
  const paths = asked.map((one) => resolve(io.cwd, one))
  // Set by the host for builds of change requests alone.
  const targetBranch = io.env.GITHUB_BASE_REF || undefined
  if (targetBranch !== undefined) {
    const named = [
      ...(options.baseline === undefined ? [] : [{ option: '--baseline', path: resolve(io.cwd, options.baseline) }]),
      ...(options.pack ?? []).flatMap((name) => {
        const path = resolve(io.cwd, name)
        return existsSync(path) ? [{ option: '--pack', path }] : []
      }),
    ]
    refuseOwnJudges({ paths, named, as: options.as, repository: io.env.GITHUB_REPOSITORY })
  }
  const isNamed = options.config !== undefined
  const isQuiet = options.quiet === true
  return judgingConfig({ config, isNamed, isQuiet, changes, paths, targetBranch, env: io.env, signal, log })
}

/** Diffs go before the answer in text, and beside it where a program reads it. */
async function fixingOf({ io, options, signal }: Session & { options: LintOptions }, config: Config) {
  if (options.fix !== true) return undefined
  const { isRehearsal } = await import('../lint/fix.ts')
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

const NOTED = {
  fr: (count: number) => ` : ${frenchCount(count, 'constat écrit comme connu', 'constats écrits comme connus')}`,
  en: (count: number) => `: ${englishCount(count, 'finding')} written as known`,
}

/** Writes what is found today as known, when asked to; from then on it is. */
function rewritten(
  report: LintReport,
  given: {
    readonly call: Session & { readonly options: LintOptions }
    readonly compared: Compared | undefined
    readonly config: Pick<Config, 'language'>
  },
): Compared | undefined {
  const { io, options } = given.call
  if (options.writeBaseline === undefined) return undefined
  const language = languageOf(options, io.env, given.config.language)
  const entries = entriesOf(report, given.compared?.unchecked)
  writeBaseline(resolve(io.cwd, options.writeBaseline), entries)
  if (options.quiet !== true) io.err(`${options.writeBaseline}${NOTED[language](entries.length)}\n`)
  return compare(report, { file: options.writeBaseline, entries })
}

function contextOf(given: {
  readonly io: Io
  readonly options: LintOptions
  readonly config: Config
  readonly packs: readonly RulePack[]
  readonly baseline: Compared | undefined
  readonly hidden: number
  readonly asOf: string
}): ReportContext {
  const { io, options, config } = given
  return reportContext({
    ...given,
    language: languageOf(options, io.env, config.language),
    all: options.all === true,
    isVerbose: options.verbose === true || options.all === true,
    hasColor: io.hasColor && options.color !== false,
    columns: io.outColumns,
    isWhole: options.stage === undefined,
  })
}
