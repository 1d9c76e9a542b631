import { field, INTERNAL, REQUIRED, type Register, ROLE } from '../register.ts'

/** Whose repositories are collected without being ours, and whether they agree that the public learns what follows the rules. */
export const outside: Register = {
  id: 'outside',
  title: { fr: 'Catalogues voisins', en: 'Outside catalogues' },
  summary: {
    fr: 'Les dépôts d’autres organisations que l’on suit, et leur accord pour publier ceux qui tiennent les règles.',
    en: 'Repositories of other organisations that are followed, and their consent to publish those that keep the rules.',
  },
  audience: 'public',
  key: ['repository'],
  fields: {
    repository: field(
      'text',
      { fr: 'Dépôt, ou motif tel que « ville/* »', en: 'Repository, or a pattern such as "city/*"' },
      REQUIRED,
    ),
    organisation: field('text', { fr: 'Organisation', en: 'Organisation' }, REQUIRED),
    agreedAt: field('day', { fr: 'Accord de publication, donné le', en: 'Consent to publish, given on' }),
    address: field('address', { fr: 'Page de l’organisation', en: 'Page of the organisation' }),
    contact: field('text', { fr: 'Rôle à qui écrire', en: 'Role to write to' }, { ...INTERNAL, ...ROLE }),
  },
}
