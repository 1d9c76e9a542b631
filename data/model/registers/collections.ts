import { field, LIST, REQUIRED, type Register } from '../register.ts'

/** Shortlists that somebody chose: where to begin, and why. */
export const collections: Register = {
  id: 'collections',
  title: { fr: 'Sélections', en: 'Collections' },
  summary: {
    fr: 'Des listes courtes de composants choisis à la main, chacune avec sa raison.',
    en: 'Short lists of components chosen by hand, each with its reason.',
  },
  audience: 'public',
  key: ['id'],
  fields: {
    id: field('text', { fr: 'Nom court, sans espace', en: 'Short name without spaces' }, REQUIRED),
    title: field('bilingual', { fr: 'Titre', en: 'Title' }, REQUIRED),
    why: field('bilingual', { fr: 'Pourquoi ceux-là', en: 'Why these' }, REQUIRED),
    components: field(
      'component',
      { fr: 'Composants, dans l’ordre', en: 'Components, in order' },
      { ...LIST, ...REQUIRED },
    ),
  },
}
