import type { Language } from '#data/model/vocabulary.ts'

/** Stands in a page for what that page weighs, until the site is written and its files can be weighed. */
export const WEIGHT_MARK = { fr: '%poids-fr%', en: '%poids-en%' } as const satisfies Record<Language, string>
