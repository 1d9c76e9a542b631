import type { Comparison, LatestWords, ResponseWords, Scope, SpanWords } from '../sentences.ts'
import { plural } from './plural.ts'

export const figures = {
  title: 'Propositions de code',
  description:
    'Les propositions de code par mois : combien, de qui, et en combien de temps elles reçoivent une réponse.',
  lead: 'Qui propose du code, combien, et combien de temps met la première réponse. Aucune personne n’est nommée ni comptée seule.',
  figure: (number: number) => `Figure ${number}`,
  ofAll: (number: number, total: number) => `Figure ${number} sur ${total}`,
  page: 'Page de la figure',
  table: 'Tableau',
  showTable: 'Voir le tableau',
  method: 'Méthode',
  asOf: (day: string) => `Données du ${day}`,
  total: 'Total',
  hidden: 'masqué',
  unknown: 'non lu',
  partial: {
    month: 'Dernier mois incomplet au jour des données',
    quarter: 'Dernier trimestre incomplet au jour des données',
  },
  grains: { month: 'par mois', quarter: 'par trimestre' },
  untold: 'un nombre non dit de',
  noNumber: 'Le nombre n’est pas montré : trop peu de personnes derrière lui, ou pas lu',
  incomplete: ({ complete, expected }: { complete: string; expected: string }) =>
    `Incomplet : ${complete} dépôts lus en entier sur ${expected}. Le reste n’est pas compté comme zéro.`,
  hiddenNote: ({ count, floor }: { count: number; floor: number }) =>
    `${count} ${plural(count, 'nombre')} ${plural(count, 'masqué')} : moins de ${floor} personnes, ou pour n’en pas trahir un autre. Sur le dessin, « +? » dit qu’il en manque.`,
  reading: 'Lecture',
  limits: 'Méthode et limites',
  counted: 'Ce qui est compté',
  notSaid: 'Ce que cette figure ne dit pas',
  notToConclude: 'À ne pas en tirer',
  source: 'Source',
  sourceText: 'hébergeur du code, par le registre',
  cite: 'Citer',
  citation: ({ publisher, title, number, day }: { publisher: string; title: string; number: number; day: string }) =>
    `${publisher}, ${title}, figure ${number}, données du ${day}`,
  corrections: 'Erreur',
  download: 'Télécharger',
  noData:
    'Aucune proposition de code n’a été lue : il n’y a rien à montrer, ce qui ne veut pas dire qu’il n’y en a pas.',
  all: 'Les figures',
  sameNumbers: 'Les mêmes nombres que le dessin.',
  period: (from: string, to: string) => `${from} – ${to}`,
  rowMonth: 'Mois',
  rowQuarter: 'Trimestre',
  scaleNote: 'Deux échelles, deux cadres.',
  drawingAlt: 'Le dessin reprend le tableau qui suit.',
}

export const figure = {
  'change-requests': {
    name: 'Propositions de code',
    subtitle: ({ grain, period }: Scope) => `Propositions de code ${grain}, robots exclus, ${period}`,
    series: { opened: 'Ouvertes', merged: 'Intégrées', closed: 'Fermées sans intégration' },
    finding: ({ now, before }: Comparison) =>
      `${now.opened} propositions ouvertes et ${now.merged} intégrées en douze mois${before === undefined ? '' : `, contre ${before.opened} et ${before.merged} les douze mois d’avant`}`,
    reading: ({ from, to, opened, merged, closed }: SpanWords) =>
      `De ${from} à ${to}, ${opened} propositions ont été ouvertes, ${merged} intégrées et ${closed} fermées sans intégration. Une proposition compte au mois de l’événement : celles d’un mois ne sont pas toutes réglées le même mois.`,
    counted: [
      'Les propositions de code (pull requests) des dépôts du registre, au mois où elles sont ouvertes, intégrées ou fermées.',
      'Les robots sont comptés à part et ne sont pas dans cette figure.',
      'Une proposition fermée peut avoir été reprise à la main : fermée ne veut pas dire refusée.',
    ],
    notSaid: [
      'Ni la taille ni l’importance d’une proposition.',
      'Rien des changements faits sans proposition.',
      'Aucune personne n’est nommée.',
    ],
    notToConclude: 'Un classement d’équipes ou de villes.',
  },
  'author-groups': {
    name: 'Qui propose',
    subtitle: ({ grain, period }: Scope) =>
      `Propositions de code ouvertes ${grain}, selon l’appartenance de leur auteur, robots exclus, ${period}`,
    series: {
      inside: 'La collectivité',
      contractor: 'Ses prestataires',
      outside: 'Extérieur',
      unknown: 'Non connu',
      bot: 'Robots',
    },
    finding: ({ now, before }: Comparison) =>
      `${now.outside} propositions sur ${now.opened} viennent de l’extérieur en douze mois${before === undefined ? '' : `, contre ${before.outside} sur ${before.opened} les douze mois d’avant`}`,
    reading: ({ from, to, opened, outside }: SpanWords) =>
      `De ${from} à ${to}, ${opened} propositions ont été ouvertes, dont ${outside} par des personnes de l’extérieur. Les prestataires et les personnes dont l’appartenance n’est pas connue ont leur propre part et ne sont jamais comptés avec l’extérieur.`,
    counted: [
      'Les propositions de code au moment de leur ouverture, selon l’appartenance de leur auteur ce jour-là.',
      'Extérieur : une autre administration, une entreprise ou un particulier, d’après un registre tenu à la main.',
      'Quand trop de mois seraient masqués, la figure compte par trimestre.',
    ],
    notSaid: [
      'Qui a proposé : aucune personne n’est nommée.',
      'Ni la taille ni l’importance d’une proposition.',
      'L’appartenance de ceux que le registre ne connaît pas.',
    ],
    notToConclude: 'Un jugement sur les groupes peu nombreux.',
  },
  'first-response': {
    name: 'Première réponse',
    subtitle: ({ period }: Scope) =>
      `Jours écoulés entre l’ouverture et la première réponse, propositions venues d’ailleurs que de la collectivité, par mois d’ouverture, ${period}`,
    series: {
      median: 'Médiane',
      p90: 'Neuf sur dix',
      opened: 'Ouvertes',
      answered: 'Répondues',
      unanswered: 'Sans réponse',
      unsettled: 'Non connu',
    },
    finding: ({ month, value, yearAgo }: LatestWords) =>
      `En ${month}, la moitié des réponses est arrivée en moins de ${value}${yearAgo === undefined ? '' : ` ; un an plus tôt, en moins de ${yearAgo}`}`,
    reading: ({ month, value, p90 }: ResponseWords) =>
      `En ${month}, la moitié des premières réponses est arrivée en moins de ${value}${p90 === undefined ? '' : `, neuf sur dix en moins de ${p90}`}. Le délai est en temps écoulé, nuits et jours chômés compris ; les propositions encore sans réponse ont leur colonne et ne raccourcissent pas la médiane.`,
    counted: [
      'Le temps entre l’ouverture d’une proposition et la première relecture ou le premier commentaire d’une autre personne.',
      'Les propositions de personnes qui ne travaillent pas pour la collectivité, au mois de leur ouverture.',
      'Médiane : la moitié des réponses arrive plus vite. Neuf sur dix : neuf réponses sur dix arrivent plus vite.',
    ],
    notSaid: [
      'Si la réponse était utile.',
      'Le délai jusqu’à la décision.',
      'Rien qui se rapporte à un agent : sous cinq personnes, le mois est masqué.',
    ],
    notToConclude: 'Un objectif, une promesse ou une tendance sur deux mois.',
  },
}

