import { linearPattern, type Pattern } from '#data/facts/linear-pattern.ts'
import proven from './packs/proven-patterns.json' with { type: 'json' }

/**
 * Patterns of packs. Those of the built-in packs are listed, each tried against texts made to break it, and run on the
 * platform's fast engine; every other runs on one whose time cannot explode, whoever wrote it and whatever the text.
 */
const PROVEN: ReadonlySet<string> = new Set(proven)
let heard: Set<string> | undefined

export function isProven(source: string): boolean {
  heard?.add(source)
  return heard !== undefined || PROVEN.has(source)
}

/** Matches the whole of a text. `provenAs`: the source that was tried, where names were put into it since. */
export function wholePattern(source: string, provenAs = source): Pattern {
  return isProven(provenAs) ? new RegExp(`^(?:${source})$`, 'u') : linearPattern(`^(?:${source})$`)
}

/** Met anywhere in a text, whatever the case. */
export function fragmentPattern(source: string): Pattern {
  return isProven(source) ? new RegExp(source, 'iu') : linearPattern(source, { ignoresCase: true })
}

/** What is made while all patterns are taken as ours, and which there were: how the list of built-in ones is written. */
export async function hearPatterns<Made>(
  make: () => Promise<Made>,
): Promise<{ readonly made: Made; readonly patterns: readonly string[] }> {
  const sources = new Set<string>()
  heard = sources
  try {
    return { made: await make(), patterns: [...sources].sort() }
  } finally {
    heard = undefined
  }
}
