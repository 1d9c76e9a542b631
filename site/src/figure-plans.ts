import type { Text } from '#data/model/vocabulary.ts'
import type { ColumnName } from '#data/queries/metrics/columns.ts'

/** Themes of the figures, in the order of their index. */
export const THEMES = ['contributions', 'answers', 'people', 'portfolio', 'quality', 'reuse'] as const
export type Theme = (typeof THEMES)[number]

/** `stack`: bars of counts by period; `lines`: one frame; `frames`: one frame a series, each with its own scale; `bars`: a bar a row; `facts`: numbers set large. */
export type Drawing = 'stack' | 'lines' | 'frames' | 'bars' | 'facts'

/** How a figure is made from the answer of a metric. */
export interface FigurePlan {
  /** Number in the register. It is cited: it never changes and is never given again. */
  readonly number: number
  readonly theme: Theme
  readonly metric: string
  readonly slug: Text
  readonly drawing: Drawing
  /** Rows of the answer that count: those whose dimensions are these. */
  readonly where?: Readonly<Record<string, string>>
  /** Columns that are drawn, and those that are in the table alone. */
  readonly drawn: readonly ColumnName[]
  readonly besides?: readonly ColumnName[]
  /** A column for each value of a dimension, of the one that is drawn: those that are drawn, and those that are not; all of them where none is listed. */
  readonly across?: {
    readonly dimension: ColumnName
    readonly drawn?: readonly string[]
    readonly besides?: readonly string[]
  }
  /** What rows are called by, in a figure that is not by period. */
  readonly rows?: readonly ColumnName[]
  /** Grains of time, the dearest first. */
  readonly grains?: readonly Grain[]
}

export type Grain = 'month' | 'quarter' | 'year'

const ALL = { author_group: 'all' }
const BY_TIME: readonly Grain[] = ['month', 'quarter', 'year']
const DURATION = {
  theme: 'answers',
  drawing: 'frames',
  where: ALL,
  drawn: ['median_working_days', 'p90_working_days'],
  besides: ['median_days', 'p90_days', 'cases', 'settled', 'unanswered', 'censored', 'unsettled'],
  grains: ['quarter', 'year'],
} as const satisfies Omit<FigurePlan, 'number' | 'metric' | 'slug'>

function slug(fr: string, en: string): Text {
  return { fr, en }
}

