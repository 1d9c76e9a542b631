import { quotaOf } from '#collectors/github/census.ts'
import { SourceFailure } from '#data/model/failures.ts'
import { liveTransport, missingCredential } from '../collect/hosts.ts'
import type { Config, OrganisationConfig } from '../config.ts'
import type { Io } from '../io.ts'
import { brokenBy, type Finding } from './finding.ts'
import type { DoctorWords } from './words.ts'

/** Below this share of the hour's points a collection is likely to wait. */
const LOW = 0.1

interface Looking {
  readonly config: Config
  readonly io: Io
  readonly signal: AbortSignal
  readonly words: DoctorWords
}

/** Whether each organisation can be asked, and what is left to spend: a request for each, which costs no points. */
export async function lookAtHosts(looking: Looking): Promise<readonly Finding[]> {
  const { config, words } = looking
  if (config.organisations.length === 0) return [{ subject: 'token', health: 'fine', says: words.noOrganisation }]
  const found: Finding[] = []
  for (const organisation of config.organisations) found.push(...(await lookAtHost(organisation, looking)))
  return found
}

async function lookAtHost(
  organisation: OrganisationConfig,
  { config, io, signal, words }: Looking,
): Promise<readonly Finding[]> {
  const { name } = organisation
  const missing = missingCredential(organisation, io.env)
  if (missing !== undefined)
    return [
      {
        subject: 'token',
        health: 'broken',
        says: words.tokenMissing(name, organisation.tokenFrom.join(', ')),
        remedy: words.tokenRemedy,
      },
    ]
  try {
    const way = { env: io.env, folder: config.folder, signal, isImpatient: true, log: () => {} }
    const quota = await quotaOf({ transport: liveTransport(organisation, way) })
    const token: Finding = { subject: 'token', health: 'fine', says: words.tokenSet(name) }
    if (quota === undefined) return [token, { subject: 'quota', health: 'fine', says: words.quotaNone(name) }]
    const { remaining, limit, reset } = quota.graphql
    const at = new Date(reset * 1000).toISOString().slice(11, 16)
    const says = words.quota(name, remaining, limit, `${at} UTC`)
    if (remaining >= limit * LOW) return [token, { subject: 'quota', health: 'fine', says }]
    return [token, { subject: 'quota', health: 'attention', says, remedy: words.quotaLow(`${at} UTC`) }]
  } catch (error) {
    if (!(error instanceof SourceFailure)) return [brokenBy('token', error)]
    const remedy = words.remedies(error.kind)
    const health = error.kind === 'unauthorized' || error.kind === 'forbidden' ? 'broken' : 'unknown'
    return [
      { subject: 'token', health, says: words.notReached(name, error.kind, error.message), ...(remedy && { remedy }) },
    ]
  }
}
