import type { UsageDetail } from '#data/model/failures.ts'
import { type CityContent, type CityFile, NO_CONTENT, type Reference } from './content.ts'
import { readContent } from './read-content.ts'

/** What a city brings along, by absolute paths. */
export interface CityOrder {
  /** Folder of its Markdown texts. */
  readonly content?: string | undefined
}

/** What was read of it, before any page is built. */
export interface City {
  readonly content: CityContent
  readonly references: readonly Reference[]
  readonly files: readonly CityFile[]
  readonly warnings: readonly UsageDetail[]
}

export async function readCity({ content: folder }: CityOrder, base: string): Promise<City> {
  if (folder === undefined) return { content: NO_CONTENT, references: [], files: [], warnings: [] }
  return readContent({ folder, base })
}
