import type { RuleOutcome } from '#data/model/lint.ts'
import type { Language, Severity } from '#data/model/vocabulary.ts'
import { countStandings, type ReportContext, type Standing } from './lint.ts'

/** Words that the reporters share. */

export const ONE_RULE = {
  fr: {
    pass: 'tenue',
    fail: 'à corriger',
    accepted: 'admise',
    unknown: 'non vérifiée',
    error: 'en panne',
    'not-applicable': 'sans objet',
  },
  en: {
    pass: 'held',
    fail: 'to correct',
    accepted: 'accepted',
    unknown: 'not checked',
    error: 'crashed',
    'not-applicable': 'n/a',
  },
} as const satisfies Record<Language, Record<Standing, string>>

export const MANY_RULES = {
  fr: { ...ONE_RULE.fr, pass: 'tenues', accepted: 'admises', unknown: 'non vérifiées' },
  en: ONE_RULE.en,
} as const satisfies Record<Language, Record<Standing, string>>

export const SEVERITY_WORDS = {
  fr: { error: 'erreur', warning: 'alerte', info: 'info' },
  en: { error: 'error', warning: 'warning', info: 'info' },
} as const satisfies Record<Language, Record<Severity, string>>

export const WORDS = {
  fr: {
    fix: 'Corriger : ',
    why: 'Pourquoi',
    mend: 'Corriger',
    waived: (until: string) => `exception jusqu’au ${until}`,
    unlisted: (count: number) => `… et ${count} autres (--all)`,
    total: (count: number) => `${count} dépôts`,
    unread: 'ses fichiers n’ont pas pu être lus : rien n’a été vérifié',
    more: 'Une règle en entier : parvis explain ',
    known: 'connu',
    knownCount: (count: number, file: string) =>
      count === 1 ? `1 constat déjà connu de ${file}` : `${count} constats déjà connus de ${file}`,
    removable: (count: number, file: string) =>
      count === 1
        ? `1 entrée de ${file} peut être retirée, son constat est corrigé :`
        : `${count} entrées de ${file} peuvent être retirées, leurs constats sont corrigés :`,
  },
  en: {
    fix: 'Fix: ',
    why: 'Why',
    mend: 'Fix',
    waived: (until: string) => `exception until ${until}`,
    unlisted: (count: number) => `… and ${count} more (--all)`,
    total: (count: number) => `${count} repositories`,
    unread: 'its files could not be read: nothing was checked',
    more: 'One rule in full: parvis explain ',
    known: 'known',
    knownCount: (count: number, file: string) =>
      count === 1 ? `1 finding known from ${file}` : `${count} findings known from ${file}`,
    removable: (count: number, file: string) =>
      count === 1
        ? `1 entry of ${file} can be removed, its finding is mended:`
        : `${count} entries of ${file} can be removed, their findings are mended:`,
  },
} as const satisfies Record<Language, object>

/** `12 held · 3 to correct`, without what there is none of. */
export function tally(outcomes: readonly RuleOutcome[], context: Pick<ReportContext, 'baseline' | 'language'>): string {
  const counts = countStandings(outcomes, context)
  return (['pass', 'fail', 'accepted', 'unknown', 'error'] as const)
    .filter((standing) => counts[standing] > 0)
    .map(
      (standing) =>
        `${counts[standing]} ${(counts[standing] === 1 ? ONE_RULE : MANY_RULES)[context.language][standing]}`,
    )
    .join(' · ')
}
