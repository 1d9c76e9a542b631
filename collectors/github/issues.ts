import type { IssueRecord } from '#data/model/records.ts'
import { instant } from '../clock.ts'
import { defineCollector } from '../collector.ts'
import type { ItemStream, StoredItem, StoredRow } from './item-stream.ts'
import { walkItems } from './item-walk.ts'
import { closerOf, firstBySomebodyElse, firstResponseAt, personOf, wasReopened } from './people.ts'
import { ISSUE_TAILS, type IssueTail } from './queries/issue-tails.ts'
import { ISSUES, type IssueNode } from './queries/issues.ts'
import { ISSUE_PROBE } from './queries/item-probes.ts'
import { ISSUE_SWEEP } from './queries/item-sweeps.ts'
import { joined, readTails, rowsBehind, type Tails } from './tails.ts'

export const STREAM: ItemStream<IssueNode> = {
  collector: 'github/issues',
  stream: 'issues',
  what: 'issue',
  probe: ISSUE_PROBE,
  page: ISSUES,
  sweep: ISSUE_SWEEP,
  canFilterSince: true,
  required: [
    'fullDatabaseId',
    'number',
    'title',
    'state',
    'stateReason',
    'author',
    'createdAt',
    'updatedAt',
    'closedAt',
    'labels',
    'comments',
  ],
  isCut: isUnsettled,
  complete: (nodes, context, subject) => readTails(nodes, TAILS, { context, subject }),
}

export const issues = defineCollector<StoredItem<IssueNode>>({
  id: STREAM.collector,
  title: { fr: 'Tickets', en: 'Issues' },
  summary: {
    fr: 'Tickets avec auteur, étiquettes et première réponse.',
    en: 'Issues with author, labels and first response.',
  },
  scope: 'organisation',
  produces: ['repository', 'issue'],
  needs: ['network', 'token'],
  classified: [],
  async *fetch(scope, context) {
    const labels = new Set(context.titleLabels)
    for await (const batch of walkItems(STREAM, scope, context))
      yield { ...batch, items: batch.items.map((item) => withChosenTitle(item, labels)) }
  },
  normalize: (item) =>
    'total' in item ? [{ type: 'repository', ...item.repository, issueCount: item.total }] : [toRecord(item)],
})

/** A title is somebody's words: it is kept where an officer invited to it, and nowhere else. */
function withChosenTitle(item: StoredItem<IssueNode>, labels: ReadonlySet<string>): StoredItem<IssueNode> {
  if ('total' in item || labelsOf(item.node).some((label) => labels.has(label.toLowerCase()))) return item
  return { ...item, node: { ...item.node, title: null } }
}

function labelsOf({ labels }: IssueNode): readonly string[] {
  return (labels?.nodes ?? []).flatMap((label) => label?.name ?? [])
}

function toRecord({ repository, node }: StoredRow<IssueNode>): IssueRecord {
  return {
    type: 'issue',
    repository,
    hostId: node.fullDatabaseId,
    number: node.number,
    title: node.title,
    state: node.state === 'OPEN' ? 'open' : 'closed',
    stateReason: node.stateReason,
    author: personOf(repository.server, node.author),
    authorAssociation: node.authorAssociation,
    createdAt: instant(node.createdAt),
    updatedAt: instant(node.updatedAt),
    closedAt: node.closedAt && instant(node.closedAt),
    commentCount: commentsOf(node),
    closedBy: node.state === 'OPEN' ? null : closer(node),
    isReopened: wasReopened(node.comments.nodes, !node.comments.pageInfo.hasNextPage),
    labels: labelsOf(node).map((label) => ({ label })),
    ...firstResponse(node, repository.server),
  }
}

function isUnsettled({ author, comments }: IssueNode): boolean {
  return comments.pageInfo.hasNextPage && firstResponseAt(author, comments.nodes) === null
}

/** The list holds closings and reopenings as well; of those behind its end, the closing that it has today is known. */
function commentsOf({ state, comments: { nodes, pageInfo, totalCount } }: IssueNode): number {
  const endings = nodes.filter((one) => one?.closedAt !== undefined || one?.reopenedAt !== undefined).length
  return totalCount - endings - (pageInfo.hasNextPage && state === 'CLOSED' ? 1 : 0)
}

/** A closing that is followed by more may not be the last. */
function closer({ author, comments }: IssueNode): IssueRecord['closedBy'] {
  return comments.pageInfo.hasNextPage ? undefined : closerOf(author, comments.nodes)
}

function firstResponse(node: IssueNode, server: string): Pick<IssueRecord, 'firstResponseAt' | 'firstResponder'> {
  const first = firstBySomebodyElse(node.author, node.comments.nodes)
  if (first === null) return isUnsettled(node) ? {} : { firstResponseAt: null, firstResponder: null }
  return { firstResponseAt: instant(first.at), firstResponder: personOf(server, first.by) }
}

const TAILS: Tails<IssueNode, IssueTail> = {
  operation: ISSUE_TAILS,
  isOpen: isUnsettled,
  remaining: ({ comments }) => rowsBehind(comments),
  variables: ({ comments }) => ({ after: comments.pageInfo.endCursor }),
  join: (node, { comments }) =>
    comments === undefined ? node : { ...node, comments: joined(node.comments, comments) },
}
