import type * as French from '../fr/providers.ts'

/** Words of the list of providers. */
export const providers: typeof French.providers = {
  title: 'Declared providers',
  description: 'Who offers work around these components and came forward, by public criteria.',
  lead: 'These organisations came forward themselves. The list goes by the alphabet; it recommends nobody, and not to be on it says nothing.',
  list: 'The list',
  listNote: 'In alphabetical order.',
  columns: { who: 'Organisation', offers: 'Offers, by its own word', proof: 'To be read', declared: 'Declared on' },
  offers: {
    hosting: 'hosting',
    installation: 'installation',
    development: 'development',
    training: 'training',
    support: 'support',
    accessibility: 'accessibility',
    translation: 'translation',
  },
  proof: 'public page',
  proofOf: (organisation: string) => `Public page of ${organisation}`,
  criteria: 'The criteria',
  criteriaNote: 'The same for all.',
  criteriaText: [
    'The organisation wrote by itself, and agrees that its line is public.',
    'It shows a public page: a merged change request, or a service that runs on these components.',
    'It says so again every two years; else its line leaves the list.',
    'It may withdraw at any time, by e-mail.',
  ],
  tell: 'Come forward, correct or withdraw',
  tellSubject: 'Declared providers',
}
