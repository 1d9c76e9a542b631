import type { RefusalReason } from '../model/vocabulary.ts'

/** Why change requests are closed without a merge, as labels and closing comments say it, in French and in English. */

type Told = Exclude<RefusalReason, 'unanswered' | 'unknown'>

/** A sentence as people write it in many ways. Its id is all that is kept of a comment. */
export interface RefusalPhrase {
  readonly id: string
  readonly reason: Told
  /** In small letters without accents, on one line. */
  readonly pattern: RegExp
}

/** In the order in which they are tried: what is said more precisely comes first. */
export const refusalPhrases: readonly RefusalPhrase[] = [
  {
    id: 'naming-rules',
    reason: 'rules',
    pattern: /\b(regles?|conventions?) de nommage\b|\bnaming (rules?|conventions?)\b/,
  },
  {
    id: 'architecture-rules',
    reason: 'rules',
    pattern: /\bregles? d.architecture\b|\barchitecture (rules?|guidelines?|principles?)\b/,
  },
  {
    id: 'house-rules',
    reason: 'rules',
    pattern:
      /\bne (respecte|suit|suivent|respectent) pas (les|nos|la|notre) |\b(doesn.?t|does not|do not|don.?t|did not|didn.?t) (follow|respect|comply with|meet|match) (the|our) |\bguide de contribution\b|\bcontribut(ing|ion) (guide|guidelines|rules)\b/,
  },
  {
    id: 'not-generic',
    reason: 'too-specific',
    pattern:
      /\b(trop|tres) specifique|\bpas assez generique|\b(besoin|usage|cas) (propre|specifique|particulier) a |\b(too|very) specific\b|\bnot generic enough\b|\bspecific to (your|one|a single) /,
  },
  {
    id: 'duplicate',
    reason: 'duplicate',
    pattern:
      /\bdoublon\b|\bfait double emploi\b|\bremplacee? par\b|\bdeja (corrigee?|faite?|integree?|traitee?|fusionnee?|prise? en compte)\b|(?<!not a )\bduplicates? (of|with)?\b|\bsuperseded by\b|\bin favou?r of\b|\balready (been )?(fixed|done|merged|implemented|addressed)\b/,
  },
  {
    id: 'no-activity',
    reason: 'stale',
    pattern:
      /\bsans (activite|nouvelles?|reponse)\b|\binactivite\b|\bfaute de (reponse|retour|nouvelles)\b|\bplus d.actualite\b|\bobsolete\b|\bstale\b|\binactiv(e|ity)\b|\b(no|lack of|without) (recent )?(activity|response|reply|feedback)\b|\bout ?dated\b|\bno longer relevant\b/,
  },
  {
    id: 'out-of-scope',
    reason: 'other',
    pattern:
      /\bhors (du |de )?(perimetre|sujet|feuille de route)\b|\bout of scope\b|\bnot planned\b|\bwon.?t (fix|merge)\b|\bne sera pas (integree?|fusionnee?|retenue?)\b/,
  },
  {
    id: 'done-by-hand',
    reason: 'other',
    pattern:
      /\b(integree?|reportee?|fusionnee?) (a la main|manuellement)\b|\b(merged|applied|integrated) (by hand|manually)\b/,
  },
]

/** Labels, in small letters without accents and with spaces for other signs; the whole label, not a part of it. */
export const refusalLabels: Readonly<Record<Told, readonly string[]>> = {
  rules: [
    ...['rules', 'regles', 'regles non respectees', 'naming', 'nommage', 'architecture', 'non conforme'],
    ...['does not follow the rules', 'guidelines', 'needs rework', 'a reprendre'],
  ],
  'too-specific': ['too specific', 'trop specifique', 'specific', 'specifique', 'not generic', 'non generique'],
  stale: ['stale', 'inactive', 'inactif', 'abandoned', 'abandonne', 'obsolete', 'no activity', 'sans activite'],
  duplicate: ['duplicate', 'doublon', 'superseded', 'remplace', 'already fixed', 'deja corrige'],
  other: [
    ...['wontfix', 'won t fix', 'invalid', 'invalide', 'rejected', 'refuse', 'refusee', 'declined', 'out of scope'],
    ...['hors perimetre', 'not planned', 'non retenu', 'ne sera pas corrige'],
  ],
}
