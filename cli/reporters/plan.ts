import { PACE } from '#collectors/github/client.ts'
import { ASSUMED_SECONDS } from '#collectors/github/plan.ts'
import type { Cost } from '#data/model/collection.ts'
import { englishCount, frenchCount } from '#data/model/plural.ts'
import type { Language } from '#data/model/vocabulary.ts'
import type { CollectionPlan } from '../collect/planning.ts'
import { RUN_WORDS } from './run-words.ts'
import { table } from './table.ts'

const COLLECT_SCHEMA_VERSION = 1
const WINDOW_SECONDS = 3600

/** The stable shape of `parvis collect --plan --format json`. */
export function planJson({ rows, quotas, spent }: CollectionPlan): string {
  const quota = quotas.flatMap(({ scope, needed, quota: left }) =>
    left === undefined
      ? []
      : [
          {
            scope,
            needed,
            remaining: left.graphql.remaining,
            limit: left.graphql.limit,
            ...until(needed, left.graphql),
          },
        ],
  )
  const plan = rows.map(({ seconds, ...row }) => ({ ...row, seconds: Math.round(seconds) }))
  const answer = { schemaVersion: COLLECT_SCHEMA_VERSION, plan, minutes: minutesOf(rows), quota, spent }
  return `${JSON.stringify(answer, null, 2)}\n`
}

/** A line a collector; then the time and what it is worked out from, the quota, and what the plan itself spent. */
export function planText({ rows, quotas, spent }: CollectionPlan, language: Language): string {
  const words = PLAN_WORDS[language]
  const { columns } = RUN_WORDS[language]
  const total = {
    requests: rows.reduce((sum, row) => sum + row.requests, 0),
    points: rows.reduce((sum, row) => sum + row.points, 0),
  }
  const cells = [
    [columns.collector, columns.scope, columns.requests, columns.points, words.seconds],
    ...rows.map((row) => [row.collector, row.scope, String(row.requests), String(row.points), row.seconds.toFixed(0)]),
  ]
  const lines = [
    ...table(cells, 2),
    '',
    words.total(total, minutesOf(rows)),
    ...quotas.map(({ scope, needed, quota }) => {
      if (quota === undefined) return words.uncounted(scope)
      const { waitsUntil } = until(needed, quota.graphql)
      return waitsUntil === undefined
        ? words.enough(scope, quota.graphql.remaining)
        : words.tooLittle(scope, { needed, remaining: quota.graphql.remaining, waitsUntil })
    }),
    words.assumed,
    words.spent(spent),
  ]
  return `${lines.join('\n')}\n`
}

/** At the pace that leaves the host room to breathe. */
function minutesOf(rows: CollectionPlan['rows']): number {
  const seconds = rows.reduce((sum, row) => sum + row.seconds, 0)
  return Math.ceil(seconds / PACE.busySecondsPerMinute)
}

/** The end of the hour in which the last points are to be had; nothing when those that are left suffice. */
function until(needed: number, quota: { readonly limit: number; readonly remaining: number; readonly reset: number }) {
  const lacking = needed - quota.remaining
  if (lacking <= 0) return {}
  const windows = Math.ceil(lacking / quota.limit) - 1
  return { waitsUntil: `${new Date((quota.reset + windows * WINDOW_SECONDS) * 1000).toISOString().slice(0, 19)}Z` }
}

interface Words {
  readonly seconds: string
  readonly assumed: string
  total(cost: Cost, minutes: number): string
  enough(scope: string, remaining: number): string
  tooLittle(
    scope: string,
    quota: { readonly needed: number; readonly remaining: number; readonly waitsUntil: string },
  ): string
  uncounted(scope: string): string
  spent(cost: Cost): string
}

const { graphql, rest, archive } = ASSUMED_SECONDS

const PLAN_WORDS = {
  fr: {
    seconds: 'secondes',
    assumed: `Hypothèses : ${graphql} s par appel GraphQL, ${rest} s par appel REST, ${archive} s par archive, ${PACE.busySecondsPerMinute} s de travail de l’hébergeur par minute. Non compris : ce qui ne tient pas dans une page (longues listes de fichiers ou de réponses) et ne se voit qu’une fois lu. Avec --since, ces chiffres sont des maxima.`,
    total: ({ requests, points }, minutes) =>
      `En tout : ${frenchCount(requests, 'requête')}, ${frenchCount(points, 'point')}, environ ${minutes} min.`,
    enough: (scope, remaining) =>
      `Quota de ${scope} : ${frenchCount(remaining, 'point restant suffit', 'points restants suffisent')}.`,
    tooLittle: (scope, { needed, remaining, waitsUntil }) =>
      `Quota de ${scope} : ${frenchCount(needed, 'point')} à dépenser, ${frenchCount(remaining, 'restant')}. Il faudrait attendre jusqu’à ${waitsUntil} ; ce qui est lu avant est gardé.`,
    uncounted: (scope) => `Quota de ${scope} : ce serveur n’en compte pas.`,
    spent: ({ requests, points }) =>
      `Ce calcul a coûté ${frenchCount(requests, 'requête')} et ${frenchCount(points, 'point')} ; rien n’a été écrit.`,
  },
  en: {
    seconds: 'seconds',
    assumed: `Assumed: ${graphql} s a GraphQL call, ${rest} s a REST call, ${archive} s an archive, ${PACE.busySecondsPerMinute} s of the host's work a minute. Not in it: what does not fit into a page (long lists of files or answers) and shows only once it is read. With --since these figures are the most it can be.`,
    total: ({ requests, points }, minutes) =>
      `In all: ${englishCount(requests, 'request')}, ${englishCount(points, 'point')}, about ${minutes} min.`,
    enough: (scope, remaining) =>
      `Quota of ${scope}: the ${englishCount(remaining, 'point left is enough', 'points left are enough')}.`,
    tooLittle: (scope, { needed, remaining, waitsUntil }) =>
      `Quota of ${scope}: ${englishCount(needed, 'point')} to spend, ${remaining} left. It would have to wait until ${waitsUntil}; what is read before is kept.`,
    uncounted: (scope) => `Quota of ${scope}: this server counts none.`,
    spent: ({ requests, points }) =>
      `Working this out took ${englishCount(requests, 'request')} and ${englishCount(points, 'point')}; nothing was written.`,
  },
} as const satisfies Record<Language, Words>
