import { answerMetric, type MetricSource } from '../metrics/answer.ts'
import type { MEASURES, MeasureName } from '../model/measures.ts'
import type { Text } from '../model/vocabulary.ts'
import type { CalendarOptions } from '../model/working-days.ts'
import { type Month, monthsBefore, monthsBetween } from '../months.ts'
import type { MetricRow, Missing } from '../queries/metrics/metric.ts'
import { METRICS } from '../queries/metrics/registry.ts'

/** What a measure said in one month. A share is one of 1, with what it counts and out of how many where that is known. */
export interface Reading {
  readonly month: Month
  readonly value: number
  readonly part: number | null
  readonly whole: number | null
}

/** `today`: nothing tells of its past. `standing`: how things stood at the end of a month. `flow`: what happened in it. */
export type Telling = 'today' | 'standing' | 'flow'

interface Measure {
  readonly title: Text
  readonly telling: Telling
  /** Months before the first asked that have to be read, too. */
  readonly lead?: number
  /** What rows of the metric say, month by month; of `today`, of the last month asked. */
  readonly read: (rows: readonly MetricRow[], months: readonly Month[]) => readonly Reading[]
}

type Known = (typeof MEASURES)[number]
type Key = Known extends infer One ? (One extends Known ? `${One['metric']} ${One['measure']}` : never) : never

const ROLLING_MONTHS = 12

const HOW = {
  'migration migrated': {
    title: { fr: 'Composants prêts pour la dernière génération', en: 'Components ready for the newest line' },
    telling: 'today',
    read: shareOf('components', ({ state }) => state === 'migrated'),
  },
  'change-requests outside-share': {
    title: { fr: 'Part des contributions extérieures', en: 'Share of outside contributions' },
    telling: 'flow',
    lead: ROLLING_MONTHS - 1,
    read: (rows, months) =>
      months.flatMap((month) => {
        const first = monthsBefore(month, ROLLING_MONTHS - 1)
        const own = rows.filter((row) => row.grain === 'month' && isBetween(row.period, first, month))
        const sum = (group: string) => total(own, (row) => row.author_group === group, 'merged')
        return share(month, sum('outside'), sum('all'))
      }),
  },
  'change-requests open': {
    title: { fr: 'Propositions ouvertes', en: 'Open change requests' },
    telling: 'flow',
    read: byMonth('open', ({ author_group }) => author_group === 'all'),
  },
  'first-response median': {
    title: { fr: 'Première réponse, médiane', en: 'First response, median' },
    telling: 'flow',
    read: byMonth('median_working_days', ({ author_group }) => author_group === 'outside', 'settled'),
  },
  'issue-first-response median': {
    title: { fr: 'Première réponse aux anomalies, médiane', en: 'First response to issues, median' },
    telling: 'flow',
    read: byMonth('median_working_days', ({ author_group }) => author_group === 'all', 'settled'),
  },
  'contributors active': {
    title: { fr: 'Contributeurs actifs dans le mois', en: 'Contributors active in the month' },
    telling: 'flow',
    read: byMonth('active', ({ author_group }) => author_group === 'all'),
  },
  'releases twelve-months': {
    title: { fr: 'Versions publiées en douze mois', en: 'Releases in twelve months' },
    telling: 'today',
    read: countOf('releases_12_months', () => true),
  },
  'portfolio-state dormant': {
    title: { fr: 'Composants dormants', en: 'Dormant components' },
    telling: 'today',
    read: shareOf('components', ({ state }) => state === 'dormant'),
  },
  'error-free error-free': {
    title: { fr: 'Dépôts sans erreur de règle', en: 'Repositories without rule error' },
    telling: 'standing',
    read: (rows, months) =>
      months.flatMap((month) => {
        const own = rows.filter(({ period }) => period === month)
        return share(
          month,
          total(own, () => true, 'without_error'),
          total(own, () => true, 'subjects'),
        )
      }),
  },
  'rule-conformity held': {
    title: { fr: 'Règles tenues', en: 'Rules held' },
    telling: 'standing',
    read: (rows, months) =>
      months.flatMap((month) => {
        const own = rows.filter(({ period }) => period === month)
        const sum = (column: string) => total(own, () => true, column)
        const held = sum('held')
        return share(month, held, held + sum('to_correct') + sum('dated_exception'))
      }),
  },
  'adoption adopters': {
    title: { fr: 'Réutilisateurs déclarés', en: 'Declared adopters' },
    telling: 'today',
    // One organisation may run several components, and a pack beside them: the row that tells each once.
    read: countOf('adopters', ({ state }) => state === 'reusing'),
  },
  'fallbacks planned': {
    title: { fr: 'Composants tiers avec plan B écrit', en: 'Third-party components with a written plan B' },
    telling: 'today',
    // Of those that ship or run: what serves to build alone asks for none.
    read: (rows, months) => {
      const [planned, gaps] = [total(rows, () => true, 'planned'), total(rows, () => true, 'gaps')]
      return lastOf(months).flatMap((month) => share(month, planned, planned + gaps))
    },
  },
} as const satisfies Record<Key, Measure>

