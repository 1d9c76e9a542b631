import { englishPlural, frenchPlural } from '#data/model/plural.ts'
import type { Language } from '#data/model/vocabulary.ts'
import type { MetricStream, MissingKind } from '#data/queries/metrics/metric.ts'

type Sentence = (count: number, names: string) => string

/** What keeps a figure from being whole, as sentences. */
export const MISSING_SENTENCES = {
  fr: {
    'nothing-collected': () => 'Rien n’a été collecté.',
    'never-read': (_count, names) => `Jamais lu : ${names}. Inconnu n’est pas zéro.`,
    incomplete: (count, names) => `Lecture incomplète de ${count} ${frenchPlural(count, 'dépôt')} : ${names}.`,
    'known-until': (count, names) =>
      `L’histoire de ${count} ${frenchPlural(count, 'dépôt')} s’arrête avant la fin de la période : la suite n’est pas connue (mettre le clone à jour : git fetch). ${names}.`,
    'issues-elsewhere': (count, names) =>
      `Les anomalies de ${count} ${frenchPlural(count, 'dépôt')} vivent ailleurs, leurs chiffres sont inconnus : ${names}.`,
    'affiliations-absent': () =>
      'Aucun registre ne dit qui appartient à quoi : hors de la liste des membres, chacun est « non connu ».',
    'register-absent': (count, names) =>
      `${frenchPlural(count, 'Registre absent ou vide, ce qu’il dirait', 'Registres absents ou vides, ce qu’ils diraient')} n’est pas connu : ${names}.`,
    'rollups-stale': (count) =>
      `${count} ${frenchPlural(count, 'dépôt attend', 'dépôts attendent')} un recalcul : relancer \`parvis collect\`.`,
    'few-persons': (count) =>
      `${count} ${frenchPlural(count, 'valeur masquée', 'valeurs masquées')} : moins de cinq personnes.`,
    'small-sample': (count) => `${count} ${frenchPlural(count, 'valeur tue', 'valeurs tues')} : trop peu de cas.`,
    'unknown-too-high': () => 'La part inconnue est trop grande pour donner un chiffre.',
    unsettled: (count) => `De ${count} cas on ne sait pas s’il y eut une réponse.`,
    'service-commits': (count) =>
      `${count} ${frenchPlural(count, 'proposition de traduction vient', 'propositions de traduction viennent')} d’un service : le nombre de traducteurs n’est pas connu.`,
    'inventory-absent': () => 'L’inventaire n’était pas à disposition.',
    'never-judged': () => 'Rien n’a été jugé : lancer `parvis lint ORGANISATION`.',
    'judged-later': (_count, month) =>
      `Rien n’était jugé à la fin de la période ; le premier verdict est de ${month} : \`--to ${month}\`.`,
    'never-assessed': () => 'Aucun bilan gardé : lancer `parvis ggi status --record`.',
    'no-promise': () => 'Aucun délai de réponse n’est promis (promise.workingDays dans parvis.yaml).',
    undated: (count) =>
      `${count} ${frenchPlural(count, 'étiquette sans date connue n’est pas comptée', 'étiquettes sans date connue ne sont pas comptées')}.`,
  },
  en: {
    'nothing-collected': () => 'Nothing was collected.',
    'never-read': (_count, names) => `Never read: ${names}. Not known is not nought.`,
    incomplete: (count, names) =>
      `Not read to the end of ${count} ${englishPlural(count, 'repository', 'repositories')}: ${names}.`,
    'known-until': (count, names) =>
      `The history of ${count} ${englishPlural(count, 'repository', 'repositories')} ends before the period does: what followed is not known (bring the clone up to date: git fetch). ${names}.`,
    'issues-elsewhere': (count, names) =>
      `Issues of ${count} ${englishPlural(count, 'repository', 'repositories')} live elsewhere, their figures are not known: ${names}.`,
    'affiliations-absent': () =>
      'No register says who belongs where: outside of the list of members everybody is "not known".',
    'register-absent': (count, names) =>
      `${englishPlural(count, 'Register absent or empty, what it would tell', 'Registers absent or empty, what they would tell')} is not known: ${names}.`,
    'rollups-stale': (count) =>
      `${count} ${englishPlural(count, 'repository waits', 'repositories wait')} to be worked out anew: run \`parvis collect\` again.`,
    'few-persons': (count) => `${count} ${englishPlural(count, 'value')} hidden: fewer than five people.`,
    'small-sample': (count) => `${count} ${englishPlural(count, 'value')} left out: too few cases.`,
    'unknown-too-high': () => 'The unknown share is too large for a figure.',
    unsettled: (count) => `Of ${count} ${englishPlural(count, 'case')} it is not known whether there was a response.`,
    'service-commits': (count) =>
      `${count} ${englishPlural(count, 'change request with translations comes', 'change requests with translations come')} from a service: the number of translators is not known.`,
    'inventory-absent': () => 'The inventory was not at hand.',
    'never-judged': () => 'Nothing was judged: run `parvis lint ORGANISATION`.',
    'judged-later': (_count, month) =>
      `Nothing was judged by the end of the period; the first verdict is of ${month}: \`--to ${month}\`.`,
    'never-assessed': () => 'No assessment was kept: run `parvis ggi status --record`.',
    'no-promise': () => 'No time to answer is promised (promise.workingDays in parvis.yaml).',
    undated: (count) =>
      `${count} ${englishPlural(count, 'tag without a known date is', 'tags without a known date are')} not counted.`,
  },
} as const satisfies Record<Language, Record<MissingKind, Sentence>>

