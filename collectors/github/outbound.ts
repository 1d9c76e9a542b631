import type { KnownOptIn } from '#data/model/collection.ts'
import type { Instant } from '#data/model/instant.ts'
import type { OutboundCount, OutboundRecord } from '#data/model/records.ts'
import type { FailureKind } from '#data/model/vocabulary.ts'
import { type Batch, type CollectContext, defineCollector, type Scope } from '../collector.ts'
import { readOutbound, type Told } from './outbound-search.ts'
import { isFresh } from './properties.ts'
import type { OutboundItem } from './queries/outbound.ts'

const STREAM = 'outbound'

/** One person, whole: the items that they opened elsewhere. */
export interface OutboundTold {
  readonly server: string
  readonly login: string
  readonly account: number
  readonly servedAt: Instant
  readonly items: readonly OutboundItem[]
}

export const outbound = defineCollector<OutboundTold>({
  id: 'github/outbound',
  title: { fr: 'Contributions au dehors', en: 'Outbound contributions' },
  summary: {
    fr: 'Ce que les comptes qui y consentent proposent aux projets d’autrui : des nombres par projet et par mois.',
    en: 'What accounts that opted in propose to projects of others: counts by project and month.',
  },
  scope: 'people',
  produces: ['outbound'],
  needs: ['network', 'token'],
  classified: [],
  fetch: fetchOutbound,
  normalize: (told) => [recordOf(told)],
})

type People = Extract<Scope, { kind: 'people' }>

function peopleOf(scope: Scope): People {
  if (scope.kind !== 'people') throw new Error(`A collector of accounts was pointed at a ${scope.kind}`)
  return scope
}

/** Those who were never asked about, or not for a week. */
export async function dueOptIns(scope: Scope, context: CollectContext): Promise<readonly KnownOptIn[]> {
  const optIns = await context.known.optIns(peopleOf(scope).server)
  const now = context.now()
  return optIns.filter(({ askedAt }) => context.full || !isFresh(askedAt ?? undefined, now))
}

/** Each person is told whole, in a batch of their own; what cannot be had is told as a number of accounts, not as names. */
async function* fetchOutbound(scope: Scope, context: CollectContext): AsyncGenerator<Batch<OutboundTold>> {
  const { server, organisations } = peopleOf(scope)
  const subject = `${server}/@*`
  const people = await dueOptIns(scope, context)
  if (people.length === 0) return
  const until = context.now()
  const missed = new Map<FailureKind, Extract<Told, { failure: unknown }>[]>()
  for await (const told of readOutbound(people, { context, subject, organisations, until })) {
    if ('failure' in told) missed.set(told.failure.kind, [...(missed.get(told.failure.kind) ?? []), told])
    else yield { items: [{ server, ...told }] }
  }
  const [worst] = [...missed].sort(([, one], [, other]) => other.length - one.length)
  const gap = worst && {
    ...{ subject, kind: STREAM, reason: worst[0] },
    message: `${[...missed.values()].flat().length} of ${people.length} accounts: ${worst[1][0]?.failure.message}`,
  }
  yield { items: [], finished: [{ subject, stream: STREAM, watermark: until }], gaps: gap === undefined ? [] : [gap] }
}

function recordOf({ server, login, account, servedAt, items }: OutboundTold): OutboundRecord {
  const kinds = Map.groupBy(items, ({ project, kind, month }) => JSON.stringify([project, kind, month]))
  const counts = [...kinds.values()].flatMap((same): OutboundCount[] => {
    const [first] = same
    if (first === undefined) return []
    const { project, kind, month } = first
    return [{ project, kind, month, opened: same.length, merged: same.filter(({ isMerged }) => isMerged).length }]
  })
  const person = { server, hostId: String(account), login, kind: 'person' } as const
  return { type: 'outbound', person, askedAt: servedAt, counts }
}
