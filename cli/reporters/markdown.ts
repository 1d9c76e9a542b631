import type { Finding, RuleOutcome, SubjectReport } from '#data/model/lint.ts'
import { SEVERITIES, type Severity } from '#data/model/vocabulary.ts'
import { type Fleet, fleetOf, isFleet } from './fleet.ts'
import { FLEET_WORDS } from './fleet-text.ts'
import {
  countStandings,
  isToMend,
  type LintReporter,
  nameOf,
  placeOf,
  type ReportContext,
  type Standing,
} from './lint.ts'
import { code, escaped, prose } from './markdown-text.ts'
import { MANY_RULES, ONE_RULE, SEVERITY_WORDS, unreadText, WORDS } from './words.ts'

/** A comment has a limit, and its readers have one too. */
const LISTED_FINDINGS = 20
const LISTED_REPOSITORIES = 50
const COLUMNS = [
  'pass',
  'fail',
  'accepted',
  'unknown',
  'error',
  'not-applicable',
] as const satisfies readonly Standing[]

/** For the summary of a job or a comment: outcomes in a table, then what asks for work, rule by rule. */
export const markdown: LintReporter = (report, context) => {
  const { language, baseline } = context
  const fleet = fleetOf(report, context)
  const isTable = isFleet(report)
  const listedRows = context.all || !isTable ? fleet.rows : fleet.rows.slice(0, LISTED_REPOSITORIES)
  const table = [
    `| | ${COLUMNS.map((standing) => MANY_RULES[language][standing]).join(' | ')} |`,
    `|---|${'--:|'.repeat(COLUMNS.length)}`,
    ...listedRows.map(({ subject, name }) => `| ${code(name, '|')} | ${figures(subject, context)} |`),
  ].join('\n')
  const unlisted = fleet.rows.length - listedRows.length
  const more = unlisted > 0 ? [escaped(FLEET_WORDS[language].more(unlisted))] : []
  const verdicts = (isTable ? [] : report.subjects).flatMap((subject) =>
    context.verdicts(subject).map((one) => ({ subject, ...one })),
  )
  const stands = verdicts.map(({ subject, sentence }) => `- ${code(nameOf(subject))} ${escaped(sentence)}`).join('\n')
  const hidden = context.hidden > 0 ? [escaped(WORDS[language].hidden(context.hidden))] : []
  const known = baseline ? [escaped(WORDS[language].knownCount(baseline.known.size, baseline.file))] : []
  const blocks =
    isTable && !context.isVerbose
      ? fleetBlocks(fleet, context)
      : report.subjects.flatMap((subject) => blocksOf(subject, context, report.subjects.length > 1))
  return `${['## Parvis', ...(stands === '' ? [] : [stands]), table, ...more, ...hidden, ...known, ...removable(context), ...blocks].join('\n\n')}\n`
}

/** Of many repositories: the rules most broken, and what changed. Each in full is asked for with `--verbose`. */
function fleetBlocks({ rules, progress }: Fleet, context: ReportContext): string[] {
  const words = FLEET_WORDS[context.language]
  const line = (id: string, said: string) => `- **${escaped(id)}** ${escaped(context.rule(id).title)}: ${said}`
  const broken = rules.map((rule) => line(rule.code, words.of(rule.broken, rule.judged)))
  const changed = (progress?.rules ?? []).map((rule) => line(rule.code, `+${rule.added} −${rule.mended}`))
  return [
    ...(broken.length === 0 ? [] : [`#### ${words.rules}`, capped(broken, context)]),
    ...(progress ? [`#### ${escaped(words.since(progress.since.slice(0, 10), progress.added, progress.mended))}`] : []),
    ...(changed.length === 0 ? [] : [capped(changed, context)]),
  ]
}

function figures({ outcomes }: SubjectReport, context: ReportContext): string {
  const counts = countStandings(outcomes, context)
  return COLUMNS.map((standing) => counts[standing]).join(' | ')
}

function removable(context: ReportContext): string[] {
  const { baseline, language } = context
  if (baseline === undefined || baseline.removable.length === 0) return []
  const entries = baseline.removable.map(
    ({ code: id, path }) => `- ${escaped(id)}${path === undefined ? '' : ` ${code(path)}`}`,
  )
  return [`${escaped(WORDS[language].removable(entries.length, baseline.file))}\n\n${capped(entries, context)}`]
}

function blocksOf(subject: SubjectReport, context: ReportContext, isNamed: boolean): string[] {
  const { outcomes } = subject
  const unread = outcomes.length === 0 ? [escaped(unreadText(subject, context.language))] : []
  const blocks = [
    ...unread,
    ...listed('error', outcomes, context),
    ...SEVERITIES.flatMap((severity) => failures(severity, outcomes, context)),
    ...listed('unknown', outcomes, context),
  ]
  return isNamed && blocks.length > 0 ? [`### ${code(nameOf(subject))}`, ...blocks] : blocks
}

/** Rules that failed with one gravity, each with its findings and its fix. */
function failures(severity: Severity, outcomes: readonly RuleOutcome[], context: ReportContext): string[] {
  const { language } = context
  const rules = outcomes.filter((judged) => judged.outcome === 'fail' && judged.severity === severity)
  const blocks = rules.flatMap((judged) => {
    const items = judged.findings
      .filter((one) => one.outcome !== 'fail' || isToMend(one, context))
      .map((one) => `- ${said(one, context)}`)
    const { remediation } = context.rule(judged.code)
    const fix = remediation === '' ? [] : [escaped(WORDS[language].fix) + prose(remediation)]
    return items.length === 0 ? [] : [`**${named(judged, context)}**`, capped(items, context), ...fix]
  })
  return blocks.length === 0 ? [] : [`#### ${SEVERITY_WORDS[language][severity]}`, ...blocks]
}

/** Rules of which nothing is known: what kept each from being checked, in one list. */
function listed(outcome: 'error' | 'unknown', outcomes: readonly RuleOutcome[], context: ReportContext): string[] {
  const items = outcomes
    .filter((judged) => judged.outcome === outcome)
    .flatMap((judged) =>
      judged.findings.slice(0, 1).map((one) => `- ${named(judged, context)}\\\n  ${said(one, context)}`),
    )
  if (items.length === 0) return []
  return [`#### ${(items.length === 1 ? ONE_RULE : MANY_RULES)[context.language][outcome]}`, capped(items, context)]
}

function named({ code: id }: RuleOutcome, context: ReportContext): string {
  const { title, url } = context.rule(id)
  // An address that could end the link early is left out.
  return `${/^https?:\/\/[^\s<>()[\]\\]+$/u.test(url) ? `[${id}](${url})` : id} ${escaped(title)}`
}

function said(finding: Finding, context: ReportContext): string {
  const place = placeOf(finding)
  return `${place === '' ? '' : `${code(place)} `}${escaped(context.sentence(finding))}`
}

function capped(items: readonly string[], { all, language }: ReportContext): string {
  const rest = all ? 0 : items.length - LISTED_FINDINGS
  return [
    ...(all ? items : items.slice(0, LISTED_FINDINGS)),
    ...(rest > 0 ? [`- ${escaped(WORDS[language].unlisted(rest))}`] : []),
  ].join('\n')
}
