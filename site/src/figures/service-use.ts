import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { Service } from '../loaders/services.ts'

/** How much a service is used in a year and who says so; what nobody counted is not known. */
export function serviceUse({ use }: Service, language: Language): { readonly said: string; readonly source?: string } {
  const { words, number } = desk(language)
  const said = words.reuse.services
  if (use === null) return { said: said.useUnknown }
  return {
    said: said.use({ count: number(use.count), of: use.of ?? said.uses, year: use.year }),
    source: said.source(use.source),
  }
}
