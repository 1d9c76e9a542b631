import { type Gap, organisationSubject } from '#data/model/collection.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { OrganisationKey } from '#data/model/records.ts'
import type { Readability } from '#data/model/vocabulary.ts'
import type { CollectContext } from '../collector.ts'
import { PUBLIC_PAGE_SIZE, publicRepositories } from './queries/public-repositories.ts'

/** Whether anybody can read a repository; undefined when nobody could say. */
export interface Readabilities {
  of(databaseId: number): Readability | undefined
  readonly gaps: readonly Gap[]
}

/**
 * Lists an organisation the way a stranger sees it. A server that lets no stranger in answers 401: all is restricted
 * then. Any other failure leaves unknown what was not listed, behind a gap.
 */
export async function readReadability(organisation: OrganisationKey, context: CollectContext): Promise<Readabilities> {
  const listed = new Set<number>()
  const of = (id: number, unlisted: Readability | undefined) => (listed.has(id) ? 'anonymous' : unlisted)
  try {
    for (let page = 1; ; page += 1) {
      const { data } = await context.transport.rest(publicRepositories(organisation, page))
      for (const id of data) listed.add(id)
      if (data.length < PUBLIC_PAGE_SIZE) break
    }
  } catch (error) {
    if (!(error instanceof SourceFailure) || error.kind === 'interrupted') throw error
    if (error.kind === 'unauthorized') return { of: (id) => of(id, 'restricted'), gaps: [] }
    const gap = {
      subject: organisationSubject(organisation),
      kind: 'field:readability',
      reason: error.kind,
      message: error.message,
    }
    return { of: (id) => of(id, undefined), gaps: [gap] }
  }
  return { of: (id) => of(id, 'restricted'), gaps: [] }
}
