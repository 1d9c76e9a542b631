import { type KnownRepository, organisationSubject } from '#data/model/collection.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { Instant } from '#data/model/instant.ts'
import type { OrganisationKey, PropertiesRecord, RepositoryKey } from '#data/model/records.ts'
import type { Batch, CollectContext } from '../collector.ts'
import { organisationProperties, PROPERTIES_PAGE_SIZE, type PropertiesOfRepository } from './queries/properties.ts'

const COLLECTOR = 'github/governance'
const STREAM = 'custom-properties'
// Settings change without a trace in the list of repositories, and seldom: a week is how late that may be noticed.
const WEEK_MS = 7 * 86_400_000

/** Whether what was read up to a watermark need not be asked again yet. Both are instants of the server. */
export function isFresh(watermark: Instant | undefined, asOf: Instant): boolean {
  return watermark !== undefined && Date.parse(asOf) - Date.parse(watermark) < WEEK_MS
}

// Beside the watermark, which says as of when they are known.
const REFUSED = 'custom-properties-refused'

/** Whether an organisation is to be asked: not when it answered, or refused to, within a week. */
export async function arePropertiesDue(
  organisation: OrganisationKey,
  { context, asOf }: { readonly context: CollectContext; readonly asOf: Instant },
): Promise<boolean> {
  if (context.full) return true
  const subject = organisationSubject(organisation)
  const told = await context.known.watermark(COLLECTOR, subject, STREAM)
  const refused = await context.known.cursor(COLLECTOR, subject, REFUSED)
  return !isFresh(told, asOf) && !isFresh(refused, asOf)
}

/** Every repository of the list beside what the organisation said of some. */
export interface ToldProperties {
  readonly repositories: readonly RepositoryKey[]
  readonly properties: readonly PropertiesOfRepository[]
}

/** Custom properties, once a week. A server without them, or a token that may not read them, leaves them unknown. */
export async function* readProperties(
  organisation: OrganisationKey,
  repositories: readonly KnownRepository[],
  { context, asOf }: { readonly context: CollectContext; readonly asOf: Instant },
): AsyncGenerator<Batch<ToldProperties>> {
  const subject = organisationSubject(organisation)
  if (!(await arePropertiesDue(organisation, { context, asOf }))) return
  const properties: PropertiesOfRepository[] = []
  let watermark: string | undefined
  try {
    for (let page = 1; ; page += 1) {
      const answer = await context.transport.rest(organisationProperties(organisation, page))
      watermark ??= answer.servedAt
      properties.push(...answer.data)
      if (answer.data.length < PROPERTIES_PAGE_SIZE) break
    }
  } catch (error) {
    if (!(error instanceof SourceFailure) || error.kind === 'interrupted') throw error
    const reason = error.kind
    const message = `no custom properties of repositories: ${error.message}`
    const gaps = [{ subject, kind: `field:${STREAM}`, reason, message }]
    // A refusal is an answer; what may pass sooner is asked again by the next run.
    const isRefused = reason === 'forbidden' || reason === 'not-found'
    const mark = { subject, stream: REFUSED, position: asOf, isMark: true }
    yield { items: [], gaps, ...(isRefused ? { cursors: [mark] } : {}) }
    return
  }
  const known = repositories.map(({ server, hostId }) => ({ server, hostId }))
  yield { items: [{ repositories: known, properties }], finished: [{ subject, stream: STREAM, watermark }] }
}

/** A repository that the organisation gave no property has none. */
export function propertiesRecords({ repositories, properties }: ToldProperties): readonly PropertiesRecord[] {
  const told = new Map(properties.map((one) => [String(one.repositoryId), one.values]))
  return repositories.map((repository) => {
    return { type: 'properties', repository, properties: told.get(repository.hostId) ?? [] }
  })
}
