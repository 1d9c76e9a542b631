import { matchesPattern } from './repository-pattern.ts'

/** Of lines of the register of trackers, the one about a repository: a line that names it wins over a pattern. */
export function trackerLine<Line>(
  repository: string,
  { lines, patternOf }: { readonly lines: readonly Line[]; patternOf(line: Line): string },
): Line | undefined {
  const matching = lines.filter((line) => matchesPattern(patternOf(line), repository))
  return matching.find((line) => !patternOf(line).includes('*')) ?? matching[0]
}