export const STREAM_WORDS = {
  fr: {
    'change-requests': 'propositions',
    issues: 'anomalies',
    commits: 'commits',
    tree: 'fichiers',
    languages: 'langages',
  },
  en: {
    'change-requests': 'change requests',
    issues: 'issues',
    commits: 'commits',
    tree: 'files',
    languages: 'languages',
  },
} as const satisfies Record<Language, Record<MetricStream | 'languages', string>>

export const METRIC_WORDS = {
  fr: {
    formula: 'Formule',
    unit: 'Unité',
    source: 'Source',
    limits: 'Limites',
    notFor: 'Ne pas s’en servir pour',
    missing: 'Ce qui manque',
    colon: ' : ',
    nothing: 'Rien à montrer.',
    brief: (count: number) =>
      `Encore ${count} ${frenchPlural(count, 'ligne')}, par groupe et par mois : --verbose, ou --format json|csv.`,
    asOf: (day: string) => `Données du ${day}`,
    never: 'Rien n’a encore été collecté',
    over: (repositories: number, where: string) => `sur ${repositories} ${frenchPlural(repositories, 'dépôt')}${where}`,
    of: (scope: string) => ` de ${scope}`,
    period: (from: string, to: string) => `de ${from} à ${to}`,
    stream: (name: string, complete: number, all: number) => `${name} ${complete}/${all}`,
    hidden: 'masqué',
    few: 'trop peu',
    none: '–',
    unknown: 'non connu',
    quarter: 'T',
    heads: ['id', 'chiffre', 'définition'],
    more: 'Définition, formule et limites d’un chiffre : parvis metrics ID',
    noSql: (command: string) =>
      `-- Ce chiffre vient de l’inventaire, pas d’une question SQL ; les mêmes choses une par une : ${command}`,
  },
  en: {
    formula: 'Formula',
    unit: 'Unit',
    source: 'Source',
    limits: 'Limits',
    notFor: 'Not to be used for',
    missing: 'What is missing',
    colon: ': ',
    nothing: 'Nothing to show.',
    brief: (count: number) =>
      `${count} more ${englishPlural(count, 'line')}, by group and month: --verbose, or --format json|csv.`,
    asOf: (day: string) => `Data of ${day}`,
    never: 'Nothing was collected yet',
    over: (repositories: number, where: string) =>
      `over ${repositories} ${englishPlural(repositories, 'repository', 'repositories')}${where}`,
    of: (scope: string) => ` of ${scope}`,
    period: (from: string, to: string) => `from ${from} to ${to}`,
    stream: (name: string, complete: number, all: number) => `${name} ${complete}/${all}`,
    hidden: 'hidden',
    few: 'too few',
    none: '–',
    unknown: 'not known',
    quarter: 'Q',
    heads: ['id', 'figure', 'definition'],
    more: 'Definition, formula and limits of a figure: parvis metrics ID',
    noSql: (command: string) =>
      `-- This figure comes from the inventory, not from a SQL question; the same things one by one: ${command}`,
  },
} as const satisfies Record<Language, object>
