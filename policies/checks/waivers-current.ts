import { reading, record } from '../options.ts'
import { defineCheck } from '../rule.ts'

const read = reading(record({}))

export const waiversCurrent = defineCheck<ReturnType<typeof read>>({
  id: 'waivers-current',
  summary: 'No waiver of this subject has passed its last day.',
  options: read,
  needs: () => [],
  needsIdentity: true,
  messages: {
    expired: {
      fr: 'l’exception à {rule} a pris fin le {until} ; motif donné : {reason} ; accordée par : {approvedBy}',
      en: 'the waiver of {rule} ended on {until}; reason given: {reason}; approved by: {approvedBy}',
    },
  },
  judge({ waivers, asOf }) {
    if (waivers.length === 0) return { outcome: 'not-applicable' }
    const expired = waivers.filter((waiver) => waiver.until < asOf)
    if (expired.length === 0) return { outcome: 'pass' }
    const breaches = expired.map(({ rule, until, reason, approvedBy }) => {
      return { messageId: 'expired', args: { rule, until, reason, approvedBy }, text: `${rule} ${until}` }
    })
    return { outcome: 'fail', breaches }
  },
})
