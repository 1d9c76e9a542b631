import type { HostFact, HostFacts } from '#data/model/host-facts.ts'
import { blobOid } from '#data/model/oid.ts'
import type { Entry, LoggedCommit, Ref, Source } from '#data/model/source.ts'
import type { Files } from './component.ts'

export interface SourceSketch {
  /** What the host says; a source that never asked one when left out. */
  readonly host?: HostFacts

  /** `owner/name`; unknown when left out. */
  readonly repository?: string
  /** Branches and tags; a source that cannot know them when left out. */
  readonly refs?: readonly Ref[]
  /** Latest commits; a source that cannot know them when left out. */
  readonly log?: readonly LoggedCommit[]
  readonly defaultBranch?: string
  /** Commit at the head of what is read. */
  readonly head?: string
  /** Trees of other commits, which a source cannot read when left out. */
  readonly elsewhere?: Readonly<Record<string, Files>>
  /** Of every file; UTF-8 when left out. */
  readonly encoding?: 'latin1' | undefined
}

/** Branches and tags at invented commits; `name@commit` where the commit matters. */
export function refs(branches: readonly string[], tags: readonly string[] = []): readonly Ref[] {
  const ref = (kind: Ref['kind']) => (written: string) => {
    const [name = '', commit = '0'] = written.split('@')
    return { name, kind, oid: commit.padStart(40, '0') }
  }
  return [...branches.map(ref('branch')), ...tags.map(ref('tag'))]
}

/** Commits by people, newest first, by their subjects. */
export function log(...subjects: readonly string[]): readonly LoggedCommit[] {
  return subjects.map((subject, index) => {
    return { oid: `${index}`.padStart(40, '0'), subject, isMerge: false, isAutomatic: false }
  })
}

/** The git of a repository in which all is well. */
export const TIDY_GIT = {
  refs: refs(['develop', 'master'], ['plugin-clock-1.1.0']),
  defaultBranch: 'develop',
  log: log(...Array.from({ length: 20 }, (_, index) => `CLOCK-${index + 1} : wind up`)),
} as const satisfies SourceSketch

/** A tree in memory, by path and text. */
export function source(files: Files, sketch: SourceSketch = {}): Source {
  const { repository, refs, host, log, defaultBranch, head, elsewhere, encoding } = sketch
  const entries = entriesOf(files, encoding)
  return {
    identity: { origin: 'memory', repository, defaultBranch, head: head?.padStart(40, '0') },
    entries: async () => entries,
    read: async ({ path }) => Buffer.from(files[path] ?? '', encoding),
    ...(refs && { refs: async () => refs }),
    ...(host && { host: async () => host }),
    ...(log && { log: async () => log }),
    ...(elsewhere && {
      at: async (commit: string) => source(elsewhere[commit.replace(/^0+/u, '')] ?? {}, { head: commit }),
    }),
  }
}

export function entriesOf(files: Files, encoding?: SourceSketch['encoding']): readonly Entry[] {
  const paths = Object.keys(files).sort()
  return paths.map((path): Entry => {
    const content = Buffer.from(files[path] ?? '', encoding)
    return { path, mode: '100644', oid: blobOid(content), size: content.byteLength }
  })
}

const UNKNOWN = { isKnown: false, reason: 'forbidden', message: 'the token may not see it' } as const
const known = <Value>(value: Value): HostFact<Value> => ({ isKnown: true, value })

/** A host that says what is given, and nothing else. */
export function host(
  told: { readonly [Key in keyof HostFacts]?: HostFacts[Key] extends HostFact<infer V> ? V : never },
): HostFacts {
  const fact = <Key extends keyof HostFacts>(key: Key) =>
    (told[key] === undefined ? UNKNOWN : known(told[key])) as HostFacts[Key]
  return {
    visibility: fact('visibility'),
    description: fact('description'),
    homepageUrl: fact('homepageUrl'),
    topics: fact('topics'),
    license: fact('license'),
    defaultBranch: fact('defaultBranch'),
    isArchived: fact('isArchived'),
    isFork: fact('isFork'),
    isTemplate: fact('isTemplate'),
    isMirror: fact('isMirror'),
    hasIssues: fact('hasIssues'),
    hasDiscussions: fact('hasDiscussions'),
    hasWiki: fact('hasWiki'),
    hasVulnerabilityAlerts: fact('hasVulnerabilityAlerts'),
    hasSecurityPolicy: fact('hasSecurityPolicy'),
    communityFiles: fact('communityFiles'),
    codeownersErrors: fact('codeownersErrors'),
    branchRules: fact('branchRules'),
    releases: fact('releases'),
    customProperties: fact('customProperties'),
  }
}
