import { styleText } from 'node:util'
import type { Finding, LintReport, RuleOutcome, SubjectReport } from '#data/model/lint.ts'
import { SEVERITIES } from '#data/model/vocabulary.ts'
import { firstParagraph } from '#policies/prose.ts'
import type { Compared } from '../lint/baseline.ts'
import { isFleet } from './fleet.ts'
import { fleetText } from './fleet-text.ts'
import {
  isToMend,
  LISTED,
  type LintReporter,
  nameOf,
  placeOf,
  printable,
  type ReportContext,
  type Verdict,
} from './lint.ts'
import { ONE_RULE, SEVERITY_WORDS, tally, unreadText, WORDS } from './words.ts'

/** Findings of one rule that are listed unless `--all` was given. */
const LISTED_FINDINGS = 10

/** For people: one block a subject, worst first, each finding with its place, its reason and its fix. */
export const text: LintReporter = (report, context) => {
  const isTable = isFleet(report)
  const blocks = isTable && !context.isVerbose ? [] : report.subjects.map((subject) => block(subject, context))
  const fleet = isTable ? [fleetText(report, context).join('\n')] : []
  return [...blocks, ...fleet, ...closing(report, context)].join('\n')
}

function closing(report: LintReport, context: ReportContext): string[] {
  const words = WORDS[context.language]
  const outcomes = report.subjects.flatMap((subject) => subject.outcomes)
  const first = outcomes.find(({ findings }) => findings.some((finding) => isToMend(finding, context)))
  const { baseline } = context
  return [
    ...(context.hidden > 0 ? [`${words.hidden(context.hidden)}\n`] : []),
    ...ending(report, context),
    ...(baseline && baseline.known.size > 0 ? [`${words.knownCount(baseline.known.size, baseline.file)}\n`] : []),
    ...(baseline && baseline.removable.length > 0 ? [removable(baseline, context)] : []),
    ...(report.subjects.length > 1 ? [`${words.total(report.subjects.length)}  ${tally(outcomes, context)}\n`] : []),
    ...(first === undefined ? [] : [`${words.more}${first.code}\n`]),
  ]
}

/** Said while there is still time to mend or to ask again. */
function ending(report: LintReport, context: ReportContext): string[] {
  const waivers = context.waiversEnding(report)
  if (waivers.length === 0) return []
  const lines = waivers.map(({ rule, subject, until, reason, approvedBy }) =>
    printable(`  ${until}  ${rule}  ${subject}  ${reason} (${approvedBy})`),
  )
  return [`${[WORDS[context.language].ending(waivers.length), ...lines].join('\n')}\n`]
}

function removable({ removable: entries, file }: Compared, { language, all }: ReportContext): string {
  const listed = all ? entries : entries.slice(0, LISTED_FINDINGS)
  const lines = listed.map(({ code, path, subject }) =>
    printable(`  ${[code, subject, path].filter((part) => part !== undefined).join('  ')}`),
  )
  const rest = entries.length - listed.length
  const more = rest > 0 ? [`  ${WORDS[language].unlisted(rest)}`] : []
  return `${[WORDS[language].removable(entries.length, file), ...lines, ...more].join('\n')}\n`
}

function block(subject: SubjectReport, context: ReportContext): string {
  const paint = painter(context)
  const about = [subject.kind, subject.line].filter((part) => part !== null).join(' ')
  const lines = [`${paint('bold', printable(nameOf(subject)))}  ${about}  ${tally(subject.outcomes, context)}`]
  lines.push(...head(subject, context))
  if (subject.outcomes.length === 0) lines.push(`  ${unreadText(subject, context.language)}`)
  lines.push(...worstFirst(subject.outcomes).flatMap((judged) => ruleLines(judged, context)))
  if (context.all) lines.push(...quietLines(subject, context))
  return `${lines.join('\n')}\n`
}

/** What decides: the verdict by each pack, what to do first, how much of it needs no hand. */
function head(subject: SubjectReport, context: ReportContext): string[] {
  const words = WORDS[context.language]
  const paint = painter(context)
  const { change, outcomes } = subject
  const verdicts = context.verdicts(subject).map(({ state, sentence }) => paint(VERDICT_COLORS[state], sentence))
  const toMend = outcomes.flatMap(({ findings }) => findings.filter((finding) => isToMend(finding, context)))
  const [first] = worstFirst(outcomes).filter(({ findings }) => findings.some((one) => isToMend(one, context)))
  const automatic = toMend.filter(context.isAutomatic).length
  const steps = [
    ...(first === undefined ? [] : [`${words.first}${first.code} ${context.rule(first.code).title}`]),
    ...(automatic === 0 ? [] : [words.automatic(automatic)]),
  ]
  return [
    ...(change ? [words.change(printable(change.headRepository ?? words.goneFork), printable(change.baseBranch))] : []),
    ...verdicts,
    ...(steps.length === 0 ? [] : [steps.join(' · ')]),
  ].map((line) => `  ${line}`)
}

