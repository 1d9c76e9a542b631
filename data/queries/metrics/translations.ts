import { fleetLanguages } from '../../inventory/translations/coverage.ts'
import { defineInventoryMetric } from './metric.ts'

export const translations = defineInventoryMetric({
  id: 'translations',
  title: { fr: 'Traductions', en: 'Translations' },
  definition: {
    fr: 'Clés de texte traduites dans chaque langue commencée, sur celles de la langue de référence.',
    en: 'Keys of texts translated into each language that was begun, out of those of the reference language.',
  },
  formula: {
    fr: 'Part = clés traduites ÷ clés de référence. Une clé vide, ou égale à la référence sans raison, n’est pas traduite.',
    en: 'Share = translated keys ÷ reference keys. One left empty, or copied without a reason, is not translated.',
  },
  unit: 'keys',
  source: {
    fr: 'Fichiers de textes de la branche par défaut.',
    en: 'Files of texts on the default branch.',
  },
  limits: {
    fr: 'Compte des clés, pas leur justesse. Un composant dont la référence n’a pas pu être lue n’est pas compté.',
    en: 'Keys are counted, not how right they are. A component whose reference could not be read is not counted.',
  },
  notFor: {
    fr: 'Juger des traducteurs, ou dire qu’un service est utilisable dans une langue.',
    en: 'Judging translators, or saying that a service can be used in a language.',
  },
  audience: 'public',
  streams: ['tree'],
  command: 'parvis inventory translations',
  columns: ['language', 'translated', 'keys', 'translated_share', 'components', 'lacking'],
  measure({ translations: components }) {
    const counted = components.filter(({ keys }) => keys !== null).length
    return fleetLanguages(components).map(({ language, translated, reference, lacking }) => ({
      ...{ language, translated, keys: reference, components: counted - lacking.length, lacking: lacking.length },
      translated_share: reference === 0 ? null : translated / reference,
    }))
  },
  behind: {
    columns: ['component', 'language', 'translated', 'keys'],
    measure: ({ translations: components }) =>
      components.flatMap(({ component, languages }) =>
        languages.map(({ language, translated, reference }) => ({ component, language, translated, keys: reference })),
      ),
  },
})
