import type { Language } from '#data/model/vocabulary.ts'

interface Gain {
  readonly repository: string
  readonly gained: number
  readonly changed: number
}

interface ImportWords {
  exported(texts: number, language: string): string
  patch(path: string, gain: Gain): string
  applied(checkout: string, gain: Gain): string
  total(gained: number): string
}

export const IMPORT_WORDS = {
  fr: {
    exported: (texts, language) => `${texts} textes à traduire (${language}).\n`,
    patch: (path, { gained, changed }) => `${path}  clés gagnées : ${gained}, modifiées : ${changed}\n`,
    applied: (checkout, { repository, gained, changed }) =>
      `${checkout} (${repository})  clés gagnées : ${gained}, modifiées : ${changed}\n`,
    total: (gained) => `Clés gagnées en tout : ${gained}.\n`,
  },
  en: {
    exported: (texts, language) => `${texts} texts to translate (${language}).\n`,
    patch: (path, { gained, changed }) => `${path}  keys gained: ${gained}, changed: ${changed}\n`,
    applied: (checkout, { repository, gained, changed }) =>
      `${checkout} (${repository})  keys gained: ${gained}, changed: ${changed}\n`,
    total: (gained) => `Keys gained in all: ${gained}.\n`,
  },
} as const satisfies Record<Language, ImportWords>
