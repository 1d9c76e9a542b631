import type * as French from '../fr/collections.ts'

export const collections: typeof French.collections = {
  title: 'Collections',
  description: 'Short lists of components chosen by hand, each with its reason.',
  lead: 'Where to begin: short lists, chosen by people and not by a sum. Each says why.',
  home: 'Where to begin',
  all: 'All collections',
  about: (name: string, why: string) => `${name}: ${why}`,
}
