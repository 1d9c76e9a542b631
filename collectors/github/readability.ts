import { type Gap, organisationSubject, repositorySubject } from '#data/model/collection.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { OrganisationKey } from '#data/model/records.ts'
import type { FailureKind, Readability } from '#data/model/vocabulary.ts'
import type { CollectContext } from '../collector.ts'
import { PUBLIC_PAGE_SIZE, publicRepositories, publicRepository } from './queries/public-repositories.ts'
import type { ListedRepository } from './queries/repository-list.ts'

/** Whether anybody can read the repositories of an organisation. */
export interface Readabilities {
  /** Undefined when nobody could say; why is among the gaps then. */
  of(node: ListedRepository): Promise<Readability | undefined>
  /** What is not known of those asked about so far. */
  gaps(): readonly Gap[]
}

interface Strangers {
  readonly listed: ReadonlySet<number>
  /** What a stranger is told of a repository that is not in the list; undefined when that has to be asked. */
  readonly unlisted: Readability | undefined
  /** Why the list is not whole. */
  readonly failure?: SourceFailure
}

/**
 * Lists an organisation the way a stranger sees it, a hundred repositories a request. What the host itself calls
 * private or internal is restricted whatever the list says; what it calls public and the list lacks is asked for by
 * itself. A server that lets no stranger in answers 401: all is restricted then. Any other failure leaves unknown what
 * was not listed, behind a gap.
 */
export async function readReadability(organisation: OrganisationKey, context: CollectContext): Promise<Readabilities> {
  const { listed, unlisted, failure } = await asStranger(organisation, context)
  const gaps = failure === undefined ? [] : [gapOf(organisationSubject(organisation), failure)]
  return {
    gaps: () => gaps,
    async of(node) {
      if (node.visibility === 'PRIVATE' || node.visibility === 'INTERNAL') return 'restricted'
      if (listed.has(node.databaseId)) return 'anonymous'
      if (unlisted !== undefined || failure !== undefined) return unlisted
      try {
        return await askedAlone(organisation, node, context)
      } catch (error) {
        if (!(error instanceof SourceFailure) || error.kind === 'interrupted') throw error
        gaps.push(gapOf(repositorySubject({ server: organisation.server, hostId: String(node.databaseId) }), error))
        return undefined
      }
    },
  }
}

async function asStranger(organisation: OrganisationKey, context: CollectContext): Promise<Strangers> {
  const listed = new Set<number>()
  try {
    for (let page = 1; ; page += 1) {
      const { data } = await context.transport.rest(publicRepositories(organisation, page))
      for (const id of data) listed.add(id)
      if (data.length < PUBLIC_PAGE_SIZE) return { listed, unlisted: undefined }
    }
  } catch (error) {
    if (!(error instanceof SourceFailure) || error.kind === 'interrupted') throw error
    if (error.kind === 'unauthorized') return { listed, unlisted: 'restricted' }
    return { listed, unlisted: undefined, failure: error }
  }
}

// What a stranger may not read is, to a stranger, not there.
const SHUT: ReadonlySet<FailureKind> = new Set(['not-found', 'forbidden', 'unauthorized', 'gone'])

async function askedAlone(
  organisation: OrganisationKey,
  node: ListedRepository,
  context: CollectContext,
): Promise<Readability> {
  try {
    const { data } = await context.transport.rest(publicRepository(organisation, node))
    return data === node.databaseId ? 'anonymous' : 'restricted'
  } catch (error) {
    if (error instanceof SourceFailure && SHUT.has(error.kind)) return 'restricted'
    throw error
  }
}

function gapOf(subject: string, { kind: reason, message }: SourceFailure): Gap {
  return { subject, kind: 'field:readability', reason, message }
}