export function howOf({ metric, measure }: Pick<MeasureName, 'metric' | 'measure'>): Measure {
  const found = Object.entries<Measure>(HOW).find(([key]) => key === `${metric} ${measure}`)
  if (found === undefined) throw new Error(`There is no measure ${measure} of the metric ${metric}.`)
  return found[1]
}

interface Asked {
  readonly from: Month
  readonly to: Month
  readonly calendar: CalendarOptions
}

export interface Measured {
  readonly readings: readonly Reading[]
  readonly missing: readonly Missing[]
  /** Repositories that it was read from, out of all that are asked about; null where it is read from a register alone. */
  readonly coverage: { readonly complete: number; readonly repositories: number } | null
}

/** What the figure behind a measure says, from one month to another. */
export async function measure(source: MetricSource, name: MeasureName, asked: Asked): Promise<Measured> {
  const metric = METRICS.find(({ id }) => id === name.metric)
  if (metric === undefined) throw new Error(`There is no metric ${name.metric}.`)
  const { read, lead = 0 } = howOf(name)
  const answer = await answerMetric(source, metric, {
    ...{ from: monthsBefore(asked.from, lead), to: asked.to, calendar: asked.calendar, audience: 'internal' },
  })
  const { repositories, missing } = answer.coverage
  // What a register that is not kept would say is not known, whatever else is.
  const isUnsaid = answer.missing.some(({ kind }) => kind === 'register-absent')
  return {
    readings: isUnsaid
      ? []
      : read(
          answer.rows.map(({ cells }) => cells),
          monthsBetween(asked.from, asked.to),
        ),
    missing: answer.missing,
    coverage: metric.streams.length === 0 ? null : { repositories, complete: repositories - missing.length },
  }
}

/** The share of some rows in all of them, by a column that counts; of today. */
function shareOf(column: string, isCounted: (row: MetricRow) => boolean): Measure['read'] {
  return (rows, months) =>
    lastOf(months).flatMap((month) =>
      share(
        month,
        total(rows, isCounted, column),
        total(rows, () => true, column),
      ),
    )
}

/** What a column counts in some rows; of today. No row at all is nothing known. */
function countOf(column: string, isCounted: (row: MetricRow) => boolean): Measure['read'] {
  return (rows, months) =>
    lastOf(months).flatMap((month) =>
      rows.length === 0 ? [] : [{ month, value: total(rows, isCounted, column), part: null, whole: null }],
    )
}

/** A column of the one row of each month that is meant, and out of how many cases. */
function byMonth(column: string, isMeant: (row: MetricRow) => boolean, cases?: string): Measure['read'] {
  return (rows, months) => {
    const own = new Map(rows.filter((row) => row.grain === 'month' && isMeant(row)).map((row) => [row.period, row]))
    return months.flatMap((month) => {
      const value = own.get(month)?.[column]
      const whole = cases === undefined ? null : own.get(month)?.[cases]
      return typeof value === 'number'
        ? [{ month, value, part: null, whole: typeof whole === 'number' ? whole : null }]
        : []
    })
  }
}

function share(month: Month, part: number, whole: number): readonly Reading[] {
  return whole === 0 ? [] : [{ month, value: part / whole, part, whole }]
}

function total(rows: readonly MetricRow[], isCounted: (row: MetricRow) => boolean, column: string): number {
  return rows.filter(isCounted).reduce((sum, row) => sum + (typeof row[column] === 'number' ? row[column] : 0), 0)
}

function lastOf(months: readonly Month[]): readonly Month[] {
  return months.slice(-1)
}

function isBetween(period: MetricRow[string] | undefined, first: Month, last: Month): boolean {
  return typeof period === 'number' && period >= first && period <= last
}
