import { frenchPlural as plural } from '#data/model/plural.ts'

const SEVERITIES: Readonly<Record<string, string>> = { error: 'Erreur', warning: 'Avertissement', info: 'Conseil' }
const SOURCES: Readonly<Record<string, string>> = {
  file: 'fichier de licence',
  header: 'en-têtes',
  manifest: 'fichier de construction',
  parent: 'parent de construction',
  publiccode: 'publiccode.yml',
  host: 'hébergeur',
  register: 'registre des composants',
}
const LINES: Readonly<Record<string, string>> = { v7: 'Version 7', v8: 'Version 8' }

export const compliance = {
  description: 'Toute la flotte devant les règles : règles, dépôts, exceptions, licences.',
  finding: ({ clean, all }: { clean: number; all: number }) =>
    all === 0
      ? 'Aucun dépôt n’a encore été vérifié'
      : `${clean} ${plural(clean, 'dépôt')} sur ${all} sans erreur de règle`,
  lead: (day: string) =>
    `Données du ${day}. Ce qui n’a pas pu être vérifié a sa propre colonne et n’est compté ni pour ni contre.`,
  unchecked: (count: number) =>
    count === 0
      ? ''
      : `${count} ${plural(count, 'dépôt', 'dépôts')} sans erreur connue, dont une règle de cette gravité n’a pas pu être vérifiée, ${plural(count, 'n’est pas compté', 'ne sont pas comptés')} parmi les dépôts sans erreur.`,
  uncounted: (count: number) =>
    count === 0
      ? ''
      : `Archives et copies ne sont comptées dans aucun total : ${count} ${plural(count, 'dépôt vérifié', 'dépôts vérifiés')} en plus.`,
  groups: 'Par version et par organisation',
  groupsNote:
    'Un dépôt est sans erreur quand toutes les règles de gravité « erreur » ont été vérifiées et qu’aucune n’est à corriger : c’est le compte du tableau de pilotage.',
  byLine: 'Par version du socle',
  byOwner: 'Par organisation',
  line: (line: string | null) => (line === null ? 'Sans version du socle' : (LINES[line] ?? line)),
  groupHeads: [
    { name: 'Groupe' },
    { name: 'Dépôts', isNumber: true },
    { name: 'Sans erreur', isNumber: true },
    { name: 'À corriger', isNumber: true },
    { name: 'Exceptions', isNumber: true },
    { name: 'Non vérifiées', isNumber: true },
    { name: 'Tenues', isNumber: true },
  ],
  waivers: 'Exceptions datées',
  waiversNote: 'La première à finir d’abord.',
  noWaivers: 'Aucune exception n’est en cours.',
  waiverHeads: [{ name: 'Règle' }, { name: 'Jusqu’au' }, { name: 'Dépôts', isNumber: true }],
  rules: 'Règles par dépôts en écart',
  rulesNote: (broken: number, all: number) =>
    `${broken} sur ${all} en écart quelque part, ou sans avoir pu être vérifiées partout.`,
  ruleHeads: [
    { name: 'Règle' },
    { name: 'Gravité' },
    { name: 'À corriger', isNumber: true },
    { name: 'Exceptions', isNumber: true },
    { name: 'Non vérifiées', isNumber: true },
    { name: 'Tenues', isNumber: true },
    { name: 'Part tenue', isNumber: true },
  ],
  severity: (severity: string) => SEVERITIES[severity] ?? severity,
  repositories: 'Dépôts par règles en écart',
  repositoriesNote: (failing: number, all: number) =>
    `${failing} sur ${all} avec une règle à corriger ou non vérifiée.`,
  repositoryHeads: [
    { name: 'Dépôt' },
    { name: 'Version' },
    { name: 'Erreurs', isNumber: true },
    { name: 'Avertissements', isNumber: true },
    { name: 'Conseils', isNumber: true },
    { name: 'Exceptions', isNumber: true },
    { name: 'Non vérifiées', isNumber: true },
  ],
  licenses: 'Licences',
  licensesNote:
    'Où le mot, l’en-tête et le fichier diffèrent, les trois sont montrés ; aucun n’est dit le bon, aucune compatibilité n’est annoncée.',
  licenseCounts: 'Composants par licence reconnue',
  countHeads: [{ name: 'Licence' }, { name: 'Composants', isNumber: true }],
  disagreeing: (count: number) => `${count} ${plural(count, 'composant')} dont les sources diffèrent`,
  noDisagreement: 'Aucune contradiction entre les sources lues.',
  licenseHeads: [
    { name: 'Composant' },
    { name: 'Dit en un mot' },
    { name: 'En-têtes des sources' },
    { name: 'Fichier de licence' },
  ],
  unrecognised: 'texte non reconnu',
  source: (source: string) => SOURCES[source] ?? source,
  months: 'Au fil des mois',
  monthsNote: 'Après la dernière vérification enregistrée de chaque mois.',
  noMonths: 'Aucune vérification n’a été enregistrée.',
  monthHeads: [
    { name: 'Mois' },
    { name: 'Dépôts', isNumber: true },
    { name: 'Sans erreur', isNumber: true },
    { name: 'Tenues', isNumber: true },
    { name: 'À corriger', isNumber: true },
    { name: 'Non vérifiées', isNumber: true },
  ],
}

