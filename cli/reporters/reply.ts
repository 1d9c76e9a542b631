import type { RuleOutcome, SubjectReport } from '#data/model/lint.ts'
import { SEVERITIES, type Severity } from '#data/model/vocabulary.ts'
import { isToMend, type LintReporter, placeOf, type ReportContext } from './lint.ts'
import { code, escaped, prose } from './markdown-text.ts'
import { REPLY_WORDS } from './reply-words.ts'

/** An answer has a reader: beyond so many places of one rule, their number says enough. */
const LISTED_PLACES = 5

/**
 * The draft of an answer to a change request, for a person to read, change and post: Parvis posts nothing. Form, which
 * rules can tell, is kept apart from genericity, which people discuss. Whatever comes from the tree is quoted as text.
 */
export const reply: LintReporter = (report, context) =>
  report.subjects.map((subject) => letter(subject, { context, asOf: report.asOf })).join('\n---\n\n')

function letter(
  subject: SubjectReport,
  { context, asOf }: { readonly context: ReportContext; readonly asOf: string },
): string {
  const words = REPLY_WORDS[context.language]
  const form = formOf(subject, context)
  return `${[
    words.thanks,
    `### ${words.form}`,
    ...form,
    `### ${words.genericity}`,
    words.discussed,
    words.outcomes.map((line) => `- ${line}`).join('\n'),
    `### ${words.next}`,
    ...words.closing(context.promise(asOf)).map((line) => escapedLine(line)),
  ].join('\n\n')}\n`
}

/** Our own words, in which the contact alone was written by others. */
function escapedLine(line: { readonly text: string; readonly contact?: string }): string {
  return line.text + (line.contact === undefined ? '' : escaped(line.contact))
}

function formOf({ outcomes }: SubjectReport, context: ReportContext): readonly string[] {
  const words = REPLY_WORDS[context.language]
  const broken = outcomes.filter(
    ({ outcome, findings }) => outcome === 'fail' && findings.some((one) => isToMend(one, context)),
  )
  const unchecked = outcomes.filter(({ outcome }) => outcome === 'unknown' || outcome === 'error')
  const held = outcomes.filter(({ outcome }) => outcome === 'pass').length
  if (outcomes.length === 0) return [words.unread]
  const blocks = SEVERITIES.flatMap((severity) => blockOf(severity, broken, context))
  return [
    broken.length === 0 ? words.inOrder(held) : words.found(broken.length, held),
    ...blocks,
    ...(unchecked.length === 0 ? [] : [words.unchecked(unchecked.map((judged) => judged.code))]),
  ]
}

function blockOf(severity: Severity, broken: readonly RuleOutcome[], context: ReportContext): readonly string[] {
  const own = broken.filter((judged) => judged.severity === severity)
  if (own.length === 0) return []
  const { gravity } = REPLY_WORDS[context.language]
  return [`**${gravity[severity]}**`, own.map((judged) => item(judged, context)).join('\n')]
}

/** One rule: what it wants, where it does not hold, how to mend it, where to read more. */
function item(judged: RuleOutcome, context: ReportContext): string {
  const words = REPLY_WORDS[context.language]
  const { title, remediation, guide } = context.rule(judged.code)
  const findings = judged.findings.filter((one) => isToMend(one, context))
  const places = findings.slice(0, LISTED_PLACES).map((one) => {
    const place = placeOf(one)
    return `  - ${place === '' ? '' : `${code(place)} `}${escaped(context.sentence(one))}`
  })
  const rest = findings.length - places.length
  return [
    `- ${escaped(judged.code)} ${escaped(title)}`,
    ...places,
    ...(rest > 0 ? [`  - ${words.more(rest)}`] : []),
    ...(remediation === '' ? [] : [`  - ${words.fix}${prose(remediation)}`]),
    ...(/^https?:\/\/[^\s<>()[\]\\]+$/u.test(guide) ? [`  - [${words.guide}](${guide})`] : []),
  ].join('\n')
}
