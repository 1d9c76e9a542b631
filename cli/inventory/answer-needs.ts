import { assembliesOf } from '#data/inventory/assembly.ts'
import { answerNeed, type FoundNeed, needsOf } from '#data/inventory/needs.ts'
import { UsageFailure } from '#data/model/failures.ts'
import type { Language } from '#data/model/vocabulary.ts'
import type { Asking, CellValue, InventoryAnswer } from './answer.ts'
import { assemblySheet } from './assembly-sheet.ts'

const WORDS = {
  fr: {
    answers: 'Composants qui y répondent : ',
    assemblies: 'Assemblages : ',
    together: 'Assemblages qui répondent à tout : ',
    noNeeds: 'Aucun registre des besoins n’est tenu (registers.needs dans parvis.yaml).',
    none: 'aucun',
  },
  en: {
    answers: 'Components that answer it: ',
    assemblies: 'Assemblies: ',
    together: 'Assemblies that answer all of it: ',
    noNeeds: 'No register of needs is kept (registers.needs in parvis.yaml).',
    none: 'none',
  },
} as const

/** Which components and assemblies answer a need in plain words; every need of the register when nothing is asked. */
export function answerNeeds({ inventory, language }: Asking, asked: string): InventoryAnswer {
  const words = WORDS[language]
  const assemblies = assembliesOf(inventory)
  const known = needsOf({ inventory, assemblies })
  if (known.length === 0) throw new UsageFailure('needs-missing', words.noNeeds)
  if (asked.trim() === '') return listed(known, language)
  const { needs, together, nearest } = answerNeed(asked, { inventory, assemblies })
  if (needs.length === 0) {
    const near = nearest === undefined ? '' : ` Did you mean "${nearest}"?`
    const ids = known.slice(0, 20).map(({ id }) => id)
    throw new UsageFailure('need-unknown', `the register of needs knows nothing of "${asked}".${near}`, {
      hint: `Needs: ${ids.join(', ')}`,
    })
  }
  const answer = listed(needs, language)
  const sheets = assemblies
    .filter(({ id }) => together.includes(id))
    .map((one) => assemblySheet(one, { inventory, language }))
  return {
    ...answer,
    members: { assemblies: sheets, ...answer.members },
    registers: ['needs'],
    lines: [
      ...answer.lines,
      ...(needs.length > 1 ? ['', `${words.together}${together.join(', ') || words.none}`] : []),
    ],
  }
}

function listed(needs: readonly FoundNeed[], language: Language): InventoryAnswer {
  const words = WORDS[language]
  const list = (ids: readonly string[]) => ids.join(', ') || words.none
  return {
    members: { needs },
    registers: ['needs'],
    csv: {
      heads: ['need', 'words', 'kind', 'id'],
      rows: needs.flatMap((need) => [
        ...need.components.map((id): readonly CellValue[] => [need.id, need.words[language], 'component', id]),
        ...need.assemblies.map((id): readonly CellValue[] => [need.id, need.words[language], 'assembly', id]),
      ]),
    },
    about: needs.flatMap(({ components }) => components),
    lines: needs.flatMap((need) => [
      need.words[language],
      `  ${words.answers}${list(need.components)}`,
      `  ${words.assemblies}${list(need.assemblies)}`,
    ]),
  }
}
