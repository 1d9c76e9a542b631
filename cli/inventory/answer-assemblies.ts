import { assembliesOf } from '#data/inventory/assembly.ts'
import type { Asking, InventoryAnswer } from './answer.ts'
import { assemblySheet, listedAssemblies, partLines } from './assembly-sheet.ts'
import { chooseAssembly } from './choose.ts'
import { KINDS, orUnknown } from './words.ts'

const WORDS = {
  fr: {
    named: (count: number) => `${count} composants nommés :`,
    brought: (count: number) => `${count} apportés par ceux-là :`,
    trial: 'Dernier essai : ',
    results: { started: 'a démarré', failed: 'a échoué' },
    noTrial: 'Aucun essai n’est consigné au registre.',
  },
  en: {
    named: (count: number) => `${count} components named:`,
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
  const sheet = assemblySheet(assembly, inventory)
  const of = (isDirect: boolean) => sheet.parts.filter((part) => part.isDirect === isDirect)
  const { trial } = sheet
  return {
    ...listedAssemblies([assembly], { inventory, language }),
    lines: [
      `${sheet.id} · ${KINDS[language][sheet.kind]} ${orUnknown(sheet.version)}`,
      trial === null
        ? words.noTrial
        : `${words.trial}${trial.date}, ${words.results[trial.result]}, ${orUnknown(trial.command)}`,
      ...['', words.named(of(true).length), ...partLines(of(true), language)],
      ...(of(false).length === 0
        ? []
        : ['', words.brought(of(false).length), ...of(false).map(({ artifact }) => `  ${artifact}`)]),
    ],
  }
}