/** Every figure of the register. A number is given once. */
export const FIGURE_PLANS = {
  'change-requests': {
    ...{ number: 1, theme: 'contributions', metric: 'change-requests', where: ALL, grains: BY_TIME },
    slug: slug('propositions-de-code-par-mois', 'change-requests-by-month'),
    ...{ drawing: 'lines', drawn: ['opened', 'merged', 'closed_unmerged'], besides: ['open'] },
  },
  'author-groups': {
    ...{ number: 2, theme: 'contributions', metric: 'change-requests', grains: BY_TIME },
    slug: slug('qui-propose', 'who-proposes'),
    ...{ drawing: 'stack', drawn: ['opened'] },
    across: {
      dimension: 'author_group',
      drawn: ['inside', 'contractor', 'outside', 'unknown'],
      besides: ['all', 'bot'],
    },
  },
  'first-response': {
    ...DURATION,
    number: 3,
    metric: 'first-response',
    slug: slug('premiere-reponse', 'first-response'),
  },
  'change-request-closure': {
    ...{ number: 4, theme: 'answers', metric: 'change-request-closure', where: ALL, grains: ['year'] },
    slug: slug('taux-de-cloture', 'closure-ratio'),
    ...{ drawing: 'stack', drawn: ['closure_ratio'], besides: ['waiting', 'closed'] },
  },
  'time-to-review': {
    ...DURATION,
    number: 5,
    metric: 'time-to-review',
    slug: slug('premiere-relecture', 'first-review'),
  },
  'time-to-merge': {
    ...DURATION,
    number: 6,
    metric: 'time-to-merge',
    slug: slug('duree-avant-fusion', 'time-to-merge'),
  },
  'time-to-close': {
    ...DURATION,
    number: 7,
    metric: 'time-to-close',
    slug: slug('duree-avant-cloture', 'time-to-close'),
  },
  'change-request-backlog': {
    ...{ number: 8, theme: 'answers', metric: 'change-request-backlog', where: ALL, rows: ['age_band'] },
    slug: slug('propositions-en-attente', 'waiting-change-requests'),
    ...{ drawing: 'bars', drawn: ['open_now'], besides: ['median_days', 'oldest_days'] },
  },
  issues: {
    ...{ number: 9, theme: 'contributions', metric: 'issues', where: ALL, grains: BY_TIME },
    slug: slug('anomalies-et-demandes', 'issues'),
    ...{ drawing: 'lines', drawn: ['opened', 'closed'], besides: ['open'] },
  },
  'issue-closure': {
    ...{ number: 10, theme: 'answers', metric: 'issue-closure', where: ALL, grains: ['year'] },
    slug: slug('taux-de-cloture-des-anomalies', 'issue-closure-ratio'),
    ...{ drawing: 'stack', drawn: ['closure_ratio'], besides: ['waiting', 'closed'] },
  },
  'issue-first-response': {
    ...{ ...DURATION, number: 11, metric: 'issue-first-response' },
    slug: slug('premiere-reponse-aux-anomalies', 'first-response-to-issues'),
  },
  'issue-time-to-close': {
    ...{ ...DURATION, number: 12, metric: 'issue-time-to-close' },
    slug: slug('resolution-des-anomalies', 'issue-resolution'),
  },
  'issue-backlog': {
    ...{ number: 13, theme: 'answers', metric: 'issue-backlog', where: ALL, rows: ['age_band'] },
    slug: slug('anomalies-en-attente', 'waiting-issues'),
    ...{ drawing: 'bars', drawn: ['open_now'], besides: ['median_days', 'oldest_days'] },
  },
  contributors: {
    ...{ number: 14, theme: 'people', metric: 'contributors', where: ALL, grains: ['month'] },
    slug: slug('personnes-qui-contribuent', 'contributors'),
    ...{ drawing: 'lines', drawn: ['active', 'drifting'], besides: ['new', 'continuing', 'returning', 'lost'] },
  },
  'absence-factor': {
    ...{ number: 15, theme: 'people', metric: 'absence-factor', rows: ['kind'] },
    slug: slug('facteur-d-absence', 'contributor-absence-factor'),
    ...{ drawing: 'facts', drawn: ['absence_factor'], besides: ['contributors', 'contributions'] },
  },
  'organisational-diversity': {
    ...{ number: 16, theme: 'people', metric: 'organisational-diversity', rows: [] },
    slug: slug('diversite-des-organisations', 'organisational-diversity'),
    ...{
      drawing: 'facts',
      drawn: ['elephant_factor'],
      besides: ['organisations', 'contributors', 'commits', 'unknown_share'],
    },
  },
  communities: {
    ...{ number: 17, theme: 'people', metric: 'communities', rows: ['community', 'what'] },
    ...{ slug: slug('trois-communautes', 'three-communities'), drawing: 'facts', drawn: ['value'] },
  },
  commits: {
    ...{ number: 18, theme: 'contributions', metric: 'commits', grains: BY_TIME, slug: slug('commits', 'commits') },
    ...{ drawing: 'stack', drawn: ['commits'], besides: ['contributors', 'release_commits', 'bot_commits'] },
  },
  releases: {
    ...{ number: 19, theme: 'portfolio', metric: 'releases', rows: [], slug: slug('versions-publiees', 'releases') },
    drawing: 'facts',
    drawn: ['releases_12_months', 'releases_6_months', 'releasing'],
    besides: ['repositories', 'median_gap_days', 'days_since_last'],
  },
  'portfolio-state': {
    ...{ number: 20, theme: 'portfolio', metric: 'portfolio-state', rows: ['state'] },
    ...{
      slug: slug('etat-du-patrimoine', 'portfolio-state'),
      drawing: 'bars',
      drawn: ['components'],
      besides: ['share'],
    },
  },
  licenses: {
    ...{ number: 21, theme: 'portfolio', metric: 'licenses', rows: ['license'], slug: slug('licences', 'licences') },
    ...{ drawing: 'bars', drawn: ['components'], besides: ['share'] },
  },
  languages: {
    ...{ number: 22, theme: 'portfolio', metric: 'languages', rows: ['language'] },
    slug: slug('langages-de-programmation', 'programming-languages'),
    ...{ drawing: 'bars', drawn: ['share'], besides: ['repositories', 'bytes'] },
  },
  'version-lines': {
    ...{ number: 23, theme: 'portfolio', metric: 'version-lines', rows: ['component_kind'] },
    slug: slug('generations-du-socle', 'platform-lines'),
    ...{ drawing: 'bars', drawn: ['components'], across: { dimension: 'line', drawn: ['v8', 'v7', ''] } },
  },
  translations: {
    ...{
      number: 24,
      theme: 'reuse',
      metric: 'translations',
      rows: ['language'],
      slug: slug('traductions', 'translations'),
    },
    ...{ drawing: 'bars', drawn: ['translated_share'], besides: ['translated', 'keys', 'components', 'lacking'] },
  },
  migration: {
    ...{ number: 25, theme: 'portfolio', metric: 'migration', rows: ['state'], slug: slug('migration', 'migration') },
    ...{ drawing: 'bars', drawn: ['components'], besides: ['share'] },
  },
  adoption: {
    ...{ number: 26, theme: 'reuse', metric: 'adoption', rows: ['adopter_type', 'country', 'through'] },
    slug: slug('reutilisation', 'reuse'),
    ...{ drawing: 'bars', drawn: ['adopters'] },
    across: { dimension: 'state', drawn: ['in-service', 'testing', 'stopped', 'unknown'] },
  },
  'rule-conformity': {
    ...{ number: 27, theme: 'quality', metric: 'rule-conformity', grains: ['month'] },
    slug: slug('conformite-aux-regles', 'rule-conformity'),
    ...{ drawing: 'lines', drawn: ['held_share'], across: { dimension: 'pack' } },
  },
  governance: {
    ...{ number: 28, theme: 'quality', metric: 'governance', rows: ['goal'] },
    slug: slug('gouvernance-par-but', 'governance-by-goal'),
    ...{ drawing: 'bars', drawn: ['activities'] },
    across: { dimension: 'state', drawn: ['done', 'in-progress', 'not-selected'] },
  },
  refusals: {
    ...{ number: 29, theme: 'contributions', metric: 'refusals', where: ALL, rows: ['reason'] },
    slug: slug('fermees-sans-fusion', 'closed-without-a-merge'),
    ...{ drawing: 'bars', drawn: ['change_requests'], besides: ['share'] },
  },
  'change-request-acceptance': {
    ...{ number: 30, theme: 'contributions', metric: 'change-request-acceptance', where: ALL, grains: ['year'] },
    slug: slug('acceptation-des-propositions', 'change-request-acceptance'),
    ...{ drawing: 'stack', drawn: ['accepted_share'], besides: ['acceptance_ratio', 'unknown_share'] },
  },
  'answers-in-time': {
    ...{ number: 31, theme: 'answers', metric: 'answers-in-time', where: ALL, grains: ['quarter', 'year'] },
    slug: slug('reponses-dans-le-delai-promis', 'answers-within-the-promise'),
    ...{ drawing: 'stack', drawn: ['in_time_share'], besides: ['due', 'in_time'] },
  },
} as const satisfies Record<string, FigurePlan>

export type FigureId = keyof typeof FIGURE_PLANS

function isFigureId(id: string): id is FigureId {
  return Object.hasOwn(FIGURE_PLANS, id)
}

/** By number. */
export const FIGURE_IDS: readonly FigureId[] = Object.keys(FIGURE_PLANS)
  .filter(isFigureId)
  .sort((a, b) => FIGURE_PLANS[a].number - FIGURE_PLANS[b].number)

export function planOf(id: FigureId): FigurePlan {
  return FIGURE_PLANS[id]
}
