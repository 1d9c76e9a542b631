import type { Inventory } from '#data/inventory/inventory.ts'
import type { Language } from '#data/model/vocabulary.ts'
import type { Block } from '../reporters/blocks.ts'

export type CellValue = string | number | boolean | null

/** What a question about the inventory answers, before it is written in one format or another. */
export interface InventoryAnswer {
  /** What the JSON answer holds beside its envelope. */
  readonly members: Readonly<Record<string, unknown>>
  /** One line for each thing that was asked for; what is not known is null. */
  readonly csv: { readonly heads: readonly string[]; readonly rows: readonly (readonly CellValue[])[] }
  readonly lines: readonly string[]
  /** Ids of the registers that it rests on: what one that nobody keeps would tell is not known. */
  readonly registers?: readonly string[]
  /** Whether it is told by files of repositories: where none were read, nothing of it is known. */
  readonly isOfFiles?: boolean
  /** Ids of the components that a bill of materials of this answer is about; all when left out. */
  readonly about?: readonly string[]
  /** What can be printed on paper, where there is such a sheet. */
  readonly page?: { readonly title: string; readonly blocks: readonly Block[] }
}

export interface Asking {
  readonly inventory: Inventory
  readonly language: Language
}
