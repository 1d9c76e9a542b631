import type { Language } from '#data/model/vocabulary.ts'
import { blocksText } from '../reporters/blocks.ts'
import { citySheetBlocks } from '../reporters/city-sheet.ts'
import type { CellValue, InventoryAnswer } from './answer.ts'
import { allParts } from './answer-assemblies.ts'
import { assemblySheet, listedAssemblies } from './assembly-sheet.ts'
import { chooseAssembly } from './choose.ts'
import type { Holdings } from './holdings.ts'
import { type CitySheet, loadCitySheet } from './load-city-sheet.ts'

interface Asked {
  readonly name: string
  /** Language of the texts that the city asks for. */
  readonly texts: string
  /** Language of the answer. */
  readonly language: Language
}

/** A city asks for an assembly in its language: how far the texts are, how it starts, what it lacks, whom to ask. */
export async function answerCity(
  holdings: Holdings,
  { name, texts, language }: Asked,
): Promise<InventoryAnswer & Required<Pick<InventoryAnswer, 'page'>>> {
  const { inventory, assemblies } = holdings
  const assembly = chooseAssembly(name, { inventory, assemblies })
  const sheet = await loadCitySheet(holdings, { assembly, texts, language })
  const title = `${assembly.id} · ${texts}`
  const blocks = citySheetBlocks(sheet, language)
  const { members, about = [] } = listedAssemblies([assembly], { inventory, language })
  return {
    members: { ...members, city: sheet },
    csv: { heads: ['what', 'language', 'rate', 'translated', 'reference'], rows: csvRows(sheet) },
    about,
    lines: [
      ...[title, '', ...blocksText(blocks).trimEnd().split('\n'), ''],
      ...allParts(assemblySheet(assembly, { inventory, language }), language),
    ],
    page: { title, blocks },
  }
}

function csvRows({ texts, keys, offices, components }: CitySheet): readonly (readonly CellValue[])[] {
  const row = (what: string, one: { readonly translated: number | null; readonly reference: number | null } | null) => {
    const [translated, reference] = [one?.translated ?? null, one?.reference ?? null]
    const rate = translated === null || reference === null || reference === 0 ? null : translated / reference
    return [what, texts, rate, translated, reference]
  }
  return [
    row('all', keys),
    ...(['front', 'back', 'unknown'] as const).map((side) => row(side, offices[side])),
    ...components.map((one) => row(one.component, one)),
  ]
}
