import { field, LIST, REQUIRED, type Register } from '../register.ts'

/** Days on which people translate together. People are counted, never named. */
export const translationDays: Register = {
  id: 'translation-days',
  title: { fr: 'Journées de traduction', en: 'Translation days' },
  summary: {
    fr: 'Quand on a traduit ensemble, quoi et dans quelles langues.',
    en: 'When people translated together, what, and into which languages.',
  },
  audience: 'public',
  key: ['date', 'place'],
  fields: {
    date: field('day', { fr: 'Jour', en: 'Day' }, REQUIRED),
    place: field('prose', { fr: 'Lieu', en: 'Place' }, REQUIRED),
    languages: field('language', { fr: 'Langues', en: 'Languages' }, { ...REQUIRED, ...LIST }),
    components: field('component', { fr: 'Composants', en: 'Components' }, LIST),
    participants: field('count', { fr: 'Nombre de personnes', en: 'Number of people' }),
  },
}
