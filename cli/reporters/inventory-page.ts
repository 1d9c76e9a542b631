import type { Inventory } from '#data/inventory/inventory.ts'
import type { Language } from '#data/model/vocabulary.ts'
import type { InventoryAnswer } from '../inventory/answer.ts'
import { blocksMarkdown } from './blocks.ts'
import { blocksPage } from './blocks-page.ts'
import { ageText } from './inventory-text.ts'
import { escaped } from './markdown-text.ts'

type Page = Required<InventoryAnswer>['page']

interface Around {
  readonly inventory: Inventory
  readonly language: Language
}

export function inventoryMarkdown({ title, blocks }: Page, { inventory, language }: Around): string {
  return `# ${escaped(title)}\n\n${blocksMarkdown([...blocks, { lines: [ageText(inventory, language)] }])}`
}

/** One page that prints on A4. */
export function inventoryPage({ title, blocks }: Page, { inventory, language }: Around): string {
  return blocksPage({ title, blocks: [...blocks, { lines: [ageText(inventory, language)] }], language })
}
