import { reading, record, text } from '../options.ts'
import { defineCheck } from '../rule.ts'

const OPTIONS = record({ name: text('the name of a branch') })

const read = reading(OPTIONS)

export const branchDefault = defineCheck<ReturnType<typeof read>>({
  id: 'branch-default',
  summary: 'The default branch is the one of a given name, where there is such a branch.',
  options: read,
  needs: () => [],
  needsRefs: true,
  messages: {
    other: {
      fr: 'la branche par défaut est {found}, attendue : {expected}',
      en: 'the default branch is {found}, expected: {expected}',
    },
    unknown: {
      fr: 'la branche par défaut n’est pas connue ici',
      en: 'the default branch is not known here',
    },
  },
  judge({ subject, refs }, { name: expected }) {
    if (!refs.some(({ kind, name }) => kind === 'branch' && name === expected)) return { outcome: 'not-applicable' }
    const found = subject.identity.defaultBranch
    if (found === undefined) return { outcome: 'unknown', messageId: 'unknown', args: {} }
    if (found === expected) return { outcome: 'pass' }
    return { outcome: 'fail', breaches: [{ messageId: 'other', args: { found, expected }, text: expected }] }
  },
})
