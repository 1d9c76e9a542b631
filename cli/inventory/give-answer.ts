import { type RegisterProblem, registerProblems } from '#data/inventory/register-problems.ts'
import { UsageFailure } from '#data/model/failures.ts'
import { type CommonOptions, languageOf } from '../io.ts'
import type { Session } from '../session.ts'
import type { Asking, InventoryAnswer } from './answer.ts'
import type { INVENTORY_FORMATS, PAGE_FORMATS } from './formats.ts'
import { type Holdings, withHoldings } from './holdings.ts'

export interface InventoryOptions extends CommonOptions {
  readonly format: (typeof INVENTORY_FORMATS)[number] | (typeof PAGE_FORMATS)[number]
}

export type InventoryCall<More = object> = Session & { readonly options: InventoryOptions & More }

export type Ask = (asking: Asking, holdings: Holdings) => InventoryAnswer | Promise<InventoryAnswer>

/** Asks the database one question and writes the answer in the format that was chosen. */
export async function giveAnswer(call: InventoryCall, ask: Ask): Promise<void> {
  const { io, options } = call
  await withHoldings(call, async (holdings) => {
    const { inventory, config } = holdings
    const language = languageOf(options, io.env, config.language)
    const problems = registerProblems(inventory)
    const given = await ask({ inventory, language }, holdings)
    io.out(await written(given, { inventory, problems, language, format: options.format }))
  })
}

interface Writing extends Asking {
  readonly problems: readonly RegisterProblem[]
  readonly format: InventoryOptions['format']
}

async function written(given: InventoryAnswer, { format, ...around }: Writing): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../reporters/inventory-json.ts')).inventoryJson(given, around)
    case 'csv':
      return (await import('../reporters/inventory-csv.ts')).inventoryCsv(given, around.language)
    case 'cyclonedx':
      return (await import('../reporters/inventory-cyclonedx.ts')).inventoryCycloneDx(given, around.inventory)
    case 'markdown':
      return (await import('../reporters/inventory-page.ts')).inventoryMarkdown(pageOf(given), around)
    case 'html':
      return (await import('../reporters/inventory-page.ts')).inventoryPage(pageOf(given), around)
    case 'table':
      return (await import('../reporters/inventory-text.ts')).inventoryText(given, around)
  }
}

function pageOf({ page }: InventoryAnswer): Required<InventoryAnswer>['page'] {
  if (page !== undefined) return page
  throw new UsageFailure('sheet-incomplete', 'a sheet is about one assembly and one language other than English.', {
    hint: 'For example: parvis inventory assemblies my-site --lang hu --format html',
  })
}
