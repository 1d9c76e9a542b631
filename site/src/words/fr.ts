import type { Comparison, LatestWords, ResponseWords, Scope, SpanWords } from './sentences.ts'

const plural = (count: number, one: string, many = `${one}s`) => (count < 2 ? one : many)

export const fr = {
  languageName: 'Français',
  colon: ' : ',

  frame: {
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
    coverage: 'couverture',
    internalOnly: 'interne, ne pas diffuser',
    demo: 'Démonstration : cette ville, ses composants et ses chiffres sont inventés et n’existent nulle part.',
  },

  chapter: {
    catalogue: 'Composants',
    figures: 'Chiffres',
    guide: 'Contribuer',
    understand: 'Comprendre',
  },

  place: {
    home: 'Accueil',
    catalogue: 'Composants',
    figures: 'Chiffres',
    method: 'Méthode et définitions',
    guide: 'Contribuer',
    understand: 'Comprendre',
    'open-data': 'Données ouvertes',
    accessibility: 'Accessibilité',
    legal: 'Mentions légales',
    privacy: 'Données personnelles',
    'eco-design': 'Écoconception',
    'site-map': 'Plan du site',
  },

  colophon: {
    title: 'Achevé d’imprimer',
    made: ({ builtOn, asOf }: { builtOn: string | undefined; asOf: string }) =>
      builtOn === undefined
        ? `Page tirée des données du ${asOf}.`
        : `Page construite le ${builtOn} à partir des données du ${asOf}.`,
    weight: (weight: string) => `Elle pèse ${weight}, ne dépose aucun cookie et n’appelle aucun tiers.`,
    license: (license: string) => `Données : ${license}.`,
    source: (license: string) => `Code du site : ${license}.`,
    internal: 'Exemplaire interne : il ne se copie ni ne se publie.',
    report: 'Signaler une erreur sur cette page',
    reportSubject: (page: string) => `Erreur sur la page ${page}`,
    accessibility: (state: string) => `Accessibilité : ${state}`,
    feed: 'Flux des versions (Atom)',
    siteLinks: 'Le site',
  },

  accessibilityState: {
    none: 'non conforme',
    partial: 'partiellement conforme',
    full: 'totalement conforme',
  },

  home: {
    title: 'Accueil',
    description: (publisher: string) => `Le registre du code ouvert : ${publisher}.`,
    purpose:
      'Le code de nos services numériques est public, pour que chacun puisse le vérifier, le réutiliser et l’améliorer.',
    search: 'Trouver un composant',
    searchPlaceholder: 'Un besoin, un nom, un mot',
    searchButton: 'Chercher',
    frequent: 'Demandes fréquentes :',
    factsTitle: (asOf: string) => `État du registre au ${asOf}`,
    method: 'Méthode',
    days: 'j',
    hours: 'h',
    unknown: 'non connu',
    hidden: 'masqué',
    facts: {
      components: {
        what: (count: number) => `${plural(count, 'composant')} au registre`,
        detail: ({ repositories, organisations }: { repositories: string; organisations: string }) =>
          `${repositories} dépôts, ${organisations}`,
      },
      'change-requests-outside': {
        what: (count: number) => `${plural(count, 'proposition')} de code venues de l’extérieur`,
        detail: ({ period }: { period: string }) => period,
      },
      'first-response-median': {
        what: () => 'pour une première réponse (médiane)',
        detail: ({ period, sample }: { period: string; sample: string | undefined }) =>
          sample === undefined ? period : `${period}, sur ${sample} propositions`,
      },
      conformity: {
        what: () => 'des règles vérifiées sont tenues',
        detail: ({ sample }: { sample: string }) => `sur ${sample} vérifications`,
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
    doorPacks: (count: string) => `Packs de services : ${count}`,
    doorRules: (count: string) => `${count} règles, chacune avec sa raison`,
    doorCheck: 'Vérifier sa proposition avant de l’envoyer',
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
  },

  freshness: {
    fresh: 'Fraîcheur',
    freshValue: (day: string) => `données du ${day}`,
    coverage: 'Couverture',
    coverageValue: ({ complete, expected }: { complete: string; expected: string }) =>
      `${complete} dépôts sur ${expected}`,
    missing: 'Manquent',
    missingValue: (count: number) =>
      `${count} ${plural(count, 'dépôt')} ${plural(count, 'lu')} en partie ou pas du tout`,
    nothingMissing: 'rien à ce jour',
    which: 'lesquels et pourquoi',
  },

  catalogue: {
    title: 'Composants',
    description: 'Tous les composants du registre, avec leur état, leur licence et leur dernière version.',
    lead: 'Tout ce que le registre connaît : packs de services, extensions, modules, bibliothèques, thèmes et outils, avec leur état réel.',
    pageTitle: (page: number) => `Composants, page ${page}`,
    searchLabel: 'Chercher dans la liste',
    searchPlaceholder: 'Nom ou mot',
    searchButton: 'OK',
    filters: 'Filtres',
    noScript: 'Les filtres demandent un script. Sans lui, la liste complète est ici, page par page.',
    count: (count: number) => `${count} ${plural(count, 'composant')}`,
    noun: (count: number) => plural(count, 'composant'),
    of: 'sur',
    sortBy: 'Trier par :',
    sorts: { name: 'nom', release: 'dernière version', state: 'état' },
    columns: {
      name: 'Composant et usage',
      kind: 'Type',
      state: 'État',
      line: 'Socle',
      license: 'Licence',
      version: 'Dernière version',
    },
    noDescription: 'Sans description',
    versionLabel: 'Version',
    lineLabel: 'Socle',
    noVersion: 'aucune lue',
    notReleased: 'non publiée',
    clear: 'Tout effacer',
    wordGroup: 'Mot',
    empty: 'Aucun composant ne répond à tous ces filtres.',
    emptyHint: 'Retirez-en un, ou effacez tout.',
    range: ({ from, to, total }: { from: string; to: string; total: string }) => `${from} à ${to} sur ${total}`,
    exportAll: 'Exporter :',
    exportSelection: 'Exporter cette sélection :',
    pages: 'Pages',
    previous: 'Précédente',
    next: 'Suivante',
    goTo: (page: number) => `Page ${page}`,
    facets: {
      kind: 'Type',
      state: 'État',
      line: 'Version du socle',
      license: 'Licence',
      owner: 'Publié par',
      releaseAge: 'Dernière version',
    },
    key: 'Légende',
  },

  kind: {
    core: 'Socle',
    plugin: 'Extension',
    module: 'Module',
    library: 'Bibliothèque',
    site: 'Site',
    pack: 'Pack de services',
    theme: 'Thème',
    tool: 'Outil',
    other: 'Autre',
  },

  line: { v8: 'Génération 8', v7: 'Génération 7', '': 'Non connue' },
  lineShort: { v8: '8', v7: '7' },

  state: { active: 'Actif', quiet: 'Calme', dormant: 'Dormant', archived: 'Archivé', unknown: 'Non connu' },
  stateMeaning: {
    below: (months: number) => `une activité il y a moins de ${months} mois`,
    beyond: 'aucune activité depuis plus longtemps',
    archived: 'fermé par ses propriétaires',
    unknown: 'ses dates n’ont pas été lues',
  },

  releaseAge: {
    'under-6': 'Moins de 6 mois',
    'under-12': 'De 6 à 12 mois',
    'under-24': 'De 1 à 2 ans',
    older: 'Plus de 2 ans',
    none: 'Aucune lue',
  },
  noLicense: 'Non déclarée',

  component: {
    description: (name: string) => `Fiche du composant ${name} : état, version, licence, règles et activité.`,
    noDescription: 'Ses propriétaires n’ont pas écrit de description.',
    archived: 'Ce composant est archivé : ses propriétaires n’y acceptent plus de changement.',
    fork: 'Ce dépôt a été commencé comme une copie d’un autre.',
    outside: 'Publié par une autre organisation que celles de ce registre.',
    facts: {
      version: 'Version',
      line: 'Socle',
      license: 'Licence',
      owner: 'Publié par',
      repository: 'Dépôt',
      site: 'Site',
      issues: 'Tickets',
      changeRequests: 'Propositions',
      activity: 'Dernière activité',
      created: 'Créé le',
      coordinates: 'Coordonnées',
      topics: 'Sujets',
    },
    versionIn: 'dans le fichier de construction',
    noRelease: 'aucune version publiée n’a été lue',
    licenseInFile: 'selon son fichier',
    licenseOnHost: 'selon l’hébergeur',
    noLicense: 'ni par un fichier ni par l’hébergeur',
    lineUnknown: 'non connu',
    openIssues: (count: string) => `${count} ouverts, au même endroit`,
    openChangeRequests: ({ open, merged }: { open: string; merged: string }) => `${open} ouvertes, ${merged} intégrées`,
    notRead: 'non lus',
    notReadOne: 'non lu',
    notReadFeminine: 'non lues',
    rules: 'Règles',
    rulesNote: ({ day, revision }: { day: string; revision: string | undefined }) =>
      revision === undefined ? `Vérifiées le ${day}.` : `Vérifiées le ${day} à la révision`,
    rulesCount: (count: number) => `${count} ${plural(count, 'règle')}`,
    rulesSummary: ({ held, toCorrect, exceptions, notChecked }: Record<string, number>) =>
      [
        `${held} ${plural(held ?? 0, 'tenue')}`,
        `${toCorrect} à corriger`,
        `${exceptions} ${plural(exceptions ?? 0, 'exception')} ${plural(exceptions ?? 0, 'datée')}`,
        `${notChecked} non ${plural(notChecked ?? 0, 'vérifiée')}`,
      ].join(', '),
    notJudged: 'Les règles n’ont pas été vérifiées sur ce composant : cela ne vaut ni réussite ni échec.',
    judgedElsewhere: 'D’une autre organisation, le registre dit seulement que les règles sont tenues.',
    foundCount: (count: number) => `${count} ${plural(count, 'constat')}`,
    more: (count: number) => `et ${count} de plus`,
    lineNumber: (line: number) => `ligne ${line}`,
    until: (day: string) => `jusqu’au ${day}`,
    notCheckedReason: 'Ce qu’il fallait lire n’a pas été lu. Cela ne vaut ni réussite ni échec.',
    howToFix: 'Raison et correction',
    heldFold: (count: number) => `${count === 1 ? 'La règle tenue' : `Les ${count} règles tenues`}`,
    activityCaption: (name: string) => `Activité de ${name}`,
    activityFinding: ({ last, before }: { last: number; before: number }) =>
      `${last} ${plural(last, 'modification')} en douze mois, contre ${before} les douze mois d’avant`,
    activityUnknown: 'L’activité de ce composant n’a pas été lue en entier',
    activitySubtitle: (period: string) =>
      `Modifications de la branche principale par mois, robots et outils de version exclus, ${period}`,
    activityReading: 'Le nombre de modifications dit le rythme du travail, ni sa taille ni sa valeur.',
    activityUnknownReading: 'Les mois sans nombre ne sont pas connus : ils ne valent pas zéro.',
    commits: 'Modifications',
    contribute: (name: string) => `Contribuer à ${name}`,
    contributeText: 'La forme se vérifie avant l’envoi ; l’utilité pour d’autres se discute ensuite.',
    contributeFix: (code: string) => `Corriger ${code}`,
    contributeIssue: 'Signaler un défaut',
    contributeChange: 'Proposer du code',
    contributeGuide: 'Lire les règles et leurs raisons',
    contributeArchived: 'Le composant est archivé : proposez plutôt vos changements à son successeur, s’il en a un.',
    neighbours: 'Dans le même dépôt',
    provenance: 'Provenance',
    provenanceText: ({ day }: { day: string }) => `hébergeur du code et fichiers du dépôt, lus le ${day}`,
    provenancePartial: 'lu en partie',
    provenanceMissing: 'fichiers non lus',
    correct: 'Corriger cette fiche',
  },

  ruleState: {
    held: 'Tenue',
    'to-correct': 'À corriger',
    'dated-exception': 'Exception datée',
    'not-checked': 'Non vérifiée',
  },

  figures: {
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
  },

  figure: {
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
  },

  duration: { hours: (value: string) => `${value} h`, days: (value: string) => `${value} jours` },

  guide: {
    title: 'Contribuer',
    heading: 'Des règles, et la raison de chacune',
    description: 'Le guide du contributeur : les règles que le vérificateur applique, pourquoi, et comment les tenir.',
    lead: 'Ces pages sortent des mêmes fichiers que le vérificateur : ce qui est écrit ici est ce qui est vérifié. Tenir les règles est nécessaire, pas suffisant : la forme est vérifiée avant l’examen, l’utilité pour d’autres se discute.',
    check: 'Vérifier avant de proposer',
    checkText: 'Dans votre copie de travail :',
    checkAfter: 'La commande nomme le fichier, la ligne, la raison et la correction.',
    families: 'Familles de règles',
    ruleCount: (count: number) => `${count} ${plural(count, 'règle')}`,
    packOf: (pack: string) => `Ensemble de règles : ${pack}`,
    policy: 'Texte de référence',
    columns: { code: 'Code', rule: 'Règle', share: 'Répartition', held: 'Tenue, %', judged: 'Vérifiée sur' },
    noRules: 'Aucun ensemble de règles n’est installé.',
    notMeasured: 'non mesurée',
  },

  rule: {
    description: (code: string, title: string) =>
      `${code} : ${title}. Pourquoi, exemples, correction et tenue mesurée.`,
    severity: { error: 'Erreur', warning: 'Avertissement', info: 'Indication' },
    effort: { minutes: 'Quelques minutes', hours: 'Quelques heures', days: 'Quelques jours' },
    effortLabel: 'Effort',
    why: 'Pourquoi',
    examples: 'Exemples',
    bad: 'À éviter',
    good: 'Attendu',
    fix: 'Corriger',
    measured: 'Tenue mesurée',
    references: 'Références',
    onPage: 'Sur cette page',
    sameSource: 'Page écrite par le même fichier que le vérificateur. Dans un terminal :',
    measuredNote: (day: string) => `Dépôts des organisations du registre, au ${day}.`,
    finding: ({ held, judged }: { held: string; judged: string }) =>
      `${held} dépôts sur ${judged} tiennent cette règle`,
    noneJudged: 'Cette règle n’a pu être vérifiée sur aucun dépôt',
    notMeasured: 'La tenue de cette règle n’est pas mesurée, ou n’est pas publiée.',
    measuredSubtitle:
      'Nombre de dépôts, par type et par résultat ; le taux porte sur ceux où la règle a pu être vérifiée',
    columns: {
      kind: 'Type',
      share: 'Répartition',
      held: 'Tenue',
      toCorrect: 'À corriger',
      exception: 'Exceptions',
      notChecked: 'Non vérifiées',
      rate: 'Taux',
    },
    all: 'Ensemble',
    neverHeld: 'Non vérifiée (jamais comptée comme tenue)',
    applies: 'Concerne',
    appliesAll: 'Tous les composants',
    previous: 'Règle précédente',
    next: 'Règle suivante',
    noReferences: 'Aucune référence extérieure.',
  },

  method: {
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
  },

  understand: {
    title: 'Comprendre',
    heading: 'D’où vient ce registre',
    description: 'Pourquoi ce registre, d’où viennent ses données, ce qui manque et comment le corriger.',
    lead: 'Le registre se construit seul, à partir des dépôts publics : on lit, on vérifie, on compte, on publie. Rien n’y est écrit à la main, hors ce qui le dit.',
    pages: 'Pages',
    pageNotes: {
      method: 'Ce que chaque mot et chaque nombre veulent dire.',
      'open-data': 'Le fichier entier, et ses tableaux.',
      accessibility: 'Ce qui est vérifié, ce qui ne l’est pas.',
      'eco-design': 'Le poids des pages et les choix faits.',
      privacy: 'Ce qui est gardé, et ce qui ne l’est pas.',
      legal: 'Qui publie, qui héberge.',
      'site-map': 'Toutes les pages.',
    },
    quality: 'Qualité des données',
    qualityNote: 'Ce qui a été lu, et ce qui manque.',
    columns: {
      what: 'Objet',
      complete: 'Lus en entier',
      partial: 'En partie',
      missing: 'Non lus',
      share: 'Part',
      newest: 'Au',
    },
    subjects: {
      changeRequests: 'Propositions de code',
      issues: 'Tickets',
      commits: 'Modifications',
      trees: 'Fichiers',
    },
    repositories: 'Dépôts du registre, par objet lu',
    gaps: 'Ce qui manque, et pourquoi',
    gapColumns: { what: 'Objet', reason: 'Raison', subjects: 'Dépôts' },
    noGaps: 'Aucun manque n’est connu.',
    runs: 'Dernières lectures',
    runColumns: { collector: 'Lecture', status: 'Résultat', ended: 'Finie le', complete: 'Dernière complète' },
    noRuns: 'Aucune lecture n’est enregistrée.',
    packs: 'Règles appliquées',
    packLine: ({ pack, day }: { pack: string; day: string }) => `${pack}, vérifiées le ${day}`,
  },

  failure: {
    network: 'réseau',
    timeout: 'délai dépassé',
    'rate-limit': 'limite d’appels atteinte',
    'resource-limit': 'trop lourd pour l’hébergeur',
    unauthorized: 'accès non reconnu',
    forbidden: 'droit manquant',
    'not-found': 'introuvable',
    gone: 'disparu',
    'invalid-answer': 'réponse illisible',
    'too-large': 'trop gros',
    'need-absent': 'moyen absent',
    interrupted: 'interrompu',
  },

  runStatus: { running: 'en cours', complete: 'complète', partial: 'partielle', skipped: 'passée', failed: 'échouée' },

  openData: {
    title: 'Données ouvertes',
    description: 'Le fichier de données du registre, ses tableaux, leurs champs et leurs téléchargements.',
    lead: 'Ce site est tiré d’un seul fichier. Le voici : tout ce que vous lisez ici peut être recompté.',
    leadInternal: 'Cet exemplaire interne ne se publie pas : seuls les tableaux des figures sont à télécharger ici.',
    files: 'Fichiers',
    fileColumns: { file: 'Fichier', what: 'Contenu', size: 'Taille' },
    whole: 'Le registre entier, base SQLite',
    components: 'Les composants',
    catalogueIndex: 'Les composants',
    figureFile: (name: string) => name,
    rules: 'La tenue des règles',
    license: 'Licence des données',
    licenseMissing: 'La licence des données n’est pas encore dite par la collectivité : demandez avant de réutiliser.',
    tables: 'Tableaux de la base',
    tablesNote: 'Les notes de champ sont celles que le fichier porte lui-même, en anglais.',
    rows: (count: string) => `${count} lignes`,
    columns: { name: 'Champ', type: 'Type', note: 'Note' },
    empty: 'Ce tableau est vide dans ce fichier.',
  },

  accessibility: {
    title: 'Accessibilité',
    heading: (state: string) => `Accessibilité : ${state}`,
    description: 'Déclaration d’accessibilité du site.',
    statement: (publisher: string) =>
      `${publisher} s’engage à rendre ce site accessible, selon l’article 47 de la loi n° 2005-102 du 11 février 2005. Cette déclaration s’applique au présent site.`,
    state: 'État de conformité',
    noAudit:
      'Ce site est non conforme au référentiel général d’amélioration de l’accessibilité (RGAA) : aucun audit n’a été fait. Des essais par outil ne remplacent pas un audit et ne changent pas cet état.',
    audited: ({ state, auditor, day, rate }: { state: string; auditor: string; day: string; rate: string }) =>
      `Ce site est ${state} au référentiel général d’amélioration de l’accessibilité (RGAA). Audit du ${day} par ${auditor} : ${rate} des critères tenus.`,
    sample: 'Pages de l’échantillon',
    tested: 'Ce qui est essayé à chaque version',
    testedItems: [
      'Chaque modèle de page passe un contrôle automatique, dans les deux langues, en clair et en sombre, sur petit et grand écran.',
      'Le site se lit sans script : textes, tableaux, téléchargements et liste des composants.',
      'Chaque dessin a son titre, sa phrase de lecture et son tableau.',
      'Aucun état n’est dit par la couleur seule : forme, mot et couleur vont ensemble.',
    ],
    notTested: 'Ce qui n’est pas vérifié',
    notTestedItems: [
      'Aucun essai par des personnes qui utilisent un lecteur d’écran n’est enregistré.',
      'Les 106 critères du référentiel n’ont pas été passés à la main.',
      'Les descriptions écrites par les propriétaires des dépôts restent dans leur langue d’origine.',
    ],
    contact: 'Signaler une difficulté',
    contactText: (mail: string) =>
      `Si vous ne pouvez pas lire une page, écrivez à ${mail} : une autre forme vous sera proposée.`,
    noContact: 'L’adresse de contact n’est pas encore donnée par la collectivité.',
    remedy: 'Voies de recours',
    remedyText:
      'Si vous avez signalé une difficulté et n’avez pas eu de réponse satisfaisante, vous pouvez écrire au Défenseur des droits, saisir son délégué près de chez vous, ou lui envoyer un courrier gratuit (Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07).',
  },

  legal: {
    title: 'Mentions légales',
    description: 'Qui publie et qui héberge ce site.',
    keys: {
      publisher: 'Éditeur',
      'publication-director': 'Direction de la publication',
      host: 'Hébergeur',
      'data-license': 'Licence des données',
      'source-code': 'Code du site',
      'data-protection': 'Délégué à la protection des données',
      'server-logs': 'Journaux du serveur',
    },
    missing: 'Non renseigné par la collectivité.',
    contact: 'Contact',
    note: 'Cette page dit ce que la collectivité a renseigné, et rien d’autre.',
  },

  privacy: {
    title: 'Données personnelles',
    description: 'Ce que le site garde et ne garde pas.',
    visitors: 'Vous qui lisez',
    visitorsItems: [
      'Ce site ne dépose aucun cookie et ne mesure pas votre visite.',
      'Il n’appelle aucun autre serveur que celui qui l’héberge.',
      'Votre choix de couleurs reste dans votre navigateur et ne part nulle part.',
    ],
    logs: 'Journaux du serveur',
    contributors: 'Vous qui contribuez',
    contributorsItems: (floor: number) => [
      'Aucun nom, aucun identifiant, aucune adresse de personne n’est publié.',
      `Les comptes derrière lesquels il y a moins de ${floor} personnes sont masqués.`,
      'Les titres et les textes des propositions ne sont pas publiés.',
    ],
    rights: 'Vos droits',
    rightsText:
      'Vous pouvez demander ce qui est gardé à votre sujet, et son effacement, au délégué à la protection des données ci-dessous, et saisir la CNIL.',
  },

  ecoDesign: {
    title: 'Écoconception',
    description: 'Le poids des pages et les choix faits pour le tenir bas.',
    lead: 'Chaque page dit son poids dans son pied. Voici les plafonds que la construction du site se donne, et ce qui les tient.',
    budgets: 'Plafonds',
    budgetColumns: { what: 'Page', limit: 'Première vue, compressée' },
    budgetRows: [
      ['Page de texte ou fiche', 120],
      ['Page de figures', 220],
    ],
    choices: 'Choix',
    choiceItems: [
      'Des pages écrites d’avance : aucun serveur ne calcule quand vous lisez.',
      'Une seule police, réduite aux caractères latins ; le reste emploie celles de votre appareil.',
      'Aucune image lourde, aucune vidéo, aucun service extérieur.',
      'Les dessins ne se chargent que lorsqu’ils arrivent à l’écran.',
    ],
    notAudited:
      'Aucune évaluation selon le référentiel général d’écoconception de services numériques (RGESN) n’est enregistrée.',
  },

  siteMap: {
    title: 'Plan du site',
    description: 'Toutes les pages du site.',
  },

  notFound: {
    title: 'Page introuvable',
    text: 'Cette page n’existe pas, ou n’existe plus. Le composant a peut-être changé de nom.',
    search: 'Chercher un composant',
    home: 'Retour à l’accueil',
  },

  choice: {
    text: 'Continuer en français',
  },

  legalContact: 'Écrire à',
}
