import { type Brick, overduePlans } from '#data/inventory/bricks.ts'
import type { CellValue } from './answer.ts'

export const BRICK_HEADS = [
  ...['brick', 'title', 'scopes', 'versions', 'licenses', 'components', 'usedBy', 'environments', 'since', 'support'],
  ...['latest', 'latestAt', 'latestFrom', 'state', 'absenceFactor', 'assemblies', 'licenseWithin', 'supplierRisk'],
  ...['referent', 'recommended', 'planB', 'effort', 'owner', 'review', 'overdue', 'gap'],
]

export function brickRow(brick: Brick): readonly CellValue[] {
  const { environments, upkeep, assemblies } = brick
  const planB = brick.planB ?? []
  const join = (values: readonly (string | null)[]) => values.flatMap((value) => value ?? []).join(' | ') || null
  return [
    ...[brick.brick, brick.title, join(brick.scopes), join(brick.versions.map(({ version }) => version))],
    ...[join(brick.licenses.map(({ license }) => license)), brick.usedBy.length, join(brick.usedBy)],
    join(environments.map(({ environment, version }) => join([environment, version]))),
    ...[join(environments.map(({ since }) => since)), join(environments.map(({ support }) => support))],
    ...[upkeep?.latest ?? null, upkeep?.latestAt ?? null, upkeep?.source ?? null, upkeep?.state ?? null],
    ...[upkeep?.absenceFactor ?? null, join(assemblies.map(({ id }) => id)), join(assemblies.map(({ fit }) => fit))],
    join(environments.map(({ supplierRisk }) => supplierRisk)),
    ...[
      join(environments.map(({ referent }) => referent)),
      environments.find((one) => one.isRecommended !== null)?.isRecommended ?? null,
    ],
    ...[join(planB.map(({ alternative }) => alternative)), join(planB.map(({ effort }) => effort))],
    ...[join(planB.map(({ owner }) => owner)), join(planB.map(({ review }) => review))],
    ...[brick.planB === null ? null : overduePlans(brick).length > 0, brick.isGap],
  ]
}
