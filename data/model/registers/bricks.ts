import { field, INTERNAL, REQUIRED, type Register, ROLE } from '../register.ts'

/** Software from elsewhere that is in use, as catalogues of public bodies record it. */
export const bricks: Register = {
  id: 'bricks',
  title: { fr: 'Composants tiers', en: 'Third-party components' },
  summary: {
    fr: 'Les logiciels libres venus d’ailleurs : depuis quand, avec quel soutien, où.',
    en: 'Open source from elsewhere: since when, with which support, where.',
  },
  audience: 'public',
  key: ['brick', 'environment'],
  fields: {
    brick: field('text', { fr: 'Son purl, ou son nom', en: 'Its purl, or its name' }, REQUIRED),
    title: field('text', { fr: 'Nom d’usage', en: 'Usual name' }),
    license: field('text', { fr: 'Licence, identifiant SPDX', en: 'Licence, as an SPDX id' }),
    since: field('day', { fr: 'Utilisée depuis', en: 'In use since' }),
    support: field(
      { kind: 'choice', of: ['internal', 'contract', 'community', 'none'] },
      { fr: 'Soutien', en: 'Support' },
    ),
    referent: field('prose', { fr: 'Rôle ou équipe référente', en: 'Role or team to ask' }, ROLE),
    isRecommended: field('flag', { fr: 'Recommandée aux équipes', en: 'Recommended to teams' }),
    repository: field('text', { fr: 'Son dépôt, « propriétaire/nom »', en: 'Its repository, "owner/name"' }),
    latest: field('text', { fr: 'Sa dernière version publiée', en: 'Its last release' }),
    latestAt: field('day', { fr: 'Publiée le', en: 'Released on' }),
    address: field('address', { fr: 'Site du composant tiers', en: 'Site of the third-party component' }),
    environment: field('text', { fr: 'Environnement', en: 'Environment' }, INTERNAL),
    version: field('text', { fr: 'Version en service', en: 'Version in service' }, INTERNAL),
    supplierRisk: field('prose', { fr: 'Risque lié au fournisseur', en: 'Risk with the supplier' }, INTERNAL),
  },
}
