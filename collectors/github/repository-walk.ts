import { type Gap, type KnownRepository, organisationSubject, repositorySubject } from '#data/model/collection.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { Instant } from '#data/model/instant.ts'
import type { OrganisationKey } from '#data/model/records.ts'
import type { FailureKind } from '#data/model/vocabulary.ts'
import type { Batch, CollectContext, Scope } from '../collector.ts'

/** The organisation that a run looks at. */
export function organisationOf(scope: Scope): OrganisationKey {
  if (scope.kind === 'organisation') return { server: scope.server, login: scope.login }
  throw new Error(`A collector of organisations was pointed at a ${scope.kind}`)
}

/** What is known of an organisation's repositories; refuses to walk one that was never listed. */
export async function knownRepositories(scope: Scope, context: CollectContext): Promise<readonly KnownRepository[]> {
  const organisation = organisationOf(scope)
  const only = scope.kind === 'organisation' ? scope.repository?.toLowerCase() : undefined
  const repositories = (await context.known.repositories(organisation)).filter(
    (one) => isListed(one) && (only === undefined || only === one.name.toLowerCase()),
  )
  if (repositories.length > 0) return repositories
  const what = only === undefined ? 'no repository' : `no repository "${only}"`
  const message = `${what} of ${organisationSubject(organisation)} is known: list them first (github/repositories)`
  throw new SourceFailure('need-absent', message)
}

/** A repository that only a local clone told of has no id to ask the host by. */
export function isListed({ nodeId }: KnownRepository): boolean {
  return nodeId !== ''
}

/** The instant of the last inventory: heads and trees are known as of then. */
export async function listedAt(scope: Scope, context: CollectContext): Promise<Instant> {
  const subject = organisationSubject(organisationOf(scope))
  return (await context.known.watermark('github/repositories', subject, 'repositories')) ?? context.now()
}

// These end the run wherever they are met; the next repository would meet them as well.
const GENERAL: ReadonlySet<FailureKind> = new Set(['rate-limit', 'unauthorized', 'interrupted', 'need-absent'])
/** So many lists in a row that the network kept from us, and the run ends. */
export const FAILURES_IN_A_ROW = 3

/** Walks repositories one by one; one that fails leaves a gap, several in a row that fail by the network end the run. */
export async function* eachRepository<Item>(
  repositories: readonly KnownRepository[],
  stream: string,
  walk: (repository: KnownRepository) => AsyncIterable<Batch<Item>>,
): AsyncGenerator<Batch<Item>> {
  let failures = 0
  for (const repository of repositories) {
    try {
      yield* walk(repository)
      failures = 0
    } catch (error) {
      if (!(error instanceof SourceFailure) || endsTheRun(error)) throw error
      failures = error.kind === 'network' ? failures + 1 : 0
      if (failures >= FAILURES_IN_A_ROW) throw error
      yield { items: [], gaps: [gapOf(repositorySubject(repository), stream, error)] }
    }
  }
}

export function endsTheRun(failure: SourceFailure): boolean {
  return GENERAL.has(failure.kind)
}

export function gapOf(subject: string, kind: string, failure: SourceFailure): Gap {
  return { subject, kind, reason: failure.kind, message: failure.message }
}
