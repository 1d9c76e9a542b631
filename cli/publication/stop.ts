import { UsageFailure } from '#data/model/failures.ts'
import type { Language } from '#data/model/vocabulary.ts'
import type { Measured } from '#data/publication/measured.ts'
import { type LogEntry, logAfter, type Publication } from '#data/publication/publication.ts'
import { type Alarm, alarmsOf, type StopRules } from '#data/publication/stop.ts'

export interface Examined {
  readonly log: readonly LogEntry[]
  /** Lines for the person who builds: what is compared with what, and what was accepted. */
  readonly said: readonly string[]
}

/**
 * Holds a publication against the last one. Throws a `UsageFailure` that names each jump until somebody accepts them
 * with a reason, which goes into the public log.
 */
export function examine(order: {
  readonly measured: Measured
  readonly last: Publication | undefined
  readonly rules: StopRules
  readonly reason: string | undefined
}): Examined {
  const { measured, last, rules, reason } = order
  const alarms = alarmsOf(measured, last?.measured, rules)
  if (alarms.length > 0 && reason === undefined) throw stopped(alarms, last)
  const accepted = alarms.length > 0 && reason !== undefined ? { reason, alarms } : undefined
  const said = [
    ...(last === undefined ? ['First publication: there is no earlier one to compare with.'] : []),
    ...(accepted === undefined
      ? []
      : [`Accepted, and listed in public: ${alarms.map((alarm) => tell(alarm)).join('; ')}.`]),
    ...(reason !== undefined && accepted === undefined ? ['There was nothing to accept: the reason is not kept.'] : []),
  ]
  return { log: logAfter({ last, measured, accepted }), said }
}

function stopped(alarms: readonly Alarm[], last: Publication | undefined): UsageFailure {
  const since = last === undefined ? '' : ` since the data of ${last.measured.asOf}`
  return new UsageFailure('publication-stopped', `the public site was not replaced: look at this first${since}.`, {
    hint: 'If it is right, say why, in words that may be public: parvis site build --accept "reason"',
    details: alarms.map((alarm) => ({ message: tell(alarm) })),
  })
}

const WORDS = {
  en: {
    line: (name: string, what: string) => `${name}: ${what}`,
    before: (value: string) => `, ${value} before`,
    read: (share: string) => `${share} of the repositories were read to the end`,
    nought: 'nought',
    percent: '%',
    year: 'twelve months',
  },
  fr: {
    line: (name: string, what: string) => `${name}\u00a0: ${what}`,
    before: (value: string) => `, ${value} avant`,
    read: (share: string) => `${share} des dépôts lus en entier`,
    nought: 'zéro',
    percent: '\u00a0%',
    year: 'douze mois',
  },
} as const satisfies Record<Language, object>

/** Why a publication stops, in one line; errors of the command line are in English. */
export function tell({ kind, id, before, after }: Alarm, language: Language = 'en'): string {
  const said = WORDS[language]
  const share = (value: number) => `${Math.floor(value * 1000) / 10}${said.percent}`
  const name = figureName(id, language)
  switch (kind) {
    case 'coverage':
      return said.line(name, `${said.read(share(after))}${before === null ? '' : said.before(share(before))}`)
    case 'zero':
      return said.line(name, `${said.nought}${said.before(number(before ?? 0))}`)
    case 'moved':
      return said.line(name, `${number(after)}${said.before(number(before ?? 0))}`)
  }
}

/** `commits commits in twelve months` is the commits of twelve months: what is measured is named once. */
export function figureName(id: string, language: Language): string {
  const [, answer, measure] = /^(\S+) (\S+) in twelve months$/u.exec(id) ?? []
  if (answer === undefined || measure === undefined) return id
  return `${answer === measure ? answer : `${answer} ${measure}`}, ${WORDS[language].year}`
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100)
}
