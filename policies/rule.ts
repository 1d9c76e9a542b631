import type { ProblemCode } from '#data/facts/extractor.ts'
import type { ExtractorId, FactOf, OptionsOf } from '#data/facts/shapes/by-extractor.ts'
import type { HostFacts } from '#data/model/host-facts.ts'
import type { Location, MessageArgs, Rate } from '#data/model/lint.ts'
import type { Entry, LoggedCommit, Ref, SourceIdentity } from '#data/model/source.ts'
import type {
  Audience,
  ComponentKind,
  Confidence,
  Outcome,
  PlatformLine,
  Severity,
  Stage,
  Text,
} from '#data/model/vocabulary.ts'
import type { Checklist } from './checklist.ts'
import type { SourceLanguage } from './languages.ts'
import type { OptionsReader } from './options.ts'
import type { Parameters } from './parameters.ts'

/**
 * The shapes of judgement. A check is code, pure: evidence in, findings out. A rule is data: a check with its options,
 * its words and its gravity. A pack is data: rules in families, with waivers.
 */

/** Facts that a check wants, by extractor and by the files to draw them from. */
export interface EvidenceNeed {
  /** Id of an extractor of `data/facts/registry.ts`. */
  readonly extractor: ExtractorId
  /** Globs over paths of the tree (`**`, `*`, `?`, `{a,b}`); a path that matches any is read. */
  readonly paths: readonly string[]
  readonly options?: unknown
  /**
   * Files are judged one by one: a file that could not be read leaves what is said of the others standing. Without it
   * one unread file means that nothing can be said, and the check is not run.
   */
  readonly separately?: boolean
}

/** What the classifier of a pack concluded about what lies before us. */
export interface Subject {
  readonly identity: SourceIdentity
  readonly kind: ComponentKind
  readonly line: PlatformLine | null
  /** Folder of the component in the repository, without a final `/`; empty for the root. */
  readonly root: string
  /** Names that the pack's own checks go by; the classifier of each pack says which there are. */
  readonly names: Readonly<Record<string, string | undefined>>
}

/** What a check may look at when it says which files it wants read. */
export interface Scene extends Subject {
  /** All files of the tree, sorted by path. */
  readonly entries: readonly Entry[]
}

/** The evidence a check is handed. Everything in it was collected: what was not never gets here. */
export interface Evidence {
  readonly subject: Subject
  /** All files of the tree, sorted by path. */
  readonly entries: readonly Entry[]
  has(path: string): boolean
  /** Facts of one extractor by path, for the files that the check's needs named. */
  facts<Id extends ExtractorId>(extractor: Id, options?: OptionsOf<Id>): ReadonlyMap<string, FactOf<Id>>
  /** Filled when the check declared `needsRefs` (without refs it is not run, the outcome is `unknown`). */
  readonly refs: readonly Ref[]
  /**
   * What the host says of the repository: given when the check declared `needsHost` (without it the check is not run, the
   * outcome is `unknown`). Each field may be unknown by itself; what follows from that is for the check to say.
   */
  readonly host: HostFacts | undefined
  /** Latest commits, newest first; filled when the check declared `needsLog`, or `wantsLog` and they are known. */
  readonly log: readonly LoggedCommit[]
  /** Files that the host lends from the owner's `.github` repository; undefined when nobody looked. */
  readonly inherited: readonly Entry[] | undefined
  /** Waivers of the packs at hand that name this subject. */
  readonly waivers: readonly Waiver[]
  /** Day of the judgement, `YYYY-MM-DD`. */
  readonly asOf: string
}

/** A file that gave no fact, and where reading it stopped. */
export interface UnreadFile {
  readonly location: Location
  readonly problem: ProblemCode
  readonly message: string
}

/** What a classifier makes of a tree; `undetermined` when the file that decides could not be read. */
export interface Classification {
  readonly kind: ComponentKind
  readonly line: PlatformLine | null
  readonly root: string
  readonly names: Subject['names']
  readonly undetermined?: UnreadFile
}

export interface ClassifierEvidence extends Pick<Evidence, 'entries' | 'has' | 'facts'> {
  readonly identity: SourceIdentity
  /** Files that its needs named and that could not be read. */
  readonly unread: readonly UnreadFile[]
}

/** Says what lies before us, from the tree and a few facts. A pack names one. */
export interface Classifier<Options = unknown> {
  readonly id: string
  readonly summary: string
  readonly options: OptionsReader<Options>
  needs(options: Options, entries: readonly Entry[]): readonly EvidenceNeed[]
  classify(evidence: ClassifierEvidence, options: Options): Classification
  /** What `classifyAll` wants read; it may be more than what a judgement needs. */
  allNeeds(options: Options, entries: readonly Entry[]): readonly EvidenceNeed[]
  /** What `classify` says, then the assemblies that stand in other folders of the repository. */
  classifyAll(evidence: ClassifierEvidence, options: Options): readonly Classification[]
  /** Maven groups of the platform: what is of them, or below, is a component, collected or not. */
  platformGroups(options: Options): readonly string[]
  /** Generations of the platform that have ended: what is built for one is obsolete. */
  endedLines(options: Options): readonly PlatformLine[]
}

export function defineClassifier<Options>(classifier: Classifier<Options>): Classifier {
  return classifier as Classifier
}

/** One thing that does not hold, before the engine gives it its rule, gravity and fingerprint. */
export interface Breach {
  readonly messageId: string
  readonly args: MessageArgs
  readonly location?: Location
  readonly rate?: Rate
  /** The text that the breach is about: with code, path and ordinal it makes the fingerprint. */
  readonly text?: string
  /** Lower than the rule's own, where the catalogue grades what it finds. */
  readonly severity?: Severity
}

