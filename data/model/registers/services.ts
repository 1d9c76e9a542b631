import { field, INTERNAL, LIST, REQUIRED, type Register } from '../register.ts'

/** Services that residents use and that run on the components: what the public site starts with. */
export const services: Register = {
  id: 'services',
  title: { fr: 'Services', en: 'Services' },
  summary: {
    fr: 'Les services rendus avec les composants, sous le nom que les habitants leur connaissent.',
    en: 'The services that run on the components, under the names that residents know.',
  },
  audience: 'public',
  key: ['id'],
  fields: {
    id: field('text', { fr: 'Nom court, sans espace', en: 'Short name without spaces' }, REQUIRED),
    name: field('bilingual', { fr: 'Nom connu des habitants', en: 'Name that residents know' }, REQUIRED),
    summary: field('bilingual', { fr: 'Ce qu’on y fait, en une phrase', en: 'What one does there, in a sentence' }),
    address: field('address', { fr: 'Adresse publique', en: 'Public address' }),
    assembly: field('component', { fr: 'Assemblage qui le fait tourner', en: 'Assembly that runs it' }),
    components: field('component', { fr: 'Composants dont il dépend', en: 'Components that it rests on' }, LIST),
    since: field('day', { fr: 'En service depuis', en: 'In service since' }),
    yearlyUse: field('count', { fr: 'Usages en un an', en: 'Uses in a year' }),
    yearlyUseOf: field('prose', {
      fr: 'Ce qui est compté (rendez-vous pris…)',
      en: 'What is counted (appointments made…)',
    }),
    yearlyUseYear: field('count', { fr: 'Année de ce compte', en: 'Year of that count' }),
    yearlyUseSource: field('prose', { fr: 'D’où vient ce compte', en: 'Where that count comes from' }),
    isPublic: field(
      'flag',
      { fr: 'Peut être montré sur le site public', en: 'May be shown on the public site' },
      REQUIRED,
    ),
    note: field('text', { fr: 'Note interne', en: 'Internal note' }, INTERNAL),
  },
  contradicts: ({ yearlyUse, yearlyUseYear, yearlyUseSource }) =>
    yearlyUse !== null && (yearlyUseYear === null || yearlyUseSource === null)
      ? { field: 'yearlyUse', message: 'a number of uses needs its year and its source.' }
      : undefined,
}
