import type { Language } from '#data/model/vocabulary.ts'
import type { Io } from '../io.ts'
import type { Answers } from './answers.ts'

const KEYS = ['organisations', 'publisher', 'contact'] as const

const QUESTIONS = {
  fr: {
    organisations: 'Organisations à suivre, séparées par des espaces : ',
    publisher: 'Qui publie, par exemple « Ville de … » (Entrée pour passer) : ',
    contact: 'Adresse d’un rôle, jamais d’une personne (Entrée pour passer) : ',
  },
  en: {
    organisations: 'Organisations to follow, separated by spaces: ',
    publisher: 'Who publishes, for example "City of …" (Enter to skip): ',
    contact: 'Mail address of a role, never of a person (Enter to skip): ',
  },
} satisfies Record<Language, Readonly<Record<(typeof KEYS)[number], string>>>

/** Asks for what the command line left open, on a terminal; elsewhere nobody is asked. */
export async function askFor(given: Answers, io: Io, language: Language): Promise<Answers> {
  const { ask } = io
  if (ask === undefined) return given
  const open = KEYS.filter((key) => (given[key] ?? []).length === 0)
  const typed = await ask(open.map((key) => QUESTIONS[language][key]))
  const answers = new Map(open.map((key, index) => [key, typed[index]?.trim() || undefined]))
  const organisations = answers.get('organisations')?.split(/[\s,]+/u) ?? given.organisations
  return {
    ...given,
    organisations,
    publisher: given.publisher ?? answers.get('publisher'),
    contact: given.contact ?? answers.get('contact'),
  }
}
