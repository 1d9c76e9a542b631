import { englishPlural, frenchPlural } from '#data/model/plural.ts'
import { FAILURE_KINDS, type FailureKind, isOneOf, type Language } from '#data/model/vocabulary.ts'
import { FAILURE_WORDS } from '#data/reference/failure-words.ts'
import { REMEDIES } from '#data/reference/remedies.ts'
import type { Health, Subject } from './finding.ts'

export interface DoctorWords {
  readonly subjects: Readonly<Record<Subject, string>>
  readonly states: Readonly<Record<Health, string>>
  readonly node: (version: string) => string
  readonly configRead: (file: string) => string
  readonly configNone: string
  readonly init: string
  readonly databaseNone: (path: string) => string
  readonly collect: string
  readonly databaseSound: (path: string, megabytes: string) => string
  readonly databaseDamaged: (why: string) => string
  readonly restore: string
  readonly keyKept: string
  readonly keyNone: string
  readonly keyNoneYet: string
  readonly keyRemedy: (file: string) => string
  readonly tokenSet: (organisation: string) => string
  readonly tokenMissing: (organisation: string, variables: string) => string
  readonly tokenRemedy: string
  readonly noOrganisation: string
  readonly notReached: (organisation: string, kind: FailureKind, message: string) => string
  readonly quota: (organisation: string, left: number, limit: number, at: string) => string
  readonly quotaLow: (at: string) => string
  readonly quotaNone: (organisation: string) => string
  readonly fresh: (day: string) => string
  readonly stale: (count: number, all: number, names: string) => string
  readonly neverRead: string
  readonly noGaps: string
  readonly gaps: (count: number, reason: string, first: string) => string
  /** What can be done about a reason for which something could not be learnt; undefined where nothing can. */
  readonly remedies: (reason: string) => string | undefined
  readonly packs: (packs: number, rules: number) => string
  readonly waiversEnded: (count: number) => string
  readonly waiverRemedy: string
  readonly registers: (kept: number, all: number) => string
  readonly registerGone: (register: string, file: string) => string
  readonly registerProblems: (count: number, first: string) => string
  readonly registerRemedy: string
}

