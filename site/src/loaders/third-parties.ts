import { brickName } from '#data/inventory/bricks.ts'
import type { RowOf } from '#data/queries/query.ts'
import { siteBrickPlaces, siteBrickPlans, siteBricks, siteBrickVersions } from '#data/queries/site/desk.ts'
import type { Asked, Dated, Register } from './reading.ts'

/** Where something from outside stands towards its plan B; what needs one first. */
export const PLAN_GROUPS = ['overdue', 'in-service', 'ships', 'unknown', 'planned', 'none-needed'] as const
export type PlanGroup = (typeof PLAN_GROUPS)[number]

type Plan = RowOf<typeof siteBrickPlans>

export interface ThirdParty extends Omit<RowOf<typeof siteBricks>, 'versions'> {
  readonly group: PlanGroup
  readonly name: string
  readonly versions: readonly RowOf<typeof siteBrickVersions>[]
  readonly environments: readonly { readonly name: string; readonly version: string | null }[]
  readonly packs: readonly string[]
  readonly components: readonly string[]
  readonly plans: readonly Plan[]
}

export interface ThirdParties extends Dated {
  readonly groups: readonly { readonly id: PlanGroup; readonly members: readonly ThirdParty[] }[]
  readonly all: readonly ThirdParty[]
  /** Those that ask for a plan B, and those that have one; null where no register of plans B is kept. */
  readonly asked: number
  readonly planned: number | null
}

export async function loadThirdParties(store: Asked, register: Register): Promise<ThirdParties> {
  const versions = Map.groupBy(await store.ask(siteBrickVersions, {}), ({ brick }) => brick)
  const places = Map.groupBy(await store.ask(siteBrickPlaces, {}), ({ brick }) => brick)
  const plans = Map.groupBy(await store.ask(siteBrickPlans, {}), ({ brick }) => brick)
  const all = (await store.ask(siteBricks, {})).map((row): ThirdParty => {
    const where = places.get(row.brick) ?? []
    const own = plans.get(row.brick) ?? []
    const named = (kind: string) => where.filter((place) => place.kind === kind)
    return {
      ...row,
      ...{ group: groupOf(row, own), name: brickName(row), plans: own },
      versions: versions.get(row.brick) ?? [],
      environments: named('environment').map(({ name, version }) => ({ name, version })),
      packs: named('assembly').map(({ name }) => name),
      components: named('component').map(({ name }) => name),
    }
  })
  const groups = Map.groupBy(all, ({ group }) => group)
  const count = (...ids: readonly PlanGroup[]) => ids.reduce((sum, id) => sum + (groups.get(id)?.length ?? 0), 0)
  return {
    asOf: register.asOf,
    coverage: register.trees,
    all,
    asked: all.length - count('none-needed'),
    planned: groups.has('unknown') ? null : count('planned', 'overdue'),
    groups: PLAN_GROUPS.flatMap((id) => {
      const members = groups.get(id)
      return members === undefined ? [] : [{ id, members }]
    }),
  }
}

function groupOf({ is_gap, is_in_service }: RowOf<typeof siteBricks>, plans: readonly Plan[]): PlanGroup {
  if (plans.some(({ is_overdue }) => is_overdue === 1)) return 'overdue'
  if (plans.length > 0) return 'planned'
  if (is_gap === null) return 'unknown'
  if (is_gap === 0) return 'none-needed'
  return is_in_service === 1 ? 'in-service' : 'ships'
}
