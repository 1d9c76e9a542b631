import { assembliesOf, compareAssemblies } from '#data/inventory/assembly.ts'
import { table } from '../reporters/table.ts'
import type { Asking, CellValue, InventoryAnswer } from './answer.ts'
import { assemblySheet, partLines } from './assembly-sheet.ts'
import { chooseAssembly } from './choose.ts'
import { orUnknown } from './words.ts'

const WORDS = {
  fr: {
    added: (name: string) => `Seulement dans ${name} :`,
    changed: 'En versions différentes :',
    same: 'Les deux nomment les mêmes composants, aux mêmes versions.',
  },
  en: {
    added: (name: string) => `In ${name} alone:`,
    changed: 'In different versions:',
    same: 'Both name the same components in the same versions.',
  },
} as const

/** What differs between two assemblies, in what they name themselves. */
export function answerDifference(
  { inventory, language }: Asking,
  { name, other }: { readonly name: string; readonly other: string },
): InventoryAnswer {
  const words = WORDS[language]
  const assemblies = assembliesOf(inventory)
  const one = chooseAssembly(name, { inventory, assemblies })
  const two = chooseAssembly(other, { inventory, assemblies })
  const difference = compareAssemblies(one, two)
  const { changed } = difference
  const sheets = [one, two].map((each) => assemblySheet(each, { inventory, language }))
  const partsOf = (parts: readonly { readonly artifact: string }[], sheet: (typeof sheets)[number] | undefined) =>
    sheet?.parts.filter(({ artifact }) => parts.some((part) => part.artifact === artifact)) ?? []
  const [removed, added] = [partsOf(difference.removed, sheets[0]), partsOf(difference.added, sheets[1])]
  const versions = changed.map(({ artifact, from, to }) => [artifact, orUnknown(from), '→', orUnknown(to)])
  const rows = [
    ...removed.map(({ artifact, version }): readonly CellValue[] => ['removed', artifact, version, null]),
    ...added.map(({ artifact, version }): readonly CellValue[] => ['added', artifact, null, version]),
    ...changed.map(({ artifact, from, to }): readonly CellValue[] => ['changed', artifact, from, to]),
  ]
  return {
    members: { assemblies: sheets, difference: { added, removed, changed } },
    csv: { heads: ['difference', 'artifact', one.id, two.id], rows },
    about: [one.component.id, two.component.id],
    lines: [
      ...(rows.length === 0 ? [words.same] : []),
      ...(removed.length === 0 ? [] : [words.added(one.id), ...partLines(removed, language), '']),
      ...(added.length === 0 ? [] : [words.added(two.id), ...partLines(added, language), '']),
      ...(versions.length === 0 ? [] : [words.changed, ...table(versions, 4).map((line) => `  ${line}`)]),
    ],
  }
}