/** What the doctor says. */
export const DOCTOR_WORDS = {
  fr: {
    subjects: {
      node: 'Node.js',
      config: 'configuration',
      database: 'base',
      key: 'clé des pseudonymes',
      token: 'jeton',
      quota: 'quota',
      freshness: 'fraîcheur',
      gaps: 'manques',
      packs: 'règles',
      registers: 'registres',
    },
    states: { fine: 'bon', attention: 'à regarder', broken: 'en panne', unknown: 'non connu' },
    node: (version) => `version ${version}`,
    configRead: (file) => file,
    configNone: 'aucun parvis.yaml ici ni au-dessus',
    init: 'Pour en écrire un : parvis init',
    databaseNone: (path) => `il n’y en a pas à ${path}`,
    collect: 'Pour la remplir : parvis collect',
    databaseSound: (path, megabytes) => `${path}, ${megabytes.replace('.', ',')} Mo, saine`,
    databaseDamaged: (why) => `abîmée : ${why}`,
    restore: 'Remettez la dernière copie (parvis backup), ou mettez le fichier de côté et relancez parvis collect.',
    keyKept: 'présente',
    keyNone: 'absente, alors que la base garde des pseudonymes',
    keyNoneYet: 'pas encore faite : la première collecte la fera',
    keyRemedy: (file) =>
      `Remettez ${file} ou PARVIS_SECRET : sans cette clé, chaque adresse compterait pour une personne de plus.`,
    tokenSet: (organisation) => `${organisation} : il y en a un, et l’hôte l’accepte`,
    tokenMissing: (organisation, variables) =>
      `${organisation} : aucun jeton, rien sous ${variables} dans l’environnement`,
    tokenRemedy: 'Donnez la variable dans l’environnement ; un jeton en lecture seule suffit.',
    noOrganisation: 'aucune organisation n’est configurée : rien n’est à demander à un hôte',
    notReached: (organisation, kind, message) => `${organisation} : ${FAILURE_WORDS.fr[kind]} (${message})`,
    quota: (organisation, left, limit, at) => `${organisation} : ${left} points sur ${limit}, rendus à ${at}`,
    quotaLow: (at) => `Attendez ${at}, ou donnez un second jeton (tokenFrom).`,
    quotaNone: (organisation) => `${organisation} : ce serveur ne compte pas`,
    fresh: (day) => `tout fut lu en entier, au plus tôt le ${day}`,
    stale: (count, all, names) =>
      `${count} ${frenchPlural(count, 'lecture', 'lectures')} sur ${all} ${frenchPlural(count, 'date', 'datent')} de plus d’une semaine ou ${frenchPlural(count, 'n’est jamais allée', 'ne sont jamais allées')} au bout : ${names}`,
    neverRead: 'rien ne fut encore collecté',
    noGaps: 'rien de ce qui fut demandé ne manque',
    gaps: (count, reason, first) =>
      `${count} × ${isOneOf(FAILURE_KINDS, reason) ? FAILURE_WORDS.fr[reason] : reason} : ${first}`,
    remedies: remediesIn('fr'),
    packs: (packs, rules) => `${packs} ${frenchPlural(packs, 'jeu', 'jeux')}, ${rules} ${frenchPlural(rules, 'règle')}`,
    waiversEnded: (count) => `${count} ${frenchPlural(count, 'exception a pris fin', 'exceptions ont pris fin')}`,
    waiverRemedy: 'Retirez-les de vos règles, ou redatez-les avec leur raison : parvis todo',
    registers: (kept, all) =>
      `${kept} ${frenchPlural(kept, 'tenu', 'tenus')} sur ${all} ; les autres se disent « non connus »`,
    registerGone: (register, file) => `${register} : ${file} n’existe pas`,
    registerProblems: (count, first) =>
      `${count} ${frenchPlural(count, 'nom ne mène', 'noms ne mènent')} nulle part, d’abord ${first}`,
    registerRemedy: 'Corrigez le fichier, puis parvis collect ; la liste : parvis inventory',
  },
  en: {
    subjects: {
      node: 'Node.js',
      config: 'configuration',
      database: 'database',
      key: 'key of pseudonyms',
      token: 'token',
      quota: 'quota',
      freshness: 'freshness',
      gaps: 'gaps',
      packs: 'rules',
      registers: 'registers',
    },
    states: { fine: 'fine', attention: 'look at it', broken: 'broken', unknown: 'not known' },
    node: (version) => `version ${version}`,
    configRead: (file) => file,
    configNone: 'no parvis.yaml here or above',
    init: 'To write one: parvis init',
    databaseNone: (path) => `there is none at ${path}`,
    collect: 'To fill it: parvis collect',
    databaseSound: (path, megabytes) => `${path}, ${megabytes} MB, sound`,
    databaseDamaged: (why) => `damaged: ${why}`,
    restore: 'Put the last copy back (parvis backup), or set the file aside and run parvis collect again.',
    keyKept: 'there',
    keyNone: 'gone, while the database keeps pseudonyms',
    keyNoneYet: 'not made yet: the first collection will',
    keyRemedy: (file) => `Put ${file} or PARVIS_SECRET back: without it every address would count as one more person.`,
    tokenSet: (organisation) => `${organisation}: there is one, and the host takes it`,
    tokenMissing: (organisation, variables) => `${organisation}: no token: ${variables} is not set in the environment`,
    tokenRemedy: 'Set the variable in the environment; a token that may only read is enough.',
    noOrganisation: 'no organisation is configured: there is no host to ask',
    notReached: (organisation, _kind, message) => `${organisation}: ${message}`,
    quota: (organisation, left, limit, at) => `${organisation}: ${left} of ${limit} points, anew at ${at}`,
    quotaLow: (at) => `Wait until ${at}, or give a second token (tokenFrom).`,
    quotaNone: (organisation) => `${organisation}: this server counts none`,
    fresh: (day) => `everything was read to its end, the oldest on ${day}`,
    stale: (count, all, names) =>
      `${count} of ${all} ${englishPlural(all, 'reading')} ${englishPlural(count, 'is', 'are')} older than a week or never came to an end: ${names}`,
    neverRead: 'nothing was collected yet',
    noGaps: 'nothing that was asked for is missing',
    gaps: (count, reason, first) => `${count} × ${reason}: ${first}`,
    remedies: remediesIn('en'),
    packs: (packs, rules) => `${packs} ${englishPlural(packs, 'pack')}, ${rules} ${englishPlural(rules, 'rule')}`,
    waiversEnded: (count) => `${count} ${englishPlural(count, 'waiver')} came to an end`,
    waiverRemedy: 'Take them out of your packs, or date them anew with a reason: parvis todo',
    registers: (kept, all) => `${kept} of ${all} kept; the others are said to be not known`,
    registerGone: (register, file) => `${register}: there is no ${file}`,
    registerProblems: (count, first) =>
      `${count} ${englishPlural(count, 'name leads', 'names lead')} nowhere, first ${first}`,
    registerRemedy: 'Mend the file, then parvis collect; the list: parvis inventory',
  },
} as const satisfies Record<Language, DoctorWords>

function remediesIn(language: Language) {
  const remedies: Readonly<Record<FailureKind, string | undefined>> = REMEDIES[language]
  return (reason: string) => (isOneOf(FAILURE_KINDS, reason) ? remedies[reason] : undefined)
}
