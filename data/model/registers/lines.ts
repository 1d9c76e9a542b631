import { field, REQUIRED, type Register } from '../register.ts'
import { PLATFORM_LINES } from '../vocabulary.ts'

/** How long each generation of the platform is kept up, as whoever keeps it up has announced. */
export const lines: Register = {
  id: 'lines',
  title: { fr: 'Générations de la plateforme', en: 'Generations of the platform' },
  summary: {
    fr: 'Jusqu’à quand chaque génération est entretenue, et qui l’a annoncé.',
    en: 'Until when each generation is kept up, and who announced it.',
  },
  audience: 'public',
  key: ['line'],
  fields: {
    line: field({ kind: 'choice', of: PLATFORM_LINES }, { fr: 'Génération', en: 'Generation' }, REQUIRED),
    since: field('day', { fr: 'Parue le', en: 'Released on' }),
    featuresUntil: field('day', { fr: 'Évolutions jusqu’au', en: 'New functions until' }),
    fixesUntil: field('day', { fr: 'Corrections de sécurité jusqu’au', en: 'Security fixes until' }),
    source: field('prose', { fr: 'Qui l’a annoncé', en: 'Who announced it' }, REQUIRED),
    address: field('address', { fr: 'Où', en: 'Where' }),
    guide: field('address', { fr: 'Guide de migration', en: 'Migration guide' }),
  },
  contradicts: ({ featuresUntil, fixesUntil }) =>
    typeof featuresUntil === 'string' && typeof fixesUntil === 'string' && fixesUntil < featuresUntil
      ? { field: 'fixesUntil', message: `fixes end before new functions do, on ${featuresUntil}.` }
      : undefined,
}
