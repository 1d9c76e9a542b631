import { field, REQUIRED, type Register } from '../register.ts'

/** How open each component is meant to be, by the four degrees of the French State. */
export const openness: Register = {
  id: 'openness',
  title: { fr: 'Degrés d’ouverture', en: 'Degrees of openness' },
  summary: {
    fr: 'A : contributions recherchées ; B : traitées ; C : publié sans suivi ; D : non communicable.',
    en: 'A: contributions sought; B: handled; C: published without follow-up; D: cannot be disclosed.',
  },
  audience: 'public',
  key: ['component'],
  fields: {
    component: field('component', { fr: 'Dépôt', en: 'Repository' }, REQUIRED),
    degree: field({ kind: 'choice', of: ['A', 'B', 'C', 'D'] }, { fr: 'Degré', en: 'Degree' }, REQUIRED),
    declaredAt: field('day', { fr: 'Déclaré le', en: 'Declared on' }, REQUIRED),
    reason: field('prose', { fr: 'Pourquoi', en: 'Why' }),
  },
}
