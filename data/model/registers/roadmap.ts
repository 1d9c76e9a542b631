import { field, REQUIRED, type Register } from '../register.ts'

/** What is meant to come, and what became of it. */
export const roadmap: Register = {
  id: 'roadmap',
  title: { fr: 'Feuille de route', en: 'Roadmap' },
  summary: {
    fr: 'Ce qui est prévu, pour quand, et où on en est.',
    en: 'What is planned, for when, and how far it is.',
  },
  audience: 'public',
  key: ['id'],
  fields: {
    id: field('text', { fr: 'Nom court, sans espace', en: 'Short name without spaces' }, REQUIRED),
    title: field('bilingual', { fr: 'Titre', en: 'Title' }, REQUIRED),
    summary: field('bilingual', { fr: 'Ce qu’on y gagne', en: 'What is gained by it' }),
    component: field('component', { fr: 'Composant', en: 'Component' }),
    state: field(
      { kind: 'choice', of: ['idea', 'planned', 'under-way', 'done', 'given-up'] },
      { fr: 'État', en: 'State' },
      REQUIRED,
    ),
    quarter: field('text', { fr: 'Trimestre, 2026-T3', en: 'Quarter, 2026-Q3' }),
    address: field('address', { fr: 'Où en parler', en: 'Where to discuss it' }),
  },
}
