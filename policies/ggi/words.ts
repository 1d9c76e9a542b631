import type { EvidenceLine, PointValue, ScorecardState } from '#data/model/governance.ts'
import type { Language } from '#data/model/vocabulary.ts'
import type { Difference } from './assessment.ts'
import type { PointKind } from './method.ts'

/** What the words of governance are called on the screen and on pages. */

type Words<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>

export const VALUE_WORDS: Words<PointValue> = {
  fr: { met: 'atteint', partly: 'en partie', unmet: 'à atteindre', 'not-applicable': 'sans objet', unknown: 'inconnu' },
  en: { met: 'met', partly: 'partly', unmet: 'unmet', 'not-applicable': 'not applicable', unknown: 'unknown' },
}

export const STATE_WORDS: Words<ScorecardState> = {
  fr: {
    'not-selected': 'non retenue',
    'in-progress': 'en cours',
    done: 'terminée',
    continuous: 'continue',
    'not-applicable': 'sans objet',
    blocked: 'bloquée',
  },
  en: {
    'not-selected': 'not selected',
    'in-progress': 'in progress',
    done: 'done',
    continuous: 'continuous',
    'not-applicable': 'not applicable',
    blocked: 'blocked',
  },
}

export const KIND_WORDS: Words<PointKind> = {
  fr: { measured: 'mesuré', proxy: 'indice, à confirmer', declared: 'déclaré' },
  en: { measured: 'measured', proxy: 'proxy, to be confirmed', declared: 'declared' },
}

export const DIFFERENCE_WORDS: Words<Difference> = {
  fr: {
    'declared-not-measured': 'Déclaré atteint, mesuré autrement',
    expired: 'Déclaration échue',
    falling: 'En recul depuis la dernière évaluation gardée',
    'never-looked-at': 'Jamais examiné',
  },
  en: {
    'declared-not-measured': 'Declared met, measured otherwise',
    expired: 'Declaration expired',
    falling: 'Falling since the last assessment that was kept',
    'never-looked-at': 'Never looked at',
  },
}

/** Whether something holds of one thing behind evidence. */
export const LINE_WORDS: Words<EvidenceLine['state']> = {
  fr: { met: 'oui', unmet: 'non', unknown: 'inconnu', 'not-applicable': 'sans objet' },
  en: { met: 'yes', unmet: 'no', unknown: 'unknown', 'not-applicable': 'not applicable' },
}
