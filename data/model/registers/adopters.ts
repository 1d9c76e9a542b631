import { field, INTERNAL, REQUIRED, type Register } from '../register.ts'

const ADOPTION_STATES = ['testing', 'in-service', 'stopped', 'unknown'] as const

/** Whether an organisation in a state counts as one that reuses: neither what stopped nor what nobody knows does. */
export function isReusing(state: string): boolean {
  return state === 'in-service' || state === 'testing'
}

/** Who runs a component or an assembly elsewhere. Named in public with a dated consent only; counted by type otherwise. */
export const adopters: Register = {
  id: 'adopters',
  title: { fr: 'Réutilisateurs', en: 'Adopters' },
  summary: {
    fr: 'Qui réutilise quoi, d’après quoi, et depuis quand on en est sûr.',
    en: 'Who reuses what, on what basis, and since when it is certain.',
  },
  audience: 'public',
  key: ['organisation', 'component'],
  fields: {
    organisation: field('text', { fr: 'Organisation', en: 'Organisation' }, { ...REQUIRED, ...INTERNAL }),
    type: field(
      {
        kind: 'choice',
        of: ['city', 'local-authority', 'state', 'agency', 'hospital', 'education', 'company', 'association', 'other'],
      },
      { fr: 'Nature de l’organisation', en: 'Kind of organisation' },
      REQUIRED,
    ),
    country: field('text', { fr: 'Pays, code à deux lettres', en: 'Country, as a two-letter code' }, REQUIRED),
    component: field('component', { fr: 'Composant ou pack de services', en: 'Component or service pack' }, REQUIRED),
    isAssembly: field('flag', { fr: 'C’est un pack de services', en: 'It is a service pack' }),
    version: field('text', { fr: 'Version en service', en: 'Version in service' }, INTERNAL),
    state: field({ kind: 'choice', of: ADOPTION_STATES }, { fr: 'État', en: 'State' }, REQUIRED),
    basis: field(
      { kind: 'choice', of: ['told-us', 'public-page', 'contract', 'code', 'other'] },
      { fr: 'Comment on le sait', en: 'How it is known' },
      REQUIRED,
    ),
    since: field('day', { fr: 'Depuis', en: 'Since' }),
    confirmedAt: field('day', { fr: 'Dernière confirmation', en: 'Last confirmation' }, REQUIRED),
    consentAt: field('day', { fr: 'Accord pour être nommé, donné le', en: 'Consent to be named, given on' }),
    address: field('address', { fr: 'Page qui en parle', en: 'Page that tells of it' }),
  },
  contradicts: ({ since, confirmedAt }) =>
    typeof since === 'string' && typeof confirmedAt === 'string' && confirmedAt < since
      ? { field: 'confirmedAt', message: `it was confirmed before ${since}, when it began.` }
      : undefined,
}