export type Judgement =
  | { readonly outcome: 'pass' }
  | { readonly outcome: 'not-applicable' }
  | {
      readonly outcome: 'unknown'
      readonly messageId: string
      readonly args: MessageArgs
      readonly location?: Location
    }
  | { readonly outcome: 'fail'; readonly breaches: readonly Breach[] }

export interface Check<Options = unknown> {
  /** What packs call it by: `file-present`, `lutece/descriptor-version`. */
  readonly id: string
  readonly summary: string
  /** Reads the pack's options; throws a `UsageFailure` naming the wrong key and the nearest valid one. */
  readonly options: OptionsReader<Options>
  needs(options: Options, scene: Scene): readonly EvidenceNeed[]
  readonly needsRefs?: boolean
  readonly needsHost?: boolean
  /** Runs without the host as well, and looks at what it says where it is known. */
  readonly wantsHost?: boolean
  readonly needsLog?: boolean
  /** Runs without the latest commits as well. */
  readonly wantsLog?: boolean
  /** The branch that the check is about: where another lies before us, it is handed what lies on that one. */
  branch?(options: Options): string
  /** The owner and name on the host must be known. */
  readonly needsIdentity?: boolean
  /** A sentence per message id and language, with `{name}` for arguments. */
  readonly messages: Readonly<Record<string, Text>>
  judge(evidence: Evidence, options: Options): Judgement
}

export function defineCheck<Options>(check: Check<Options>): Check {
  return check as Check
}

/** Which subjects a rule is about; an absent key is no condition. */
export interface When {
  readonly kind?: readonly ComponentKind[] | undefined
  readonly line?: readonly PlatformLine[] | undefined
  /** Owners on the host, lower case. */
  readonly owner?: readonly string[] | undefined
  readonly notOwner?: readonly string[] | undefined
  /** Topics that the host shows, any of which will do. */
  readonly topic?: readonly string[] | undefined
  /** Programming languages of which the tree holds a file, any of which will do. */
  readonly language?: readonly SourceLanguage[] | undefined
  /** Globs from the root, any of which a file matches. */
  readonly files?: readonly string[] | undefined
}

/** What a rule weighs on some of its subjects. */
export interface Grade {
  readonly when: When
  readonly severity: Severity
}

export const EFFORTS = ['minutes', 'hours', 'days'] as const
type Effort = (typeof EFFORTS)[number]

export interface Rule {
  /** `subject/desired-state`: passing is the good side. */
  readonly id: string
  /** Short, stable, as in the catalogue: `POM-05`. */
  readonly code: string
  readonly title: Text
  /** What is asked of the subject, answerable by yes or no. */
  readonly question: Text
  readonly check: string
  readonly options: unknown
  readonly severity: Severity
  /** Gravity where it is not the rule's own, by line, kind or owner: the first that is about a subject decides. */
  readonly grades: readonly Grade[]
  readonly confidence: Confidence
  readonly when: When
  /** Stages at which it is asked; absent when at all of them. */
  readonly stages?: readonly Stage[] | undefined
  /** Id of a rule, mostly of another pack, that asks the same: where that one is asked, this one is not. */
  readonly coveredBy?: string | undefined
  readonly effort: Effort
  readonly audience: Audience
  /** Titles as a column holds what people write: data/model/prose.ts. */
  readonly references: readonly { readonly title: string; readonly url?: string | undefined }[]
  /** GGI verification points that passing is evidence for: `GGI-A-25.P1`, numbered in the order of the handbook. */
  readonly ggi: readonly string[]
  /** Markdown, by language, from `<code>.<language>.md`. */
  readonly prose: Prose
  /** What names parameters, as it is written: what a change of those begins from. */
  readonly template?: RuleTemplate | undefined
  /** Tried by `parvis rules --try`. */
  readonly cases?: readonly RuleCase[] | undefined
}

/** An invented tree and what the rule must say of it. */
export interface RuleCase {
  readonly name: string
  /** Texts by path. */
  readonly files: Readonly<Record<string, string>>
  /** `owner/name`, where the rule asks. */
  readonly repository?: string | undefined
  readonly expect: Outcome
}

export type RuleTemplate = Partial<Pick<Rule, 'title' | 'question' | 'options' | 'when' | 'grades' | 'prose'>>

/** Sections of a rule's page, each Markdown; one source for `explain`, the page and the guide. */
export interface Prose {
  readonly why: Text
  readonly bad: Text
  readonly good: Text
  readonly fix: Text
}

export interface Waiver {
  readonly rule: string
  /** `owner/name`, or a glob over it. */
  readonly subject: string
  readonly reason: string
  /** Last day it holds, `YYYY-MM-DD`. */
  readonly until: string
  /** A role or a team, not a person. */
  readonly approvedBy: string
}

export interface NamedClassifier {
  readonly id: string
  readonly options: unknown
  /** Options as they are written, where they name parameters. */
  readonly template?: unknown
}

/** A rule pack after loading: everything resolved, checked and in order. */
export interface RulePack {
  readonly id: string
  readonly title: Text
  /** The human text behind the pack. */
  readonly policy: { readonly title: string; readonly url: string }
  /** Says kind, line and names of a subject; null when the pack does without. */
  readonly classifier: NamedClassifier | null
  /** What another owner would say of himself; everything in the rules is filled with these already. */
  readonly parameters: Parameters
  readonly families: readonly { readonly id: string; readonly title: Text; readonly rules: readonly Rule[] }[]
  /** What people ask each other where no rule can tell. */
  readonly checklists: readonly Checklist[]
  readonly waivers: readonly Waiver[]
  /** sha256 over the pack's content: part of the key of every cached result. */
  readonly digest: string
}
