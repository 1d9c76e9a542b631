import type { Text } from '#data/model/vocabulary.ts'
import { siteCollections } from '#data/queries/site/catalogue.ts'
import type { CatalogueEntry, EntryOf } from './catalogue.ts'
import type { Asked } from './reading.ts'
import { uniqueSlugs } from './slugs.ts'

/** A short list that somebody chose. */
export interface Collection {
  readonly slug: string
  /** Position in the register, from 1. */
  readonly number: number
  readonly name: Text
  readonly why: Text
  readonly entries: readonly CatalogueEntry[]
}

export async function loadCollections(store: Asked, entryOf: EntryOf): Promise<readonly Collection[]> {
  const groups = [...Map.groupBy(await store.ask(siteCollections, {}), ({ id }) => id)]
  const slugs = uniqueSlugs(groups, { candidates: [([id]) => id], fallback: 'collection' })
  return groups.flatMap(([, rows], index): readonly Collection[] => {
    const [first] = rows
    const entries = rows.flatMap((place) => entryOf(place) ?? [])
    if (first === undefined || entries.length === 0) return []
    const { name_fr, name_en, why_fr, why_en } = first
    const words = { name: { fr: name_fr, en: name_en }, why: { fr: why_fr, en: why_en } }
    return [{ slug: slugs[index] ?? '', number: index + 1, ...words, entries }]
  })
}
