import type { IssueRecord } from '#data/model/records.ts'
import { instant } from '../clock.ts'
import { defineCollector } from '../collector.ts'
import type { ItemStream, StoredItem, StoredRow } from './item-stream.ts'
import { walkItems } from './item-walk.ts'
import { firstResponseAt, personOf } from './people.ts'
import { ISSUE_TAILS, type IssueTail } from './queries/issue-tails.ts'
import { ISSUES, type IssueNode } from './queries/issues.ts'
import { ISSUE_PROBE } from './queries/item-probes.ts'
import { ISSUE_SWEEP } from './queries/item-sweeps.ts'
import { joined, readTails, rowsBehind, type Tails } from './tails.ts'

const STREAM: ItemStream<IssueNode> = {
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
  fetch: (scope, context) => walkItems(STREAM, scope, context),
  normalize: (item) =>
    'total' in item ? [{ type: 'repository', ...item.repository, issueCount: item.total }] : [toRecord(item)],
})

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
    commentCount: node.comments.totalCount,
    labels: (node.labels?.nodes ?? []).filter((label) => label !== null).map(({ name }) => ({ label: name })),
    ...firstResponse(node),
  }
}

function isUnsettled({ author, comments }: IssueNode): boolean {
  return comments.pageInfo.hasNextPage && firstResponseAt(author, comments.nodes) === null
}

function firstResponse(node: IssueNode): Pick<IssueRecord, 'firstResponseAt'> {
  const at = firstResponseAt(node.author, node.comments.nodes)
  return isUnsettled(node) ? {} : { firstResponseAt: at && instant(at) }
}

const TAILS: Tails<IssueNode, IssueTail> = {
  operation: ISSUE_TAILS,
  isOpen: isUnsettled,
  remaining: ({ comments }) => rowsBehind(comments),
  variables: ({ comments }) => ({ after: comments.pageInfo.endCursor }),
  join: (node, { comments }) =>
    comments === undefined ? node : { ...node, comments: joined(node.comments, comments) },
}
