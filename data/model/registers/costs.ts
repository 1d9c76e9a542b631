import { field, REQUIRED, type Register, ROLE } from '../register.ts'

/** What things cost. Nothing of it shows anywhere before it is approved. */
export const costs: Register = {
  id: 'costs',
  title: { fr: 'Coûts', en: 'Costs' },
  summary: {
    fr: 'Dépenses et économies, montrées seulement une fois approuvées.',
    en: 'What was spent and saved, shown only once it is approved.',
  },
  audience: 'internal',
  key: ['id'],
  fields: {
    id: field('text', { fr: 'Numéro ou nom court', en: 'Number or short name' }, REQUIRED),
    what: field('prose', { fr: 'Objet', en: 'What it is for' }, REQUIRED),
    kind: field({ kind: 'choice', of: ['spent', 'saved', 'avoided'] }, { fr: 'Nature', en: 'Kind' }, REQUIRED),
    year: field('count', { fr: 'Année', en: 'Year' }, REQUIRED),
    amount: field('number', { fr: 'Montant', en: 'Amount' }, REQUIRED),
    currency: field('text', { fr: 'Monnaie, code à trois lettres', en: 'Currency, as a three-letter code' }, REQUIRED),
    method: field('prose', { fr: 'Comment il est calculé', en: 'How it is worked out' }, REQUIRED),
    approvedBy: field('prose', { fr: 'Rôle ou instance qui approuve', en: 'Role or body that approved it' }, ROLE),
    approvedAt: field('day', { fr: 'Approuvé le', en: 'Approved on' }),
  },
}
