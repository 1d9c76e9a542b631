/** Which components are set side by side, which is the query string: `?c=plugin-a&c=plugin-b`. */
export const MOST_COMPARED = 4

/** Slugs that are known, each once, in the order in which they were chosen. */
export function readChoice(search: string, isKnown: (slug: string) => boolean): readonly string[] {
  const asked = [...new Set(new URLSearchParams(search).getAll('c'))]
  return asked.filter(isKnown).slice(0, MOST_COMPARED)
}

export function writeChoice(slugs: readonly string[]): string {
  const params = new URLSearchParams(slugs.map((slug) => ['c', slug]))
  return slugs.length === 0 ? '' : `?${params}`
}
