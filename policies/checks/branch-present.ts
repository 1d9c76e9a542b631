import { compileGlobs } from '#data/facts/glob.ts'
import { listOf, optional, reading, record, text, texts } from '../options.ts'
import { type Breach, defineCheck } from '../rule.ts'

const OPTIONS = record({
  /** At least one branch must match one of them. */
  names: texts('globs of branch names'),
  /** Where the first branch exists, the second must as well. */
  twins: optional(listOf(record({ of: text('a branch'), twin: text('a branch') })), []),
})

const read = reading(OPTIONS)

export const branchPresent = defineCheck<ReturnType<typeof read>>({
  id: 'branch-present',
  summary: 'The repository has a branch of some name, and every branch of a list its twin.',
  options: read,
  needs: () => [],
  needsRefs: true,
  messages: {
    missing: {
      fr: 'aucune branche ne s’appelle {names}',
      en: 'no branch is called {names}',
    },
    twin: {
      fr: 'la branche {branch} n’a pas de branche {twin}',
      en: 'branch {branch} has no branch {twin}',
    },
  },
  judge({ refs }, { names, twins }) {
    const branches = refs.filter(({ kind }) => kind === 'branch').map((ref) => ref.name)
    // A clone that fetched nothing but tags, or nothing at all, shows no branch: that is no absence.
    if (branches.length === 0) return { outcome: 'not-applicable' }
    const breaches: Breach[] = []
    if (!branches.some(compileGlobs(names))) breaches.push({ messageId: 'missing', args: { names }, text: 'missing' })
    for (const { of, twin } of twins) {
      if (!branches.includes(of) || branches.includes(twin)) continue
      // A branch that is said to be missing altogether is not missed a second time as a twin.
      if (breaches.some(({ messageId }) => messageId === 'missing') && compileGlobs(names)(twin)) continue
      breaches.push({ messageId: 'twin', args: { branch: of, twin }, text: twin })
    }
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
