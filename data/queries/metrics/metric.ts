import type { Brick } from '../../inventory/bricks.ts'
import type { ComponentSheet } from '../../inventory/components.ts'
import type { Migration } from '../../inventory/migration.ts'
import type { ComponentTranslations } from '../../inventory/translations/coverage.ts'
import type { PeriodGrain } from '../../metrics/periods.ts'
import type { AnswerPromise } from '../../metrics/promise.ts'
import type { Audience, Text } from '../../model/vocabulary.ts'
import { defineQuery, type Query, type Shape, type ValuesOf } from '../query.ts'
import type { ColumnName } from './columns.ts'

/** What the value of a metric counts. */
export type MetricUnit =
  | 'change-requests'
  | 'issues'
  | 'commits'
  | 'releases'
  | 'persons'
  | 'organisations'
  | 'repositories'
  | 'components'
  | 'keys'
  | 'adopters'
  | 'bricks'
  | 'activities'
  | 'outcomes'
  | 'days'
  | 'ratio'

/** What is looked at in a repository and must have been read for a figure to be whole. */
export type MetricStream = 'change-requests' | 'issues' | 'commits' | 'tree'

/** Everything that a question about a figure may be told; a query takes those that its SQL names. */
export const METRIC_PARAMS = {
  owner: 'text',
  name: 'text',
  anonymous_only: 'integer',
  from_month: 'integer',
  to_month: 'integer',
  as_of: 'text',
  as_of_epoch: 'integer',
  as_of_month: 'integer',
  share: 'real',
} as const satisfies Shape

/** An empty owner or name means all; months are YYYYMM. */
export type MetricParams = ValuesOf<typeof METRIC_PARAMS>

/** What a finishing step is told beside the rows. */
export interface Asking extends MetricParams {
  /** Periods that a series is told by. */
  readonly grains: readonly PeriodGrain[]
  /** What the office promised; undefined where it promised nothing. */
  readonly promise?: AnswerPromise | undefined
  /** What was never read of the repositories in question: a count of it is not known, not nought. */
  readonly unread: ReadonlySet<MetricStream>
}

export type MetricCell = string | number | null

/** Cells by name of column; beside those of `columns`, the counts that decide what may be shown. */
export type MetricRow = Readonly<Record<string, MetricCell>>

/** What keeps a figure from being whole, beyond what coverage tells. */
export type MissingKind =
  | 'nothing-collected'
  | 'never-read'
  | 'incomplete'
  | 'known-until'
  | 'issues-elsewhere'
  | 'affiliations-absent'
  | 'register-absent'
  | 'rollups-stale'
  | 'few-persons'
  | 'small-sample'
  | 'unknown-too-high'
  | 'unsettled'
  | 'service-commits'
  | 'inventory-absent'
  | 'never-judged'
  | 'judged-later'
  | 'never-assessed'
  | 'undated'
  | 'no-promise'

export interface Missing {
  readonly kind: MissingKind
  /** How many things it is about; 0 where that cannot be counted. */
  readonly count: number
  /** What they are called, where they may be named: a stream, a register, repositories. */
  readonly names: readonly string[]
}

/** When a column may be shown. A column without such a rule always may. */
export interface ColumnRule {
  /** Column with the distinct persons behind the figure: under the floor the public does not see it. */
  readonly persons?: string
  /** Column with the distinct persons whose work it tells of: under the floor it is told of the portfolio alone, and never in public. */
  readonly workOf?: string
  /** Column with the number of cases, and the least that says anything. */
  readonly sample?: { readonly of: string; readonly least: number }
  /** Counts that add up over groups and periods: hidden together, so that no sum gives one away. */
  readonly isAdditive?: boolean
  /** Told in public while the share whose fate is not known (`unknown_share`) is at most a tenth. */
  readonly isRefusal?: boolean
  /** Without which it is not known, whatever else was read. */
  readonly stream?: MetricStream
  readonly audience?: Audience
}

