import { frenchPlural as plural } from '#data/model/plural.ts'

export const home = {
  title: 'Accueil',
  description: (publisher: string) => `Le registre du code ouvert : ${publisher}.`,
  purpose:
    'Le code de nos services numériques est public, pour que chacun puisse le vérifier, le réutiliser et l’améliorer.',
  search: 'Chercher un service, un composant, une règle',
  searchPlaceholder: 'Un besoin, un nom, un mot',
  searchButton: 'Chercher',
  frequent: 'Demandes fréquentes :',
  factsTitle: (asOf: string) => `État du registre au ${asOf}`,
  method: 'Méthode',
  days: 'j',
  unknown: 'non connu',
  hidden: 'masqué',
  facts: {
    components: {
      what: (count: number) => `${plural(count, 'composant')} au registre`,
      detail: ({ repositories, organisations }: { repositories: string; organisations: string }) =>
        `${repositories} dépôts, ${organisations}`,
    },
    'change-requests-outside': {
      what: (count: number) => `${plural(count, 'proposition')} de code ${plural(count, 'venue')} de l’extérieur`,
      detail: ({ period }: { period: string }) => period,
    },
    'first-response-median': {
      what: () => 'pour une première réponse, en jours ouvrés (médiane)',
      detail: ({ period }: { period: string }) => period,
    },
    conformity: {
      what: () => 'des règles vérifiées sont tenues',
      detail: ({ sample }: { sample: string }) => `sur ${sample} vérifications`,
    },
    released: {
      what: (count: number) =>
        `${plural(count, 'composant')} ${plural(count, 'a', 'ont')} publié une version en douze mois`,
      detail: ({ sample, unknown }: { sample: string; unknown: number }) =>
        `sur ${sample} au registre${unknown === 0 ? '' : `, ${unknown} sans nouvelles depuis un an`}`,
    },
    moved: {
      what: (count: number) => `${plural(count, 'composant actif', 'composants actifs')}`,
      detail: ({ sample, unknown }: { sample: string; unknown: number }) =>
        `sur ${sample} au registre${unknown === 0 ? '' : `, ${unknown} sans nouvelles depuis un an`}`,
    },
  },
  organisations: (count: number) => `${count} ${plural(count, 'organisation')}`,
  period: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
  doors: {
    catalogue: {
      title: 'Réutiliser',
      text: 'Trouver un composant, voir où il en est, le prendre et le faire vivre dans votre collectivité.',
    },
    guide: {
      title: 'Contribuer',
      text: 'Corriger, traduire, documenter ou proposer du code dont la forme est vérifiée avant l’examen.',
    },
    understand: {
      title: 'Comprendre',
      text: 'Pourquoi une ville publie son code, d’où viennent les chiffres et ce qu’ils ne disent pas.',
    },
  },
  doorComponents: (count: string) => `Les ${count} composants du registre`,
  doorServices: (count: number) => `${count} ${plural(count, 'service')} aux habitants`,
  doorAdopters: (count: number) =>
    `${count} ${plural(count, 'organisation')} qui le ${plural(count, 'réutilise', 'réutilisent')}`,
  doorPacks: (count: string) => `Packs de services : ${count}`,
  doorRules: (count: string) => `${count} règles, chacune avec sa raison`,
  doorFigures: (count: string) => `${count} figures, leurs données et leurs limites`,
  doorData: 'Données ouvertes',
  releases: 'Dernières versions publiées',
  noReleases: 'Aucune version publiée n’a été lue.',
  allReleases: 'Toutes les dates de version',
  register: 'Le registre',
  registerRows: {
    organisations: 'Organisations',
    repositories: 'Dépôts lus',
    updated: 'Données du',
    rules: 'Règles appliquées',
  },
  registerNote: 'Ce qui n’a pas été lu est dit, et jamais compté comme absent.',
}
