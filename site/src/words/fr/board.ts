import { frenchPlural as plural } from '#data/model/plural.ts'

const NUMERALS = ['Aucune', 'Une', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept', 'Huit', 'Neuf', 'Dix']

export const board = {
  description: 'Six indicateurs face à leur cible, ce qui a changé et ce qui demande une décision.',
  period: (from: string, to: string) => `Période : du ${from} au ${to}`,
  print: 'Imprimer (2 pages A4)',
  printReport: 'Imprimer',
  monthReport: 'Rapport du mois',
  indicators: 'Indicateurs',
  indicator: 'Indicateur',
  value: 'Valeur',
  target: 'Cible',
  state: 'État',
  change: 'En un mois',
  trend: 'Douze mois et cible',
  detail: 'Détail',
  detailOf: (title: string) => `Détail : ${title}`,
  by: (day: string) => `au ${day}`,
  awaited: (count: number) => `${NUMERALS[count] ?? count} ${count < 2 ? 'décision attendue' : 'décisions attendues'}`,
  overPeriod: 'En un mois',
  others: (count: number) =>
    count === 1 ? 'et une autre, au rapport du mois' : `et ${count} autres, au rapport du mois`,
  nothingDated: 'Rien de daté sur la période.',
  allChanges: 'Tout ce qui a changé, et la comparaison avec le mois précédent',
  governanceLink: 'Activités et preuves',
  quality: 'Qualité des données',
  qualityLink: 'Ce qui manque, et pourquoi',
  read: ({ complete, all }: { complete: string; all: string }) => `${complete} sur ${all} lus en entier`,
  registers: 'Registres',
  registersKept: ({ kept, all }: { kept: number; all: number }) =>
    `${kept} ${plural(kept, 'tenu')} sur ${all} ${plural(all, 'attendu')}`,
  lint: 'Règles',
  collections: 'Collectes',
  unfinished: (count: number) =>
    count === 0 ? 'achevées à leur dernier passage' : `${count} inachevée${count > 1 ? 's' : ''} au dernier passage`,
  targetsRule: 'Règle des états',
  reports: {
    title: 'Rapports',
    description: 'Rapports des mois et des années, prêts à imprimer.',
    lead: 'Chaque rapport est tiré des mêmes données que la page de pilotage ; il s’imprime sur A4. Les chiffres d’un mois passé ne sont donnés que s’ils ont été mesurés, gardés ou relevés.',
    current: 'Mois en cours',
    months: 'Mois',
    years: 'Années',
    period: 'Période',
    result: 'Résultat',
    command: 'En ligne de commande',
  },
}

export const impact = {
  title: 'L’année en chiffres',
  description: 'Services en fonctionnement, réutilisation, versions et contributions, année par année.',
  finding: ({ services, adopters }: { services: string; adopters: string }) =>
    `${services} services tournent sur nos composants, au moins ${adopters} organisations les réutilisent`,
  lead: ({ day }: { day: string }) =>
    `Compté sur ce que tout le monde peut lire, jusqu’au ${day}. Une année qui n’est pas finie s’arrête à ce jour.`,
  year: 'Année',
  until: (day: string) => `jusqu’au ${day}`,
  hidden: 'masqué',
  unknown: 'non connu',
  figures: {
    services: 'Services',
    adopters: 'Réutilisateurs, au moins',
    releases: 'Versions publiées',
    repositories: 'Dépôts créés',
    opened: 'Reçues',
    'opened-outside': 'de l’extérieur',
    merged: 'Fusionnées',
    'merged-outside': 'de l’extérieur',
  },
  note: 'Masqué : chiffre de moins de cinq personnes. Non connu n’est pas zéro.',
  running: 'Services en fonctionnement',
  stock: 'Services et réutilisation',
  stockNote:
    'Services en fonctionnement et organisations déclarées à la fin de l’année, d’après les registres et leurs dates.',
  made: 'Ce qui a été publié',
  madeNote: 'Versions et dépôts, par les jours que donne l’hébergeur.',
  contributions: 'Propositions de code',
  contributionsNote:
    'Propositions de code, robots exclus. « De l’extérieur » exclut les prestataires et les auteurs non connus.',
  costs: 'Coûts approuvés',
  costsNote: 'Montrés parce qu’une instance les a approuvés.',
  kinds: { spent: 'dépensé', saved: 'économisé', avoided: 'évité' },
  cost: { what: 'Objet', kind: 'Nature', amount: 'Montant', method: 'Comment', approved: 'Approuvé par' },
  approved: ({ by, day }: { by: string; day: string }) => `${by}, le ${day}`,
  since: (day: string) => `en service depuis le ${day}`,
  use: ({ count, of, year, source }: { count: string; of: string; year: number; source: string }) =>
    `${count} ${of} en ${year} (${source})`,
  adoptersLink: 'Qui réutilise',
  methodLink: 'Méthode et définitions',
  dataLink: 'Télécharger ces chiffres',
  uses: 'usages',
}
