import type { Inventory } from '#data/inventory/inventory.ts'
import type { RegisterProblem } from '#data/inventory/register-problems.ts'
import type { InventoryAnswer } from '../inventory/answer.ts'

const INVENTORY_SCHEMA_VERSION = 1

/** The stable shape that other programs read: the envelope, then what was asked for. */
export function inventoryJson(
  { members }: InventoryAnswer,
  { inventory, problems }: { readonly inventory: Inventory; readonly problems: readonly RegisterProblem[] },
): string {
  const { asOf, coverage } = inventory
  const answer = { schemaVersion: INVENTORY_SCHEMA_VERSION, asOf, coverage, ...members, problems }
  return `${JSON.stringify(answer, null, 2)}\n`
}
