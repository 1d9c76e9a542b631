import type { IssueRecord } from '#data/model/records.ts'
import { instant } from '../clock.ts'
import { type CollectContext, defineCollector } from '../collector.ts'
import type { ItemStream, StoredItem, StoredRow } from './item-stream.ts'
import { walkItems } from './item-walk.ts'
import { askAbout } from './operation.ts'
import { firstResponseAt, personOf } from './people.ts'
import { ISSUE_TAILS } from './queries/issue-tails.ts'
import { ISSUES, ISSUES_PACKED, type IssueNode } from './queries/issues.ts'
import { ISSUE_PROBE } from './queries/item-probes.ts'
import { ISSUE_SWEEP } from './queries/item-sweeps.ts'

const STREAM: ItemStream<IssueNode> = {
  collector: 'github/issues',
  stream: 'issues',
  what: 'issue',
  probe: ISSUE_PROBE,
  page: ISSUES,
  packed: ISSUES_PACKED,
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
  complete: completeIssues,
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

/** Reads on where the first ten comments are all by the author or by machines. A hundred settle it, or nothing does. */
async function completeIssues(nodes: readonly IssueNode[], context: CollectContext, subject: string) {
  const open = new Map(nodes.filter(isUnsettled).map((node) => [node.id, node]))
  if (open.size === 0) return nodes
  const call = { subject, stream: 'issue-tails', ids: [...open.keys()] }
  for await (const { answer } of askAbout(context, ISSUE_TAILS, call))
    for (const tail of answer.data.nodes) {
      const node = tail === null ? undefined : open.get(tail.id)
      if (node !== undefined && tail?.comments !== undefined) open.set(node.id, { ...node, comments: tail.comments })
    }
  return nodes.map((node) => open.get(node.id) ?? node)
}
