import { englishCount, englishPlural, frenchCount, frenchPlural } from '#data/model/plural.ts'
import type { Language } from '#data/model/vocabulary.ts'

/** What an answer was promised as; undefined where nobody promised anything. */
export interface Promised {
  readonly workingDays: number
  /** The last of these days, `YYYY-MM-DD`. */
  readonly by: string
  readonly contact: string | undefined
}

interface Line {
  readonly text: string
  readonly contact?: string
}

export const REPLY_WORDS = {
  fr: {
    thanks:
      'Bonjour, et merci pour cette proposition. Voici ce qu’une relecture automatique de la forme en dit ; une personne lit le reste.',
    form: 'La forme',
    inOrder: (held: number) =>
      held === 1
        ? 'Rien à corriger : la proposition tient la seule règle vérifiée qui la concerne.'
        : `Rien à corriger : la proposition n’enfreint aucune des ${held} règles vérifiées qui la concernent.`,
    found: (broken: number, held: number) =>
      `${broken === 1 ? 'Une règle est à reprendre' : `${broken} règles sont à reprendre`}, ${held} ${frenchPlural(held, 'est tenue', 'sont tenues')}. Seul ce que la proposition ajoute est relevé, pas ce qui était déjà là.`,
    unread: 'Les fichiers n’ont pas pu être lus : rien n’a été vérifié.',
    unchecked: (codes: readonly string[]) => `Non vérifié, à regarder ensemble : ${codes.join(', ')}.`,
    gravity: {
      error: 'À corriger avant l’intégration',
      warning: 'À corriger si possible',
      info: 'Suggestions',
    },
    more: (count: number) => (count === 1 ? 'et un autre endroit' : `et ${count} autres endroits`),
    fix: 'Corriger : ',
    guide: 'la règle dans le guide',
    genericity: 'La généricité',
    discussed:
      'Une forme juste est nécessaire et ne suffit pas : qu’une évolution serve à d’autres que vous se discute entre personnes. Trois issues sont possibles :',
    outcomes: [
      'elle est générique, et elle est intégrée ici ;',
      'elle relie un besoin propre à un composant générique, et devient un connecteur ;',
      'elle vous est propre, et vit dans votre dépôt, conforme aux mêmes règles : `parvis lint` le vérifie et donne un badge.',
    ],
    next: 'La suite',
    closing: (promised: Promised | undefined): readonly Line[] => [
      ...(promised === undefined
        ? []
        : [
            {
              text: `Vous aurez une réponse sur le fond sous ${frenchCount(promised.workingDays, 'jour ouvré', 'jours ouvrés')}, au plus tard le ${promised.by}${promised.contact === undefined ? '.' : ', de : '}`,
              ...(promised.contact !== undefined && { contact: promised.contact }),
            },
          ]),
      { text: 'Une question sur une règle, ou l’une d’elles ne convient pas ici ? Répondez simplement ci-dessous.' },
    ],
  },
  en: {
    thanks:
      'Hello, and thank you for this proposal. Here is what an automatic reading of its form has to say; a person reads the rest.',
    form: 'The form',
    inOrder: (held: number) =>
      held === 1
        ? 'Nothing to correct: the proposal keeps the one checked rule that concerns it.'
        : `Nothing to correct: the proposal breaks none of the ${held} checked rules that concern it.`,
    found: (broken: number, held: number) =>
      `${broken === 1 ? 'One rule needs another look' : `${broken} rules need another look`}, ${held} ${englishPlural(held, 'holds', 'hold')}. Only what the proposal adds is told, not what was there already.`,
    unread: 'The files could not be read: nothing was checked.',
    unchecked: (codes: readonly string[]) => `Not checked, to be looked at together: ${codes.join(', ')}.`,
    gravity: {
      error: 'To correct before it can be merged',
      warning: 'To correct if possible',
      info: 'Suggestions',
    },
    more: (count: number) => (count === 1 ? 'and one more place' : `and ${count} more places`),
    fix: 'Fix: ',
    guide: 'the rule in the guide',
    genericity: 'Whether it is generic',
    discussed:
      'A right form is necessary and not sufficient: whether a change serves others than you is discussed between people. It may end in three ways:',
    outcomes: [
      'it is generic, and is merged here;',
      'it ties a need of your own to a generic component, and becomes a connector;',
      'it is your own, and lives in your repository by the same rules: `parvis lint` checks that and gives a badge.',
    ],
    next: 'What comes next',
    closing: (promised: Promised | undefined): readonly Line[] => [
      ...(promised === undefined
        ? []
        : [
            {
              text: `You will have an answer on the substance within ${englishCount(promised.workingDays, 'working day')}, by ${promised.by}${promised.contact === undefined ? '.' : ', from: '}`,
              ...(promised.contact !== undefined && { contact: promised.contact }),
            },
          ]),
      { text: 'A question about a rule, or one that does not suit here? Just answer below.' },
    ],
  },
} as const satisfies Record<Language, object>
