import { reading, record, text } from '../options.ts'
import { defineCheck } from '../rule.ts'

const OPTIONS = record({
  /** Names as the classifier has them: the first must end with the second. */
  name: text('the name of a name'),
  endsWith: text('the name of a name'),
})

const read = reading(OPTIONS)

export const namesAgree = defineCheck<ReturnType<typeof read>>({
  id: 'names-agree',
  summary: 'One name of the subject ends with another, whatever the case.',
  options: read,
  needs: () => [],
  needsIdentity: true,
  messages: {
    differs: {
      fr: '« {name} » ne se termine pas par « {ending} »',
      en: '"{name}" does not end with "{ending}"',
    },
  },
  judge({ subject }, options) {
    const name = subject.names[options.name]
    const ending = subject.names[options.endsWith]
    if (name === undefined || ending === undefined) return { outcome: 'not-applicable' }
    // A whole name, not the tail of a word: `wf-mymodule-x` does not end with `module-x`.
    if (`-${name.toLowerCase()}`.endsWith(`-${ending.toLowerCase()}`)) return { outcome: 'pass' }
    return { outcome: 'fail', breaches: [{ messageId: 'differs', args: { name, ending }, text: `${name} ${ending}` }] }
  },
})
