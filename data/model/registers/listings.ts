import { field, REQUIRED, type Register } from '../register.ts'

/** Whether catalogues of others (a State's, an association's) list a component. */
export const listings: Register = {
  id: 'listings',
  title: { fr: 'Référencements', en: 'Listings' },
  summary: {
    fr: 'Les catalogues d’ailleurs où un composant se trouve, ou pas.',
    en: 'Catalogues of others in which a component is found, or is not.',
  },
  audience: 'public',
  key: ['component', 'catalogue'],
  fields: {
    component: field('component', { fr: 'Dépôt', en: 'Repository' }, REQUIRED),
    catalogue: field('text', { fr: 'Catalogue', en: 'Catalogue' }, REQUIRED),
    isListed: field('flag', { fr: 'Il s’y trouve', en: 'It is there' }, REQUIRED),
    checkedAt: field('day', { fr: 'Vérifié le', en: 'Looked up on' }, REQUIRED),
    address: field('address', { fr: 'Sa page', en: 'Its page' }),
  },
}
