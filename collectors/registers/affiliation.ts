import { basename } from 'node:path'
import { type UsageDetail, UsageFailure } from '#data/model/failures.ts'
import type { Instant } from '#data/model/instant.ts'
import type { AffiliationRecord } from '#data/model/records.ts'
import type { Entry } from '#data/model/register.ts'
import { affiliationRegister } from '#data/model/registers/affiliations.ts'
import { AFFILIATIONS, isOneOf } from '#data/model/vocabulary.ts'
import { defineCollector } from '../collector.ts'
import { type PlacedEntry, readRegister } from './read-register.ts'

type AffiliationLine = AffiliationRecord['lines'][number]

/**
 * The register of affiliations, in YAML or as a CSV of any spreadsheet. Two lines about the same may not hold on the same
 * day: then neither would be right. Nothing of a file with a mistake in it is taken; all mistakes are told at once.
 */
export const affiliations = defineCollector<AffiliationRecord>({
  id: 'registers/affiliations',
  title: affiliationRegister.title,
  summary: affiliationRegister.summary,
  scope: 'register',
  produces: ['affiliation'],
  needs: ['disk'],
  classified: [],
  async *fetch(scope, context) {
    if (scope.kind !== 'register') throw new Error(`A collector of registers was pointed at a ${scope.kind}`)
    const watermark = context.now()
    const entries = readRegister(affiliationRegister, scope.file)
    refuseOverlaps(entries, scope.file)
    // Without its folder, which is this machine's business and may change.
    const register = basename(scope.file)
    const lines = entries.map(({ entry }) => lineOf(entry, scope.server))
    yield {
      items: [{ type: 'affiliation', register, lines }],
      finished: [{ subject: register, stream: 'affiliation', watermark }],
    }
  },
  normalize: (record) => [record],
})

function lineOf(entry: Entry, server: string): AffiliationLine {
  const { affiliation, component } = entry
  if (!isOneOf(AFFILIATIONS, affiliation)) throw new Error('a register gave an affiliation that it does not know')
  const text = (name: string) => (typeof entry[name] === 'string' ? entry[name] : undefined)
  const [login, account, domain] = [text('login'), text('account'), text('domain')?.toLowerCase()]
  const [from, until] = [text('from'), text('until')]
  return {
    ...(login === undefined ? {} : { person: { server, login, kind: 'person' } }),
    ...(account === undefined ? {} : { person: { server, hostId: account, kind: 'person' } }),
    ...(domain === undefined ? {} : { emailDomain: domain }),
    component: typeof component === 'string' ? component : null,
    affiliation,
    from: from === undefined ? null : startOf(from),
    until: until === undefined ? null : startOf(dayAfter(until)),
  }
}

type Day = string

function dayAfter(day: Day): Day {
  const [next = day] = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().split('T')
  return next
}

function startOf(day: Day): Instant {
  return `${day}T00:00:00Z`
}

function refuseOverlaps(entries: readonly PlacedEntry[], file: string): void {
  const about = ({ entry: { login, account, domain, component } }: PlacedEntry) =>
    JSON.stringify([login, account, domain, component]).toLowerCase()
  const details = [...Map.groupBy(entries, about).values()].flatMap((same) =>
    same.flatMap(({ entry, line, column }, index): UsageDetail[] => {
      const earlier = same.slice(0, index).find((other) => overlap(other.entry, entry))
      const message = `holds on the same days as line ${earlier?.line}, which is about the same.`
      return earlier === undefined ? [] : [{ message, file, line, column }]
    }),
  )
  if (details.length === 0) return
  const count = details.length === 1 ? 'one mistake' : `${details.length} mistakes`
  throw new UsageFailure('register-invalid', `the register ${file} has ${count}; nothing of it was taken.`, { details })
}

/** Days are inclusive on both ends. */
function overlap(one: Entry, other: Entry): boolean {
  const startsBefore = (a: Entry, b: Entry) => a.from === null || b.until === null || String(a.from) <= String(b.until)
  return startsBefore(one, other) && startsBefore(other, one)
}
