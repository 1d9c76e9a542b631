import { suggestion } from '#data/model/nearest.ts'
import type { Text } from '#data/model/vocabulary.ts'
import { type KeyPath, listOf, matching, optional, type Reader, record } from './options.ts'

/** Questions that people answer, because no rule can: each answer leads to another question, or to an outcome. */
export interface Checklist {
  /** What it is asked for by: `genericity`. */
  readonly id: string
  readonly title: Text
  readonly intro: Text
  /** The first is where one begins. */
  readonly questions: readonly Question[]
  readonly outcomes: readonly ChecklistOutcome[]
}

interface Question {
  readonly id: string
  readonly ask: Text
  readonly answers: readonly { readonly say: Text; readonly to: string }[]
}

interface ChecklistOutcome {
  readonly id: string
  readonly title: Text
  /** What to do then. */
  readonly next: Text
}

const name = (expects: string) => matching(/^[a-z]+(?:-[a-z]+)*$/u, expects)

/** The keys that a checklist is written with, `localText` being how the pack writes texts. */
export function checklistReader(localText: Reader<Text>): Reader<Omit<Checklist, 'id'>> {
  const answer = record({ say: localText, to: name('the id of a question or an outcome') })
  return record({
    title: localText,
    intro: optional(localText, { fr: '', en: '' }),
    questions: listOf(record({ id: name('an id in kebab-case'), ask: localText, answers: listOf(answer) })),
    outcomes: listOf(record({ id: name('an id in kebab-case'), title: localText, next: localText })),
  })
}

/**
 * What is wrong with the way through: an answer that leads nowhere or back, a question or outcome that nobody comes to,
 * one without answers. Leading only onwards, in the order of the file, is what makes every way end.
 */
export function lostWays(
  { questions, outcomes }: Omit<Checklist, 'id'>,
  complain: (path: KeyPath, message: string) => void,
): void {
  const places = [...questions, ...outcomes].map(({ id }) => id)
  const reached = new Set(questions.slice(0, 1).map(({ id }) => id))
  for (const [at, { id, answers }] of questions.entries()) {
    if (answers.length < 2) complain(['questions', at, 'answers'], 'a question needs two answers at least.')
    for (const [index, { to }] of answers.entries()) {
      const path = ['questions', at, 'answers', index, 'to']
      if (!places.includes(to)) complain(path, `unknown question or outcome "${to}".${suggestion(to, places)}`)
      else if (places.indexOf(to) <= at) complain(path, `"${to}" does not lead on from "${id}".`)
      if (reached.has(id)) reached.add(to)
    }
  }
  if (questions.length === 0) complain(['questions'], 'a checklist needs a question.')
  for (const [at, id] of places.entries()) {
    const isQuestion = at < questions.length
    const path = isQuestion ? ['questions', at, 'id'] : ['outcomes', at - questions.length, 'id']
    if (places.indexOf(id) !== at) complain(path, `"${id}" names another question or outcome already.`)
    else if (!reached.has(id)) complain(path, `no answer leads to "${id}".`)
  }
}
