import { optional, reading, record, texts } from '../options.ts'
import { type Breach, defineCheck } from '../rule.ts'

const OPTIONS = record({
  paths: texts('globs of workflows'),
  /** Judge the checkouts of workflows that these start, which run with the rights of the repository; scripts when none is named. */
  privileged: optional(texts('names of events'), []),
})

const read = reading(OPTIONS)

export const workflowInput = defineCheck<ReturnType<typeof read>>({
  id: 'workflow-input',
  summary: 'Workflows take nothing that strangers wrote for a script, nor run it with the rights of the repository.',
  options: read,
  needs: ({ paths }) => [{ extractor: 'workflow-risks', paths, separately: true }],
  messages: {
    injected: {
      fr: '{expression} est mis tel quel dans un script : qui l’écrit fait exécuter ce qu’il veut',
      en: '{expression} is put into a script as it is: whoever writes it has anything run',
    },
    checkout: {
      fr: 'lancé par {trigger}, avec les droits du dépôt, ce workflow prend le code proposé ({ref})',
      en: 'started by {trigger}, with the rights of the repository, this workflow takes the code proposed ({ref})',
    },
  },
  judge({ facts }, { privileged }) {
    const workflows = facts('workflow-risks')
    if (workflows.size === 0) return { outcome: 'not-applicable' }
    const breaches = [...workflows].flatMap(([path, { triggers, injected, checkouts }]): Breach[] => {
      const trigger = triggers.find((one) => privileged.includes(one))
      if (privileged.length > 0 && trigger === undefined) return []
      return trigger === undefined
        ? injected.map(({ text: expression, line }) => {
            return { messageId: 'injected', args: { expression }, location: { path, line }, text: expression }
          })
        : checkouts.map(({ text: ref, line }) => {
            return { messageId: 'checkout', args: { trigger, ref }, location: { path, line }, text: ref }
          })
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
