import type { Inventory } from '#data/inventory/inventory.ts'
import type { RegisterProblem } from '#data/inventory/register-problems.ts'
import type { InventoryAnswer } from '../inventory/answer.ts'

const INVENTORY_SCHEMA_VERSION = 1

/** The stable shape that other programs read: the envelope, then what was asked for. */
export function inventoryJson(
  { members, registers = [] }: InventoryAnswer,
  { inventory, problems }: { readonly inventory: Inventory; readonly problems: readonly RegisterProblem[] },
): string {
  const { asOf, coverage } = inventory
  const unkept = unkeptOf(registers, inventory)
  const answer = { schemaVersion: INVENTORY_SCHEMA_VERSION, asOf, coverage, unkept, ...members, problems }
  return `${JSON.stringify(answer, null, 2)}\n`
}

/** Of the registers that an answer rests on, those that nobody keeps. */
export function unkeptOf(registers: readonly string[], inventory: Pick<Inventory, 'registers'>): readonly string[] {
  return registers.filter((register) => !inventory.registers.has(register))
}
