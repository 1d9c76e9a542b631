import { type FactCache, gather } from '#data/facts/gather.ts'
import type { Entry, Source } from '#data/model/source.ts'
import type { PlatformLine } from '#data/model/vocabulary.ts'
import { findClassifier } from './checks/registry.ts'
import { placeOf, viewOf } from './evidence-view.ts'
import { readOnce } from './options.ts'
import type { Classification, Classifier, ClassifierEvidence, EvidenceNeed, RulePack } from './rule.ts'

interface ClassifyRequest {
  readonly source: Source
  readonly packs: readonly RulePack[]
  readonly factCache?: FactCache
}

const NOTHING: Classification = { kind: 'other', line: null, root: '', names: {} }

/** What a subject is judged as, by the first classifier that a pack names; without one everything is `other`. */
export async function classify(request: ClassifyRequest, entries: readonly Entry[]): Promise<Classification> {
  const named = classifierOf(request.packs)
  if (named === undefined) return NOTHING
  const { classifier, options } = named
  const evidence = await evidenceFor(classifier.needs(options, entries), { request, entries })
  return classifier.classify(evidence, options)
}

/** Everything that a repository holds: what it is judged as first, then the sites and packs in its other folders. */
export async function classifyAll(
  request: ClassifyRequest,
  entries: readonly Entry[],
): Promise<readonly Classification[]> {
  const named = classifierOf(request.packs)
  if (named === undefined) return [NOTHING]
  const { classifier, options } = named
  const evidence = await evidenceFor(classifier.allNeeds(options, entries), { request, entries })
  return classifier.classifyAll(evidence, options)
}

/** Maven groups whose artifacts are the platform's own, each with all below it; none without a classifier. */
export function platformGroupsOf(packs: readonly RulePack[]): readonly string[] {
  const named = classifierOf(packs)
  return named === undefined ? [] : named.classifier.platformGroups(named.options)
}

/** Generations of the platform that have ended, as the pack says; none without a classifier. */
export function endedLinesOf(packs: readonly RulePack[]): readonly PlatformLine[] {
  const named = classifierOf(packs)
  return named === undefined ? [] : named.classifier.endedLines(named.options)
}

function classifierOf(
  packs: readonly RulePack[],
): { readonly classifier: Classifier; readonly options: unknown } | undefined {
  const named = packs.find((pack) => pack.classifier !== null)?.classifier
  if (named === undefined || named === null) return undefined
  const classifier = findClassifier(named.id)
  return { classifier, options: readOnce(classifier.options, named.options) }
}

async function evidenceFor(
  needs: readonly EvidenceNeed[],
  { request, entries }: { readonly request: ClassifyRequest; readonly entries: readonly Entry[] },
): Promise<ClassifierEvidence> {
  const { source, factCache } = request
  const facts = await gather({ source, entries, needs, ...(factCache && { cache: factCache }) })
  const unread = facts.unread.map(placeOf)
  return { ...viewOf(needs, { entries, facts }), identity: source.identity, unread }
}
