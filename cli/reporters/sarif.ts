import type { SubjectReport } from '#data/model/lint.ts'
import { type LintReporter, nameOf, type ReportContext } from './lint.ts'
import { LEVELS, notification, rankOf, resultOf } from './sarif-result.ts'
import { unreadText, WORDS } from './words.ts'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** What code scanning takes: a file with more runs is refused, a run with more results too. */
const MOST_RUNS = 20
const MOST_RESULTS = 25_000
/** Of the results that it takes it shows so many, those of the highest rank. */
const SHOWN_RESULTS = 5_000

/** SARIF 2.1.0 as code scanning takes it: a run a subject, failures as results, what was not checked as notifications. */
export const sarif: LintReporter = (report, context) => {
  const unsaid = report.subjects.length - MOST_RUNS
  const runs = report.subjects.map((subject, index) => {
    const isTooMany = index === 0 && unsaid > 0
    return runOf(subject, { context, notes: isTooMany ? [WORDS[context.language].runs(MOST_RUNS)] : [] })
  })
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs }, null, 2)}\n`
}

interface Telling {
  readonly context: ReportContext
  /** What the reader should know of this file. */
  readonly notes: readonly string[]
}

function runOf(subject: SubjectReport, { context, notes }: Telling): object {
  const findings = subject.outcomes.flatMap((judged) => judged.findings)
  const codes = [...new Set(findings.map(({ code }) => code))]
  const all = findings.filter(({ outcome }) => outcome === 'fail').toSorted((a, b) => rankOf(b) - rankOf(a))
  const failed = all.slice(0, MOST_RESULTS)
  const truncation = all.length > SHOWN_RESULTS ? [truncated(all.length, context)] : []
  const said = [...notes, ...truncation].map((text) => ({ level: 'warning', message: { text } }))
  const others = findings.filter(({ outcome }) => outcome !== 'fail')
  const isUnread = subject.outcomes.length === 0
  const unread = { level: 'error', message: { text: unreadText(subject, context.language) } }
  const rules = subject.outcomes
    .filter(({ code }) => codes.includes(code))
    .map(({ code, rule, pack }) => descriptor({ code, rule, pack }, context))
  return {
    tool: { driver: { name: 'Parvis', version: context.toolVersion, language: context.language, rules } },
    // One category a subject: code scanning takes no two runs of one tool in the same.
    automationDetails: { id: `parvis/${nameOf(subject)}/` },
    language: context.language,
    originalUriBaseIds: { '%SRCROOT%': { description: { text: subject.subject } } },
    invocations: [
      {
        executionSuccessful: !isUnread && others.every(({ outcome }) => outcome !== 'error'),
        toolExecutionNotifications: [
          ...said,
          ...(isUnread ? [unread] : others.map((one) => notification(one, { subject, codes, context }))),
        ],
      },
    ],
    results: failed.map((finding) => resultOf(finding, { subject, codes, context })),
  }
}

/** Never in silence. */
function truncated(count: number, { language }: ReportContext): string {
  const words = WORDS[language]
  return count > MOST_RESULTS ? words.results(count, MOST_RESULTS) : words.results(count, SHOWN_RESULTS)
}

function descriptor(
  { code, rule, pack }: { readonly code: string; readonly rule: string; readonly pack: string },
  { rule: wordsOf, language }: ReportContext,
): object {
  const { title, question, rationale, remediation, url, severity, confidence } = wordsOf(code)
  const words = WORDS[language]
  const sections = [
    [words.why, rationale],
    [words.mend, remediation],
  ] as const
  const help = (heading: string) => sections.map(([name, prose]) => `${heading}${name}\n\n${prose}`).join('\n\n')
  return {
    id: code,
    name: rule,
    shortDescription: { text: title },
    fullDescription: { text: question },
    help: { text: help(''), markdown: help('## ') },
    ...(url !== '' && { helpUri: url }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: [pack],
      precision: confidence,
      'problem.severity': severity === 'info' ? 'recommendation' : severity,
    },
  }
}
