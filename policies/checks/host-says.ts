import type { HostFacts } from '#data/model/host-facts.ts'
import { choice, listOf, reading, record } from '../options.ts'
import { defineCheck } from '../rule.ts'

const ASKED = ['description', 'issues', 'discussions', 'vulnerability-alerts'] as const

const OPTIONS = record({
  /** One of them is enough. */
  oneOf: listOf(choice(ASKED)),
})

const read = reading(OPTIONS)

/** Undefined when the host did not say. */
const ANSWERS = {
  description: ({ description }) => (description.isKnown ? Boolean(description.value?.trim()) : undefined),
  issues: ({ hasIssues }) => (hasIssues.isKnown ? hasIssues.value : undefined),
  discussions: ({ hasDiscussions }) => (hasDiscussions.isKnown ? hasDiscussions.value : undefined),
  'vulnerability-alerts': ({ hasVulnerabilityAlerts: told }) => (told.isKnown ? told.value : undefined),
} as const satisfies Record<(typeof ASKED)[number], (host: HostFacts) => boolean | undefined>

export const hostSays = defineCheck<ReturnType<typeof read>>({
  id: 'host-says',
  summary: 'One of some features of the host is in use.',
  options: read,
  needs: () => [],
  needsHost: true,
  messages: {
    missing: { fr: 'la forge ne montre rien de tel : {asked}', en: 'the host shows none of: {asked}' },
    unseen: { fr: 'la forge n’a pas dit : {asked}', en: 'the host did not say: {asked}' },
  },
  judge({ host }, { oneOf }) {
    if (host === undefined || (host.isArchived.isKnown && host.isArchived.value)) return { outcome: 'not-applicable' }
    const answers = oneOf.map((one) => ANSWERS[one](host))
    if (answers.includes(true)) return { outcome: 'pass' }
    if (answers.includes(undefined)) return { outcome: 'unknown', messageId: 'unseen', args: { asked: oneOf } }
    return { outcome: 'fail', breaches: [{ messageId: 'missing', args: { asked: oneOf } }] }
  },
})
