import { blobOid } from '#data/model/oid.ts'
import type { Entry, Ref, Source } from '#data/model/source.ts'

export interface SourceSketch {
  /** `owner/name`; unknown when left out. */
  readonly repository?: string
  /** Branches and tags; a source that cannot know them when left out. */
  readonly refs?: readonly Ref[]
}

/** A tree in memory, by path and text. */
export function source(files: Readonly<Record<string, string>>, sketch: SourceSketch = {}): Source {
  const contents = new Map<string, Uint8Array>()
  const entries = Object.entries(files)
    .map(([path, text]): Entry => {
      const content = new TextEncoder().encode(text)
      contents.set(path, content)
      return { path, mode: '100644', oid: blobOid(content), size: content.byteLength }
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  const { repository, refs } = sketch
  return {
    identity: { origin: 'memory', repository, defaultBranch: undefined, head: undefined },
    entries: async () => entries,
    read: async (entry) => contents.get(entry.path) ?? new Uint8Array(),
    ...(refs && { refs: async () => refs }),
  }
}
