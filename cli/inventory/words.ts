import type { DomainSource } from '#data/inventory/domains.ts'
import type { LicenseSource } from '#data/inventory/licenses.ts'
import type { Trial } from '#data/inventory/trials.ts'
import { KIND_NAMES, onesOf, STATE_NAMES } from '#data/model/component-words.ts'
import { proseIn } from '#data/model/prose.ts'
import type { ComponentKind, Language } from '#data/model/vocabulary.ts'
import type { ActivityState } from '#data/reference/activity-states.ts'
import type { ReadinessCriterion } from '#data/reference/readiness-levels.ts'

/** Stands where something was not collected; zero is written 0. */
export const UNKNOWN = '?'

export const KINDS = { fr: onesOf(KIND_NAMES.fr), en: onesOf(KIND_NAMES.en) } satisfies Record<
  Language,
  Record<ComponentKind, string>
>

export const STATES = { fr: onesOf(STATE_NAMES.fr), en: onesOf(STATE_NAMES.en) } satisfies Record<
  Language,
  Record<ActivityState, string>
>

/** What says a state; the dates of what was done need no word. */
export const STATE_SOURCES = {
  fr: { register: 'au registre', line: 'sa génération est arrêtée', host: 'dit par la forge', activity: '' },
  en: { register: 'in the register', line: 'its generation has ended', host: 'says the host', activity: '' },
} as const

export const DOMAIN_SOURCES = {
  fr: { register: 'registre', publiccode: 'publiccode.yml', topic: 'étiquette', name: 'nom du dépôt' },
  en: { register: 'register', publiccode: 'publiccode.yml', topic: 'topic', name: 'name of the repository' },
} as const satisfies Record<Language, Record<DomainSource, string>>

export const LICENSE_SOURCES = {
  fr: {
    file: 'fichier',
    header: 'en-tête',
    manifest: 'fichier de construction',
    parent: 'parent Maven',
    publiccode: 'publiccode.yml',
    host: 'forge',
    register: 'registre',
  },
  en: {
    file: 'file',
    header: 'header',
    manifest: 'build file',
    parent: 'Maven parent',
    publiccode: 'publiccode.yml',
    host: 'host',
    register: 'register',
  },
} as const satisfies Record<Language, Record<LicenseSource, string>>

export const CRITERIA = {
  fr: {
    commits: (value: string) => `commits en 6 mois : ${value} (au moins 5)`,
    response: (value: string) => `première réponse, médiane en jours : ${value} (moins de 7)`,
    release: (value: string) => `dernière version : ${value} (dans les 6 mois)`,
    people: (value: string) => `personnes qui font la moitié des commits de l’année : ${value} (au moins 2)`,
  },
  en: {
    commits: (value: string) => `commits in 6 months: ${value} (at least 5)`,
    response: (value: string) => `first response, median in days: ${value} (below 7)`,
    release: (value: string) => `last release: ${value} (within 6 months)`,
    people: (value: string) => `people behind half of the commits of the year: ${value} (at least 2)`,
  },
} as const satisfies Record<Language, Record<ReadinessCriterion, (value: string) => string>>

export const OUTCOMES = {
  fr: {
    met: 'tenu',
    unmet: 'pas tenu',
    unknown: 'pas connu',
    withheld: 'tu : moins de cinq personnes',
    'nothing-to-measure': 'rien à mesurer',
  },
  en: {
    met: 'met',
    unmet: 'not met',
    unknown: 'not known',
    withheld: 'withheld: fewer than five people',
    'nothing-to-measure': 'nothing to measure',
  },
} as const

export const LOOSENESS = {
  fr: {
    snapshot: 'version non publiée',
    range: 'plage',
    'open-range': 'plage ouverte à la majeure suivante',
    unknown: 'version dite nulle part ici',
  },
  en: {
    snapshot: 'not released',
    range: 'range',
    'open-range': 'range open to the next major',
    unknown: 'said nowhere at hand',
  },
} as const

/** A value or the sign for what is not known. */
/** What people wrote, in the language of the answer where they did, as a column holds it. */
export function told<Held extends string | null>(held: Held, language: Language): Held | string {
  return held === null ? held : proseIn(held, { language, writtenIn: language }).text
}

/** A trial, as `told` says what it needs and whom to ask. */
export function toldTrial(trial: Trial, language: Language): Trial {
  return { ...trial, requires: told(trial.requires, language), contact: told(trial.contact, language) }
}

export function orUnknown(value: string | number | null | undefined): string {
  return value === null || value === undefined || value === '' ? UNKNOWN : String(value)
}

/** `3/12`, with how many of them are not direct. */
export function day(instant: string | null | undefined): string {
  return instant?.slice(0, 10) ?? UNKNOWN
}
