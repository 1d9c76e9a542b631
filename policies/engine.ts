import { type FactCache, type GatheredFacts, gather } from '#data/facts/gather.ts'
import { compileGlobs } from '#data/facts/glob.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { HostFacts } from '#data/model/host-facts.ts'
import type { JudgedComponent, MessageArgs, RuleOutcome, SubjectReport } from '#data/model/lint.ts'
import type { Entry, LoggedCommit, Ref, Source } from '#data/model/source.ts'
import type { Coverage, Stage } from '#data/model/vocabulary.ts'
import { applicability, weighed } from './applicability.ts'
import { findCheck } from './checks/registry.ts'
import { classify } from './classify.ts'
import { type Elsewhere, lookElsewhere } from './elsewhere.ts'
import { placeOf, viewOf } from './evidence-view.ts'
import { readOnce } from './options.ts'
import { type Doubt, type RuleContext, toOutcome } from './outcome.ts'
import { builtinPack } from './registry.ts'
import type {
  Breach,
  Check,
  Classification,
  EvidenceNeed,
  Judgement,
  Rule,
  RulePack,
  Scene,
  Subject,
  Waiver,
} from './rule.ts'

export interface LintRequest {
  readonly source: Source
  readonly packs: readonly RulePack[]
  /** Day against which waivers and ages are read, `YYYY-MM-DD`. */
  readonly asOf: string
  readonly factCache?: FactCache
  /** Judge by the rules of this stage; by all of them when left out. */
  readonly stage?: Stage | undefined
  /** Beside those of the packs. */
  readonly waivers?: readonly Waiver[]
  /**
   * Files that the host lends to this repository: the tree of the owner's `.github` repository, empty when there is
   * none. Left out when nobody looked; then rules that would accept them answer `unknown` instead of failing.
   */
  readonly inherited?: readonly Entry[]
}

/** Judges one subject by every rule of the packs. Throws only what the source throws when its tree cannot be listed. */
export async function lint(request: LintRequest): Promise<SubjectReport> {
  const { source } = request
  const entries = await source.entries()
  const classification = await classify(request, entries)
  const subject: Subject = { identity: source.identity, ...classification }
  const waivers = waiversFor(request)
  const selected = select(request.packs, waivers).filter(({ rule }) => isAsked(rule, request.stage))

  const isByTopic = selected.some(({ rule }) => rule.when.topic !== undefined)
  const host = isByTopic ? await unlessRefused(async () => source.host?.()) : undefined
  const topics = host?.topics.isKnown ? host.topics.value : undefined
  const scene = { subject, classification, entries, topics }
  const placed = selected.map(({ rule: written, pack }) => {
    const rule = weighed(written, subject)
    const check = findCheck(rule.check)
    return { rule, pack, check, doubt: applicability(rule, check, scene) }
  })
  const asked = new Set(placed.flatMap(({ rule, doubt }) => (doubt === 'applies' ? [rule.id] : [])))
  const candidates = placed.map(({ doubt, ...one }): Candidate => {
    const { rule, check } = one
    // What two packs ask is asked once.
    if (rule.coveredBy !== undefined && asked.has(rule.coveredBy)) return { ...one, doubt: 'not-applicable' }
    if (doubt !== 'applies') return { ...one, doubt }
    return { ...one, ...attempt(() => prepare(rule, check, { ...subject, entries })) }
  })

  const isWanted = (need: 'needsRefs' | 'needsHost' | 'wantsHost' | 'needsLog' | 'wantsLog') =>
    candidates.some(({ check, prepared }) => prepared && check[need] === true)
  const refs = isWanted('needsRefs') ? await unlessRefused(async () => source.refs?.()) : undefined
  const asksHost = isWanted('needsHost') || isWanted('wantsHost')
  const hostFacts = host ?? (asksHost ? await unlessRefused(async () => source.host?.()) : undefined)
  const log = isWanted('needsLog') || isWanted('wantsLog') ? await unlessRefused(async () => source.log?.()) : undefined
  const needs = candidates.flatMap(({ prepared }) => prepared?.needs ?? [])
  const facts = await gather({ source, entries, needs, ...(request.factCache && { cache: request.factCache }) })

  const { asOf, inherited } = request
  const world: World = { subject, entries, facts, refs, host: hostFacts, log, waivers, asOf, inherited }
  const outcomes: RuleOutcome[] = []
  for (const candidate of candidates) {
    const { rule, pack, check, prepared } = candidate
    const context: RuleContext = { rule, pack: pack.id, waivers, asOf }
    const visit = { source, check, options: prepared?.options, subject, refs, cache: request.factCache }
    const found = prepared && check.branch && (await lookElsewhere(visit))
    outcomes.push(judge(found === undefined ? candidate : moved(candidate, found), { ...world, ...found }, context))
  }
  return {
    subject: source.identity.repository ?? source.identity.origin,
    repository: source.identity.repository ?? null,
    ...(source.identity.folder !== undefined && { folder: source.identity.folder }),
    kind: subject.kind,
    line: subject.line,
    coverage: coverageOf(outcomes),
    // Without a classifier nobody looked what this is.
    component: request.packs.some(({ classifier }) => classifier !== null) ? componentOf(classification) : null,
    outcomes,
  }
}

