import type { Text } from '../model/vocabulary.ts'

/** Licences that a city may put its open data under, by SPDX identifier; the first is what stands unless it says otherwise. */
export const DATA_LICENSES = {
  'etalab-2.0': {
    title: { fr: 'Licence Ouverte 2.0', en: 'Open Licence 2.0' },
    url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
    asks: {
      fr: 'Réutilisez librement, en citant la source et la date des données.',
      en: 'Reuse freely, naming the source and the date of the data.',
    },
  },
  'ODbL-1.0': {
    title: { fr: 'Licence ODbL 1.0', en: 'ODbL 1.0 licence' },
    url: 'https://opendatacommons.org/licenses/odbl/1-0/',
    asks: {
      fr: 'Réutilisez librement, en citant la source, et partagez les bases que vous en tirez sous la même licence.',
      en: 'Reuse freely, naming the source, and share databases that you make of it under the same licence.',
    },
  },
} as const satisfies Record<string, { readonly title: Text; readonly url: string; readonly asks: Text }>

export type DataLicense = keyof typeof DATA_LICENSES
export const DATA_LICENSE_IDS = Object.keys(DATA_LICENSES).filter((id): id is DataLicense => id in DATA_LICENSES)
