import type { GatheredFacts, Unread } from '#data/facts/gather.ts'
import { digestOptions } from '#data/facts/options-digest.ts'
import type { ExtractorId, FactOf, OptionsOf } from '#data/facts/shapes/by-extractor.ts'
import type { Entry } from '#data/model/source.ts'
import type { Evidence, EvidenceNeed, UnreadFile } from './rule.ts'

export interface Gathered {
  readonly entries: readonly Entry[]
  readonly facts: GatheredFacts
}

/** What one check or classifier sees: the tree, and the facts that its own needs named. */
export function viewOf(needs: readonly EvidenceNeed[], { entries, facts }: Gathered) {
  // Few checks ask for a path.
  let paths: ReadonlySet<string> | undefined
  return {
    entries,
    has(path: string) {
      paths ??= new Set(entries.map((entry) => entry.path))
      return paths.has(path)
    },
    facts<Id extends ExtractorId>(extractor: Id, options?: OptionsOf<Id>): ReadonlyMap<string, FactOf<Id>> {
      const digest = digestOptions(options)
      const wanted = needs.filter((need) => need.extractor === extractor && digestOptions(need.options) === digest)
      if (wanted.length === 0) throw new Error(`The check asks for "${extractor}" facts that it did not declare.`)
      const paths = wanted.flatMap((need) => need.paths)
      return facts.matching({ extractor, options, paths }) as ReadonlyMap<string, FactOf<Id>>
    },
  } satisfies Partial<Evidence>
}

/** Where a file that could not be read is, and why. */
export function placeOf({ path, code, message, line, column }: Unread): UnreadFile {
  const location = { path, ...(line !== undefined && { line }), ...(column !== undefined && { column }) }
  return { location, problem: code, message }
}
