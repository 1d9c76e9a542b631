export const collections = {
  title: 'Sélections',
  description: 'Des listes courtes de composants choisis à la main, chacune avec sa raison.',
  lead: 'Par où commencer : des listes courtes, choisies par des personnes et non par un calcul. Chacune dit pourquoi.',
  home: 'Par où commencer',
  all: 'Toutes les sélections',
  about: (name: string, why: string) => `${name} : ${why}`,
}
