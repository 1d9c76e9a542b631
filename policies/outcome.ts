import { createHash } from 'node:crypto'
import type { Finding, Location, MessageArgs, RuleOutcome } from '#data/model/lint.ts'
import { withoutSecrets } from '#data/model/secrets.ts'
import { SEVERITIES, type Severity } from '#data/model/vocabulary.ts'
import type { Breach, Rule, UnreadFile, Waiver } from './rule.ts'

export interface RuleContext {
  readonly rule: Rule
  readonly pack: string
  /** Those that name this subject, for any rule. */
  readonly waivers: readonly Waiver[]
  readonly asOf: string
}

/** Why a rule could not be checked, before or instead of its check. */
export interface Doubt {
  readonly messageId: string
  readonly args: MessageArgs
  readonly locations?: readonly Location[]
}

export type Verdict =
  | { readonly outcome: 'pass' | 'not-applicable' }
  | { readonly outcome: 'unknown'; readonly doubt?: Doubt; readonly unread?: readonly UnreadFile[] }
  | { readonly outcome: 'error'; readonly args: MessageArgs }
  | {
      readonly outcome: 'fail'
      readonly check: string
      readonly breaches: readonly Breach[]
      readonly unread: readonly UnreadFile[]
    }

/** Gives what a check found its rule, gravity, waiver and fingerprint. */
export function toOutcome(context: RuleContext, verdict: Verdict): RuleOutcome {
  const { rule, pack } = context
  const findings = withFingerprints(rule, findingsOf(context, verdict))
  const gravest = SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity))
  const severity: Severity = verdict.outcome === 'fail' ? (gravest ?? rule.severity) : rule.severity
  return { rule: rule.id, code: rule.code, pack, outcome: verdict.outcome, severity, findings }
}

type Draft = Omit<Finding, 'fingerprint'> & { readonly text: string }

function findingsOf(context: RuleContext, verdict: Verdict): readonly Draft[] {
  const { rule } = context
  const base = { rule: rule.id, code: rule.code, severity: rule.severity, confidence: rule.confidence }
  switch (verdict.outcome) {
    case 'pass':
    case 'not-applicable':
      return []
    case 'error':
      return [{ ...base, outcome: 'error', messageId: 'engine/crashed', args: verdict.args, text: '' }]
    case 'unknown': {
      const { doubt, unread = [] } = verdict
      const unsaid = unread.map((file) => unreadDraft(base, file))
      if (doubt === undefined) return unsaid
      const { messageId, args, locations = [undefined] } = doubt
      const said = locations.map((location): Draft => {
        return { ...base, outcome: 'unknown', messageId, args, ...(location && { location }), text: messageId }
      })
      return [...said, ...unsaid]
    }
    case 'fail': {
      const waiver = waiverOf(context)
      const found = verdict.breaches.map((breach): Draft => {
        const { messageId, args, location, rate, text = '', severity = rule.severity } = breach
        return {
          ...base,
          outcome: 'fail',
          severity,
          messageId: `${verdict.check}/${messageId}`,
          args,
          ...(location && { location }),
          ...(rate && { rate }),
          ...(waiver && { waiver }),
          text,
        }
      })
      return [...found, ...verdict.unread.map((file) => unreadDraft(base, file))]
    }
  }
}

function unreadDraft(base: Pick<Finding, 'rule' | 'code' | 'severity' | 'confidence'>, file: UnreadFile): Draft {
  const { location, problem, message } = file
  const args = { problem, message }
  return { ...base, outcome: 'unknown', messageId: 'engine/unread', args, location, text: problem }
}

/** The waiver in force that ends last. */
function waiverOf({ rule, waivers, asOf }: RuleContext): Finding['waiver'] {
  const inForce = waivers
    .filter((waiver) => (waiver.rule === rule.code || waiver.rule === rule.id) && waiver.until >= asOf)
    .sort((a, b) => b.until.localeCompare(a.until))
  const [longest] = inForce
  return longest && { reason: longest.reason, until: longest.until, approvedBy: longest.approvedBy }
}

function withFingerprints(rule: Rule, drafts: readonly Draft[]): readonly Finding[] {
  const seen = new Map<string, number>()
  return drafts.map(({ text: written, args, ...draft }) => {
    // Here, once for all: a secret that a tree holds gets into no answer, no database and no hash that could be guessed.
    const text = withoutSecrets(written)
    const finding = { ...draft, args: masked(args) }
    const normalised = text.normalize('NFC').replace(/\s+/gu, ' ').trim()
    const key = JSON.stringify([rule.code, finding.location?.path ?? '', normalised])
    const ordinal = seen.get(key) ?? 0
    seen.set(key, ordinal + 1)
    const fingerprint = createHash('sha256').update(`${key}${ordinal}`).digest('hex')
    return { ...finding, fingerprint }
  })
}

function masked(args: MessageArgs): MessageArgs {
  const entries = Object.entries(args).map(([name, value]) => {
    if (typeof value === 'number') return [name, value] as const
    return [name, typeof value === 'string' ? withoutSecrets(value) : value.map(withoutSecrets)] as const
  })
  return Object.fromEntries(entries)
}

/** Words for what the reader wants to know of a rule: `exception` when every failure is waived today. */
export type Standing = 'kept' | 'to-mend' | 'exception' | 'unchecked' | 'not-applicable'

export function standingOf({ outcome, findings }: Pick<RuleOutcome, 'outcome' | 'findings'>): Standing {
  switch (outcome) {
    case 'pass':
      return 'kept'
    case 'not-applicable':
      return 'not-applicable'
    case 'fail': {
      const isWaived = findings.every((finding) => finding.outcome !== 'fail' || finding.waiver !== undefined)
      return isWaived ? 'exception' : 'to-mend'
    }
    default:
      return 'unchecked'
  }
}
