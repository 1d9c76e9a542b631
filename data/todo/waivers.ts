import { isDueSoon } from './evidence.ts'
import { counted, defineTodo, found, NOWHERE } from './item.ts'

/** Exceptions to a rule that have run out, or are about to. */
export const waivers = defineTodo({
  id: 'waiver',
  title: { fr: 'Exceptions datées', en: 'Dated exceptions' },
  says: {
    ends: (args) => {
      const { fr, en } = counted(args, 'repositories', { fr: ['dépôt', 'dépôts'], en: ['repository', 'repositories'] })
      return { fr: `L’exception prend fin, pour ${fr}`, en: `The exception ends, for ${en}` }
    },
    'not-judged': () => ({
      fr: 'Aucun dépôt n’a été vérifié : on ne sait pas quelles exceptions servent encore',
      en: 'No repository was judged: which exceptions still serve is not known',
    }),
  },
  find: (evidence) =>
    found(
      evidence.waivers
        .filter(({ until }) => isDueSoon(until, evidence))
        .map(({ rule, subject, until, repositories }) => ({
          ...NOWHERE,
          subject: `${rule}, ${subject}`,
          message: 'ends',
          args: { rule, repositories },
          since: null,
          due: until,
          command: `parvis explain ${rule}`,
          place: null,
        })),
      evidence.hasJudged ? [] : [{ message: 'not-judged', args: {} }],
    ),
})
