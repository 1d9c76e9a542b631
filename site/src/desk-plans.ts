import type { Text } from '#data/model/vocabulary.ts'
import type { ColumnName } from '#data/queries/metrics/columns.ts'
import type { Drawing, FigureId } from './figure-plans.ts'

/** Periods that a page of the office can be read over, and the folder of each. */
export const TIME_WINDOWS = {
  year: { fr: '12-mois', en: '12-months' },
  'three-years': { fr: '36-mois', en: '36-months' },
  whole: { fr: 'depuis-le-debut', en: 'from-the-beginning' },
} as const satisfies Record<string, Text>

export type TimeWindow = keyof typeof TIME_WINDOWS
export const TIME_WINDOW_NAMES = ['year', 'three-years', 'whole'] as const satisfies readonly TimeWindow[]

/** A drawing over time of one metric. */
interface DrawnMetric {
  readonly metric: string
  readonly drawing: Drawing
  readonly drawn: readonly ColumnName[]
  readonly besides: readonly ColumnName[]
}

/** A state of the day, drawn as lying bars. */
interface DrawnState {
  readonly metric: string
  readonly rows: readonly ColumnName[]
  readonly drawn: readonly ColumnName[]
  readonly besides: readonly ColumnName[]
}

/** A column of the table that sets organisations side by side. */
export interface ComparedColumn {
  readonly metric: string
  readonly column: ColumnName
  readonly where: Readonly<Record<string, string>>
}

interface DeskPlan {
  /** Figure of the register whose finding the page has for a title. */
  readonly main: FigureId
  readonly overTime: readonly DrawnMetric[]
  readonly states: readonly DrawnState[]
  readonly compared: readonly ComparedColumn[]
  /** Whether commits are told by kind of component, too. */
  readonly hasKinds?: true
}

const ALL = { author_group: 'all' }
const WAIT = ['median_working_days', 'p90_working_days'] as const
const CASES = ['cases', 'settled', 'unanswered', 'censored', 'unsettled'] as const
const WAITED = { drawing: 'frames', drawn: WAIT, besides: CASES } as const
const AGES = { rows: ['age_band'], drawn: ['open_now'], besides: ['median_days', 'oldest_days'] } as const

function compare(
  metric: string,
  columns: readonly ColumnName[],
  where: ComparedColumn['where'] = {},
): readonly ComparedColumn[] {
  return columns.map((column) => ({ metric, column, where }))
}

/** What the office looks at, page by page. */
export const DESK_PLANS = {
  'activity-desk': {
    main: 'change-requests',
    overTime: [
      {
        metric: 'change-requests',
        drawing: 'lines',
        drawn: ['opened', 'merged', 'closed_unmerged'],
        besides: ['open'],
      },
      { metric: 'issues', drawing: 'lines', drawn: ['opened', 'closed'], besides: ['open'] },
      {
        metric: 'commits',
        drawing: 'stack',
        drawn: ['commits'],
        besides: ['contributors', 'release_commits', 'bot_commits'],
      },
    ],
    states: [],
    compared: [
      ...compare('change-requests', ['opened', 'merged', 'closed_unmerged'], ALL),
      ...compare('issues', ['opened', 'closed'], ALL),
      ...compare('commits', ['commits', 'contributors']),
      ...compare('releases', ['releases_12_months']),
    ],
    hasKinds: true,
  },
  responsiveness: {
    main: 'first-response',
    overTime: [
      { metric: 'first-response', ...WAITED },
      { metric: 'answers-in-time', drawing: 'stack', drawn: ['in_time_share'], besides: ['due', 'in_time'] },
      { metric: 'time-to-review', ...WAITED },
      { metric: 'time-to-merge', ...WAITED },
    ],
    states: [
      { metric: 'change-request-backlog', ...AGES },
      { metric: 'issue-backlog', ...AGES },
    ],
    compared: [
      ...compare('first-response', WAIT, ALL),
      ...compare('answers-in-time', ['in_time_share'], ALL),
      ...compare('time-to-review', WAIT, ALL),
      ...compare('time-to-merge', WAIT, ALL),
      ...compare('change-request-backlog', ['open_now', 'median_days'], { ...ALL, age_band: 'any-age' }),
    ],
  },
  sustainability: {
    main: 'absence-factor',
    overTime: [
      {
        metric: 'contributors',
        drawing: 'lines',
        drawn: ['active', 'drifting', 'lost'],
        besides: ['new', 'continuing', 'returning'],
      },
    ],
    states: [{ metric: 'portfolio-state', rows: ['state'], drawn: ['components'], besides: ['share'] }],
    compared: [
      ...compare('absence-factor', ['absence_factor', 'contributors'], { kind: 'commit' }),
      ...compare('organisational-diversity', ['elephant_factor', 'organisations', 'unknown_share']),
      ...compare('portfolio-state', ['components'], { state: 'active' }),
      ...compare('portfolio-state', ['components'], { state: 'dormant' }),
      ...compare('portfolio-state', ['components'], { state: 'archived' }),
    ],
  },
} as const satisfies Record<string, DeskPlan>

export type DeskPlace = keyof typeof DESK_PLANS

export function isDeskPlace(place: string): place is DeskPlace {
  return Object.hasOwn(DESK_PLANS, place)
}

export function deskPlan(place: DeskPlace): DeskPlan {
  return DESK_PLANS[place]
}

/** The page of the office that an address leads to. Throws for any other: a fault of ours. */
export function deskPlaceOf(address: { readonly sheet: string; readonly place?: DeskPlace }): DeskPlace {
  const place = address.place ?? address.sheet
  if (!isDeskPlace(place)) throw new Error(`${place} is no page of the office`)
  return place
}
