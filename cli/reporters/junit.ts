import type { RuleOutcome, SubjectReport } from '#data/model/lint.ts'
import { isToMend, type LintReporter, nameOf, placeOf, type ReportContext } from './lint.ts'
import { ONE_RULE, WORDS } from './words.ts'
import { xml } from './xml.ts'

/** What a test case may end as, beside passing. */
type Ending = 'failure' | 'error' | 'skipped'
interface Case {
  readonly ending: Ending | undefined
  readonly lines: readonly string[]
}

/** XML as test reports have it: a suite a subject, a case a rule. */
export const junit: LintReporter = (report, context) => {
  const suites = report.subjects.map((subject) => suiteOf(subject, context))
  const all = suites.flatMap(({ cases }) => cases)
  const lines = suites.flatMap(({ lines: own }) => own)
  const head = `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="parvis"${counted(all)}>`
  return `${[head, ...lines, '</testsuites>'].join('\n')}\n`
}

function suiteOf(subject: SubjectReport, context: ReportContext) {
  const told = subject.outcomes.map((judged) => ({ judged, one: caseOf(judged, context) }))
  const unread: Case = { ending: 'error', lines: [WORDS[context.language].unread] }
  const isUnread = told.length === 0
  const cases = isUnread ? [unread] : told.map(({ one }) => one)
  const inner = isUnread
    ? caseLines({ name: 'parvis', className: 'parvis', outcome: 'error' }, unread)
    : told.flatMap(({ judged, one }) => {
        const name = `${judged.code} ${context.rule(judged.code).title}`
        return caseLines({ name, className: judged.pack, outcome: ONE_RULE[context.language][judged.outcome] }, one)
      })
  const lines = [`  <testsuite name="${xml(nameOf(subject))}"${counted(cases)}>`, ...inner, '  </testsuite>']
  return { cases, lines }
}

/** A rule whose failures are all waived or known is skipped: it neither holds nor asks for work. */
function caseOf(judged: RuleOutcome, context: ReportContext): Case {
  const lines = judged.findings.map((finding) => {
    const aside = finding.waiver ? ` (${WORDS[context.language].waived(finding.waiver.until)})` : ''
    const known = context.baseline?.known.has(finding) ? ` (${WORDS[context.language].known})` : ''
    return [placeOf(finding), `${context.sentence(finding)}${aside}${known}`].filter((part) => part !== '').join('  ')
  })
  return { ending: endingOf(judged, context), lines }
}

function endingOf({ outcome, findings }: RuleOutcome, context: ReportContext): Ending | undefined {
  if (outcome === 'pass') return undefined
  if (outcome === 'error') return 'error'
  if (outcome === 'fail' && findings.some((finding) => isToMend(finding, context))) return 'failure'
  return 'skipped'
}

function caseLines(
  { name, className, outcome }: { readonly name: string; readonly className: string; readonly outcome: string },
  { ending, lines }: Case,
): string[] {
  const open = `    <testcase classname="${xml(className)}" name="${xml(name)}"`
  if (ending === undefined) return [`${open}/>`]
  const message = lines.length === 1 ? (lines[0] ?? outcome) : outcome
  const body = lines.map(xml).join('\n')
  return [`${open}>`, `      <${ending} message="${xml(message)}">${body}</${ending}>`, '    </testcase>']
}

function counted(cases: readonly Case[]): string {
  const count = (ending: Ending) => cases.filter((one) => one.ending === ending).length
  return ` tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`
}
