import { field, LIST, REQUIRED, type Register } from '../register.ts'

const OFFERS = [
  'hosting',
  'installation',
  'development',
  'training',
  'support',
  'accessibility',
  'translation',
] as const

/** Who offers work around these components, by their own word. Published where the officer says so, in alphabetical order. */
export const providers: Register = {
  id: 'providers',
  title: { fr: 'Prestataires', en: 'Providers' },
  summary: {
    fr: 'Qui propose un travail autour de ces composants et s’est déclaré, d’après des critères publics et les mêmes pour tous.',
    en: 'Who offers work around these components and came forward, by public criteria that are the same for all.',
  },
  audience: 'public',
  key: ['organisation'],
  fields: {
    organisation: field('text', { fr: 'Organisation', en: 'Organisation' }, REQUIRED),
    country: field('text', { fr: 'Pays, code à deux lettres', en: 'Country, as a two-letter code' }, REQUIRED),
    offers: field(
      { kind: 'choice', of: OFFERS },
      { fr: 'Ce qu’elle propose, selon elle', en: 'What it offers, by its own word' },
      { ...REQUIRED, ...LIST },
    ),
    proof: field(
      'address',
      {
        fr: 'Page publique qui le montre : une proposition fusionnée, un service en ligne',
        en: 'Public page that shows it: a merged change request, a service that runs',
      },
      REQUIRED,
    ),
    address: field('address', { fr: 'Page de l’organisation', en: 'Page of the organisation' }),
    declaredAt: field('day', { fr: 'Dernière déclaration, le', en: 'Last declared on' }, REQUIRED),
    withdrawnAt: field('day', { fr: 'Retirée le', en: 'Withdrawn on' }),
  },
  contradicts: ({ declaredAt, withdrawnAt }) =>
    typeof declaredAt === 'string' && typeof withdrawnAt === 'string' && withdrawnAt < declaredAt
      ? { field: 'withdrawnAt', message: `it came forward again after that, on ${declaredAt}.` }
      : undefined,
}
