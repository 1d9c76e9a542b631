import { field, INTERNAL, REQUIRED, type Register } from '../register.ts'

/** Repositories of others in which one of ours was seen: somebody to ask, and no adopter before they say so. */
export const leads: Register = {
  id: 'leads',
  title: { fr: 'Pistes de réutilisation', en: 'Leads' },
  summary: {
    fr: 'Les dépôts d’autrui où l’on a vu un de nos composants : à contacter, pas à compter.',
    en: 'Repositories of others in which a component of ours was seen: to be asked, not counted.',
  },
  audience: 'internal',
  key: ['repository', 'component'],
  fields: {
    repository: field(
      'text',
      { fr: 'Dépôt, organisation/nom ou adresse', en: 'Repository, owner/name or address' },
      { ...REQUIRED, ...INTERNAL },
    ),
    component: field('component', { fr: 'Composant qu’on y a vu', en: 'Component that was seen there' }, REQUIRED),
    version: field('text', { fr: 'Version demandée', en: 'Version that is asked for' }),
    foundAt: field('day', { fr: 'Vu le', en: 'Seen on' }, REQUIRED),
    source: field(
      { kind: 'choice', of: ['dependency-graph', 'code-search', 'package-registry', 'other'] },
      { fr: 'Où on l’a vu', en: 'Where it was seen' },
      REQUIRED,
    ),
    answer: field(
      { kind: 'choice', of: ['not-asked', 'asked', 'confirmed', 'denied'] },
      { fr: 'Ce qu’ils en disent', en: 'What they say of it' },
    ),
  },
}
