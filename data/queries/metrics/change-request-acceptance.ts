import { periodsOf } from '../../metrics/periods.ts'
import { CHANGE_REQUEST_CASES } from './change-requests.ts'
import { type Flows, flowQuery, flowsOf } from './flows.ts'
import { defineMetric } from './metric.ts'
import { FROM_CHANGE_REQUESTS, GROUP_LIMITS, NOT_FOR_RANKING } from './phrases.ts'

const LEAST_CASES = 5

export const changeRequestAcceptance = defineMetric({
  id: 'change-request-acceptance',
  title: { fr: 'Acceptation des propositions', en: 'Change request acceptance' },
  definition: {
    fr: 'Ce que sont devenues les propositions finies dans une période : fusionnées, reprises à la main, refusées pour un motif connu, ou de sort inconnu.',
    en: 'What became of the change requests that ended in a period: merged, taken over by hand, refused for a known reason, or of unknown fate.',
  },
  formula: {
    fr: 'Part acceptée = (fusionnées + reprises à la main) ÷ finies. Rapport de CHAOSS = fusionnées ÷ fermées sans fusion. À partir de 5 cas.',
    en: 'Accepted share = (merged + taken over by hand) ÷ ended. The ratio of CHAOSS = merged ÷ closed without a merge. From 5 cases on.',
  },
  unit: 'ratio',
  source: FROM_CHANGE_REQUESTS,
  limits: GROUP_LIMITS,
  notFor: NOT_FOR_RANKING,
  audience: 'public',
  streams: ['change-requests', 'commits'],
  isSeries: true,
  hasGroups: true,
  columns: [
    ...(['grain', 'period', 'author_group', 'merged', 'taken_over', 'refused', 'unknown_fate'] as const),
    ...(['accepted_share', 'acceptance_ratio', 'unknown_share'] as const),
  ],
  publicGrains: ['year'],
  isPublicTotal: true,
  rules: {
    merged: { audience: 'internal' },
    // Whether somebody took one over by hand is read in the commits.
    taken_over: { audience: 'internal', stream: 'commits' },
    refused: { audience: 'internal' },
    unknown_fate: { audience: 'internal' },
    accepted_share: {
      ...{ persons: 'persons', sample: { of: 'ended', least: LEAST_CASES }, isRefusal: true, stream: 'commits' },
    },
    acceptance_ratio: { persons: 'persons', sample: { of: 'ended', least: LEAST_CASES }, isRefusal: true },
  },
  query: flowQuery({ kinds: ['ended', 'merged', 'taken-over', 'refused'] }),
  finish(rows, asked) {
    const flows = flowsOf(rows, asked)
    return {
      rows: asked.grains.flatMap((grain) =>
        flows.groups.flatMap((author_group) =>
          periodsOf({ ...asked, grain }).flatMap((period) => {
            const key = { grain, period, author_group }
            const of = flows.in(key)
            return of('ended').cases === 0 ? [] : [{ ...key, ...fates(of) }]
          }),
        ),
      ),
    }
  },
  behind: CHANGE_REQUEST_CASES,
})

function fates(of: ReturnType<Flows['in']>) {
  const { cases: ended, persons } = of('ended')
  const [merged, taken_over, refused] = [of('merged').cases, of('taken-over').cases, of('refused').cases]
  const unmerged = ended - merged
  const unknown_fate = unmerged - taken_over - refused
  return {
    ...{ ended, merged, taken_over, refused, unknown_fate, persons },
    accepted_share: (merged + taken_over) / ended,
    acceptance_ratio: unmerged === 0 ? null : merged / unmerged,
    unknown_share: unmerged === 0 ? null : unknown_fate / unmerged,
  }
}
