import { frenchPlural as plural } from '#data/model/plural.ts'
import { FAILURE_WORDS } from '#data/reference/failure-words.ts'

export const languageName = 'Français'

export const colon = ' : '

export const frame = {
  skip: 'Aller au contenu',
  publicRegister: 'Registre public',
  internalRegister: 'Registre interne',
  menu: 'Menu',
  chapters: 'Rubriques',
  search: 'Rechercher',
  display: 'Affichage',
  theme: 'Couleurs',
  themeSystem: 'Comme l’appareil',
  themeLight: 'Claires',
  themeDark: 'Sombres',
  home: 'Accueil',
  crumbs: 'Fil d’Ariane',
  folio: 'Place et date',
  sheet: (number: string) => `Feuille ${number}`,
  dataOf: 'données du',
  writtenIn: { fr: 'en français', en: 'en anglais' },
  coverage: 'couverture',
  neverRead: (streams: string) => `jamais lus : ${streams}`,
  internalOnly: 'interne, ne pas diffuser',
  demo: 'Démonstration : cette ville, ses composants et ses chiffres sont inventés et n’existent nulle part.',
}

export const chapter = {
  services: 'Services',
  adopters: 'Réutilisateurs',
  catalogue: 'Composants',
  figures: 'Chiffres',
  guide: 'Contribuer',
  governance: 'Gouvernance',
  understand: 'Comprendre',
}

export const place = {
  home: 'Accueil',
  services: 'Services',
  packs: 'Packs de services',
  compare: 'Comparer des composants',
  collections: 'Sélections',
  adopters: 'Réutilisateurs',
  providers: 'Prestataires déclarés',
  agenda: 'Rendez-vous et feuille de route',
  catalogue: 'Composants',
  figures: 'Chiffres',
  method: 'Méthode et définitions',
  guide: 'Contribuer',
  rules: 'Règles',
  propose: 'Proposer avant de développer',
  'first-issues': 'Premiers tickets',
  translations: 'Traductions attendues',
  adopt: 'Adopter un composant',
  'release-calendar': 'Calendrier des versions',
  community: 'Gouvernance et communauté',
  governance: 'Gouvernance',
  understand: 'Comprendre',
  policy: 'Notre politique',
  office: 'Le bureau du code ouvert',
  press: 'Presse et réutilisation',
  corrections: 'Journal des corrections',
  news: 'Actualités',
  search: 'Recherche',
  'open-data': 'Données ouvertes',
  feeds: 'Flux',
  accessibility: 'Accessibilité',
  legal: 'Mentions légales',
  privacy: 'Données personnelles',
  'eco-design': 'Écoconception',
  'site-map': 'Plan du site',
  'activity-desk': 'Activité',
  responsiveness: 'Réactivité',
  sustainability: 'Pérennité',
  'data-quality': 'Qualité des données',
  todo: 'À traiter',
  compliance: 'Conformité',
  practices: 'Qualité et sécurité',
  inventory: 'Composants tiers et plans B',
  migration: 'Passage à la version 8',
  'watch-list': 'À surveiller',
  impact: 'L’année en chiffres',
  board: 'Pilotage',
  reports: 'Rapports',
}

export const colophon = {
  title: 'Achevé d’imprimer',
  made: ({ builtOn, asOf }: { builtOn: string | undefined; asOf: string }) =>
    builtOn === undefined
      ? `Page tirée des données du ${asOf}.`
      : `Page construite le ${builtOn} à partir des données du ${asOf}.`,
  weight: (weight: string) => `Elle pèse ${weight}, ne dépose aucun cookie et n’appelle aucun tiers.`,
  license: (license: string) => `Données : ${license}.`,
  source: (license: string) => `Code du site : ${license}.`,
  internal: 'Exemplaire interne : il ne se copie ni ne se publie.',
  reserve: ({ from, to, isPublic }: { from: string; to: string; isPublic: boolean }) =>
    isPublic
      ? `Réserve avant un vote, du ${from} au ${to} : les tableaux et les guides restent ; actualités, bilan annuel, phrases sur les chiffres et tendances ne sont pas publiés.`
      : `Réserve avant un vote, du ${from} au ${to} : le site public ne montre ni actualités, ni bilan annuel, ni phrases sur les chiffres, ni tendances. Ici, tout reste.`,
  report: 'Signaler une erreur sur cette page',
  reportIssue: 'Ouvrir un ticket sur le site',
  reportSubject: (page: string) => `Erreur sur la page ${page}`,
  reportLines: ({ address, asOf }: { address: string; asOf: string }): readonly string[] => [
    ...[`Page : ${address}`, `Données du ${asOf}`, '', 'Ce qui est faux :', ''],
    ...['Ce qui est juste, et d’où on le sait :', ''],
  ],
  accessibility: (state: string) => `Accessibilité : ${state}`,
  siteLinks: 'Le site',
}

export const accessibilityState = {
  none: 'non conforme',
  partial: 'partiellement conforme',
  full: 'totalement conforme',
}

export const freshness = {
  fresh: 'Fraîcheur',
  freshValue: (day: string) => `données du ${day}`,
  coverage: 'Couverture',
  coverageValue: ({ complete, expected }: { complete: string; expected: string }) =>
    `${complete} dépôts sur ${expected}`,
  history: 'Historique',
  historyValue: ({ first, last }: { first: string; last: string }) =>
    first === last ? `connu jusqu’au ${first}` : `connu, selon le dépôt, jusqu’à une date du ${first} au ${last}`,
  missing: 'Manquent',
  missingValue: (count: number) => `${count} ${plural(count, 'dépôt')} ${plural(count, 'lu')} en partie ou pas du tout`,
  nothingMissing: 'rien à ce jour',
  which: 'lesquels et pourquoi',
}

export const failure = FAILURE_WORDS.fr

export const runStatus = {
  running: 'en cours',
  complete: 'complète',
  partial: 'partielle',
  skipped: 'passée',
  failed: 'échouée',
}

export const siteMap = {
  title: 'Plan du site',
  description: 'Toutes les pages du site.',
  fromTo: ({ first, last }: { first: string; last: string }) => `de ${first} à ${last}`,
}

export const notFound = {
  title: 'Page introuvable',
  text: 'Cette page n’existe pas, ou n’existe plus. Le composant a peut-être changé de nom.',
  home: 'Retour à l’accueil',
}

export const choice = {
  text: 'Continuer en français',
}

export const legalContact = 'Écrire à'
