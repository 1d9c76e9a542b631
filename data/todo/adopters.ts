import { monthsEarlier } from '../inventory/readiness.ts'
import { linesOf, type RegisterLine, textIn } from '../inventory/registers.ts'
import { CONFIRMED_WITHIN_MONTHS } from '../inventory/reuse.ts'
import { isDueSoon, placeOf, type TodoEvidence } from './evidence.ts'
import { defineTodo, type FoundTodo, found, NOWHERE, textOf } from './item.ts'

/** Organisations that leave the public count unless they confirm that they still reuse. */
export const adopters = defineTodo({
  id: 'adopter',
  title: { fr: 'Réutilisateurs à reconfirmer', en: 'Adopters to confirm again' },
  says: {
    confirm: (args) => ({
      fr: `Réutilise ${textOf(args, 'component')} ; sans nouvelle depuis ${CONFIRMED_WITHIN_MONTHS} mois, sort du compte public`,
      en: `Reuses ${textOf(args, 'component')}; without news for ${CONFIRMED_WITHIN_MONTHS} months, leaves the public count`,
    }),
    'no-register': () => ({
      fr: 'Aucun registre des réutilisateurs n’est tenu (registers.adopters)',
      en: 'No register of adopters is kept (registers.adopters)',
    }),
  },
  find: (evidence) =>
    found(
      linesOf(evidence.registers, 'adopters').flatMap((line) => itemOf(line, evidence)),
      evidence.files.has('adopters') ? [] : [{ message: 'no-register', args: {} }],
    ),
})

function itemOf(line: RegisterLine, evidence: TodoEvidence): readonly FoundTodo[] {
  const since = textIn(line, 'confirmedAt')
  if (since === null || textIn(line, 'state') === 'stopped') return []
  const due = monthsEarlier(`${since}T00:00:00Z`, -CONFIRMED_WITHIN_MONTHS).slice(0, 10)
  if (!isDueSoon(due, evidence)) return []
  const component = textIn(line, 'component') ?? ''
  const subject = textIn(line, 'organisation') ?? ''
  const command = `parvis inventory reuse ${component}`
  return [
    {
      ...NOWHERE,
      subject,
      message: 'confirm',
      args: { component },
      since,
      due,
      command,
      place: placeOf(evidence, line),
    },
  ]
}