export const practices = {
  description: 'Bonnes pratiques de qualité et de sécurité, avec les seuils.',
  finding: ({ established, all }: { established: number; all: number }) =>
    all === 0
      ? 'Aucune pratique n’a encore été vérifiée'
      : `${established} ${plural(established, 'bonne pratique établie', 'bonnes pratiques établies')} sur ${all}`,
  lead: (day: string) =>
    `Données du ${day}, sur les dépôts où la pratique a un sens. La part se compte sur ceux qui ont pu être vérifiés.`,
  practices: 'Pratiques',
  thresholds: ({ established, advancing }: { established: string; advancing: string }) =>
    `Établie à partir de ${established} des dépôts vérifiés, en progrès à partir de ${advancing}, en retrait au-dessous.`,
  heads: [
    { name: 'Pratique' },
    { name: 'État' },
    { name: 'Part', isNumber: true },
    { name: 'Tenue', isNumber: true },
    { name: 'À corriger', isNumber: true },
    { name: 'Exceptions', isNumber: true },
    { name: 'Non vérifiée', isNumber: true },
  ],
  standing: {
    established: 'Établie',
    advancing: 'En progrès',
    behind: 'En retrait',
    'not-applicable': 'Sans objet',
    unknown: 'Inconnue',
  },
  names: {
    license: 'Licence présente et reconnue',
    readme: 'Fichier README',
    contributing: 'Guide de contribution',
    changes: 'Journal des changements',
    tests: 'Tests',
    checks: 'Contrôles automatiques',
    updates: 'Mises à jour proposées par un outil',
    'security-policy': 'Politique de sécurité',
    secrets: 'Aucun secret dans les fichiers',
    alerts: 'Alertes de vulnérabilité actives',
    review: 'Relecture exigée avant l’intégration',
    protection: 'Branche principale protégée',
    reviewers: 'Relecteurs désignés (CODEOWNERS)',
    reuse: 'Licence et droits de chaque fichier (REUSE)',
    spdx: 'En-têtes de licence (SPDX)',
    publiccode: 'Fiche publiccode.yml',
    'bill-of-materials': 'Nomenclature des composants (SBOM)',
    advisories: 'Avis de sécurité ouverts et clos',
  },
  unlooked: 'Ce qui n’est pas regardé',
  unlookedText:
    'Aucune règle ne cherche de nomenclature SBOM, et les avis de sécurité ouverts ou clos ne sont pas collectés : leur état est inconnu, ce qui n’est pas zéro.',
}

export const inventory = {
  description: 'Composants tiers en usage : version, licence, entretien, emplois, plan B.',
  finding: ({ planned, asked }: { planned: number | null; asked: number }) => {
    if (asked === 0) return 'Aucun composant tiers n’appelle de plan B'
    const those = `${asked} ${plural(asked, 'composant tiers qui en appelle un', 'composants tiers qui en appellent un')}`
    if (planned === null) return `Plans B non connus pour ${those} : aucun registre n’est tenu`
    return `${planned} ${plural(planned, 'plan B écrit', 'plans B écrits')} pour ${those}`
  },
  lead: (day: string) =>
    `Données du ${day}. Un plan B est attendu de ce qui est livré ou tourne avec les composants. Les licences sont celles qui ont été lues : une indication, pas un avis.`,
  file: 'Le tout en CSV',
  none: 'Aucun composant tiers n’est connu : ni fichier de construction lu, ni registre.',
  groups: {
    overdue: 'Plan B à revoir',
    'in-service': 'En service, sans plan B',
    ships: 'Livrés avec les composants, sans plan B',
    unknown: 'En service ou livrés, plan B non connu',
    planned: 'Plan B à jour',
    'none-needed': 'Outils de construction et options',
  },
  groupNotes: {
    overdue: 'Le jour de leur relecture est passé.',
    'in-service': 'Le registre dit où ils servent ; personne n’a écrit ce qu’on ferait sans eux.',
    ships: 'Les plus employés d’abord.',
    unknown:
      'Aucun registre des plans B n’est tenu (registers.fallbacks) : ce qui n’est pas connu n’est pas un manque.',
    planned: 'Ce qu’on ferait est écrit, et sa relecture est à venir.',
    'none-needed': 'Ils ne partent pas en service : aucun plan B n’est attendu.',
  },
  unfold: (count: number) => `Montrer les ${count}`,
  heads: [
    { name: 'Composant tiers', isNumber: false },
    { name: 'Versions demandées', isNumber: false },
    { name: 'Licence lue', isNumber: false },
    { name: 'Dernière version', isNumber: false },
    { name: 'Emplois', isNumber: false },
    { name: 'Plan B', isNumber: false },
  ],
  anyVersion: 'sans version',
  behind: 'une version plus récente existe',
  notKnown: 'non connue',
  components: (count: number) => `${count} ${plural(count, 'composant')}`,
  noPlan: 'Aucun',
  inPacks: (count: number, names: string) => `${plural(count, 'dans le pack', 'dans les packs')} ${names}`,
  planUnknown: 'non connu',
  effort: { days: 'quelques jours', weeks: 'quelques semaines', months: 'quelques mois', years: 'des années' },
  risk: { low: 'risque faible', medium: 'risque moyen', high: 'risque élevé' },
  review: (day: string, isOverdue: boolean) => (isOverdue ? `à revoir depuis le ${day}` : `à revoir le ${day}`),
}

