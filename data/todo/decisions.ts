import { linesOf, type RegisterLine, textIn } from '../inventory/registers.ts'
import { placeOf, type TodoEvidence } from './evidence.ts'
import { defineTodo, type FoundTodo, found, NOWHERE, textOf } from './item.ts'

/** Questions that a body has not decided, and decisions that nobody has carried out. */
export const decisions = defineTodo({
  id: 'decision',
  title: { fr: 'Décisions', en: 'Decisions' },
  says: {
    undecided: (args) => ({
      fr: `${textOf(args, 'question')} Attendue : ${textOf(args, 'body')}`,
      en: `${textOf(args, 'question')} Awaited from: ${textOf(args, 'body')}`,
    }),
    'to-do': (args) => ({
      fr: `${textOf(args, 'question')} Décidé, pas encore fait : ${textOf(args, 'outcome')}`,
      en: `${textOf(args, 'question')} Decided, not yet done: ${textOf(args, 'outcome')}`,
    }),
  },
  quotes: ['question', 'body', 'outcome'],
  find: (evidence) => found(linesOf(evidence.registers, 'decisions').flatMap((line) => itemOf(line, evidence))),
})

function itemOf(line: RegisterLine, evidence: TodoEvidence): readonly FoundTodo[] {
  const outcome = textIn(line, 'outcome')
  const question = textIn(line, 'question') ?? ''
  const due = textIn(line, 'due')
  const item = { ...NOWHERE, subject: textIn(line, 'id') ?? '', due, command: null, place: placeOf(evidence, line) }
  if (outcome === null) {
    const args = { question, body: textIn(line, 'body') ?? '' }
    return [{ ...item, message: 'undecided', args, since: textIn(line, 'askedAt') }]
  }
  if (textIn(line, 'doneAt') !== null || due === null) return []
  return [{ ...item, message: 'to-do', args: { question, outcome }, since: textIn(line, 'decidedAt') }]
}
