/** No part of a path is longer on any disk that a site may be written to. */
const LONGEST = 120

/** Names as they stand in addresses: letters without accents, digits and hyphens. */
export function slugify(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/gu, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/gu, '')
}

/**
 * One address for each row: the first of its candidates that is its own and that no other row can have; a number behind
 * `fallback` where all are shared.
 */
export function uniqueSlugs<Row>(
  rows: readonly Row[],
  {
    candidates,
    reserved = [],
    fallback,
  }: {
    readonly candidates: readonly ((row: Row) => string)[]
    readonly reserved?: readonly string[]
    readonly fallback: string
  },
): readonly string[] {
  const named = candidates.map((candidate) => rows.map((row) => slugify(candidate(row))))
  const taken = new Set<string>(reserved)
  return rows.map((_, index) => {
    const free = named.find((slugs) => {
      const slug = slugs[index] ?? ''
      return slug !== '' && slugs.indexOf(slug) === slugs.lastIndexOf(slug) && !taken.has(slug)
    })
    const slug = free?.[index] ?? `${fallback}-${index + 1}`
    taken.add(slug)
    return slug
  })
}
