import { bilingualIn, linesOf, type RegisterLine, textIn } from '../inventory/registers.ts'
import { isDueSoon, placeOf, type TodoEvidence } from './evidence.ts'
import { defineTodo, type FoundTodo, found, NOWHERE, textOf } from './item.ts'

/** What texts state and must be looked at again, and uses of services that are two years old. */
export const facts = defineTodo({
  id: 'fact',
  title: { fr: 'Affirmations à relire', en: 'Statements to look at again' },
  says: {
    review: (args) => ({ fr: textOf(args, 'statementFr'), en: textOf(args, 'statementEn') }),
    uses: (args) => ({
      fr: `${textOf(args, 'serviceFr')} : le nombre d’usages est celui de ${textOf(args, 'year')}`,
      en: `${textOf(args, 'serviceEn')}: the number of uses is that of ${textOf(args, 'year')}`,
    }),
  },
  find: (evidence) =>
    found([
      ...linesOf(evidence.registers, 'facts').flatMap((line) => statement(line, evidence)),
      ...linesOf(evidence.registers, 'services').flatMap((line) => uses(line, evidence)),
    ]),
})

function statement(line: RegisterLine, evidence: TodoEvidence): readonly FoundTodo[] {
  const due = textIn(line, 'review')
  if (due === null || !isDueSoon(due, evidence)) return []
  const text = bilingualIn(line, 'statement') ?? { fr: '', en: '' }
  const args = { statementFr: text.fr, statementEn: text.en }
  const place = placeOf(evidence, line)
  const subject = textIn(line, 'id') ?? ''
  const since = textIn(line, 'date')
  return [{ ...NOWHERE, subject, message: 'review', args, since, due, command: 'parvis inventory facts', place }]
}

function uses(line: RegisterLine, evidence: TodoEvidence): readonly FoundTodo[] {
  const { yearlyUseYear: year } = line.entry
  if (typeof year !== 'number' || year >= Number(evidence.today.slice(0, 4)) - 1) return []
  const place = placeOf(evidence, line)
  const subject = textIn(line, 'id') ?? ''
  const command = `parvis inventory services ${subject}`
  const name = bilingualIn(line, 'name') ?? { fr: subject, en: subject }
  const args = { year, serviceFr: name.fr, serviceEn: name.en }
  return [{ ...NOWHERE, subject, message: 'uses', args, since: `${year}-12-31`, due: null, command, place }]
}
