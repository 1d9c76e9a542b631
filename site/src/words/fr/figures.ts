import { frenchPlural as plural } from '#data/model/plural.ts'
import type { Compared, Counted, Told, Waited } from '../sentences.ts'

export const figures = {
  title: 'Chiffres',
  description: 'Les figures du registre : ce qu’elles montrent, leurs données à télécharger et leurs limites.',
  lead: 'Chaque figure a sa page, avec ses données, sa méthode et ses limites. Aucune personne n’est nommée ni comptée seule.',
  themes: {
    contributions: 'Contributions',
    answers: 'Délais et attente',
    people: 'Personnes et organisations',
    portfolio: 'Patrimoine',
    quality: 'Qualité et gouvernance',
    reuse: 'Réutilisation et langues',
  },
  figure: (number: number) => `Figure ${number}`,
  page: 'Page de la figure',
  table: 'Tableau',
  picture: 'image',
  showTable: 'Voir le tableau',
  browse: 'Dessin de la figure. Les flèches le parcourent ; le tableau qui suit dit les mêmes nombres.',
  method: 'Méthode',
  asOf: (day: string) => `Données du ${day}`,
  hidden: 'masqué',
  few: 'trop peu',
  under: (least: string) => `< ${least}`,
  unknown: 'non connu',
  notKnown: 'Non connu',
  partial: {
    quarter: 'Trimestre en cours au jour des données',
    year: 'Année en cours au jour des données',
  },
  grains: { month: 'par mois', quarter: 'par trimestre', year: 'par année' },
  rowNames: { month: 'Mois', quarter: 'Trimestre', year: 'Année' },
  measured: 'Mesure',
  noNumber: 'Le nombre n’est pas montré : trop peu de personnes derrière lui, ou pas lu',
  incomplete: ({ complete, expected }: { complete: string; expected: string }) =>
    `Incomplet : ${complete} dépôts lus en entier sur ${expected}. Le reste n’est pas compté comme zéro.`,
  neverRead: (streams: string) => `Jamais lu, et pas compté comme zéro : ${streams}.`,
  asKnown: (count: number) =>
    `L’historique de ${count} ${plural(count, 'dépôt')} n’est pas connu jusqu’à ce jour : les nombres s’arrêtent au dernier mois connu d’au moins la moitié des dépôts.`,
  knownUntil: (count: number) =>
    `L’historique de ${count} ${plural(count, 'dépôt')} s’arrête avant la fin de la période. Un mois que l’on ne connaît pas d’au moins la moitié des dépôts est dit « non connu ».`,
  elsewhere: (count: string) =>
    `Les anomalies de ${count} dépôts sont suivies ailleurs : elles ne sont pas comptées, ce qui ne veut pas dire qu’il n’y en a pas.`,
  hiddenNote: ({ count, floor }: { count: number; floor: number }) =>
    `${count} ${plural(count, 'nombre')} ${plural(count, 'masqué')} : moins de ${floor} personnes, ou pour n’en pas trahir un autre. Sur le dessin, « +? » dit qu’il en manque.`,
  fewNote: (count: number) =>
    `${count} ${plural(count, 'nombre')} non ${plural(count, 'donné')} : trop peu de cas pour dire quelque chose.`,
  reading: 'Lecture',
  limits: 'Méthode et limites',
  counted: 'Ce qui est compté',
  formula: 'Comment',
  notSaid: 'Ce que cette figure ne dit pas',
  notToConclude: 'Ne pas s’en servir pour',
  source: 'Source',
  renewed: 'Mise à jour',
  renewal: {
    daily: (day: string) => `Chaque jour ; prochaine prévue le ${day}`,
    weekly: (day: string) => `Chaque semaine ; prochaine prévue le ${day}`,
    monthly: (day: string) => `Chaque mois ; prochaine prévue le ${day}`,
    quarterly: (day: string) => `Chaque trimestre ; prochaine prévue le ${day}`,
  },
  cite: 'Citer',
  citation: ({ publisher, title, number, day }: { publisher: string; title: string; number: number; day: string }) =>
    `${publisher}, ${title}, figure ${number}, données du ${day}`,
  license: 'Licence',
  corrections: 'Erreur',
  definition: 'Définition',
  fullDefinition: 'définition complète et formule',
  addresses: 'Adresses stables',
  embed: 'Intégrer',
  noData:
    'Aucune proposition de code n’a été lue : il n’y a rien à montrer, ce qui ne veut pas dire qu’il n’y en a pas.',
  nothing: 'Rien n’a été lu qui puisse être compté.',
  sameNumbers: 'Les mêmes nombres que le dessin.',
  period: (from: string, to: string) => `${from} – ${to}`,
  onDay: (day: string) => `au ${day}`,
  overRepositories: (count: string) => `${count} dépôts`,
  drawingAlt: 'Le dessin reprend le tableau qui suit.',
  scaleNote: 'Deux échelles, deux cadres.',
  together: 'Ensemble',
  twelveMonths: 'Douze derniers mois',
  twelveKnown: 'Douze derniers mois connus',
  drawingOf: (finding: string) => `Dessin : ${finding}. Les nombres sont dans le tableau.`,
  headlineOf: ({ day, by }: { day: string; by: string }) => `Titre écrit par : ${by}, le ${day}.`,
  headlineStale: 'Les nombres ont changé depuis.',
  units: {
    'change-requests': 'Nombre de propositions de code',
    issues: 'Nombre d’anomalies et de demandes',
    commits: 'Nombre de commits',
    releases: 'Nombre de versions',
    persons: 'Nombre de personnes',
    organisations: 'Nombre d’organisations',
    repositories: 'Part des octets écrits',
    components: 'Nombre de composants',
    keys: 'Part des textes traduits',
    adopters: 'Nombre de réutilisateurs connus',
    bricks: 'Nombre de composants tiers',
    activities: 'Nombre d’activités',
    outcomes: 'Part des vérifications tenues',
    days: 'Jours ouvrés',
    ratio: 'Part, en pour cent',
  },
  /** Units of figures whose columns are not in the unit of their metric. */
  waiting: 'Nombre qui attend',
  columns: { median_working_days: 'Médiane', p90_working_days: 'Neuf sur dix' },
  groups: {
    inside: 'La collectivité',
    contractor: 'Ses prestataires',
    outside: 'Extérieur',
    unknown: 'Non connu',
    all: 'Ensemble sans robots',
    bot: 'Robots',
  },
  span: {
    twelve: { over: 'en douze mois', against: 'les douze mois d’avant' },
    upTo: (month: string) => `dans les douze mois jusqu’à ${month}`,
    year: (year: string) => `en ${year}`,
  },
  during: {
    month: (month: string) => `en ${month}`,
    quarter: (quarter: number, year: string) => `au ${quarter}${quarter === 1 ? 'er' : 'e'} trimestre ${year}`,
    year: (year: string) => `en ${year}`,
  },
  promised: (days: string, isPlural: boolean) =>
    `La réponse est promise en ${days} ${isPlural ? 'jours ouvrés' : 'jour ouvré'} ; la promesse d’aujourd’hui vaut ici pour toutes les années.`,
  workingDays: (value: string, isPlural: boolean) => `${value} ${isPlural ? 'jours ouvrés' : 'jour ouvré'}`,
  days: (value: string, isPlural: boolean) => `${value} ${isPlural ? 'jours' : 'jour'}`,
  names: { 'author-groups': 'Qui propose' },
  findings: {
    'change-requests': ({ now, before, over, against }: Compared) =>
      `${of(now.opened, 'proposition ouverte', 'propositions ouvertes')} et ${of(now.merged, 'fusionnée')} ${over}${before === undefined ? '' : `, contre ${before.opened?.text} et ${before.merged?.text} ${against}`}`,
    'author-groups': ({ now, before, over, against }: Compared) =>
      `${of(now.outside, 'proposition')} sur ${now.all?.text} ${verb(now.outside, 'vient', 'viennent')} de l’extérieur ${over}${before === undefined ? '' : `, contre ${before.outside?.text} sur ${before.all?.text} ${against}`}`,
    issues: ({ now, before, over, against }: Compared) =>
      `${of(now.opened, 'anomalie ou demande ouverte', 'anomalies et demandes ouvertes')}, ${of(now.closed, 'fermée')} ${over}${before === undefined ? '' : `, contre ${before.opened?.text} et ${before.closed?.text} ${against}`}`,
    commits: ({ now, before, over, against }: Compared) =>
      `${of(now.commits, 'commit')} ${over}${before === undefined ? '' : `, contre ${before.commits?.text} ${against}`}`,
    'first-response': (told: Waited) => waited('premières réponses', told),
    'time-to-review': (told: Waited) => waited('premières relectures', told),
    'time-to-merge': (told: Waited) => waited('fusions', told),
    'time-to-close': (told: Waited) => waited('clôtures', told),
    'issue-first-response': (told: Waited) => waited('premières réponses aux anomalies', told),
    'issue-time-to-close': (told: Waited) => waited('résolutions d’anomalies', told),
    'change-request-closure': ({ during, value, before }: Told) =>
      `${during}, ${value} des propositions à traiter ont été fusionnées ou fermées${before === undefined ? '' : `, contre ${before.value} ${before.during}`}`,
    'answers-in-time': ({ during, value, before }: Told) =>
      `${during}, ${value} des propositions ont eu une première réponse dans le délai promis${before === undefined ? '' : `, contre ${before.value} ${before.during}`}`,
    'issue-closure': ({ during, value, before }: Told) =>
      `${during}, ${value} des anomalies à traiter ont été fermées${before === undefined ? '' : `, contre ${before.value} ${before.during}`}`,
    'change-request-acceptance': ({ during, value, before }: Told) =>
      `${during}, ${value} des propositions finies ont été fusionnées ou reprises à la main${before === undefined ? '' : `, contre ${before.value} ${before.during}`}`,
    'rule-conformity': ({ during, value, before }: Told) =>
      `${during}, ${value} des vérifications étaient tenues${before === undefined ? '' : `, contre ${before.value} ${before.during}`}`,
    contributors: ({ during, value, count, before }: Told) =>
      `${value} ${plural(count, 'personne a', 'personnes ont')} contribué ${during}${before === undefined ? '' : `, contre ${before.value} ${before.during}`}`,
    'change-request-backlog': ({ open, age }: { open: Counted; age: string | undefined }) =>
      `${open.text} ${plural(open.count, 'proposition')} ${open.count < 2 ? 'attend' : 'attendent'}${age === undefined ? '' : `, la moitié depuis plus de ${age}`}`,
    'issue-backlog': ({ open, age }: { open: Counted; age: string | undefined }) =>
      `${open.text} ${plural(open.count, 'anomalie ou demande', 'anomalies et demandes')} ${open.count < 2 ? 'attend' : 'attendent'}${age === undefined ? '' : `, la moitié depuis plus de ${age}`}`,
    'absence-factor': ({ factor, of }: { factor: Counted; of: string }) =>
      `${factor.text} ${plural(factor.count, 'personne')} ${factor.count < 2 ? 'fait' : 'font ensemble'} la moitié des commits, sur ${of}`,
    'organisational-diversity': ({ factor, of }: { factor: Counted; of: string }) =>
      `${factor.text} ${plural(factor.count, 'organisation')} ${factor.count < 2 ? 'fait' : 'font ensemble'} la moitié des commits, sur ${of} connues`,
    releases: ({ releases, releasing, of: all }: { releases: Counted; releasing: Counted; of: string }) =>
      `${of(releases, 'version publiée', 'versions publiées')} en douze mois, par ${of(releasing, 'dépôt')} sur ${all}`,
    communities: ({
      commits,
      issues,
      translations,
    }: {
      commits: Counted
      issues: Counted
      translations: Counted | undefined
    }) =>
      `${of(commits, 'personne a', 'personnes ont')} écrit du code, ${of(issues, 'a', 'ont')} ouvert une anomalie ou une demande${translations === undefined ? '' : `, ${of(translations, 'a', 'ont')} traduit`} en douze mois`,
    'portfolio-state': ({ count, total }: { count: Counted; total: string }) =>
      `${count.text} ${plural(count.count, 'composant')} sur ${total} ${count.count < 2 ? 'est actif' : 'sont actifs'}`,
    licenses: ({ name, count, total }: { name: string; count: Counted; total: string }) =>
      `${name} est la licence de ${of(count, 'composant')} sur ${total}`,
    languages: ({ name, share }: { name: string; share: string }) => `${name} fait ${share} des octets écrits`,
    'version-lines': ({ name, count, total }: { name: string; count: Counted; total: string }) =>
      `${of(count, 'composant')} sur ${total} ${verb(count, 'est construit', 'sont construits')} pour la ${name.toLowerCase()} du socle`,
    migration: ({ count, total }: { count: Counted; total: string }) =>
      `Sur ${total} composants qui dépendent du socle, ${count.text} ${verb(count, 'est construit', 'sont construits')} pour sa génération 8`,
    translations: ({ languages, name, share }: { languages: Counted; name: string; share: string }) =>
      `${languages.text} ${plural(languages.count, 'langue')} ${plural(languages.count, 'commencée')} ; la plus avancée (${name.toLowerCase()}) est traduite à ${share}`,
    adoption: ({ count }: { count: Counted }) =>
      `Au moins ${count.text} ${plural(count.count, 'réutilisateur')} en service`,
    governance: ({ done, work, total }: { done: Counted; work: string; total: string }) =>
      `${done.text} ${plural(done.count, 'activité')} ${plural(done.count, 'terminée')} et ${work} en cours, sur ${total}`,
    refusals: ({ taken, total }: { taken: string; total: string }) =>
      `${taken} des ${total} propositions fermées sans fusion en douze mois ont été reprises à la main`,
    refusalsUntold: 'Ce que l’on sait des propositions fermées sans fusion en douze mois',
  },
  cautions: {
    flow: 'Un événement compte au mois où il a lieu : ce qui est ouvert un mois n’est pas toujours réglé le même mois.',
    groups:
      'Les prestataires et les personnes dont l’appartenance n’est pas connue ont leur propre part et ne sont jamais comptés avec l’extérieur.',
    wait: 'Ce qui attend encore n’y est pas.',
    ratio: 'L’année en cours ne se compare pas à une année entière.',
    state: 'C’est un état au jour des données, pas une tendance.',
    people: 'Les effectifs de quelques personnes sont masqués, ce qui ne veut pas dire zéro.',
    declared: 'Personne n’est obligé de se faire connaître : c’est un minimum.',
    registers: 'Une même personne peut être de plusieurs communautés : elles ne s’additionnent pas.',
    distribution: 'Ce que rien ne dit a sa propre ligne.',
    noRate: 'Des activités se comptent, elles ne se notent pas.',
  },
}

function of(count: Counted | undefined, one: string, many?: string): string {
  return count === undefined ? '' : `${count.text} ${plural(count.count, one, many)}`
}

function verb(count: Counted | undefined, one: string, many: string): string {
  return plural(count?.count ?? 0, one, many)
}

function waited(what: string, { during, value, before }: Waited): string {
  return `${during}, la moitié des ${what} est venue en ${value} au plus${before === undefined ? '' : ` ; un an plus tôt, en ${before}`}`
}

export const duration = { hours: (value: string) => `${value} h`, days: (value: string) => `${value} jours` }
