import type { FailureKind, Language } from '../model/vocabulary.ts'

/** Why something could not be learnt, in a word or two. */
export const FAILURE_WORDS: Readonly<Record<Language, Readonly<Record<FailureKind, string>>>> = {
  fr: {
    network: 'réseau',
    timeout: 'délai dépassé',
    'rate-limit': 'limite d’appels atteinte',
    'resource-limit': 'trop lourd pour l’hébergeur',
    unauthorized: 'accès non reconnu',
    forbidden: 'droit manquant',
    'not-found': 'introuvable',
    gone: 'disparu',
    'invalid-answer': 'réponse illisible',
    'too-large': 'trop gros',
    'need-absent': 'moyen absent',
    mistake: 'faute dans un registre',
    interrupted: 'interrompu',
  },
  en: {
    network: 'network',
    timeout: 'timed out',
    'rate-limit': 'call limit reached',
    'resource-limit': 'too heavy for the host',
    unauthorized: 'access not recognised',
    forbidden: 'right missing',
    'not-found': 'not found',
    gone: 'gone',
    'invalid-answer': 'answer not readable',
    'too-large': 'too large',
    'need-absent': 'means absent',
    mistake: 'mistake in a register',
    interrupted: 'interrupted',
  },
}
