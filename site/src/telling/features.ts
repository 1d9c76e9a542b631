import { LANGUAGES, type Language } from '#data/model/vocabulary.ts'
import type { Upkeep } from '../loaders/upkeep.ts'

/** A list in the language of the page, else in the other one, else in any; what the lead says already is left out. */
export function featuresIn(
  { features }: Pick<Upkeep, 'features'>,
  { language, lead }: { readonly language: Language; readonly lead: string | undefined },
): { readonly lang: string | undefined; readonly items: readonly string[] } {
  const order = [language, ...LANGUAGES, ...features.keys()]
  const chosen = order.find((one) => (features.get(one)?.length ?? 0) > 0)
  const items = (chosen === undefined ? [] : (features.get(chosen) ?? [])).filter((item) => item !== lead)
  return { lang: chosen === language ? undefined : chosen, items }
}
