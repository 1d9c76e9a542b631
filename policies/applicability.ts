import { compileGlobs, type PathMatcher } from '#data/facts/glob.ts'
import type { Entry } from '#data/model/source.ts'
import { FOREIGN_FOLDERS, globsOf } from './languages.ts'
import type { Doubt } from './outcome.ts'
import type { Check, Classification, Rule, Subject, When } from './rule.ts'

interface Surroundings {
  readonly subject: Subject
  readonly classification: Classification
  readonly entries: readonly Entry[]
  /** Undefined when nobody asked the host, or it did not say. */
  readonly topics: readonly string[] | undefined
}

/** Whether a rule is about a subject, or why nobody can tell. Decided before any file is read for it. */
export function applicability({ when }: Rule, check: Check, scene: Surroundings): 'applies' | 'not-applicable' | Doubt {
  const { subject, classification } = scene
  if (!hasFilesFor(when, scene)) return 'not-applicable'
  const owner = ownerOf(subject)
  if (owner !== undefined) {
    if (when.owner !== undefined && !when.owner.includes(owner)) return 'not-applicable'
    if (when.notOwner?.includes(owner)) return 'not-applicable'
  }
  const isAboutKind = when.kind !== undefined || when.line !== undefined
  if (isAboutKind && classification.undetermined !== undefined) {
    const { location, problem, message } = classification.undetermined
    return { messageId: 'engine/kind-undetermined', args: { problem, message }, locations: [location] }
  }
  if (when.kind !== undefined && !when.kind.includes(subject.kind)) return 'not-applicable'
  if (when.line !== undefined) {
    if (subject.line === null) {
      const hasNoLine = subject.kind === 'other' || subject.kind === 'tool'
      return hasNoLine ? 'not-applicable' : { messageId: 'engine/line-undetermined', args: {} }
    }
    if (!when.line.includes(subject.line)) return 'not-applicable'
  }
  if (when.topic !== undefined) {
    // A checkout does not show topics: what nobody looked at is neither there nor missing.
    if (scene.topics === undefined) return { messageId: 'engine/no-topics', args: {} }
    if (!when.topic.some((topic) => scene.topics?.includes(topic))) return 'not-applicable'
  }
  const isAboutOwner = when.owner !== undefined || when.notOwner !== undefined
  if (owner === undefined && (isAboutOwner || check.needsIdentity)) return { messageId: 'engine/no-identity', args: {} }
  return 'applies'
}

/** The rule as it weighs on this subject. */
export function weighed(rule: Rule, subject: Subject): Rule {
  const owner = ownerOf(subject) ?? ''
  const grade = rule.grades.find(({ when }) => {
    if (when.kind?.includes(subject.kind) === false || when.owner?.includes(owner) === false) return false
    if (when.line !== undefined && (subject.line === null || !when.line.includes(subject.line))) return false
    return when.notOwner?.includes(owner) !== true
  })
  return grade === undefined ? rule : { ...rule, severity: grade.severity }
}

function hasFilesFor({ language, files }: When, { entries }: Surroundings): boolean {
  return (language === undefined || has(entries, globsOf(language))) && (files === undefined || has(entries, files))
}

/** Many rules ask the same of one tree. */
const answered = new WeakMap<readonly Entry[], Map<PathMatcher, boolean>>()

function has(entries: readonly Entry[], globs: readonly string[]): boolean {
  const isMeant = compileGlobs(globs)
  const isForeign = compileGlobs(FOREIGN_FOLDERS)
  const answers = answered.get(entries) ?? new Map<PathMatcher, boolean>()
  answered.set(entries, answers)
  const answer = answers.get(isMeant) ?? entries.some(({ path }) => isMeant(path) && !isForeign(path))
  answers.set(isMeant, answer)
  return answer
}

function ownerOf({ identity }: Subject): string | undefined {
  return identity.repository?.split('/')[0]?.toLowerCase()
}
