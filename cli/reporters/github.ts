import type { Finding, SubjectReport } from '#data/model/lint.ts'
import type { Severity } from '#data/model/vocabulary.ts'
import { firstParagraph } from '#policies/prose.ts'
import { isToMend, LISTED, type LintReporter, nameOf, pathInRepository, printable, type ReportContext } from './lint.ts'
import { tally, unreadText, WORDS } from './words.ts'

type Level = 'error' | 'warning' | 'notice'
const LEVELS = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<Severity, Level>

/**
 * Workflow commands, one a line, that GitHub Actions shows beside the lines of a change request. Every line is a
 * command, so that no text of the judged tree ever begins one.
 */
export const github: LintReporter = (report, context) => {
  const all = report.subjects.flatMap((subject) => annotations(subject, context))
  const shown = context.all ? all : firstOfEach(all)
  const asides = [
    ...(shown.length < all.length ? [WORDS[context.language].unshown(all.length - shown.length)] : []),
    ...(context.hidden > 0 ? [WORDS[context.language].hidden(context.hidden)] : []),
  ]
  const summaries = report.subjects.map((subject) => summary(subject, context))
  const said = asides.length === 0 ? [] : [command('notice', { properties: { title: 'Parvis' }, message: asides })]
  return [...shown.map(({ line }) => line), ...summaries, ...said].join('')
}

/** GitHub shows so many of a kind in a step, and drops the rest without a word; the notices leave room for the summary. */
const SHOWN = { error: 10, warning: 10, notice: 8 } as const satisfies Record<Level, number>

interface Annotation {
  readonly level: Level
  readonly line: string
}

function firstOfEach(all: readonly Annotation[]): readonly Annotation[] {
  const counts = { error: 0, warning: 0, notice: 0 }
  return all.filter(({ level }) => {
    counts[level] += 1
    return counts[level] <= SHOWN[level]
  })
}

function annotations(subject: SubjectReport, context: ReportContext): Annotation[] {
  const { outcomes } = subject
  const worstFirst = LISTED.flatMap((wanted) => outcomes.filter(({ outcome }) => outcome === wanted))
  return worstFirst.flatMap(({ findings }) =>
    findings
      .filter((finding) => finding.outcome !== 'fail' || isToMend(finding, context))
      .map((finding) => ({ level: levelOf(finding), line: annotation(finding, { subject, context }) })),
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
    message: [isUnread ? unreadText(subject, context.language) : tally(subject.outcomes, context)],
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