const VERDICT_COLORS = {
  conforms: 'green',
  breaks: 'red',
  undecided: 'yellow',
  foreign: 'dim',
} as const satisfies Record<Verdict['state'], Style>

function worstFirst(outcomes: readonly RuleOutcome[]): readonly RuleOutcome[] {
  const rank = ({ outcome, severity }: RuleOutcome) =>
    LISTED.indexOf(outcome) * SEVERITIES.length + SEVERITIES.indexOf(severity)
  return outcomes.filter(({ outcome }) => LISTED.includes(outcome)).toSorted((a, b) => rank(a) - rank(b))
}

/** One rule: its title once, then a line a finding, then the fix. */
function ruleLines(judged: RuleOutcome, context: ReportContext): string[] {
  const paint = painter(context)
  const words = WORDS[context.language]
  const { title, remediation } = context.rule(judged.code)
  const told = context.all ? judged.findings : judged.findings.filter((one) => !context.baseline?.known.has(one))
  if (told.length === 0) return []
  const listed = context.all ? told : told.slice(0, LISTED_FINDINGS)
  const unlisted = told.length - listed.length
  const fix = judged.outcome === 'fail' && remediation !== '' ? [`${words.fix}${firstParagraph(remediation)}`] : []
  return [
    `  ${paint(colorOf(judged), gravity(judged, context).padEnd(13))}${paint('bold', judged.code.padEnd(9))}${title}`,
    ...listed.flatMap((finding) =>
      folded(`${place(finding)}${context.sentence(finding)}${aside(finding, context)}`, context),
    ),
    ...(unlisted > 0 ? [`      ${words.unlisted(unlisted)}`] : []),
    ...fix.flatMap((sentence) => folded(sentence, context).map((line) => paint('dim', line))),
  ]
}

const INDENT = '      '
/** Narrower than this a terminal folds lines better itself. */
const LEAST_COLUMNS = 60

/** Lines that fit the terminal, broken between words; the second and following ones stand further in. */
function folded(words: string, { columns }: ReportContext): string[] {
  if (columns === undefined || columns < LEAST_COLUMNS) return [INDENT + words]
  const lines: string[] = []
  let line = INDENT
  for (const word of words.split(/(?<= )(?! )/u)) {
    if (line.trim() !== '' && (line + word).trimEnd().length > columns) {
      lines.push(line.trimEnd())
      line = `${INDENT}  `
    }
    line += word
  }
  return [...lines, line.trimEnd()]
}

function quietLines(subject: SubjectReport, { language, rule }: ReportContext): string[] {
  return subject.outcomes
    .filter(({ outcome }) => !LISTED.includes(outcome))
    .map(({ code, outcome }) => `  ${ONE_RULE[language][outcome].padEnd(13)}${code.padEnd(9)}${rule(code).title}`)
}

function gravity({ outcome, severity }: RuleOutcome, { language }: ReportContext): string {
  return outcome === 'fail' ? SEVERITY_WORDS[language][severity] : ONE_RULE[language][outcome]
}

function colorOf({ outcome, severity }: RuleOutcome): Style {
  if (outcome === 'unknown') return 'cyan'
  return ({ error: 'red', warning: 'yellow', info: 'blue' } as const)[severity]
}

function place(finding: Finding): string {
  const found = placeOf(finding)
  return found === '' ? '' : `${found}  `
}

function aside(finding: Finding, { language, baseline }: ReportContext): string {
  const words = WORDS[language]
  const known = baseline?.known.has(finding) ? ` (${words.known})` : ''
  return finding.waiver === undefined ? known : ` (${words.waived(finding.waiver.until)})${known}`
}

type Style = Parameters<typeof styleText>[0]

function painter({ hasColor }: ReportContext): (style: Style, words: string) => string {
  return (style, words) => (hasColor ? styleText(style, words, { validateStream: false }) : words)
}
