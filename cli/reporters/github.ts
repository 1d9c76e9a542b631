import type { Finding, SubjectReport } from '#data/model/lint.ts'
import type { Severity } from '#data/model/vocabulary.ts'
import {
  firstParagraph,
  isToMend,
  LISTED,
  type LintReporter,
  nameOf,
  pathInRepository,
  printable,
  type ReportContext,
} from './lint.ts'
import { tally, WORDS } from './words.ts'

type Level = 'error' | 'warning' | 'notice'
const LEVELS = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<Severity, Level>

/**
 * Workflow commands, one a line, that GitHub Actions shows beside the lines of a change request. Every line is a
 * command, so that no text of the judged tree ever begins one.
 */
export const github: LintReporter = (report, context) =>
  report.subjects.map((subject) => [...annotations(subject, context), summary(subject, context)].join('')).join('')

function annotations(subject: SubjectReport, context: ReportContext): string[] {
  const { outcomes } = subject
  const worstFirst = LISTED.flatMap((wanted) => outcomes.filter(({ outcome }) => outcome === wanted))
  return worstFirst.flatMap(({ findings }) =>
    findings
      .filter((finding) => finding.outcome !== 'fail' || isToMend(finding, context))
      .map((finding) => annotation(finding, { subject, context })),
  )
}

function annotation(
  finding: Finding,
  { subject, context }: { readonly subject: SubjectReport; readonly context: ReportContext },
): string {
  const { title, remediation } = context.rule(finding.code)
  const { path, line, column } = finding.location ?? {}
  const fix = finding.outcome === 'fail' ? firstParagraph(remediation) : ''
  const place = path === undefined ? {} : { file: pathInRepository(path, subject), line, col: column }
  return command(levelOf(finding), {
    properties: { ...place, title: `${finding.code} ${title}` },
    message: [context.sentence(finding), ...(fix === '' ? [] : [WORDS[context.language].fix + fix])],
  })
}

function levelOf({ outcome, severity }: Finding): Level {
  if (outcome === 'error') return 'error'
  return outcome === 'unknown' ? 'notice' : LEVELS[severity]
}

/** How it stands, at the end, whatever there was to annotate: silence would read as green. */
function summary(subject: SubjectReport, context: ReportContext): string {
  const isUnread = subject.outcomes.length === 0
  return command(isUnread ? 'error' : 'notice', {
    properties: { title: `Parvis ${nameOf(subject)}` },
    message: [isUnread ? WORDS[context.language].unread : tally(subject.outcomes, context)],
  })
}

function command(
  level: Level,
  said: {
    readonly properties: Readonly<Record<string, string | number | undefined>>
    readonly message: readonly string[]
  },
): string {
  const properties = Object.entries(said.properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${property(String(value))}`)
  return `::${level} ${properties.join(',')}::${said.message.map((line) => data(printable(line))).join('%0A')}\n`
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** Escaped as the runner unescapes it; a path must come out of it unchanged to find its file. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
