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
      'Jours ouvrés avant la première réponse d’une autre personne, médiane sur la période dite, propositions venues d’ailleurs que de la collectivité.',
    conformity:
      'Vérifications tenues, sur celles qui ont pu être faites, toutes règles et tous dépôts des organisations du registre, hors archives et copies. Ce qui n’a pas pu être vérifié n’est compté ni pour ni contre.',
    released:
      'Composants dont la dernière version finale a moins de douze mois. Montré à la place d’un chiffre dont les données n’ont pas été lues.',
    moved:
      'Composants à l’état actif, tel qu’il est défini plus bas. Montré à la place d’un chiffre dont les données n’ont pas été lues.',
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
    'Un dépôt qui n’a pas pu être lu n’est pas un dépôt vide. Chaque figure dit combien ont été lus en entier ; un nombre manquant s’écrit « non connu ».',
  words: 'Mots',
  glossary: [
    ['Activité (GGI)', 'Un pas de la Good Governance Initiative, avec ce qui le vérifie.'],
    ['Anomalie ou demande', 'Ce que quelqu’un signale ou souhaite, dans le suivi d’un dépôt (issue).'],
    [
      'Appartenance',
      'Pour qui une personne travaille un jour donné, d’après un registre : la collectivité, un prestataire, quelqu’un d’extérieur, ou non connu.',
    ],
    ['Branche par défaut', 'La suite de changements qui fait foi dans un dépôt.'],
    ['Commit', 'Un changement enregistré dans un dépôt, avec sa date et son auteur.'],
    ['Composant', 'Ce qui se réutilise : une extension, un module, une bibliothèque, un thème, un outil.'],
    ['Composant tiers', 'Un logiciel libre fait ailleurs, dont un composant a besoin.'],
    ['Couverture', 'Le nombre de dépôts lus en entier, sur ceux qu’il fallait lire.'],
    ['Dépôt', 'Le dossier public où vit le code d’un ou de plusieurs composants.'],
    [
      'Extérieur',
      'Ni la collectivité, ni ses prestataires : une autre administration, une entreprise ou un particulier.',
    ],
    ['Facteur d’absence', 'Combien de personnes devraient partir pour que la moitié du travail n’ait plus d’auteur.'],
    ['Fusion', 'L’entrée d’une proposition de code dans la branche par défaut.'],
    ['Jours ouvrés', 'Du lundi au vendredi, hors jours fériés du calendrier choisi.'],
    ['Masqué', 'Un nombre connu et non montré, parce que trop peu de personnes sont derrière. Ce n’est pas zéro.'],
    ['Médiane', 'La valeur du milieu : une moitié des cas est au-dessous, l’autre au-dessus.'],
    ['Neuf sur dix', 'La durée que neuf cas sur dix ne dépassent pas (neuvième décile).'],
    ['Non connu', 'Ce qui n’a pas été lu, ou que rien ne dit. Ce n’est pas zéro.'],
    ['Pack de services', 'Des composants réunis, prêts à essayer.'],
    [
      'Proposition de code',
      'Un changement proposé aux responsables d’un dépôt, qu’ils relisent avant de l’intégrer (pull request).',
    ],
    ['Réutilisateur', 'Une organisation qui se sert d’un composant ou d’un pack, et qui l’a fait savoir.'],
    ['Socle', 'La plateforme sur laquelle les composants reposent, et sa génération.'],
  ],
  unit: 'Unité',
  seen: 'À voir',
  units: {
    'change-requests': 'propositions de code',
    issues: 'anomalies et demandes',
    commits: 'commits',
    releases: 'versions',
    persons: 'personnes',
    organisations: 'organisations',
    repositories: 'dépôts',
    components: 'composants',
    keys: 'textes',
    adopters: 'réutilisateurs',
    bricks: 'composants tiers',
    activities: 'activités',
    outcomes: 'vérifications',
    days: 'jours',
    ratio: 'part, en pour cent',
  },
}
