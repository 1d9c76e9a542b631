import { blobOid } from '#data/model/oid.ts'
import type { Entry, Ref, Source } from '#data/model/source.ts'
import type { Files } from './component.ts'

export interface SourceSketch {
  /** `owner/name`; unknown when left out. */
  readonly repository?: string
  /** Branches and tags; a source that cannot know them when left out. */
  readonly refs?: readonly Ref[]
}

/** A tree in memory, by path and text. */
export function source(files: Files, { repository, refs }: SourceSketch = {}): Source {
  const entries = entriesOf(files)
  return {
    identity: { origin: 'memory', repository, defaultBranch: undefined, head: undefined },
    entries: async () => entries,
    read: async ({ path }) => new TextEncoder().encode(files[path]),
    ...(refs && { refs: async () => refs }),
  }
}

export function entriesOf(files: Files): readonly Entry[] {
  const paths = Object.keys(files).sort()
  return paths.map((path): Entry => {
    const content = new TextEncoder().encode(files[path])
    return { path, mode: '100644', oid: blobOid(content), size: content.byteLength }
  })
}
