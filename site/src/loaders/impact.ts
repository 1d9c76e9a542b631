import type { RowOf } from '#data/queries/query.ts'
import { siteCosts, siteImpact } from '#data/queries/site/board.ts'
import { type Asked, type Dated, type Register, readOf } from './reading.ts'

export const IMPACT_FIGURES = [
  ...(['services', 'adopters', 'releases', 'repositories'] as const),
  ...(['opened', 'opened-outside', 'merged', 'merged-outside'] as const),
] as const
export type ImpactFigure = (typeof IMPACT_FIGURES)[number]

const COST_KINDS = ['spent', 'saved', 'avoided'] as const
type CostKind = (typeof COST_KINDS)[number]

export interface ImpactYear {
  readonly year: number
  /** Last day that is counted, `YYYY-MM-DD`. */
  readonly until: string
  /** A number, or why there is none. */
  readonly values: { readonly [Figure in ImpactFigure]: number | 'hidden' | null }
}

/** What each year came to, the last one first, and what a body approved to be told of costs. */
export interface Impact extends Dated {
  readonly years: readonly ImpactYear[]
  readonly costs: readonly (Omit<RowOf<typeof siteCosts>, 'kind'> & { readonly kind: CostKind })[]
}

export async function loadImpact(store: Asked, register: Register): Promise<Impact> {
  const rows = Map.groupBy(await store.ask(siteImpact, {}), ({ year }) => year)
  return {
    ...{ asOf: register.asOf, coverage: readOf(register) },
    years: [...rows].map(([year, own]) => ({ year, until: own[0]?.until ?? register.asOf, values: valuesOf(own) })),
    costs: (await store.ask(siteCosts, {})).flatMap((row) => {
      const kind = COST_KINDS.find((one) => one === row.kind)
      return kind === undefined ? [] : [{ ...row, kind }]
    }),
  }
}

function valuesOf(rows: readonly RowOf<typeof siteImpact>[]): ImpactYear['values'] {
  const of = (figure: ImpactFigure) => {
    const row = rows.find((one) => one.figure === figure)
    return row?.is_hidden === 1 ? 'hidden' : (row?.value ?? null)
  }
  return {
    ...{ services: of('services'), adopters: of('adopters'), releases: of('releases') },
    ...{ repositories: of('repositories'), opened: of('opened'), 'opened-outside': of('opened-outside') },
    ...{ merged: of('merged'), 'merged-outside': of('merged-outside') },
  }
}
