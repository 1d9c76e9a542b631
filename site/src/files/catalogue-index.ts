import { type Catalogue, type CatalogueEntry, FACETS, soonOf, valuesOf } from '../loaders/catalogue.ts'
import type { Purpose } from '../telling/purpose.ts'

/** Characters of a description that a list shows. */
const MOST_LINE = 160

/** One line of a description, cut at the end of a word. */
export function lineOf(description: string | null): string {
  const line = (description ?? '').replace(/[ \t\r\n]+/gu, ' ').trim()
  if (line.length <= MOST_LINE) return line
  return `${line.slice(0, line.lastIndexOf(' ', MOST_LINE) || MOST_LINE)}…`
}

/** Words beside those of the entries. */
interface FoundBy {
  readonly purposeOf: (entry: CatalogueEntry) => Purpose | undefined
  /** Groups of words that say the same. */
  readonly synonyms: readonly (readonly string[])[]
  /** Other words for a need, by its id. */
  readonly needWords: ReadonlyMap<string, readonly string[]>
}

/**
 * What the filters of the catalogue run on: a column for each thing, since like stands beside like and packs well, and
 * values of groups by their place in the list of their group.
 */
export function catalogueIndex(
  { entries, facets, needs }: Catalogue,
  { purposeOf, synonyms, needWords }: FoundBy,
): string {
  const groups = FACETS.map((id) => {
    const values = facets.find((facet) => facet.id === id)?.values.map(({ value }) => value) ?? []
    const places = new Map(values.map((value, index) => [value, index]))
    const rows = entries.map((entry) => valuesOf(entry, id).map((value) => places.get(value) ?? -1))
    return [id, { values, rows: rows.map((row) => (row.length === 1 ? row[0] : row)) }] as const
  })
  const purposes = entries.map(purposeOf)
  return JSON.stringify({
    name: entries.map(({ name }) => name),
    // Mostly the name itself.
    slug: entries.map(({ slug, name }) => (slug === name ? 0 : slug)),
    line: purposes.map((purpose) => lineOf(purpose?.text ?? null)),
    // Mostly that of the page.
    lineIn: purposes.map((purpose) => purpose?.lang ?? 0),
    version: entries.map(({ version }) => version ?? 0),
    releasedOn: entries.map(({ releasedOn }) => releasedOn ?? 0),
    soon: entries.map((entry) => soonOf(entry) ?? 0),
    readiness: entries.map(({ readiness }) => readiness),
    adopters: entries.map(({ adopters }) => adopters),
    through: entries.map(({ adoptersThrough }) => adoptersThrough),
    groups: Object.fromEntries(groups),
    needWords: Object.fromEntries(
      [...needs].map(([id, { fr, en }]) => [id, [fr, en, ...(needWords.get(id) ?? [])].join(' ')]),
    ),
    synonyms,
  })
}
