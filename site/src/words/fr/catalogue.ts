import { headsOf, KIND_NAMES, STATE_NAMES } from '#data/model/component-words.ts'
import { frenchPlural as plural } from '#data/model/plural.ts'

export const catalogue = {
  title: 'Composants',
  description: 'Tous les composants du registre, avec leur état, leur licence et leur dernière version.',
  lead: 'Tout ce que le registre connaît : packs de services, extensions, modules, bibliothèques, thèmes et outils, avec leur état réel.',
  pageTitle: (page: number) => `Composants, page ${page}`,
  searchLabel: 'Chercher dans la liste',
  searchPlaceholder: 'Nom ou mot',
  searchButton: 'OK',
  filters: 'Filtres',
  noScript: 'Les filtres demandent un script. Sans lui, la liste complète est ici, page par page.',
  browse: 'Parcourir par besoin, état, type, licence',
  browseTitle: 'Parcourir les composants',
  browseDescription:
    'Les composants par besoin, état, version du socle, type, licence, usage et éditeur : une page par valeur.',
  browseLead: 'Une page par valeur. Pour croiser plusieurs filtres, la liste filtrable est faite pour cela.',
  facetTitle: ({ group, value }: { group: string; value: string }) => `${group} : ${value}`,
  facetDescription: ({ group, value }: { group: string; value: string }) =>
    `Les composants du registre. ${group} : ${value}.`,
  inList: 'Filtrer cette liste',
  listFile: 'La liste entière (CSV)',
  count: (count: number) => `${count} ${plural(count, 'composant')}`,
  noun: (count: number) => plural(count, 'composant'),
  of: 'sur',
  sortBy: 'Trier par :',
  sorts: {
    relevance: 'pertinence',
    name: 'nom',
    release: 'dernière version',
    adopters: 'réutilisateurs',
    readiness: 'niveau d’entretien',
  },
  columns: {
    name: 'Composant et usage',
    kind: 'Type',
    state: 'État',
    line: 'Socle',
    license: 'Licence',
    version: 'Dernière version',
    adopters: 'Réutilisateurs',
  },
  level: (level: number) => `niveau ${level} sur 3`,
  through: (count: number) => `${count} par un pack`,
  noDescription: 'Sans description',
  versionLabel: 'Version',
  lineLabel: 'Socle',
  noVersion: 'aucune',
  notReleased: 'à venir',
  clear: 'Tout effacer',
  wordGroup: 'Mot',
  empty: 'Aucun composant ne répond à tous ces filtres.',
  emptyHint: 'Retirez-en un, ou effacez tout.',
  suggest: 'Proposer un composant qui manque',
  suggestSubject: 'Un composant manque au registre',
  range: ({ from, to, total }: { from: string; to: string; total: string }) => `${from} à ${to} sur ${total}`,
  exportAll: 'Exporter :',
  exportSelection: 'Exporter cette sélection :',
  pages: 'Pages',
  previous: 'Précédente',
  next: 'Suivante',
  goTo: (page: number) => `Page ${page}`,
  facets: {
    need: 'Besoin',
    state: 'État',
    line: 'Version du socle',
    kind: 'Type',
    license: 'Licence',
    usedBy: 'Utilisé par',
    owner: 'Maintenu par',
    language: 'Langage',
    releaseAge: 'Dernière version',
  },
  key: 'Légende',
}

export const noLicense = 'Non déclarée'
export const licensesDiffer = 'Sources différentes'

export const kind = headsOf(KIND_NAMES.fr)

export const line = { v8: 'Génération 8', v7: 'Génération 7', '': 'Non connue' }

export const lineShort = { v8: '8', v7: '7' }

export const state = headsOf(STATE_NAMES.fr)

export const stateMeaning = {
  below: (months: number) => `une activité il y a moins de ${months} mois`,
  beyond: 'aucune activité depuis plus longtemps',
  archived: 'fermé par ses propriétaires',
  stable: 'déclaré achevé par ses propriétaires',
  obsolete: 'remplacé, ou abandonné par ses propriétaires',
  unknown: 'ses dates n’ont pas été lues, ou on est sans nouvelles depuis un an',
}

export const releaseAge = {
  'under-6': 'Moins de 6 mois',
  'under-12': 'De 6 à 12 mois',
  'under-24': 'De 1 à 2 ans',
  older: 'Plus de 2 ans',
  none: 'Aucune lue',
}

export const user = {
  service: 'Un service aux habitants',
  pack: 'Un pack de services',
  component: 'D’autres composants',
  city: 'Des villes',
  'local-authority': 'Des collectivités',
  state: 'L’État',
  agency: 'Des agences publiques',
  hospital: 'Des hôpitaux',
  education: 'L’enseignement',
  company: 'Des entreprises',
  association: 'Des associations',
  other: 'D’autres organisations',
}
