import { field, REQUIRED, type Register, ROLE } from '../register.ts'

/** What was wrong on the site and was put right, and what organisations that it names answered, for everybody to see. */
export const corrections: Register = {
  id: 'corrections',
  title: { fr: 'Corrections', en: 'Corrections' },
  summary: {
    fr: 'Ce qui était faux sur le site et a été corrigé, et ce qu’ont répondu les organisations citées. Ce journal est public.',
    en: 'What was wrong on the site and was put right, and what organisations that it names answered. This log is public.',
  },
  audience: 'public',
  key: ['date', 'page'],
  fields: {
    date: field('day', { fr: 'Corrigé le', en: 'Corrected on' }, REQUIRED),
    page: field('prose', { fr: 'La page, la figure ou la donnée', en: 'The page, the figure or the data' }, REQUIRED),
    what: field(
      'bilingual',
      { fr: 'Ce qui était faux, et ce qui est juste', en: 'What was wrong, and what is right' },
      REQUIRED,
    ),
    correctedBy: field(
      'prose',
      { fr: 'Rôle qui a corrigé, jamais une personne', en: 'Role that corrected it, never a person' },
      { ...REQUIRED, ...ROLE },
    ),
    replyFrom: field('text', {
      fr: 'Organisation citée qui répond ; la phrase est alors sa réponse, dans ses mots',
      en: 'Organisation that the site names and that answers; the sentence is its answer then, in its own words',
    }),
    reportedAt: field('day', { fr: 'Signalé le', en: 'Reported on' }),
    address: field('address', { fr: 'Où c’est expliqué', en: 'Where it is explained' }),
  },
  contradicts: ({ date, reportedAt }) =>
    typeof date === 'string' && typeof reportedAt === 'string' && date < reportedAt
      ? { field: 'reportedAt', message: `it was corrected before, on ${date}.` }
      : undefined,
}
