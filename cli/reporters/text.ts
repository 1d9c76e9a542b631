import { styleText } from 'node:util'
import type { Finding, RuleOutcome, SubjectReport } from '#data/model/lint.ts'
import type { Language, Outcome, Severity } from '#data/model/vocabulary.ts'
import { countOutcomes, LISTED, type LintReporter, type ReportContext } from './lint.ts'

const OUTCOME_WORDS = {
  fr: {
    pass: 'tenues',
    fail: 'à corriger',
    unknown: 'non vérifiées',
    error: 'en panne',
    'not-applicable': 'sans objet',
  },
  en: {
    pass: 'held',
    fail: 'to correct',
    unknown: 'not checked',
    error: 'crashed',
    'not-applicable': 'not applicable',
  },
} as const satisfies Record<Language, Record<Outcome, string>>

const SEVERITY_WORDS = {
  fr: { error: 'erreur', warning: 'alerte', info: 'info' },
  en: { error: 'error', warning: 'warning', info: 'info' },
} as const satisfies Record<Language, Record<Severity, string>>

const WORDS = {
  fr: {
    fix: 'Corriger : ',
    waived: (until: string) => `exception jusqu’au ${until}`,
    none: 'aucun sujet',
    more: 'Une règle en entier : parvis explain ',
  },
  en: {
    fix: 'Fix: ',
    waived: (until: string) => `exception until ${until}`,
    none: 'no subject',
    more: 'One rule in full: parvis explain ',
  },
} as const

/** For people: one block a subject, worst first, each finding with its place, its reason and its fix. */
export const text: LintReporter = (report, context) => {
  const blocks = report.subjects.map((subject) => block(subject, context))
  const first = report.subjects.flatMap((subject) => subject.outcomes).find(({ outcome }) => outcome === 'fail')
  const more = first === undefined ? '' : `\n${WORDS[context.language].more}${first.code}\n`
  return `${blocks.join('\n')}${more}`
}

function block(subject: SubjectReport, context: ReportContext): string {
  const paint = painter(context)
  const about = [subject.kind, subject.line].filter((part) => part !== null).join(' ')
  const lines = [`${paint('bold', subject.subject)}  ${about}  ${tally(subject, context)}`]
  for (const outcome of LISTED) {
    for (const judged of subject.outcomes.filter((one) => one.outcome === outcome))
      lines.push(...ruleLines(judged, context))
  }
  if (context.all) lines.push(...quietLines(subject, context))
  return `${lines.join('\n')}\n`
}

function tally(subject: SubjectReport, { language }: ReportContext): string {
  const counts = countOutcomes(subject)
  const shown = (['pass', 'fail', 'unknown', 'error', 'not-applicable'] as const).filter(
    (outcome) => counts[outcome] > 0 && outcome !== 'not-applicable',
  )
  return shown.map((outcome) => `${counts[outcome]} ${OUTCOME_WORDS[language][outcome]}`).join(' · ')
}

/** One rule: its title once, then a line a finding, then the fix. */
function ruleLines(judged: RuleOutcome, context: ReportContext): string[] {
  const paint = painter(context)
  const { title, remediation } = context.rule(judged.code)
  const gravity =
    judged.outcome === 'fail'
      ? SEVERITY_WORDS[context.language][judged.severity]
      : OUTCOME_WORDS[context.language][judged.outcome]
  const color =
    judged.outcome === 'unknown'
      ? 'cyan'
      : judged.severity === 'error'
        ? 'red'
        : judged.severity === 'warning'
          ? 'yellow'
          : 'blue'
  const head = `  ${paint(color, gravity.padEnd(14))}${paint('bold', judged.code)}  ${title}`
  const findings = judged.findings.map(
    (finding) => `      ${place(finding)}${context.sentence(finding)}${waived(finding, context)}`,
  )
  const fix =
    judged.outcome === 'fail' && remediation !== ''
      ? [`      ${paint('dim', `${WORDS[context.language].fix}${remediation}`)}`]
      : []
  return [head, ...findings, ...fix]
}

function quietLines(subject: SubjectReport, context: ReportContext): string[] {
  return subject.outcomes
    .filter(({ outcome }) => !LISTED.includes(outcome))
    .map(
      ({ code, outcome }) =>
        `  ${OUTCOME_WORDS[context.language][outcome].padEnd(14)}${code}  ${context.rule(code).title}`,
    )
}

function place({ location }: Finding): string {
  if (location === undefined) return ''
  return `${[location.path, location.line, location.column].filter((part) => part !== undefined).join(':')}  `
}

function waived({ waiver }: Finding, { language }: ReportContext): string {
  return waiver === undefined ? '' : ` (${WORDS[language].waived(waiver.until)})`
}

type Style = Parameters<typeof styleText>[0]

function painter({ hasColor }: ReportContext): (style: Style, words: string) => string {
  return (style, words) => (hasColor ? styleText(style, words, { validateStream: false }) : words)
}
