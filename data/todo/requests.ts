import { linesOf, type RegisterLine, textIn } from '../inventory/registers.ts'
import { placeOf, type TodoEvidence } from './evidence.ts'
import { defineTodo, type FoundTodo, found, NOWHERE, textOf } from './item.ts'

/** Organisations that ask to reuse and wait for us. */
export const requests = defineTodo({
  id: 'request',
  title: { fr: 'Demandes de réutilisation', en: 'Requests to reuse' },
  says: {
    step: (args) => ({
      fr: `Étape à faire : ${textOf(args, 'step')}`,
      en: `Next step to take: ${textOf(args, 'step')}`,
    }),
    unanswered: () => ({
      fr: 'Reçue, et aucun échange commencé',
      en: 'Received, and no exchange has begun',
    }),
  },
  quotes: ['step'],
  find: (evidence) => found(linesOf(evidence.registers, 'requests').flatMap((line) => itemOf(line, evidence))),
})

function itemOf(line: RegisterLine, evidence: TodoEvidence): readonly FoundTodo[] {
  const stage = textIn(line, 'stage')
  if (stage === 'closed' || stage === 'in-service') return []
  const due = textIn(line, 'nextStepDue')
  const received = textIn(line, 'receivedAt')
  const item = {
    ...NOWHERE,
    subject: `${textIn(line, 'organisation')} (${textIn(line, 'id')})`,
    since: received,
    command: 'parvis inventory requests',
    place: placeOf(evidence, line),
  }
  const organisation = textIn(line, 'organisation') ?? ''
  if (due !== null) {
    return [{ ...item, message: 'step', args: { step: textIn(line, 'nextStep') ?? '?', organisation }, due }]
  }
  if (stage !== 'received' || received === null || evidence.promise === null) return []
  return [
    {
      ...item,
      message: 'unanswered',
      args: { organisation },
      due: evidence.calendar.after(received, evidence.promise),
    },
  ]
}