function componentOf({ root, names, undetermined }: Classification): JudgedComponent | null {
  if (undetermined !== undefined) return null
  const { groupId = null, artifactId = null, version = null, title = null } = names
  return { path: root, groupId, artifactId, version, title }
}

interface Prepared {
  readonly options: unknown
  readonly needs: readonly EvidenceNeed[]
}

interface Candidate {
  readonly rule: Rule
  readonly pack: RulePack
  readonly check: Check
  readonly doubt?: 'not-applicable' | Doubt
  readonly prepared?: Prepared
  readonly crash?: unknown
  /** Judged by another branch: no line of what lies before us is meant. */
  readonly isElsewhere?: boolean
}

interface World {
  readonly subject: Subject
  readonly entries: readonly Entry[]
  readonly facts: GatheredFacts
  readonly refs: readonly Ref[] | undefined
  readonly host: HostFacts | undefined
  readonly log: readonly LoggedCommit[] | undefined
  readonly waivers: readonly Waiver[]
  readonly asOf: string
  readonly inherited: readonly Entry[] | undefined
}

/** A candidate that is judged by what lies on another branch, or cannot be. */
function moved(candidate: Candidate, found: Elsewhere | { readonly branch: string }): Candidate {
  if ('branch' in found) return { ...candidate, doubt: { messageId: 'engine/no-branch', args: found } }
  return { ...candidate, isElsewhere: true, prepared: { options: candidate.prepared?.options, needs: found.needs } }
}

function prepare(rule: Rule, check: Check, scene: Scene): Prepared {
  const options = readOnce(check.options, rule.options)
  return { options, needs: check.needs(options, scene) }
}

function attempt(run: () => Prepared): { readonly prepared: Prepared } | { readonly crash: unknown } {
  try {
    return { prepared: run() }
  } catch (crash) {
    return { crash }
  }
}

/** Rules in the order of the packs; a rule that a later pack has again (by `extends`) is taken from there. */
function select(packs: readonly RulePack[], waivers: readonly Waiver[]) {
  const chosen = new Map<string, { readonly rule: Rule; readonly pack: RulePack }>()
  // Waivers are a promise with a date: whoever has one is reminded of it, whatever packs were asked for.
  for (const pack of waivers.length > 0 ? [...packs, builtinPack('parvis')] : packs) {
    for (const rule of pack.families.flatMap((family) => family.rules)) chosen.set(rule.id, { rule, pack })
  }
  return [...chosen.values()]
}

/** Without a stage what is judged is in development: what a release alone must be is not asked of it. */
function isAsked({ stages }: Rule, stage: Stage | undefined): boolean {
  if (stages === undefined) return true
  return stage === undefined ? stages.some((one) => one !== 'release') : stages.includes(stage)
}

