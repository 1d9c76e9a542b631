import { type Assembly, assembliesOf, type Part } from '#data/inventory/assembly.ts'
import type { Inventory } from '#data/inventory/inventory.ts'
import { componentNames } from '#data/inventory/names.ts'
import { UsageFailure } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import { englishCount, frenchCount } from '#data/model/plural.ts'
import { table } from '../reporters/table.ts'
import type { Asking, InventoryAnswer } from './answer.ts'
import { assemblySheet, listedAssemblies } from './assembly-sheet.ts'
import { day, orUnknown } from './words.ts'

const WORDS = {
  fr: {
    heads: ['assemblage', 'version', 'publiée le', 'âge (jours)', 'retard'],
    brought: 'apporté par un autre',
    holding: (count: number, name: string) =>
      `${frenchCount(count, 'pack ou site contient', 'packs ou sites contiennent')} ${name} :`,
  },
  en: {
    heads: ['assembly', 'version', 'released on', 'age (days)', 'behind'],
    brought: 'brought in by another',
    holding: (count: number, name: string) =>
      `${englishCount(count, 'pack or site holds', 'packs or sites hold')} ${name}:`,
  },
} as const

/** Which assemblies hold a component, or an artifact that no collected repository produces; each with its pin. */
export function answerHolding({ inventory, language }: Asking, name: string): InventoryAnswer {
  const words = WORDS[language]
  const assemblies = assembliesOf(inventory)
  const ids = componentNames(inventory.portfolio.components)
    .find(name)
    .map(({ id }) => id)
  const wanted = name.trim().toLowerCase()
  const holds = ({ component, artifact }: Pick<Part, 'component' | 'artifact'>) =>
    (component !== null && ids.includes(component)) ||
    [artifact, artifact.split(':')[1]].some((one) => one?.toLowerCase() === wanted)
  const holding = assemblies.filter(({ parts }) => parts.some(holds))
  if (holding.length === 0 && ids.length === 0) throw unknownPart(name, { inventory, assemblies })
  const rows = holding.map((assembly) => {
    const part = assemblySheet(assembly, { inventory, language }).parts.find(holds)
    if (part?.isDirect !== true) return [assembly.id, words.brought, '', '', '']
    const { version, publishedAt, ageDays, behind } = part
    return [assembly.id, orUnknown(version), day(publishedAt), orUnknown(ageDays), orUnknown(behind)]
  })
  const listed = rows.length === 0 ? [] : table([[...words.heads], ...rows], 3)
  return {
    ...listedAssemblies(holding, { inventory, language }),
    lines: [words.holding(holding.length, name), ...listed.map((line) => `  ${line}`)],
  }
}

function unknownPart(
  name: string,
  { inventory, assemblies }: { readonly inventory: Inventory; readonly assemblies: readonly Assembly[] },
): UsageFailure {
  const artifacts = assemblies.flatMap(({ parts }) =>
    parts.flatMap(({ artifact }) => [artifact, artifact.split(':')[1] ?? '']),
  )
  const repositories = inventory.portfolio.components.map(({ repository }) => repository)
  const near = suggestion(name, [...artifacts, ...repositories])
  return new UsageFailure('component-unknown', `no component and no part of an assembly is called "${name}".${near}`)
}
