import { styleText } from 'node:util'
import type { Finding, LintReport, RuleOutcome, SubjectReport } from '#data/model/lint.ts'
import type { Language, Outcome } from '#data/model/vocabulary.ts'
import { countOutcomes, LISTED, type LintReporter, type ReportContext } from './lint.ts'

/** Findings of one rule that are listed unless `--all` was given. */
const LISTED_FINDINGS = 10

const ONE_RULE = {
  fr: { pass: 'tenue', fail: 'à corriger', unknown: 'non vérifiée', error: 'en panne', 'not-applicable': 'sans objet' },
  en: { pass: 'held', fail: 'to correct', unknown: 'not checked', error: 'crashed', 'not-applicable': 'n/a' },
} as const satisfies Record<Language, Record<Outcome, string>>

const MANY_RULES = {
  fr: { ...ONE_RULE.fr, pass: 'tenues', unknown: 'non vérifiées' },
  en: ONE_RULE.en,
} as const satisfies Record<Language, Record<Outcome, string>>

const SEVERITIES = {
  fr: { error: 'erreur', warning: 'alerte', info: 'info' },
  en: { error: 'error', warning: 'warning', info: 'info' },
} as const

const WORDS = {
  fr: {
    fix: 'Corriger : ',
    waived: (until: string) => `exception jusqu’au ${until}`,
    unlisted: (count: number) => `… et ${count} autres (--all)`,
    total: (count: number) => `${count} dépôts`,
    unread: 'ses fichiers n’ont pas pu être lus : rien n’a été vérifié',
    more: 'Une règle en entier : parvis explain ',
  },
  en: {
    fix: 'Fix: ',
    waived: (until: string) => `exception until ${until}`,
    unlisted: (count: number) => `… and ${count} more (--all)`,
    total: (count: number) => `${count} repositories`,
    unread: 'its files could not be read: nothing was checked',
    more: 'One rule in full: parvis explain ',
  },
} as const

/** For people: one block a subject, worst first, each finding with its place, its reason and its fix. */
export const text: LintReporter = (report, context) => {
  const blocks = report.subjects.map((subject) => block(subject, context))
  return [...blocks, ...closing(report, context)].join('\n')
}

function closing(report: LintReport, context: ReportContext): string[] {
  const words = WORDS[context.language]
  const outcomes = report.subjects.flatMap((subject) => subject.outcomes)
  const first = outcomes.find(({ outcome }) => outcome === 'fail')
  return [
    ...(report.subjects.length > 1 ? [`${words.total(report.subjects.length)}  ${tally(outcomes, context)}\n`] : []),
    ...(first === undefined ? [] : [`${words.more}${first.code}\n`]),
  ]
}

function block(subject: SubjectReport, context: ReportContext): string {
  const paint = painter(context)
  const about = [subject.kind, subject.line].filter((part) => part !== null).join(' ')
  const lines = [`${paint('bold', subject.subject)}  ${about}  ${tally(subject.outcomes, context)}`]
  if (subject.outcomes.length === 0) lines.push(`  ${WORDS[context.language].unread}`)
  for (const outcome of LISTED) {
    for (const judged of subject.outcomes) if (judged.outcome === outcome) lines.push(...ruleLines(judged, context))
  }
  if (context.all) lines.push(...quietLines(subject, context))
  return `${lines.join('\n')}\n`
}

function tally(outcomes: readonly RuleOutcome[], { language }: ReportContext): string {
  const counts = countOutcomes({ outcomes })
  return (['pass', 'fail', 'unknown', 'error'] as const)
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${counts[outcome]} ${(counts[outcome] === 1 ? ONE_RULE : MANY_RULES)[language][outcome]}`)
    .join(' · ')
}

/** One rule: its title once, then a line a finding, then the fix. */
function ruleLines(judged: RuleOutcome, context: ReportContext): string[] {
  const paint = painter(context)
  const words = WORDS[context.language]
  const { title, remediation } = context.rule(judged.code)
  const listed = context.all ? judged.findings : judged.findings.slice(0, LISTED_FINDINGS)
  const unlisted = judged.findings.length - listed.length
  const fix = judged.outcome === 'fail' && remediation !== '' ? [`${words.fix}${firstParagraph(remediation)}`] : []
  return [
    `  ${paint(colorOf(judged), gravity(judged, context).padEnd(13))}${paint('bold', judged.code.padEnd(9))}${title}`,
    ...listed.map((finding) => `      ${place(finding)}${context.sentence(finding)}${waived(finding, context)}`),
    ...(unlisted > 0 ? [`      ${words.unlisted(unlisted)}`] : []),
    ...fix.map((sentence) => `      ${paint('dim', sentence)}`),
  ]
}

function quietLines(subject: SubjectReport, { language, rule }: ReportContext): string[] {
  return subject.outcomes
    .filter(({ outcome }) => !LISTED.includes(outcome))
    .map(({ code, outcome }) => `  ${ONE_RULE[language][outcome].padEnd(13)}${code.padEnd(9)}${rule(code).title}`)
}

function gravity({ outcome, severity }: RuleOutcome, { language }: ReportContext): string {
  return outcome === 'fail' ? SEVERITIES[language][severity] : ONE_RULE[language][outcome]
}

function colorOf({ outcome, severity }: RuleOutcome): Style {
  if (outcome === 'unknown') return 'cyan'
  return ({ error: 'red', warning: 'yellow', info: 'blue' } as const)[severity]
}

function place({ location }: Finding): string {
  if (location === undefined) return ''
  return `${[location.path, location.line, location.column].filter((part) => part !== undefined).join(':')}  `
}

function waived({ waiver }: Finding, { language }: ReportContext): string {
  return waiver === undefined ? '' : ` (${WORDS[language].waived(waiver.until)})`
}

/** Markdown of a rule's page, cut to what fits under a finding. */
function firstParagraph(markdown: string): string {
  return (markdown.split(/\n\s*\n/)[0] ?? '').replaceAll(/\s*\n\s*/g, ' ')
}

type Style = Parameters<typeof styleText>[0]

function painter({ hasColor }: ReportContext): (style: Style, words: string) => string {
  return (style, words) => (hasColor ? styleText(style, words, { validateStream: false }) : words)
}
