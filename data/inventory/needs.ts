import { nearest } from '../model/nearest.ts'
import type { Text } from '../model/vocabulary.ts'
import type { Assembly } from './assembly.ts'
import type { Inventory } from './inventory.ts'
import { componentNames } from './names.ts'
import { bilingualIn, linesOf, listIn, type RegisterLine, textIn } from './registers.ts'

/** A need of the register that was recognised in a question. */
export interface FoundNeed {
  readonly id: string
  readonly words: Text
  /** Ids of components that answer it. */
  readonly components: readonly string[]
  /** Ids of assemblies that are said to answer it, or that hold a component that does. */
  readonly assemblies: readonly string[]
}

export interface NeedAnswer {
  readonly needs: readonly FoundNeed[]
  /** Assemblies that answer every one of these needs. */
  readonly together: readonly string[]
  /** Known words nearest to a question in which nothing was recognised. */
  readonly nearest: string | undefined
}

/**
 * Which components and assemblies answer a question in plain words, of either language, whatever its case, accents and
 * plurals. Each need counts whose words are in the question; when none is whole there, those that the question begins.
 */
export function answerNeed(
  asked: string,
  { inventory, assemblies }: { readonly inventory: Inventory; readonly assemblies: readonly Assembly[] },
): NeedAnswer {
  const lines = linesOf(inventory.registers, 'needs')
  const question = wordsOf(asked)
  const whole = lines.filter((line) => phrasesOf(line).some((phrase) => isWithin(wordsOf(phrase), question)))
  const partly = lines.filter((line) => phrasesOf(line).some((phrase) => isWithin(question, wordsOf(phrase))))
  const found = question.length === 0 ? [] : whole.length > 0 ? whole : partly
  const names = componentNames(inventory.portfolio.components)
  const needs = found.map((line): FoundNeed => needOf(line, { names, assemblies }))
  const [first, ...others] = needs
  const together = first?.assemblies.filter((id) => others.every((need) => need.assemblies.includes(id))) ?? []
  const phrases = lines.flatMap(phrasesOf)
  return { needs, together, nearest: needs.length > 0 ? undefined : nearest(asked, phrases) }
}

function needOf(
  line: RegisterLine,
  {
    names,
    assemblies,
  }: { readonly names: ReturnType<typeof componentNames>; readonly assemblies: readonly Assembly[] },
): FoundNeed {
  const ids = (asked: readonly string[]) => [...new Set(asked.flatMap((one) => names.find(one).map(({ id }) => id)))]
  const components = ids(listIn(line, 'components'))
  const said = ids(listIn(line, 'assemblies'))
  const holding = assemblies.filter(
    ({ id, component, parts }) =>
      said.includes(id) ||
      said.includes(component.id) ||
      parts.some((part) => part.component !== null && components.includes(part.component)),
  )
  return {
    id: textIn(line, 'id') ?? '',
    words: bilingualIn(line, 'words') ?? { fr: '', en: '' },
    components: components.sort(),
    assemblies: holding.map(({ id }) => id),
  }
}

function phrasesOf(line: RegisterLine): readonly string[] {
  const words = bilingualIn(line, 'words')
  return [...(words === null ? [] : [words.fr, words.en]), ...listIn(line, 'alsoCalled'), textIn(line, 'id') ?? '']
}

/** Words that carry a question and no need. */
const SMALL = new Set(
  'a an and by for from in of on or the to with un une des de du d l le la les et ou en au aux par pour avec sur dans mon ma mes my our notre nos'.split(
    ' ',
  ),
)

/** Without case, accents, hyphens and plurals. */
function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.split(/[^\p{L}\p{N}]+/u).flatMap((word) => (word === '' || SMALL.has(word) ? [] : [singular(word)]))
}

function singular(word: string): string {
  return word.length > 3 ? word.replace(/[sx]$/u, '') : word
}

function isWithin(words: readonly string[], others: readonly string[]): boolean {
  return words.length > 0 && words.every((word) => others.includes(word))
}
