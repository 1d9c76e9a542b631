import { placeOf } from './evidence.ts'
import { counted, defineTodo, found, NOWHERE, textOf } from './item.ts'

/** Lines of registers that speak of something which is nowhere else. */
export const mistakes = defineTodo({
  id: 'register',
  title: { fr: 'Registres à corriger', en: 'Registers to mend' },
  says: {
    unknown: (args) => {
      const others = Number(args.others ?? 0)
      const { fr, en } = counted(args, 'others', { fr: ['autre', 'autres'], en: ['other', 'others'] })
      const near = textOf(args, 'nearest')
      return {
        fr: `« ${textOf(args, 'value')} » ne mène nulle part${near === '' ? '' : ` ; le plus proche est « ${near} »`}${others === 0 ? '' : `, et ${fr}`}`,
        en: `"${textOf(args, 'value')}" leads nowhere${near === '' ? '' : `; the nearest is "${near}"`}${others === 0 ? '' : `, and ${en}`}`,
      }
    },
  },
  find(evidence) {
    const groups = Map.groupBy(evidence.problems, ({ register }) => register)
    return found(
      [...groups].flatMap(([register, problems]) => {
        const [first] = problems
        if (first === undefined) return []
        const args = { value: first.value, nearest: first.nearest ?? '', others: problems.length - 1 }
        const place = placeOf(evidence, first)
        const command = `parvis collect --only registers/${register}`
        return [{ ...NOWHERE, subject: register, message: 'unknown', args, since: null, due: null, command, place }]
      }),
    )
  },
})
