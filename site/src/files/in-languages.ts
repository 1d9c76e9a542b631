import type { Language } from '#data/model/vocabulary.ts'

/** What a file tells in each language of the site, and in no other. */
export function inLanguages(
  languages: readonly Language[],
  say: (language: Language) => string,
): Readonly<Partial<Record<Language, string>>> {
  return Object.fromEntries(languages.map((language) => [language, say(language)]))
}
