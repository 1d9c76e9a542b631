import { nearest } from '../model/nearest.ts'
import type { Text } from '../model/vocabulary.ts'
import type { Assembly } from './assembly.ts'
import { assemblyFinder } from './assembly-names.ts'
import type { Inventory } from './inventory.ts'
import { componentNames } from './names.ts'
import { bilingualIn, linesOf, listIn, type RegisterLine, textIn } from './registers.ts'

/** A need of the register that was recognised in a question. */
export interface FoundNeed {
  readonly id: string
  readonly words: Text
  /** Other words that people search it by. */
  readonly alsoCalled: readonly string[]
  /** Ids of components that answer it; of one that was not collected and that an assembly holds, its artifact. */
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

interface Context {
  readonly inventory: Inventory
  readonly assemblies: readonly Assembly[]
}

/** Every need of the register with what answers it, in the order of its file. */
export function needsOf(context: Context): readonly FoundNeed[] {
  return linesOf(context.inventory.registers, 'needs').map(needReader(context))
}

/**
 * Which components and assemblies answer a question in plain words, of either language, whatever its case, accents and
 * plurals. Each need counts whose words are in the question; when none is whole there, those that the question begins.
 */
export function answerNeed(asked: string, context: Context): NeedAnswer {
  const lines = linesOf(context.inventory.registers, 'needs')
  const question = wordsOf(asked)
  const whole = lines.filter((line) => phrasesOf(line).some((phrase) => isWithin(wordsOf(phrase), question)))
  const partly = lines.filter((line) => phrasesOf(line).some((phrase) => isWithin(question, wordsOf(phrase))))
  const found = question.length === 0 ? [] : whole.length > 0 ? whole : partly
  const needs = found.map(needReader(context))
  const [first, ...others] = needs
  const together = first?.assemblies.filter((id) => others.every((need) => need.assemblies.includes(id))) ?? []
  const phrases = lines.flatMap(phrasesOf)
  return { needs, together, nearest: needs.length > 0 ? undefined : nearest(asked, phrases) }
}

function needReader({ inventory, assemblies }: Context): (line: RegisterLine) => FoundNeed {
  const { components } = inventory.portfolio
  const names = componentNames(components)
  const find = assemblyFinder(components, assemblies)
  const holding = holders(assemblies)
  return (line) => {
    const answers = listIn(line, 'components').flatMap((asked) => {
      const found = names.find(asked).map(({ id }) => id)
      return found.length > 0 ? found : (holding.artifacts.get(asked.toLowerCase()) ?? [])
    })
    const held = new Set([
      ...listIn(line, 'assemblies').flatMap(find),
      ...answers.flatMap((part) => holding.assemblies.get(part) ?? []),
    ])
    return {
      id: textIn(line, 'id') ?? '',
      words: bilingualIn(line, 'words') ?? { fr: '', en: '' },
      alsoCalled: listIn(line, 'alsoCalled'),
      components: [...new Set(answers)].sort(),
      assemblies: assemblies.filter((one) => held.has(one)).map(({ id }) => id),
    }
  }
}

/** Assemblies by what they hold, and artifacts that were not collected by their name with and without group. */
function holders(assemblies: readonly Assembly[]) {
  const byPart = new Map<string, Assembly[]>()
  const artifacts = new Map<string, readonly string[]>()
  for (const assembly of assemblies) {
    for (const { component, artifact } of assembly.parts) {
      const part = component ?? artifact
      const holding = byPart.get(part) ?? []
      byPart.set(part, holding)
      holding.push(assembly)
      if (component !== null) continue
      for (const name of [artifact, artifact.split(':')[1] ?? artifact]) artifacts.set(name.toLowerCase(), [artifact])
    }
  }
  return { assemblies: byPart, artifacts }
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
