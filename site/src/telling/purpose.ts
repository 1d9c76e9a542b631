import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { AssemblySheet } from '../loaders/assemblies.ts'
import type { CatalogueEntry } from '../loaders/catalogue.ts'
import { entryNamed, upkeepOf } from '../register.ts'

export interface Purpose {
  readonly text: string
  /** Language of the text, where it is not that of the page. */
  readonly lang: Language | undefined
}

/** What a component is for: the sentence of the register, else that of the host, which is in the language people write in. */
export function purposeOf(entry: CatalogueEntry, language: Language): Purpose | undefined {
  const { text } = desk(language)
  const { summary } = upkeepOf(entry)
  return summary === undefined ? hostPurpose(entry.description, language) : { text: text(summary), lang: undefined }
}

/** What a pack of services or a site is for: that of the component it is, else its own on the host. */
export function packPurpose({ id, description }: AssemblySheet, language: Language): Purpose | undefined {
  const entry = entryNamed(id.replace(/[#:].*$/u, ''))
  return entry === undefined ? hostPurpose(description, language) : purposeOf(entry, language)
}

/** A sentence that the owners of a repository gave on the host. */
function hostPurpose(description: string | null, language: Language): Purpose | undefined {
  const { writtenIn: lang, written } = desk(language)
  if (description === null || description.trim() === '') return undefined
  return { text: lang === undefined ? written(description) : description, lang }
}
