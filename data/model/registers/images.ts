import { field, REQUIRED, type Register } from '../register.ts'

/** Container images that are published, and how often they were pulled where their registry tells. */
export const images: Register = {
  id: 'images',
  title: { fr: 'Images de conteneur', en: 'Container images' },
  summary: {
    fr: 'Les images publiées, avec leurs téléchargements quand le dépôt d’images les donne.',
    en: 'Images that are published, with their pulls where the registry of images tells.',
  },
  audience: 'public',
  key: ['image'],
  fields: {
    image: field('text', { fr: 'Image, avec son dépôt d’images', en: 'Image, with its registry' }, REQUIRED),
    component: field('component', { fr: 'Composant ou pack de services', en: 'Component or service pack' }, REQUIRED),
    pulls: field('count', { fr: 'Téléchargements depuis le début', en: 'Pulls since the beginning' }),
    pullsAt: field('day', { fr: 'Relevé le', en: 'Read on' }),
    address: field('address', { fr: 'Page de l’image', en: 'Page of the image' }),
  },
  contradicts: ({ pulls, pullsAt }) =>
    pulls !== null && pullsAt === null
      ? { field: 'pulls', message: 'a number of pulls needs the day on which it was read.' }
      : undefined,
}
