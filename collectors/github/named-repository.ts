import { type Gap, organisationSubject, repositorySubject } from '#data/model/collection.ts'
import { SourceFailure } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import type { OrganisationKey } from '#data/model/records.ts'
import type { CollectContext } from '../collector.ts'
import { failureKindOf } from './classify.ts'
import { ask, gapsOf } from './operation.ts'
import { type ListedRepository, NAMED_REPOSITORY, OWNER, OWNERS } from './queries/repository-list.ts'
import { withoutTorn } from './unread.ts'

interface Named {
  readonly node: ListedRepository
  /** Number of the organisation, where it could be read. */
  readonly organisationId: number | undefined
  readonly gaps: readonly Gap[]
}

const ROW_DEPTH = 1

/** One repository by its name. Throws `not-found`, with the nearest name that is known, when there is none. */
export async function readNamed(organisation: OrganisationKey, name: string, context: CollectContext): Promise<Named> {
  const place = { subject: organisationSubject(organisation), stream: 'named', position: name }
  const variables = { org: organisation.login, name }
  const { data, errors } = await ask(context, NAMED_REPOSITORY, { ...place, variables })
  const row = data.repository ?? undefined
  if (row === undefined) throw await noRepository(organisation, name, { context, error: errors[0] })
  const { id, databaseId, name: found, owner, ...rest } = withoutTorn(row, errors, ROW_DEPTH)
  if (id === undefined || databaseId === undefined || found === undefined || owner === undefined)
    throw new SourceFailure('invalid-answer', `"${organisation.login}/${name}" could not be read`)
  const subject = repositorySubject({ server: organisation.server, hostId: String(databaseId) })
  const node = { id, databaseId, name: found, owner: { login: owner.login }, ...rest }
  return { node, organisationId: owner.databaseId, gaps: gapsOf(subject, errors) }
}

async function noRepository(
  organisation: OrganisationKey,
  name: string,
  {
    context,
    error,
  }: { readonly context: CollectContext; readonly error: Parameters<typeof failureKindOf>[0] | undefined },
): Promise<SourceFailure> {
  const asked = `${organisation.login}/${name}`
  if (error !== undefined && error.type !== 'NOT_FOUND')
    return new SourceFailure(failureKindOf(error), `"${asked}" cannot be read: ${error.message}`)
  const known = (await context.known.repositories(organisation)).map((one) => `${one.owner}/${one.name}`)
  const message = `there is no repository "${asked}" on ${organisation.server}, or the token may not see it.`
  return new SourceFailure('not-found', `${message}${suggestion(asked, known)}`)
}

/** Why an organisation cannot be found: the name may be a person's. */
export async function noOrganisation(
  { server, login }: OrganisationKey,
  context: CollectContext,
): Promise<SourceFailure> {
  const place = { subject: organisationSubject({ server, login }), stream: 'owner', position: '' }
  const { data } = await ask(context, OWNER, { ...place, variables: { login } })
  const moved = data.repositoryOwner == null ? await nameToday({ server, login }, context) : undefined
  if (moved !== undefined) {
    const said = `there is no organisation "${login}" on ${server} any more: its repositories are under "${moved}" now`
    return new SourceFailure('not-found', `${said}. Write that name in its place; nothing that is stored is lost`)
  }
  const message =
    data.repositoryOwner?.__typename === 'User'
      ? `"${login}" on ${server} is the account of a person, not an organisation`
      : `there is no organisation "${login}" on ${server}, or the token may not see it`
  return new SourceFailure('not-found', message)
}

/** As many as tell a renamed organisation from one of which a repository was given away. */
const MOST_ASKED = 20

/** The name that most of what an organisation had is under today; undefined when nothing is known of it. */
async function nameToday(organisation: OrganisationKey, context: CollectContext): Promise<string | undefined> {
  const known = (await context.known.repositories(organisation)).filter(({ nodeId }) => nodeId !== '')
  const ids = known.slice(0, MOST_ASKED).map(({ nodeId }) => nodeId)
  if (ids.length === 0) return undefined
  const place = { subject: organisationSubject(organisation), stream: 'owners', position: '' }
  const { data } = await ask(context, OWNERS, { ...place, variables: { ids } })
  const owners = Map.groupBy(
    (data.nodes ?? []).flatMap((node) => node?.owner?.login ?? []),
    (login) => login,
  )
  const [most] = [...owners].sort(([, one], [, other]) => other.length - one.length)
  return most !== undefined && most[1].length > ids.length / 2 ? most[0] : undefined
}
