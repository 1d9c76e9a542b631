import { frenchCount } from '../../model/plural.ts'
import { FAILURE_WORDS } from '../../reference/failure-words.ts'
import type { ReportWords } from './words.ts'

const s = (count: number) => (Math.abs(count) >= 2 ? 's' : '')

export const FR: ReportWords = {
  colon: ' : ',
  semicolon: ' ; ',
  unknown: 'non connu',
  unknownShort: 'n. c.',
  kinds: { week: 'Rapport de la semaine', month: 'Rapport du mois', year: 'Rapport de l’année', since: 'Rapport' },
  spanned: (from, to) => `du ${from} au ${to}`,
  before: {
    week: 'la semaine précédente',
    month: 'le mois précédent',
    year: 'l’année précédente',
    since: 'la période précédente',
  },
  result: ({ reached, targets, behind, unknown }) =>
    targets === 0
      ? 'Aucune cible n’est fixée'
      : [
          `${numeral(reached)} cible${s(reached)} atteinte${s(reached)} sur ${small(targets)}`,
          ...(behind === 0 ? [] : [`${small(behind)} en retard`]),
          ...(unknown === 0 ? [] : [`${small(unknown)} sans valeur connue`]),
        ].join(' ; '),
  scope: ({ repositories, organisations }) =>
    `Périmètre : ${repositories} dépôt${s(repositories)}, ${organisations} organisation${s(organisations)}`,
  dataOf: (day) => `données du ${day}`,
  nothingCollected: 'Rien n’a encore été collecté : aucun chiffre n’est connu. Lancer « parvis collect » d’abord.',
  isPartial: (day) => `Première collecte le ${day} : de ce qui précède, l’hébergeur n’a peut-être pas tout dit.`,
  decisions: {
    title: 'Dernières décisions',
    none: 'Le registre ne dit aucune décision jusqu’à cette date.',
    absent: 'Aucun registre des décisions n’est tenu : ce qui a été décidé n’est pas connu.',
    decided: (day, body) => `décidé le ${day}, ${body}`,
    undone: (due) => (due === null ? 'à faire, sans date' : `à faire avant le ${due}`),
    done: (day) => `fait le ${day}`,
    noDeadline: 'sans suite à donner',
  },
  open: {
    title: 'Décisions en attente, au registre',
    none: 'Le registre ne dit aucune question sans réponse ni décision à appliquer.',
    asked: (day, body) => `Posée le ${day}, ${body}`,
    late: (due) => `échéance du ${due} passée`,
    due: (due) => `échéance le ${due}`,
  },
  changes: {
    title: 'Ce qui a changé',
    others: (count) => `et ${count} autre${s(count)}`,
    against: (before, period) => `, contre ${before} ${period}`,
    quiet: (kinds) => `Sans changement : ${kinds}.`,
    unread: (kinds) => `Non connu, ou rien à comparer : ${kinds}.`,
    nouns: {
      releases: 'versions publiées',
      adopters: 'réutilisateurs',
      repositories: 'dépôts créés',
      archived: 'dépôts archivés',
      waivers: 'exceptions datées',
      opened: 'propositions ouvertes',
      merged: 'propositions fusionnées',
      'first-outside': 'premières contributions extérieures',
      rules: 'règles',
      conformity: 'conformité',
      governance: 'GGI',
    },
    same: (period) => `, comme ${period}`,
    beforeUnknown: {
      week: ' ; la semaine précédente n’est pas connue',
      month: ' ; le mois précédent n’est pas connu',
      year: ' ; l’année précédente n’est pas connue',
      since: ' ; la période précédente n’est pas connue',
    },
    counted: {
      releases: ['Aucune version publiée', 'version publiée', 'versions publiées'],
      adopters: ['Aucun réutilisateur déclaré', 'réutilisateur déclaré', 'réutilisateurs déclarés'],
      repositories: ['Aucun dépôt créé', 'dépôt créé', 'dépôts créés'],
      archived: ['Aucun dépôt archivé', 'dépôt archivé', 'dépôts archivés'],
      waivers: [
        'Aucune exception datée arrivée à terme',
        'exception datée arrivée à terme',
        'exceptions datées arrivées à terme',
      ],
      opened: ['Aucune proposition de code ouverte', 'proposition de code ouverte', 'propositions de code ouvertes'],
      merged: [
        'Aucune proposition de code fusionnée',
        'proposition de code fusionnée',
        'propositions de code fusionnées',
      ],
    },
    unknown: {
      releases: 'Versions publiées : non connu, ce qui en fut lu ne va pas jusque-là',
      adopters: 'Réutilisateurs : non connu, aucun registre n’est tenu',
      repositories: 'Dépôts créés : non connu, aucun hébergeur ne l’a dit',
      archived: 'Dépôts archivés : non connu, aucun hébergeur ne l’a dit',
      waivers: 'Exceptions datées : non connu, rien n’a été jugé',
      opened: 'Propositions ouvertes : non connu, elles n’ont pas été lues',
      merged: 'Propositions fusionnées : non connu, elles n’ont pas été lues',
      'first-outside': 'Premières contributions extérieures : non connu, les propositions n’ont pas été lues',
      rules: 'Règles : rien à comparer, aucun jugement avant le début de la période',
      conformity: 'Conformité : rien à comparer, aucun jugement avant le début de la période',
      governance: 'GGI : rien à comparer, aucun bilan gardé avant le début de la période',
    },
    outside: (count) => `, dont ${count} venue${s(count)} de l’extérieur`,
    outsideBefore: (count) => ` dont ${count}`,
    firstOutside: (count) =>
      count === 0
        ? 'Personne de l’extérieur n’a proposé pour la première fois'
        : `${count} ${count > 1 ? 'personnes' : 'personne'} de l’extérieur ${count > 1 ? 'ont' : 'a'} proposé pour la première fois`,
    rules: (count) =>
      count === 0
        ? 'Aucune règle n’a changé de compte'
        : `${count} règle${s(count)} ${count > 1 ? 'ont' : 'a'} changé de compte`,
    rule: ({ code, toCorrect, judged, toCorrectBefore, judgedBefore }) =>
      `${code} : ${toCorrect} dépôt${s(toCorrect)} à corriger sur ${judged}, contre ${toCorrectBefore} sur ${judgedBefore}`,
    turned: (from, to) => `de gravité « ${from} » à « ${to} »`,
    severities: { error: 'erreur', warning: 'avertissement', info: 'information' },
    conformity: 'Part des règles tenues, par paquet',
    pack: (pack, held, before) => `${pack} : ${held}, contre ${before}`,
    governance: (count) =>
      count === 0
        ? 'GGI : rien n’a changé entre les bilans gardés'
        : `GGI : ${count} activité${s(count)} ${count > 1 ? 'ont' : 'a'} changé`,
    activity: (title, { met, points, metBefore }) =>
      `${title} : ${met} point${s(met)} sur ${points}, contre ${metBefore}`,
    items: {
      release: (component, version) => `${component} ${version} publié`,
      adopter: (organisation, component, state) => `${organisation} réutilise ${component} (${state})`,
      repository: (component) => `Dépôt ${component} créé`,
      archived: (component, successor) =>
        `Dépôt ${component} archivé${successor === null ? '' : `, remplacé par ${successor}`}`,
      waiver: (component, code) => `Exception à ${code} arrivée à terme pour ${component}`,
    },
    adopterStates: { testing: 'à l’essai', 'in-service': 'en service', stopped: 'arrêté', unknown: 'état non connu' },
  },
  targets: {
    title: 'Face aux cibles',
    none: 'Aucune cible n’est fixée dans parvis.yaml (clé « targets ») : les chiffres sont donnés sans état.',
    head: ['Indicateur', 'Valeur', 'Cible', 'État', 'En un mois'],
    of: (part, whole) => `${part} sur ${whole}`,
    cases: (count) => `${count} cas`,
    rolling: (month) => `douze mois jusqu’à ${month}`,
    month: (month) => month,
    today: (day) => `au ${day}`,
    bound: { 'at-least': (value) => value, 'at-most': (value) => `${value} ou moins` },
    by: (target, day) => `${target} au ${day}`,
    noTarget: 'sans cible',
    unchanged: 'inchangé',
    states: {
      reached: 'Atteint',
      'to-watch': 'À surveiller',
      behind: 'En retard',
      unknown: 'Non connu',
      'no-target': 'Sans cible',
    },
    points: (value, size) => `${value} point${size < 2 ? '' : 's'}`,
    days: (value) => `${value} j`,
    rule: 'Règle : « à surveiller » quand il manque au plus un sixième de la cible et que sa date n’est pas passée ; « en retard » au-delà. Une valeur non connue n’a pas d’état.',
    series: 'Douze mois',
    seriesNote: '« n. c. » : non connu ; l’astérisque marque une valeur reprise du registre des relevés.',
  },
  proposals: {
    title: 'Ce qui demande une décision',
    note: 'Proposé par Parvis d’après les données ; la raison suit.',
    none: 'Rien dans les données ne demande de décision.',
    over: 'Ce qui attend n’est connu que du jour des données : rien n’est proposé pour une période passée.',
    heads: {
      'over-promise': 'Répondre aux contributions hors délai',
      'waivers-ending': 'Prolonger ou lever des exceptions',
      'without-plan': 'Choisir un plan B',
      'plans-overdue': 'Revoir des plans B',
      blocking: 'Confier un composant qui en bloque d’autres',
      'target-passed': 'Renouveler, déplacer ou abandonner une cible',
      'to-reconfirm': 'Reconfirmer des réutilisateurs',
      'requests-overdue': 'Relancer des demandes',
      'facts-due': 'Revoir des faits publiés',
    },
    overPromise: ({ count, workingDays, longest }) =>
      `${count} contribution${s(count)} venue${s(count)} d’ailleurs ${count > 1 ? 'attendent' : 'attend'} une première réponse depuis plus de ${frenchCount(workingDays, 'jour ouvré', 'jours ouvrés')} ; la plus ancienne depuis ${longest}.`,
    waivers: (count, first) =>
      `${count} exception${s(count)} datée${s(count)} ${count > 1 ? 'finissent' : 'finit'} dans les trente jours, la première le ${first}.`,
    withoutPlan: ({ brick, components, assemblies }, since) =>
      `${brick} sert dans ${components} composant${s(components)}${assemblies === 0 ? '' : ` et ${assemblies} pack${s(assemblies)} de services`}, sans plan B écrit${since === null ? '' : ` ; dernière version le ${since}`}.`,
    plans: (count) => `La revue de ${count} plan${s(count)} B est passée.`,
    blocking: ({ component, unblocks, left }) =>
      `${component} peut migrer ; ${unblocks} des ${left} composants qui restent l’attendent.`,
    targetPassed: (title, value, target) => `${title} : ${value}, la cible était ${target}.`,
    reconfirm: (count) =>
      `${count} réutilisateur${s(count)} sans confirmation depuis vingt-quatre mois, ou qui les ${count > 1 ? 'atteignent' : 'atteint'} sous trente jours.`,
    requests: (count) => `L’étape suivante de ${count} demande${s(count)} est passée.`,
    facts: (count) => `La date de revue de ${count} fait${s(count)} est passée.`,
  },
  governance: {
    title: 'Bonne gouvernance (GGI)',
    none: 'Aucun bilan : rien n’a encore été lu.',
    over: 'L’état du jour n’est donné que dans le rapport courant.',
    summary: ({ handbook, met, points, measured, declared, unknown }) =>
      `Guide ${handbook} : ${met} points de vérification acquis sur ${points}, dont ${measured} mesuré${s(measured)} et ${declared} déclaré${s(declared)} ; ${unknown} non connu${s(unknown)}.`,
    states: {
      'not-selected': 'non retenue',
      'in-progress': 'en cours',
      done: 'terminée',
      continuous: 'continue',
      'not-applicable': 'sans objet',
      blocked: 'bloquée',
    },
    counts: (counts) => `Activités par état : ${counts}.`,
    head: ['Activité', 'État', 'Points'],
    credit: 'Méthode de l’OSPO Alliance, CC BY 4.0 ; rédaction de Parvis.',
  },
  quality: {
    title: 'Qualité des données',
    head: ['Lecture', 'Entière', 'En partie', 'Non lue'],
    streams: { 'change-requests': 'Propositions de code', issues: 'Anomalies', commits: 'Commits', tree: 'Fichiers' },
    failed: (collector, scope, day) =>
      `Collecte ${collector} de ${scope} non achevée ; la dernière entière ${day === null ? 'n’existe pas' : `date du ${day}`}.`,
    noneFailed: 'Chaque collecte s’est achevée à son dernier passage.',
    gap: (kind, reason, count) => `${count} lecture${s(count)} impossible${s(count)} : ${kind}, ${reason}.`,
    reasons: FAILURE_WORDS.fr,
    registers: (told) => `Registres tenus : ${told}.`,
    register: (title, lines) => (lines === null ? `${title} absent ou vide` : `${title} ${lines} ligne${s(lines)}`),
    judged: (day) =>
      day === null ? 'Aucun jugement par les règles n’a été gardé.' : `Dernier jugement par les règles le ${day}.`,
    figures: 'D’où viennent les chiffres',
    figure: (title, source, day, read) => `${title} : ${source} Au ${day}${read}.`,
    read: (complete, repositories) =>
      `, ${complete} dépôt${s(complete)} lu${s(complete)} en entier sur ${repositories}`,
    short: (complete, repositories, failed) =>
      `${complete} dépôt${s(complete)} sur ${repositories} lu${s(complete)} en entier ; ${failed === 0 ? 'aucune collecte inachevée' : `${failed} collecte${s(failed)} inachevée${s(failed)}`}.`,
  },
}

const NUMERALS = ['aucune', 'une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix']

function small(count: number): string {
  return NUMERALS[count] ?? String(count)
}

function numeral(count: number): string {
  const word = small(count)
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`
}
