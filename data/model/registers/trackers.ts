import { field, REQUIRED, type Register } from '../register.ts'

/** Where the issues of a component really live: its figures are not known where that is not the host. */
export const trackers: Register = {
  id: 'trackers',
  title: { fr: 'Suivi des anomalies', en: 'Trackers' },
  summary: {
    fr: 'Où se signalent vraiment les anomalies de chaque composant.',
    en: 'Where the issues of each component are really reported.',
  },
  audience: 'public',
  key: ['component'],
  fields: {
    component: field(
      'text',
      { fr: 'Dépôt, ou motif tel que « ville/* »', en: 'Repository, or a pattern such as "city/*"' },
      REQUIRED,
    ),
    kind: field(
      { kind: 'choice', of: ['host', 'jira', 'redmine', 'gitlab', 'mail', 'other'] },
      { fr: 'Nature ; « host » : celui du dépôt', en: 'Kind; "host": the one of the repository' },
      REQUIRED,
    ),
    address: field('address', { fr: 'Adresse', en: 'Address' }),
    since: field('day', { fr: 'Depuis', en: 'Since' }),
  },
}