export const migration = {
  description: 'Où en est le passage à la version 8 du socle, composant par composant.',
  finding: ({ done, all }: { done: number; all: number }) =>
    all === 0 ? 'Aucun composant ne dépend du socle' : `${done} ${plural(done, 'composant')} sur ${all} en version 8`,
  lead: (day: string) =>
    `Données du ${day}. Dans chaque groupe, d’abord les composants qui en débloquent le plus. Les règles à tenir de chacun : parvis inventory migration.`,
  states: { migrated: 'En version 8', free: 'Peuvent commencer', blocked: 'Retenus', unknown: 'Non connu' },
  notes: {
    migrated: 'Sur la nouvelle version, règles de la migration tenues ou non.',
    free: 'Tout ce dont ils ont besoin est déjà en version 8.',
    blocked: 'Ils attendent au moins un composant.',
    unknown: 'Leur version, ou celle de ce qu’ils demandent, ne se lit pas.',
  },
  heads: [
    { name: 'Composant' },
    { name: 'Version' },
    { name: 'En débloque', isNumber: true },
    { name: 'Dépendants', isNumber: true },
  ],
  blockedHeads: [
    { name: 'Composant' },
    { name: 'Version' },
    { name: 'Retenu par' },
    { name: 'En débloque', isNumber: true },
    { name: 'Dépendants', isNumber: true },
  ],
}

export const watch = {
  description: 'Composants en usage et fragiles, composants sans responsable, code publiable.',
  finding: (count: number, unknown: number) =>
    count === 0
      ? unknown === 0
        ? 'Aucun composant en usage n’est à surveiller'
        : 'Composants à surveiller : tout n’est pas connu'
      : `${count} ${plural(count, 'composant en usage est', 'composants en usage sont')} à surveiller`,
  lead: (day: string) =>
    `Données du ${day}. En usage : un autre composant ou un pack de services en a besoin. Chaque ligne dit sa raison.`,
  watched: 'À surveiller',
  watchedNote: 'Le motif le plus grave d’abord, puis ceux dont le plus dépend.',
  none: 'Rien de ce qui est en usage n’est en sommeil, archivé, dépassé ou sans responsable.',
  unknown: (count: number) =>
    `${count} ${plural(count, 'composant dont on ne sait pas s’il sert ou s’il vit', 'composants dont on ne sait pas s’ils servent ou s’ils vivent')} : ce qu’il fallait lire n’a pas été lu.`,
  heads: [
    { name: 'Composant' },
    { name: 'Pourquoi' },
    { name: 'État' },
    { name: 'Dernière activité' },
    { name: 'Dépendants', isNumber: true },
    { name: 'Packs', isNumber: true },
  ],
  reasons: {
    'obsolete-used': 'Dépassé, encore employé',
    'archived-used': 'Archivé, encore employé',
    'dormant-used': 'Dormant, encore employé',
    'quiet-used': 'Calme, encore employé',
    'ownerless-used': 'Sans responsable',
  },
  replacedBy: (name: string) => `remplacé par ${name}`,
  ownerless: (count: number) => `${count} sans responsable`,
  ownerlessTitle: 'Sans responsable',
  noneOwn: 'Rien ne dit quels composants collectés sont à nous : ce n’est pas connu.',
  ownerlessToDo:
    'À faire : nommer un rôle ou une équipe, au registre des composants (registers.components) ou dans le CODEOWNERS du dépôt.',
  unpublishedToDo: 'À faire : publier, ou écrire pourquoi non au registre des degrés d’ouverture (registers.openness).',
  ownerlessNote:
    'Ni rôle au registre des composants, ni relecteurs désignés dans le dépôt (CODEOWNERS). Des rôles et des équipes, jamais des personnes.',
  noOwnerless: 'Chaque composant a un rôle ou une équipe qui en répond.',
  ownerUnknown: (count: number) =>
    `${count} ${plural(count, 'composant')} dont on ne le sait pas : ce qu’il fallait lire n’a pas été lu.`,
  unpublished: 'Code publiable',
  unpublishedNote: 'Composants à nous que tout le monde ne peut pas lire.',
  noUnpublished: 'Tout ce qui a été collecté est déjà lisible par tous.',
  readersUnknown: (count: number) => `${count} ${plural(count, 'composant')} dont on ne sait pas qui peut le lire.`,
}
