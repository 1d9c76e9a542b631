import { POINT_VALUES } from '#data/model/governance.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { type AssessedActivity, type AssessedPoint, type Assessment, DIFFERENCES } from '#policies/ggi/assessment.ts'
import type { Method, Point } from '#policies/ggi/method.ts'
import type { Suggestion } from '#policies/ggi/suggest.ts'
import { DIFFERENCE_WORDS, KIND_WORDS, STATE_WORDS, VALUE_WORDS } from '#policies/ggi/words.ts'
import type { Governance } from '../governance/load-assessment.ts'
import { type Block, csvText } from './blocks.ts'
import { GOVERNANCE_WORDS } from './governance-words.ts'

const GOVERNANCE_SCHEMA_VERSION = 1

export interface Shown {
  readonly method: Method
  readonly language: Language
}

/** The whole of it: differences first, then goals, activities, and what could come next. */
export function statusBlocks(
  { assessment, asked, isMeasured }: Governance,
  { method, language, suggestions }: Shown & { readonly suggestions: readonly Suggestion[] },
): readonly Block[] {
  const words = GOVERNANCE_WORDS[language]
  const standing = isMeasured ? words.period(asked.since, asked.until) : words.noDatabase
  return [
    { heading: words.title(assessment.handbookVersion, assessment.asOf), lines: [standing] },
    ...differenceBlocks(assessment, { method, language }),
    goalBlock(assessment, { method, language }),
    activitiesBlock(assessment, { method, language }),
    startBlock(suggestions, { method, language }),
    { lines: [method.handbook.attribution[language]] },
  ]
}

function differenceBlocks({ activities }: Assessment, shown: Shown): readonly Block[] {
  const words = GOVERNANCE_WORDS[shown.language]
  const found = DIFFERENCES.flatMap((difference) => {
    const points = activities.flatMap((activity) =>
      activity.points.filter((one) => one.differences.includes(difference)),
    )
    return points.map((point) => [
      DIFFERENCE_WORDS[shown.language][difference],
      point.id,
      asksOf(point, shown),
      saidOf(point, shown.language),
      measuredOf(point, shown.language),
    ])
  })
  if (found.length === 0) return [{ heading: words.differences, lines: [words.noDifference] }]
  return [
    { heading: words.differences, head: ['', words.point, words.asks, words.declared, words.measured], rows: found },
  ]
}

function goalBlock({ activities }: Assessment, { method, language }: Shown): Block {
  const words = GOVERNANCE_WORDS[language]
  const rows = method.goals.map(({ id, title }) => {
    const points = activities.filter(({ goal }) => goal === id).flatMap((activity) => activity.points)
    return [title[language], ...countedValues(points)]
  })
  return {
    heading: words.goals,
    head: [words.goal, ...POINT_VALUES.map((value) => VALUE_WORDS[language][value])],
    rows,
    words: 1,
  }
}

function activitiesBlock({ activities }: Assessment, { method, language }: Shown): Block {
  const words = GOVERNANCE_WORDS[language]
  const rows = activities.map((activity) => [
    activity.id,
    method.activities.find(({ id }) => id === activity.id)?.title[language] ?? '',
    STATE_WORDS[language][activity.state],
    activity.owner ?? '-',
    ...countedValues(activity.points),
  ])
  const values = POINT_VALUES.map((value) => VALUE_WORDS[language][value])
  return {
    heading: words.activities,
    head: [words.activity, '', words.state, words.owner, ...values],
    rows,
    words: 4,
  }
}

function countedValues(points: readonly AssessedPoint[]): readonly string[] {
  return POINT_VALUES.map((value) => String(points.filter((point) => point.value === value).length))
}

function startBlock(suggestions: readonly Suggestion[], { method, language }: Shown): Block {
  const words = GOVERNANCE_WORDS[language]
  if (suggestions.length === 0) return {}
  const rows = suggestions.map(({ activity, after, metAlready, points }) => [
    activity,
    method.activities.find(({ id }) => id === activity)?.title[language] ?? '',
    [
      ...(after.length === 0 ? [] : [words.after(after.join(', '))]),
      ...(metAlready.length === 0 ? [] : [words.already(metAlready.length, points)]),
    ].join(words.semicolon),
  ])
  return { heading: words.start, head: [words.activity, '', ''], rows }
}

