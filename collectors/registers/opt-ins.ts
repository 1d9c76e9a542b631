import { basename } from 'node:path'
import type { Instant } from '#data/model/instant.ts'
import type { OptInRecord } from '#data/model/records.ts'
import type { Entry } from '#data/model/register.ts'
import { optInRegister } from '#data/model/registers/opt-ins.ts'
import { defineCollector } from '../collector.ts'
import { readRegister } from './read-register.ts'

/** Who agrees today that what they propose elsewhere is counted. A consent that was withdrawn goes no further than here. */
export const optIns = defineCollector<OptInRecord>({
  id: 'registers/opt-ins',
  title: optInRegister.title,
  summary: optInRegister.summary,
  scope: 'register',
  produces: ['opt-in'],
  needs: ['disk'],
  classified: [],
  async *fetch(scope, context) {
    if (scope.kind !== 'register') throw new Error(`A collector of registers was pointed at a ${scope.kind}`)
    const watermark = context.now()
    const lines = readRegister(optInRegister, scope.file).flatMap(({ entry }) => lineOf(entry, scope.server, watermark))
    yield {
      items: [{ type: 'opt-in', server: scope.server, lines }],
      finished: [{ subject: basename(scope.file), stream: 'opt-ins', watermark }],
    }
  },
  normalize: (record) => [record],
})

function lineOf(
  { login, consented, from, withdrawn }: Entry,
  server: string,
  now: Instant,
): OptInRecord['lines'][number][] {
  if (typeof login !== 'string' || typeof consented !== 'string') throw new Error('a line of opt-ins lacks its fields')
  if (typeof withdrawn === 'string' && startOf(withdrawn) <= now) return []
  const first = typeof from === 'string' ? from : consented
  const person = { server, login, kind: 'person' } as const
  return [{ person, consentedAt: startOf(consented), from: startOf(first) }]
}

function startOf(day: string): Instant {
  return `${day}T00:00:00Z`
}
