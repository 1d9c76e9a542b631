import { field, REQUIRED, type Register } from '../register.ts'

/** Numbers and statements that texts repeat, each with where it comes from and when it must be looked at again. */
export const facts: Register = {
  id: 'facts',
  title: { fr: 'Faits', en: 'Facts' },
  summary: {
    fr: 'Ce que les textes affirment, avec sa source, sa date et sa date de relecture.',
    en: 'What texts state, with source, date and the day to look at it again.',
  },
  audience: 'public',
  key: ['id'],
  fields: {
    id: field('text', { fr: 'Nom court, sans espace', en: 'Short name without spaces' }, REQUIRED),
    statement: field('bilingual', { fr: 'La phrase', en: 'The sentence' }, REQUIRED),
    value: field('number', { fr: 'Le nombre, s’il y en a un', en: 'The number, when there is one' }),
    unit: field('prose', { fr: 'Ce qu’il compte', en: 'What it counts' }),
    scope: field('prose', { fr: 'Sur quoi il porte', en: 'What it covers' }, REQUIRED),
    source: field('prose', { fr: 'D’où il vient', en: 'Where it comes from' }, REQUIRED),
    address: field('address', { fr: 'Page de la source', en: 'Page of the source' }),
    date: field('day', { fr: 'Vrai au', en: 'True on' }, REQUIRED),
    review: field('day', { fr: 'À relire le', en: 'To be looked at again on' }, REQUIRED),
  },
  contradicts: ({ date, review }) =>
    typeof date === 'string' && typeof review === 'string' && review < date
      ? { field: 'review', message: `it is to be looked at before ${date}, its own date.` }
      : undefined,
}
