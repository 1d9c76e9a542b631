import { field, LIST, REQUIRED, type Register } from '../register.ts'

/** When the community meets. */
export const events: Register = {
  id: 'events',
  title: { fr: 'Événements', en: 'Events' },
  summary: { fr: 'Les rencontres à venir et passées.', en: 'Meetings to come and past.' },
  audience: 'public',
  key: ['id'],
  fields: {
    id: field('text', { fr: 'Nom court, sans espace', en: 'Short name without spaces' }, REQUIRED),
    title: field('bilingual', { fr: 'Titre', en: 'Title' }, REQUIRED),
    summary: field('bilingual', { fr: 'De quoi il s’agit', en: 'What it is about' }),
    start: field('day', { fr: 'Premier jour', en: 'First day' }, REQUIRED),
    end: field('day', { fr: 'Dernier jour', en: 'Last day' }),
    startTime: field('text', { fr: 'Heure de début, 14:30', en: 'Time it begins, 14:30' }),
    endTime: field('text', { fr: 'Heure de fin, 17:00', en: 'Time it ends, 17:00' }),
    timeZone: field('text', { fr: 'Fuseau, Europe/Paris', en: 'Time zone, Europe/Paris' }),
    place: field('prose', { fr: 'Lieu', en: 'Place' }),
    address: field('address', { fr: 'Page', en: 'Page' }),
    languages: field('language', { fr: 'Langues parlées', en: 'Languages spoken' }, LIST),
    community: field(
      { kind: 'choice', of: ['users', 'developers', 'translators', 'everybody'] },
      { fr: 'Pour qui', en: 'For whom' },
    ),
  },
  contradicts: ({ start, end }) =>
    typeof start === 'string' && typeof end === 'string' && end < start
      ? { field: 'end', message: `it ends before ${start}, its first day.` }
      : undefined,
}