/** One activity: how it is worked on here, and each of its points. */
export function activityBlocks(activity: AssessedActivity, shown: Shown): readonly Block[] {
  const { method, language } = shown
  const words = GOVERNANCE_WORDS[language]
  const about = method.activities.find(({ id }) => id === activity.id)
  const card = activity.scorecard
  const texts = [
    about && `${method.handbook.activityUrl}${about.slug}`,
    words.pair(words.state, STATE_WORDS[language][activity.state]),
    activity.owner && words.pair(words.owner, activity.owner),
    about && words.pair(words.next, about.next.join(', ') || '-'),
    card?.scope && words.pair(words.scope, card.scope),
    card?.why && words.pair(words.why, card.why),
    card?.notes && words.pair(words.notes, card.notes),
  ]
  const tasks = (card?.objectives ?? []).map(({ text, done, due }) => ({
    done,
    text: due === undefined ? text : `${text} (${words.due(due)})`,
  }))
  const rows = activity.points.map((point) => [
    point.id,
    asksOf(point, shown),
    KIND_WORDS[language][point.kind],
    VALUE_WORDS[language][point.value],
    saidOf(point, language),
    measuredOf(point, language),
  ])
  return [
    {
      heading: `${activity.id} · ${about?.title[language] ?? ''}`,
      lines: texts.filter((text): text is string => typeof text === 'string'),
    },
    ...(tasks.length === 0 ? [] : [{ heading: words.objectives, isBelow: true, tasks }]),
    {
      heading: words.points,
      isBelow: true,
      head: [words.point, words.asks, words.kind, words.value, words.declared, words.measured],
      rows,
    },
    { lines: [method.handbook.attribution[language]] },
  ]
}

function pointOf(method: Method, id: string): Point | undefined {
  const [activity, name] = id.split('.')
  return method.activities.find((one) => one.id === activity)?.points.find((one) => one.id === name)
}

function asksOf({ id }: AssessedPoint, { method, language }: Shown): string {
  return pointOf(method, id)?.asks[language] ?? ''
}

function saidOf({ declared }: AssessedPoint, language: Language): string {
  if (declared === undefined) return '-'
  const words = GOVERNANCE_WORDS[language]
  const said = words.said(VALUE_WORDS[language][declared.value], declared.by, declared.at)
  return declared.until === undefined ? said : `${said}, ${words.until(declared.until)}`
}

function measuredOf({ measured, evidence, kind }: AssessedPoint, language: Language): string {
  if (kind === 'declared') return '-'
  const words = GOVERNANCE_WORDS[language]
  const counts = evidence.map(({ evidence: id, met, unmet, unknown, asOf }) => {
    const day = asOf === null ? '' : `, ${words.asOf} ${asOf.slice(0, 10)}`
    return `${id} ${words.counts(met, unmet, unknown)}${day}`
  })
  return `${VALUE_WORDS[language][measured]} (${counts.join(words.semicolon)})`
}

/** The stable shape of `parvis ggi status --format json` and of `activity`. */
export function governanceJson(
  { assessment, asked, isMeasured }: Governance,
  { method, language, suggestions }: Shown & { readonly suggestions: readonly Suggestion[] },
): string {
  const activities = assessment.activities.map(({ id, goal, state, owner, scorecard, points }) => ({
    ...{ id, title: method.activities.find((one) => one.id === id)?.title[language] ?? id, goal, state },
    ...{ owner: owner ?? null, scorecard: scorecard?.file ?? null },
    points: points.map(({ id: point, kind, value, source, measured, declared, isExpired, evidence, differences }) => ({
      ...{ id: point, asks: pointOf(method, point)?.asks[language] ?? '', kind, value, source, measured },
      ...{ declared: declared ?? null, isExpired, differences },
      evidence: evidence.map(({ evidence: name, ...counts }) => ({ id: name, ...counts })),
    })),
  }))
  const { version, url, license } = method.handbook
  return `${JSON.stringify(
    {
      ...{ schemaVersion: GOVERNANCE_SCHEMA_VERSION, handbookVersion: version, asOf: assessment.asOf, isMeasured },
      ...{ period: { since: asked.since, until: asked.until } },
      attribution: { text: method.handbook.attribution[language], license, url },
      ...{ activities, suggestions },
    },
    null,
    2,
  )}\n`
}

/** One line for each point, words of the format as they are in JSON. */
export function governanceCsv({ assessment }: Governance, { method, language }: Shown): string {
  const head = [
    ...['activity', 'title', 'goal', 'state', 'owner', 'point', 'asks', 'kind', 'value', 'source', 'measured'],
    ...['declared', 'declared_by', 'declared_at', 'declared_until', 'link', 'differences', 'met', 'unmet', 'unknown'],
    'as_of',
  ]
  const rows = assessment.activities.flatMap((activity) =>
    activity.points.map((point) => {
      const { declared, evidence } = point
      const sum = (of: 'met' | 'unmet' | 'unknown') => evidence.reduce((total, one) => total + one[of], 0)
      const instants = evidence.flatMap(({ asOf }) => (asOf === null ? [] : [asOf])).sort()
      const title = method.activities.find(({ id }) => id === activity.id)?.title[language] ?? ''
      return [
        ...[activity.id, title, activity.goal, activity.state, activity.owner ?? null],
        ...[point.id, asksOf(point, { method, language }), point.kind, point.value, point.source, point.measured],
        ...[declared?.value ?? null, declared?.by ?? null, declared?.at ?? null, declared?.until ?? null],
        ...[declared?.link ?? null, point.differences.join(' '), sum('met'), sum('unmet'), sum('unknown')],
        instants[0] ?? null,
      ]
    }),
  )
  return csvText(head, rows)
}
