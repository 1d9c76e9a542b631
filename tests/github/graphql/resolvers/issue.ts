import type { AccountId, ChangeRequest, Comment, Ending, Issue, Item, Repository } from '../../world/model.ts'
import { connect } from '../connection.ts'
import { actor, type Context, type Fields, type Part, part, repositoryNode, webUrl } from '../context.ts'
import type { Key } from '../cursors.ts'

/** How GitHub sees the author now: a private membership looks like a contributor's to outsiders. */
function association(context: Context, repository: Repository, author: AccountId | null): string {
  if (author === null) return 'NONE'
  const home = context.index.ownerOf(repository)
  const membership = home.members.find((m) => m.account === author)
  if (membership && (membership.isPublic || context.viewer.isMember(home))) return 'MEMBER'
  const merged = context.index.once(
    repository,
    'authors of merged changes',
    () => new Set(repository.changeRequests.filter((c) => c.state === 'MERGED').map((c) => c.author)),
  )
  return merged.has(author) ? 'CONTRIBUTOR' : 'NONE'
}

type ItemNode = Part<Item>

const kindPath: Record<string, string> = { PullRequest: 'pull', Issue: 'issues' }

export const byCreation = {
  keyOf: (r: Pick<Comment, 'createdAt' | 'databaseId'>): Key => [r.createdAt, r.databaseId],
  isDescending: false,
}

export const inOrder = <T extends Pick<Comment, 'createdAt' | 'databaseId'>>(remarks: readonly T[]): T[] =>
  [...remarks].sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.databaseId - b.databaseId)

/** A 32-bit field cannot hold the ids of today. */
const int32 = (id: number) => (id > 0x7fffffff ? null : id)

/** What change requests and issues answer alike. */
export const itemFields: Fields<ItemNode> = {
  url: ({ value, repository, __typename }, _args, context) =>
    `${webUrl}/${context.index.fullName(repository)}/${kindPath[__typename]}/${value.number}`,
  databaseId: ({ value }) => int32(value.databaseId),
  fullDatabaseId: ({ value }) => String(value.databaseId),
  closed: ({ value }) => value.closedAt !== null,
  bodyText: ({ value }) => value.body,
  author: ({ value }, _args, context) => actor(context, value.author),
  authorAssociation: ({ value, repository }, _args, context) => association(context, repository, value.author),
  repository: ({ repository }) => repositoryNode(repository),
  labels: ({ value }, args, _context, info) =>
    connect(value.labels, { args, info, toNode: (name) => ({ name, id: `LA_${name}`, color: 'ededed' }) }),
  comments: ({ value, repository }, args, _context, info) =>
    connect(inOrder(value.comments), {
      args,
      info,
      order: byCreation,
      toNode: (c) => part('IssueComment', c, repository),
    }),
}

/** What ended an item, in order. The ids are those of the item: no two endings are of one instant. */
function endingsOf(item: ChangeRequest | Issue): readonly Ending[] {
  const { databaseId, reopenedAt, closedAt, author } = item
  const mergedBy = 'mergedBy' in item && item.state === 'MERGED' ? item.mergedBy : undefined
  const actor = mergedBy ?? (item.closedBy === undefined ? author : item.closedBy)
  const again =
    reopenedAt == null
      ? []
      : [
          { type: 'ClosedEvent' as const, databaseId, createdAt: minuteBefore(reopenedAt), actor },
          { type: 'ReopenedEvent' as const, databaseId, createdAt: reopenedAt, actor },
        ]
  return closedAt === null ? again : [...again, { type: 'ClosedEvent', databaseId, createdAt: closedAt, actor }]
}

const minuteBefore = (at: string) => new Date(Date.parse(at) - 60_000).toISOString().replace('.000Z', 'Z')

const wants = (types: unknown, type: string) => !Array.isArray(types) || types.includes(type)

/** The endings of an item that were asked for, each with the type that its node has. */
export function askedEndings(item: ChangeRequest | Issue, types: unknown): readonly Ending[] {
  const names = { ClosedEvent: 'CLOSED_EVENT', ReopenedEvent: 'REOPENED_EVENT' } as const
  return endingsOf(item).filter(({ type }) => wants(types, names[type]))
}

export const isEnding = (line: Comment | Ending): line is Ending => 'type' in line

export const issueFields: Fields<Part<Issue>> = {
  ...(itemFields as Fields<Part<Issue | ChangeRequest>>),
  timelineItems: ({ value, repository }, args, context, info) => {
    const lines = context.index.once(value, `timeline ${JSON.stringify(args.itemTypes)}`, () =>
      inOrder<Comment | Ending>([
        ...(wants(args.itemTypes, 'ISSUE_COMMENT') ? value.comments : []),
        ...askedEndings(value, args.itemTypes),
      ]),
    )
    const toNode = (line: Comment | Ending) => part(isEnding(line) ? line.type : 'IssueComment', line, repository)
    return connect(lines, { args, info, order: byCreation, toNode })
  },
}

export const endingFields: Fields<Part<Ending>> = {
  actor: ({ value }, _args, context) => actor(context, value.actor),
}

export const remarkFields: Fields<Part<Comment>> = {
  databaseId: ({ value }) => int32(value.databaseId),
  fullDatabaseId: ({ value }) => String(value.databaseId),
  author: ({ value }, _args, context) => actor(context, value.author),
  authorAssociation: ({ value, repository }, _args, context) => association(context, repository, value.author),
  updatedAt: ({ value }) => value.createdAt,
  bodyText: ({ value }) => value.body,
  repository: ({ repository }) => repositoryNode(repository),
}
