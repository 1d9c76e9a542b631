import type { Finding, Location, SubjectReport } from '#data/model/lint.ts'
import type { Confidence, Severity } from '#data/model/vocabulary.ts'
import { pathInRepository, type ReportContext } from './lint.ts'
import { WORDS } from './words.ts'

type Level = 'error' | 'warning' | 'note'
export const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, Level>

const RANKS = { error: 90, warning: 50, info: 10 } as const satisfies Record<Severity, number>
const CONFIDENCE = { high: 5, medium: 0, low: -5 } as const satisfies Record<Confidence, number>

/** 0 to 100, what matters most first. What is waived comes last: nobody waits for it. */
export function rankOf({ severity, confidence, waiver }: Finding): number {
  return waiver === undefined ? RANKS[severity] + CONFIDENCE[confidence] : 0
}

interface Own {
  readonly subject: SubjectReport
  /** In the order of the rules of the run. */
  readonly codes: readonly string[]
  readonly context: ReportContext
}

/** A failure. */
export function resultOf(finding: Finding, { subject, codes, context }: Own): object {
  const { code, severity, location, fingerprint, waiver } = finding
  const justification =
    waiver && `${waiver.reason} (${waiver.approvedBy}, ${WORDS[context.language].waived(waiver.until)})`
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVELS[severity],
    rank: rankOf(finding),
    message: { text: plain(context.sentence(finding)) },
    locations: [locationOf(location, subject)],
    // The first is the one that code scanning follows an alert by.
    partialFingerprints: { primaryLocationLineHash: fingerprint, 'parvis/v1': fingerprint },
    suppressions: justification ? [{ kind: 'external', status: 'accepted', justification }] : [],
    ...(context.baseline && { baselineState: context.baseline.known.has(finding) ? 'unchanged' : 'new' }),
  }
}

/** What was not checked, or crashed. */
export function notification(finding: Finding, { subject, codes, context }: Own): object {
  return {
    level: finding.outcome === 'error' ? 'error' : 'warning',
    message: { text: plain(context.sentence(finding)) },
    associatedRule: { id: finding.code, index: codes.indexOf(finding.code) },
    ...(finding.location && { locations: [locationOf(finding.location, subject)] }),
  }
}

/** Code scanning wants a place for every result: what is about the whole tree is placed at its root, without a line. */
function locationOf(location: Location | undefined, subject: SubjectReport): object {
  const { path, line, column } = location ?? {}
  const uri =
    pathInRepository(path ?? '', subject)
      .split('/')
      .map(segment)
      .join('/') || './'
  const region =
    line === undefined ? undefined : { startLine: line, ...(column !== undefined && { startColumn: column }) }
  return { physicalLocation: { artifactLocation: { uri, uriBaseId: '%SRCROOT%' }, ...(region && { region }) } }
}

function segment(name: string): string {
  return encodeURIComponent(name.toWellFormed())
}

/** In a message `[words](target)` is a link; a file name that looks like one stays a file name. */
function plain(sentence: string): string {
  return sentence.replace(/\[(?=[^\]]*\]\()/g, '\\[')
}
