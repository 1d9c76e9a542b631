import { UsageFailure } from '#data/model/failures.ts'
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
    ...(accepted === undefined ? [] : [`Accepted, and listed in public: ${alarms.map(tell).join('; ')}.`]),
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

export function tell({ kind, id, before, after }: Alarm): string {
  switch (kind) {
    case 'coverage': {
      const then = before === null ? '' : `, ${percent(before)} before`
      return `${id}: ${percent(after)} of the repositories were read to the end${then}`
    }
    case 'zero':
      return `${id}: nought, ${number(before ?? 0)} before`
    case 'moved':
      return `${id}: ${number(after)}, ${number(before ?? 0)} before`
  }
}

function percent(share: number): string {
  return `${Math.floor(share * 1000) / 10}%`
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100)
}
