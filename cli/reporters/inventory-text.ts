import type { Inventory } from '#data/inventory/inventory.ts'
import type { RegisterProblem } from '#data/inventory/register-problems.ts'
import { englishPlural, frenchPlural } from '#data/model/plural.ts'
import type { Language } from '#data/model/vocabulary.ts'
import type { InventoryAnswer } from '../inventory/answer.ts'
import { unkeptOf } from './inventory-json.ts'
import { MISSING_SENTENCES } from './metric-words.ts'

const WORDS = {
  fr: {
    nothing: 'Rien à montrer.',
    asOf: (day: string) => `Données du ${day}.`,
    never: 'Rien n’a encore été collecté.',
    unread: 'Non connu : aucun fichier de dépôt n’a été lu.',
    coverage: (known: number, all: number) => `Fichiers connus de ${known} ${frenchPlural(known, 'dépôt')} sur ${all}`,
    missing: (names: string) => `inconnus de ${names}`,
    problems: (count: number) =>
      `Registres, ${count} ${frenchPlural(count, 'mention qui ne mène', 'mentions qui ne mènent')} nulle part :`,
    more: (count: number) => `… et ${count} ${frenchPlural(count, 'autre')} (--format json)`,
    nearest: (name: string) => ` (« ${name} » ?)`,
    problem: {
      'component-unknown': 'aucun dépôt collecté',
      'component-ambiguous': 'plusieurs composants',
      'reference-unknown': 'absent de l’autre registre',
      'pattern-empty': 'ne correspond à aucun dépôt',
    },
    line: 'ligne',
  },
  en: {
    nothing: 'Nothing to show.',
    asOf: (day: string) => `Data of ${day}.`,
    never: 'Nothing was collected yet.',
    unread: 'Not known: no file of a repository was read.',
    coverage: (known: number, all: number) =>
      `Files known of ${known} ${englishPlural(known, 'repository', 'repositories')} out of ${all}`,
    missing: (names: string) => `not known of ${names}`,
    problems: (count: number) =>
      `Registers, ${count} ${englishPlural(count, 'mention that leads', 'mentions that lead')} nowhere:`,
    more: (count: number) => `… and ${count} more (--format json)`,
    nearest: (name: string) => ` ("${name}"?)`,
    problem: {
      'component-unknown': 'no collected repository',
      'component-ambiguous': 'several components',
      'reference-unknown': 'not in the other register',
      'pattern-empty': 'fits no repository',
    },
    line: 'line',
  },
} as const

const SHOWN = 10

interface Around {
  readonly inventory: Inventory
  readonly problems: readonly RegisterProblem[]
  readonly language: Language
}

/** What was asked for, and below it how old it is, how much of it is known, and what registers say in vain. */
export function inventoryText(answer: InventoryAnswer, { inventory, problems, language }: Around): string {
  const words = WORDS[language]
  const unkept = unkeptOf(answer.registers ?? [], inventory)
  const footer = [
    ageText(inventory, language),
    ...(unkept.length === 0 ? [] : [MISSING_SENTENCES[language]['register-absent'](unkept.length, unkept.join(', '))]),
    ...(problems.length === 0 ? [] : [words.problems(problems.length)]),
    ...problems.slice(0, SHOWN).map((problem) => `  ${problemText(problem, language)}`),
    ...(problems.length > SHOWN ? [`  ${words.more(problems.length - SHOWN)}`] : []),
  ]
  const body = bodyOf(answer, { inventory, language })
  return `${[...body, ...(body.at(-1) === '' ? [] : ['']), ...footer].join('\n')}\n`
}

function bodyOf({ lines, isOfFiles }: InventoryAnswer, { inventory, language }: Omit<Around, 'problems'>) {
  const words = WORDS[language]
  if (isOfFiles === true && !inventory.coverage.isRead) return [words.unread]
  return lines.length === 0 ? [words.nothing] : lines
}

/** How old it is, and how much of it is known. */
export function ageText({ asOf, coverage }: Pick<Inventory, 'asOf' | 'coverage'>, language: Language): string {
  const words = WORDS[language]
  const names = coverage.missing.length > SHOWN ? [...coverage.missing.slice(0, SHOWN), '…'] : coverage.missing
  const known = [
    words.coverage(coverage.known, coverage.all),
    ...(names.length === 0 ? [] : [words.missing(names.join(', '))]),
  ]
  return `${asOf === null ? words.never : words.asOf(asOf.slice(0, 10))} ${known.join(', ')}.`
}

function problemText({ register, line, field, value, problem, nearest }: RegisterProblem, language: Language): string {
  const words = WORDS[language]
  const separator = language === 'fr' ? ' : ' : ': '
  const near = nearest === null ? '' : words.nearest(nearest)
  return `${register}, ${words.line} ${line}, ${field}${separator}"${value}", ${words.problem[problem]}${near}`
}