function waiversFor({ packs, waivers = [], source }: LintRequest): readonly Waiver[] {
  const repository = source.identity.repository?.toLowerCase()
  if (repository === undefined) return []
  return [...packs.flatMap((pack) => pack.waivers), ...waivers].filter((waiver, index, all) => {
    const isFirst = all.findIndex((other) => JSON.stringify(other) === JSON.stringify(waiver)) === index
    return isFirst && compileGlobs([waiver.subject.toLowerCase()])(repository)
  })
}

function judge(candidate: Candidate, world: World, context: RuleContext): RuleOutcome {
  const { check, prepared, doubt } = candidate
  if (doubt === 'not-applicable') return toOutcome(context, { outcome: 'not-applicable' })
  if (doubt !== undefined) return toOutcome(context, { outcome: 'unknown', doubt })
  if (prepared === undefined) return toOutcome(context, { outcome: 'error', args: describe(candidate.crash) })
  if (check.needsRefs && world.refs === undefined) {
    return toOutcome(context, { outcome: 'unknown', doubt: { messageId: 'engine/no-refs', args: {} } })
  }
  if (check.needsHost && world.host === undefined) {
    return toOutcome(context, { outcome: 'unknown', doubt: { messageId: 'engine/no-host', args: {} } })
  }
  if (check.needsLog && world.log === undefined) {
    return toOutcome(context, { outcome: 'unknown', doubt: { messageId: 'engine/no-log', args: {} } })
  }
  const unread = unreadBy(prepared.needs, world.facts)
  const decisive = unread.filter(({ isDecisive }) => isDecisive)
  if (decisive.length > 0) return toOutcome(context, { outcome: 'unknown', unread: decisive })
  let judgement: Judgement
  try {
    const view = viewOf(prepared.needs, world)
    judgement = check.judge({ ...world, ...view, refs: world.refs ?? [], log: world.log ?? [] }, prepared.options)
  } catch (crash) {
    return toOutcome(context, { outcome: 'error', args: describe(crash) })
  }
  switch (judgement.outcome) {
    case 'fail': {
      const breaches = candidate.isElsewhere ? judgement.breaches.map(withoutPlace) : judgement.breaches
      return toOutcome(context, { outcome: 'fail', check: check.id, breaches, unread })
    }
    case 'unknown': {
      const { messageId, args, location } = judgement
      const doubt = { messageId: `${check.id}/${messageId}`, args, ...(location && { locations: [location] }) }
      return toOutcome(context, { outcome: 'unknown', doubt, unread })
    }
    default:
      return toOutcome(context, unread.length > 0 ? { outcome: 'unknown', unread } : { outcome: judgement.outcome })
  }
}

function withoutPlace({ location: _, ...breach }: Breach): Breach {
  return breach
}

function unreadBy(needs: readonly EvidenceNeed[], facts: GatheredFacts) {
  return facts.unread.flatMap((file) => {
    const touched = needs.filter((need) => need.extractor === file.extractor && compileGlobs(need.paths)(file.path))
    if (touched.length === 0) return []
    return [{ ...placeOf(file), isDecisive: touched.some((need) => need.separately !== true) }]
  })
}

/** What a source has to say, unless it cannot know, or the world said no. */
async function unlessRefused<Told>(ask: () => Promise<Told>): Promise<Told | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof SourceFailure) return undefined
    throw error
  }
}

function coverageOf(outcomes: readonly RuleOutcome[]): Coverage {
  const has = (...wanted: readonly string[]) => outcomes.some(({ outcome }) => wanted.includes(outcome))
  if (!has('unknown', 'error')) return 'complete'
  return has('pass', 'fail') ? 'partial' : 'unknown'
}

function describe(crash: unknown): MessageArgs {
  return { reason: crash instanceof Error ? crash.message : String(crash) }
}
