import { countHeaders, HEADER_OPTIONS, headerNeeds } from '../headers.ts'
import { count, optional, reading, record, share } from '../options.ts'
import { defineCheck } from '../rule.ts'

const OPTIONS = record({
  ...HEADER_OPTIONS,
  threshold: share(),
  /** Below this many sources a share says nothing. */
  leastSources: optional(count(), 1),
})

const read = reading(OPTIONS)

export const headerRate = defineCheck<ReturnType<typeof read>>({
  id: 'header-rate',
  summary: 'Enough source files begin with their copyright and licence.',
  options: read,
  needs: headerNeeds,
  messages: {
    below: {
      fr: 'sources avec en-tête de licence : {withHeader} sur {total}, soit {percent} % ; sans : {without}',
      en: 'sources with a licence header: {withHeader} of {total}, or {percent} %; without: {without}',
    },
  },
  judge({ facts }, options) {
    const { threshold, leastSources } = options
    const { withHeader, without } = countHeaders(facts('leading-comment'), options)
    const total = withHeader + without.length
    const [first] = without
    if (total < leastSources) return { outcome: 'not-applicable' }
    if (first === undefined || withHeader / total >= threshold) return { outcome: 'pass' }
    const percent = Math.floor((withHeader * 1000) / total) / 10
    const rate = { numerator: withHeader, denominator: total, threshold }
    const args = { withHeader, total, percent, without }
    return { outcome: 'fail', breaches: [{ messageId: 'below', args, rate, location: { path: first } }] }
  },
})