export interface MetricAbout {
  /** Short name of the command line, kebab-case. */
  readonly id: string
  readonly title: Text
  readonly definition: Text
  readonly formula: Text
  readonly unit: MetricUnit
  readonly source: Text
  readonly limits: Text
  /** What it must not be used for. */
  readonly notFor: Text
  readonly audience: Audience
  readonly streams: readonly MetricStream[]
  /** Registers without which it is not known, by id. */
  readonly registers?: readonly string[]
  /** Whether it is told by period: its finishing step is told by which. */
  readonly isSeries?: boolean
  /** Whether groups of people are told apart in it. */
  readonly hasGroups?: boolean
  /** In the order in which they are shown. */
  readonly columns: readonly ColumnName[]
  readonly rules?: Readonly<Record<string, ColumnRule>>
  /** Grains of time that the public sees; all when left out. */
  readonly publicGrains?: readonly PeriodGrain[]
  /** Whether the public sees everybody together only. */
  readonly isPublicTotal?: boolean
}

export interface Finished {
  readonly rows: readonly MetricRow[]
  readonly missing?: readonly Missing[]
}

/** A query behind a metric, without its id and title, which are those of the metric. */
interface Question<Params extends Shape, Row extends Shape> {
  readonly params: Params
  readonly row: Row
  readonly sql: string
}

interface Behind<Params extends Shape, Row extends Shape> extends Question<Params, Row> {
  readonly columns: readonly ColumnName[]
  readonly rules?: Readonly<Record<string, ColumnRule>>
}

/** A figure answered by SQL, and by a pure step where SQL is not enough. */
export interface StoreMetric extends MetricAbout {
  readonly from: 'store'
  readonly query: Query
  readonly finish?: (rows: readonly MetricRow[], asked: Asking) => Finished
  /** The cases behind the figure, for the officer; never a person. */
  readonly behind: { readonly query: Query } & Pick<MetricAbout, 'columns' | 'rules'>
}

/** What the inventory worked out, of the components that are asked about. */
export interface MeasuredInventory {
  readonly components: readonly ComponentSheet[]
  readonly bricks: readonly Brick[]
  readonly migrations: readonly Migration[]
  readonly translations: readonly ComponentTranslations[]
  /** Ids of the registers that are kept: what another would say is not known. */
  readonly registers: ReadonlySet<string>
}

/** A figure drawn from the inventory, which joins manifests and registers where SQL cannot. */
export interface InventoryMetric extends MetricAbout {
  readonly from: 'inventory'
  /** Command that shows the same things one by one. */
  readonly command: string
  measure(inventory: MeasuredInventory): readonly MetricRow[]
  readonly behind: Pick<MetricAbout, 'columns' | 'rules'> & {
    measure(inventory: MeasuredInventory): readonly MetricRow[]
  }
}

export type Metric = StoreMetric | InventoryMetric

export function defineInventoryMetric(metric: Omit<InventoryMetric, 'from'>): InventoryMetric {
  return { ...metric, from: 'inventory' }
}

/** Ties what a figure means to the question that answers it: types of `finish` come from the shapes of the query. */
export function defineMetric<
  const Params extends Partial<typeof METRIC_PARAMS>,
  const Row extends Shape,
  const BehindParams extends Partial<typeof METRIC_PARAMS>,
  const BehindRow extends Shape,
>(
  metric: MetricAbout & {
    readonly query: Question<Params, Row>
    finish?(rows: readonly ValuesOf<Row>[], asked: Asking): Finished
    readonly behind: Behind<BehindParams, BehindRow>
  },
): StoreMetric {
  const { query, finish, behind, ...about } = metric
  const { id, title } = about
  return {
    ...about,
    from: 'store',
    query: defineQuery({ id: `metrics/${id}`, title: title.en, ...query }),
    // The one place where the shape of a query is taken for what it promises; a test checks every query against it.
    ...(finish && { finish: (rows, asked) => finish(rows as readonly ValuesOf<Row>[], asked) }),
    behind: {
      query: defineQuery({
        ...{ id: `metrics/${id}/rows`, title: `${title.en}: the cases` },
        ...{ params: behind.params, row: behind.row, sql: behind.sql },
      }),
      columns: behind.columns,
      ...(behind.rules && { rules: behind.rules }),
    },
  }
}
