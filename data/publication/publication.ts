import type { Measured } from './measured.ts'
import type { Alarm } from './stop.ts'

/** A page as it was published. */
export interface PublishedPage {
  readonly title: string
  /** Headlines of its figures: what a city states. */
  readonly findings: readonly string[]
  /** Of its main part, the day of the data left out. */
  readonly digest: string
}

/** An entry of the public log of changes. */
export interface LogEntry {
  /** Day of the data, YYYY-MM-DD. */
  readonly on: string
  readonly isFirst?: boolean
  /** Tables, and columns as `table.column`, that came or went. */
  readonly came?: readonly string[]
  readonly gone?: readonly string[]
  /** Jumps that somebody looked at, and why they are right. */
  readonly accepted?: { readonly reason: string; readonly alarms: readonly Alarm[] }
}

/** All that is remembered of the last publication. */
export interface Publication {
  readonly schemaVersion: 1
  readonly measured: Measured
  /** By path below the base: `fr/composants/`. */
  readonly pages: Readonly<Record<string, PublishedPage>>
  /** The first entry first. */
  readonly log: readonly LogEntry[]
}

export interface NextEntry {
  readonly last: Publication | undefined
  readonly measured: Measured
  readonly accepted: LogEntry['accepted'] | undefined
}

/** The log as it stands after this publication; the same again where nothing is to be said, so that pages keep their bytes. */
export function logAfter({ last, measured, accepted }: NextEntry): readonly LogEntry[] {
  if (last === undefined) {
    return [{ on: measured.asOf, isFirst: true, ...(accepted === undefined ? {} : { accepted }) }]
  }
  const before = columnsOf(last.measured.tables)
  const after = columnsOf(measured.tables)
  const came = [...after].filter((name) => !before.has(name))
  const gone = [...before].filter((name) => !after.has(name))
  if (came.length + gone.length === 0 && accepted === undefined) return last.log
  const entry: LogEntry = {
    on: measured.asOf,
    ...(came.length === 0 ? {} : { came: wholeTables(came, last.measured.tables) }),
    ...(gone.length === 0 ? {} : { gone: wholeTables(gone, measured.tables) }),
    ...(accepted === undefined ? {} : { accepted }),
  }
  return [...last.log, entry]
}

function columnsOf(tables: Measured['tables']): ReadonlySet<string> {
  return new Set(Object.entries(tables).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`)))
}

/** A table that the other side has not is told by its name alone. */
function wholeTables(columns: readonly string[], other: Measured['tables']): readonly string[] {
  const names = columns.map((name) => {
    const table = name.slice(0, name.indexOf('.'))
    return table in other ? name : table
  })
  return [...new Set(names)]
}
