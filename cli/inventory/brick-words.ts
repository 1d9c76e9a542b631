import type { LicenseFit } from '#data/inventory/license-fit.ts'
import type { Language } from '#data/model/vocabulary.ts'

/** How the licence of a brick goes with that of an assembly: words for an indication. */
export const FITS = {
  fr: {
    fits: 'compatible',
    'keeps-its-terms': 'garde ses termes',
    'reaches-the-whole': 's’étend à l’ensemble',
    conflicts: 'incompatible',
    beside: 'à côté',
    unknown: '?',
  },
  en: {
    fits: 'compatible',
    'keeps-its-terms': 'keeps its terms',
    'reaches-the-whole': 'reaches the whole',
    conflicts: 'incompatible',
    beside: 'runs beside',
    unknown: '?',
  },
} as const satisfies Record<Language, Record<LicenseFit, string>>

/** The worst first: what an officer looks at. */
export const FITS_BY_GRAVITY: readonly LicenseFit[] = [
  'conflicts',
  'reaches-the-whole',
  'unknown',
  'keeps-its-terms',
  'fits',
  'beside',
]