export const duration = { hours: (value: string) => `${value} h`, days: (value: string) => `${value} jours` }

export const method = {
  title: 'Méthode et définitions',
  description: 'Ce que chaque mot et chaque nombre du registre veulent dire, et leurs limites.',
  lead: 'Chaque nombre du registre vient d’un fichier que vous pouvez télécharger. Voici ce qu’il compte, et ce qu’il ne compte pas.',
  figures: 'Figures',
  facts: 'Chiffres de l’accueil',
  factDefinitions: {
    components:
      'Composants au registre. Un composant est ce qu’un fichier de construction déclare ; un dépôt peut en tenir plusieurs. La courbe range les composants d’aujourd’hui par mois de création de leur dépôt : ceux qui ont disparu n’y sont pas.',
    'change-requests-outside':
      'Propositions de code ouvertes par des personnes d’une autre administration, d’une entreprise ou sans attache, sur la période dite. Prestataires et appartenances non connues n’y sont pas.',
    'first-response-median':
      'Temps écoulé avant la première réponse d’une autre personne, médiane sur la période dite, propositions venues d’ailleurs que de la collectivité.',
    conformity:
      'Vérifications tenues, sur celles qui ont pu être faites, toutes règles et tous composants des organisations du registre. Ce qui n’a pas pu être vérifié n’est compté ni pour ni contre.',
  },
  states: 'États d’un composant',
  statesNote: 'D’après la dernière modification ou la dernière version, la plus récente des deux.',
  ruleStates: 'États d’une règle',
  ruleStatesText: {
    held: 'La règle a été vérifiée et rien ne s’y oppose.',
    'to-correct': 'La règle a été vérifiée et au moins un endroit est à corriger.',
    'dated-exception': 'La règle n’est pas tenue, ce qui est admis jusqu’à un jour écrit.',
    'not-checked': 'Ce qu’il fallait lire n’a pas été lu. Jamais compté comme tenu.',
  },
  privacy: 'Petits groupes',
  privacyText: (floor: number) =>
    `Un nombre derrière lequel il y a moins de ${floor} personnes est masqué, et un autre avec lui si le total le trahissait. Masqué ne veut pas dire zéro.`,
  unknown: 'Ce qui n’est pas connu',
  unknownText:
    'Un dépôt qui n’a pas pu être lu n’est pas un dépôt vide. Chaque figure dit combien ont été lus en entier ; un nombre manquant s’écrit « non lu ».',
  words: 'Mots',
  glossary: [
    ['Composant', 'Ce qui se réutilise : une extension, un module, une bibliothèque, un thème, un outil.'],
    ['Pack de services', 'Un assemblage de composants prêt à essayer.'],
    [
      'Proposition de code',
      'Un changement proposé aux responsables d’un dépôt, qu’ils relisent avant de l’intégrer (pull request).',
    ],
    ['Socle', 'La plateforme sur laquelle les composants reposent, et sa génération.'],
    ['Dépôt', 'Le dossier public où vit le code d’un ou de plusieurs composants.'],
  ],
}
