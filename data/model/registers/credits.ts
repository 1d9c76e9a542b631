import { field, REQUIRED, type Register } from '../register.ts'

/** Thanks to people who asked to be named, under the name that they chose, for as long as they wish. */
export const credits: Register = {
  id: 'credits',
  title: { fr: 'Remerciements', en: 'Credits' },
  summary: {
    fr: 'Les personnes qui ont accepté d’être remerciées, sous le nom de leur choix.',
    en: 'People who agreed to be thanked, under a name of their choice.',
  },
  audience: 'public',
  key: ['name', 'what'],
  fields: {
    name: field('text', { fr: 'Nom choisi', en: 'Chosen name' }, REQUIRED),
    what: field('bilingual', { fr: 'Pour quoi', en: 'For what' }, REQUIRED),
    consentAt: field('day', { fr: 'Accord donné le', en: 'Consent given on' }, REQUIRED),
    withdrawnAt: field('day', { fr: 'Accord retiré le', en: 'Consent withdrawn on' }),
    address: field('address', { fr: 'Lien choisi', en: 'Chosen link' }),
  },
}
