import type { Language } from '#data/model/vocabulary.ts'
import { registeredFacts } from '#data/queries/registers/facts.ts'
import { table } from '../reporters/table.ts'
import type { CellValue, InventoryAnswer } from './answer.ts'
import type { Holdings } from './holdings.ts'
import { told } from './words.ts'

const WORDS = {
  fr: {
    heads: ['fait', 'la phrase', 'valeur', 'porte sur', 'source', 'vrai au', 'à relire le'],
    due: (day: string) => `${day} (dépassé)`,
    count: (due: number, all: number) => `Faits : ${all}, à relire : ${due}.`,
    none: 'Aucun fait n’est au registre (registers.facts dans parvis.yaml).',
  },
  en: {
    heads: ['fact', 'the sentence', 'value', 'covers', 'source', 'true on', 'look again on'],
    due: (day: string) => `${day} (overdue)`,
    count: (due: number, all: number) => `Facts: ${all}, to be looked at again: ${due}.`,
    none: 'No fact is on record (registers.facts in parvis.yaml).',
  },
} as const

/** What texts state, each with its scope, source and date; first those that should have been looked at again. */
export async function answerFacts({ store, inventory }: Holdings, language: Language): Promise<InventoryAnswer> {
  const words = WORDS[language]
  const rows = await store.ask(registeredFacts, { today: inventory.at.slice(0, 10) })
  const facts = rows
    .map(({ id, statement_fr: fr, statement_en: en, value, unit, scope, source, address, date, review, is_due }) => ({
      ...{ id, statement: { fr, en }, value, unit: told(unit, language), scope: told(scope, language) },
      ...{ source: told(source, language), address, date, review, isDue: is_due === 1 },
    }))
    .toSorted((a, b) => Number(b.isDue) - Number(a.isDue))
  const said = facts.map((one) => [
    ...[
      one.id,
      one.statement[language],
      [one.value?.toLocaleString(language), one.unit].flatMap((part) => part ?? []).join(' '),
    ],
    ...[one.scope, one.source, one.date, one.isDue ? words.due(one.review) : one.review],
  ])
  return {
    members: { facts },
    registers: ['facts'],
    csv: {
      heads: ['id', 'statement', 'value', 'unit', 'scope', 'source', 'address', 'date', 'review', 'isDue'],
      rows: facts.map((one): readonly CellValue[] => [
        ...[one.id, one.statement[language], one.value, one.unit, one.scope, one.source],
        ...[one.address, one.date, one.review, one.isDue],
      ]),
    },
    lines:
      facts.length === 0
        ? [words.none]
        : [
            ...table([[...words.heads], ...said], 7),
            '',
            words.count(facts.filter(({ isDue }) => isDue).length, facts.length),
          ],
  }
}
