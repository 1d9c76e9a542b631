import { blobOid } from '#data/model/oid.ts'
import type { Entry, LoggedCommit, Ref, Source } from '#data/model/source.ts'
import type { Files } from './component.ts'

export interface SourceSketch {
  /** `owner/name`; unknown when left out. */
  readonly repository?: string
  /** Branches and tags; a source that cannot know them when left out. */
  readonly refs?: readonly Ref[]
  /** Latest commits; a source that cannot know them when left out. */
  readonly log?: readonly LoggedCommit[]
  readonly defaultBranch?: string
  /** Commit at the head of what is read. */
  readonly head?: string
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
  const { repository, refs, log, defaultBranch, head, encoding } = sketch
  const entries = entriesOf(files, encoding)
  return {
    identity: { origin: 'memory', repository, defaultBranch, head: head?.padStart(40, '0') },
    entries: async () => entries,
    read: async ({ path }) => Buffer.from(files[path] ?? '', encoding),
    ...(refs && { refs: async () => refs }),
    ...(log && { log: async () => log }),
  }
}

export function entriesOf(files: Files, encoding?: SourceSketch['encoding']): readonly Entry[] {
  const paths = Object.keys(files).sort()
  return paths.map((path): Entry => {
    const content = Buffer.from(files[path] ?? '', encoding)
    return { path, mode: '100644', oid: blobOid(content), size: content.byteLength }
  })
}
