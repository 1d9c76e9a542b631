import { field, LIST, REQUIRED, type Register } from '../register.ts'

/** What people look for, in the words they use, and what answers it. */
export const needs: Register = {
  id: 'needs',
  title: { fr: 'Besoins', en: 'Needs' },
  summary: {
    fr: 'Les besoins en mots simples, avec les composants et packs de services qui y répondent.',
    en: 'Needs in plain words, with the components and assemblies that answer them.',
  },
  audience: 'public',
  key: ['id'],
  fields: {
    id: field('text', { fr: 'Nom court, sans espace', en: 'Short name without spaces' }, REQUIRED),
    words: field('bilingual', { fr: 'Le besoin en mots simples', en: 'The need in plain words' }, REQUIRED),
    alsoCalled: field('text', { fr: 'Autres mots que l’on cherche', en: 'Other words that people search for' }, LIST),
    components: field('component', { fr: 'Composants qui y répondent', en: 'Components that answer it' }, LIST),
    assemblies: field('component', { fr: 'Assemblages qui y répondent', en: 'Assemblies that answer it' }, LIST),
  },
}
