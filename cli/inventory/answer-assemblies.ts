import { assembliesOf } from '#data/inventory/assembly.ts'
import { englishCount, frenchCount } from '#data/model/plural.ts'
import type { Language } from '#data/model/vocabulary.ts'
import type { Asking, InventoryAnswer } from './answer.ts'
import { type AssemblySheet, assemblySheet, listedAssemblies, partLines } from './assembly-sheet.ts'
import { chooseAssembly } from './choose.ts'
import { KINDS, orUnknown } from './words.ts'

const WORDS = {
  fr: {
    named: (count: number) => `${frenchCount(count, 'composant nommé', 'composants nommés')} :`,
    brought: (count: number) => `${frenchCount(count, 'apporté')} par ceux-là :`,
    trial: 'Dernier essai : ',
    results: { started: 'a démarré', failed: 'a échoué' },
    noTrial: 'Aucun essai n’est consigné au registre.',
  },
  en: {
    named: (count: number) => `${englishCount(count, 'component')} named:`,
    brought: (count: number) => `${count} brought in by those:`,
    trial: 'Last trial: ',
    results: { started: 'started', failed: 'failed' },
    noTrial: 'No trial is on record.',
  },
} as const

export function answerAssemblies({ inventory, language }: Asking): InventoryAnswer {
  return listedAssemblies(assembliesOf(inventory), { inventory, language })
}

/** One assembly part by part. */
export function answerAssembly({ inventory, language }: Asking, name: string): InventoryAnswer {
  const words = WORDS[language]
  const assembly = chooseAssembly(name, { inventory, assemblies: assembliesOf(inventory) })
  const sheet = assemblySheet(assembly, { inventory, language })
  const { trial } = sheet
  return {
    ...listedAssemblies([assembly], { inventory, language }),
    lines: [
      `${sheet.id} · ${KINDS[language][sheet.kind]} ${orUnknown(sheet.version)}`,
      trial === null
        ? words.noTrial
        : `${words.trial}${trial.date}, ${words.results[trial.result]}, ${orUnknown(trial.command)}`,
      '',
      ...allParts(sheet, language),
    ],
  }
}

/** What an assembly names, then what those bring in. */
export function allParts({ parts }: AssemblySheet, language: Language): readonly string[] {
  const words = WORDS[language]
  const named = parts.filter(({ isDirect }) => isDirect)
  const brought = parts.filter(({ isDirect }) => !isDirect).map(({ artifact }) => `  ${artifact}`)
  return [
    ...[words.named(named.length), ...partLines(named, language)],
    ...(brought.length === 0 ? [] : ['', words.brought(brought.length), ...brought]),
  ]
}
