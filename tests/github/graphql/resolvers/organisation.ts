import type { Account, Membership, Organisation, Repository } from '../../world/model.ts'
import { type Args, connect } from '../connection.ts'
import { type Context, type Fields, type Node, repositoryNode, user, webUrl } from '../context.ts'
import type { Key } from '../cursors.ts'

type OrganisationNode = Node<Organisation>

const keys: Record<string, (r: Repository) => string | number> = {
  CREATED_AT: (r) => r.createdAt,
  UPDATED_AT: (r) => r.updatedAt,
  PUSHED_AT: (r) => r.pushedAt ?? '',
  NAME: (r) => r.name.toLowerCase(),
  STARGAZERS: (r) => r.stargazerCount,
}

/** An order by a field and direction, ties broken by database id. */
export function ordered<T extends { readonly databaseId: number }>(
  args: Args,
  values: Readonly<Record<string, (item: T) => string | number>>,
) {
  const given = args.orderBy as { field: string; direction: string } | undefined
  const value = values[given?.field ?? 'CREATED_AT'] ?? (() => 0)
  return { keyOf: (item: T): Key => [value(item), item.databaseId], isDescending: given?.direction === 'DESC' }
}

export function sortBy<T>(items: readonly T[], order: { keyOf: (item: T) => Key; isDescending: boolean }): T[] {
  const sign = order.isDescending ? -1 : 1
  return items
    .map((item) => ({ item, key: order.keyOf(item) }))
    .sort((a, b) => sign * (a.key[0] === b.key[0] ? a.key[1] - b.key[1] : a.key[0] < b.key[0] ? -1 : 1))
    .map(({ item }) => item)
}

function owned(context: Context, organisation: Organisation, args: Args): Repository[] {
  return context.index.world.repositories.filter(
    (r) =>
      r.owner === organisation.databaseId &&
      context.viewer.sees(r) &&
      (args.privacy == null || (args.privacy === 'PUBLIC') === (r.visibility === 'PUBLIC')) &&
      (args.visibility == null || args.visibility === r.visibility) &&
      (args.isFork == null || args.isFork === r.isFork) &&
      (args.isArchived == null || args.isArchived === r.isArchived),
  )
}

/** The members this viewer may know of: private memberships are for members. */
export function visibleMembers(context: Pick<Context, 'index' | 'viewer'>, organisation: Organisation): Membership[] {
  const seesAll = context.viewer.isMember(organisation)
  return organisation.members.filter((m) => (seesAll || m.isPublic) && context.index.account(m.account) !== undefined)
}

export const organisationFields: Fields<OrganisationNode> = {
  url: ({ value }) => `${webUrl}/${value.login}`,
  repositories: ({ value }, args, context, info) => {
    const order = ordered(args, keys)
    return connect(sortBy(owned(context, value, args), order), { args, info, order, toNode: repositoryNode })
  },
  membersWithRole: ({ value }, args, context, info) =>
    connect(visibleMembers(context, value), {
      args,
      info,
      order: { keyOf: (m) => ['', m.account], isDescending: false },
      toNode: (m) => user(context, m.account),
    }),
  viewerIsAMember: ({ value }, _args, context) => context.viewer.isMember(value),
}

/** The role is told to members only. */
export const memberEdgeFields: Fields<{ readonly item: Membership }> = {
  role: ({ item }, _args, context) => {
    const home = context.index.world.organisations.find((o) => o.members.includes(item))
    return home && context.viewer.isMember(home) ? item.role : null
  },
}

export const accountFields: Fields<Node<Account>> = {
  url: ({ value }) => `${webUrl}/${value.login}`,
  avatarUrl: ({ value }) => `https://avatars.githubusercontent.com/u/${value.databaseId}?v=4`,
}

export const userFields: Fields<Node<Account>> = {
  ...accountFields,
  email: ({ value }) => (value.email.endsWith('@users.noreply.github.com') ? '' : value.email),
}
