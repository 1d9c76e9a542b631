import type { Finding, RuleOutcome, SubjectReport } from '#data/model/lint.ts'
import { type Outcome, SEVERITIES, type Severity } from '#data/model/vocabulary.ts'
import {
  countOutcomes,
  firstParagraph,
  isToMend,
  type LintReporter,
  placeOf,
  printable,
  type ReportContext,
} from './lint.ts'
import { MANY_RULES, ONE_RULE, SEVERITY_WORDS, WORDS } from './words.ts'

/** A comment has a limit, and its readers have one too. */
const LISTED_FINDINGS = 20
const COLUMNS = ['pass', 'fail', 'unknown', 'error', 'not-applicable'] as const satisfies readonly Outcome[]

/** For the summary of a job or a comment: outcomes in a table, then what asks for work, rule by rule. */
export const markdown: LintReporter = (report, context) => {
  const { language, baseline } = context
  const table = [
    `| | ${COLUMNS.map((outcome) => MANY_RULES[language][outcome]).join(' | ')} |`,
    `|---|${'--:|'.repeat(COLUMNS.length)}`,
    ...report.subjects.map((subject) => `| ${code(subject.subject, '|')} | ${figures(subject)} |`),
  ].join('\n')
  const known = baseline ? [escaped(WORDS[language].knownCount(baseline.known.size, baseline.file))] : []
  const blocks = report.subjects.flatMap((subject) => blocksOf(subject, context, report.subjects.length > 1))
  return `${['## Parvis', table, ...known, ...removable(context), ...blocks].join('\n\n')}\n`
}

function figures(subject: SubjectReport): string {
  const counts = countOutcomes(subject)
  return COLUMNS.map((outcome) => counts[outcome]).join(' | ')
}

function removable({ baseline, language }: ReportContext): string[] {
  if (baseline === undefined || baseline.removable.length === 0) return []
  const entries = baseline.removable.map(({ code: id, path }) => `- ${id}${path === undefined ? '' : ` ${code(path)}`}`)
  return [`${escaped(WORDS[language].removable(entries.length, baseline.file))}\n\n${capped(entries, language)}`]
}

function blocksOf(subject: SubjectReport, context: ReportContext, isNamed: boolean): string[] {
  const { outcomes } = subject
  const unread = outcomes.length === 0 ? [escaped(WORDS[context.language].unread)] : []
  const blocks = [
    ...unread,
    ...listed('error', outcomes, context),
    ...SEVERITIES.flatMap((severity) => failures(severity, outcomes, context)),
    ...listed('unknown', outcomes, context),
  ]
  return isNamed && blocks.length > 0 ? [`### ${code(subject.subject)}`, ...blocks] : blocks
}

/** Rules that failed with one gravity, each with its findings and its fix. */
function failures(severity: Severity, outcomes: readonly RuleOutcome[], context: ReportContext): string[] {
  const { language } = context
  const rules = outcomes.filter((judged) => judged.outcome === 'fail' && judged.severity === severity)
  const blocks = rules.flatMap((judged) => {
    const items = judged.findings.filter((finding) => isToMend(finding, context)).map((one) => item(one, context))
    const { remediation } = context.rule(judged.code)
    const fix = remediation === '' ? [] : [escaped(WORDS[language].fix) + prose(remediation)]
    return items.length === 0 ? [] : [`**${named(judged, context)}**`, capped(items, language), ...fix]
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
  return [
    `#### ${(items.length === 1 ? ONE_RULE : MANY_RULES)[context.language][outcome]}`,
    capped(items, context.language),
  ]
}

function named({ code: id }: RuleOutcome, context: ReportContext): string {
  const { title, url } = context.rule(id)
  // An address that could end the link early is left out.
  return `${/^https?:\/\/[^\s<>()[\]\\]+$/u.test(url) ? `[${id}](${url})` : id} ${escaped(title)}`
}

function item(finding: Finding, context: ReportContext): string {
  return `- ${said(finding, context)}`
}

function said(finding: Finding, context: ReportContext): string {
  const place = placeOf(finding)
  return `${place === '' ? '' : `${code(place)} `}${escaped(context.sentence(finding))}`
}

function capped(items: readonly string[], language: ReportContext['language']): string {
  const rest = items.length - LISTED_FINDINGS
  return [
    ...items.slice(0, LISTED_FINDINGS),
    ...(rest > 0 ? [`- ${escaped(WORDS[language].unlisted(rest))}`] : []),
  ].join('\n')
}

/** A first paragraph of our own Markdown, of which code alone is kept. */
function prose(paragraph: string): string {
  const parts = firstParagraph(paragraph).split(/(`[^`]+`)/u)
  return parts.map((part, index) => (index % 2 === 1 ? code(part.slice(1, -1)) : escaped(part))).join('')
}

/** Text that stays text: no markup, no address, and nobody called by name. */
function escaped(text: string): string {
  return printable(text)
    .replace(/[!#$&*+\-.:<=>@[\\\]^_`{|}~]/g, (sign) => `\\${sign}`)
    .replace(/\\([@#])(?=\w)/g, '\\$1\u2060')
}

/** Text in a fence longer than any in it; a table wants its bars escaped even there. */
function code(text: string, bar: '' | '|' = ''): string {
  const inner = printable(text)
  const longest = Math.max(0, ...[...inner.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const padded = /^[`\s]|[`\s]$/.test(inner) ? ` ${inner} ` : inner
  return `${fence}${bar === '|' ? padded.replaceAll('|', '\\|') : padded}${fence}`
}
