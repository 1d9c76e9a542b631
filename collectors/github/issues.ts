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

const TAILS = 'issue-tails'

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
  isCut: isUnsettled,
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

// Nobody answers first behind three thousand comments.
const LONGEST_TAIL_PAGES = 30

/** Reads on where all comments so far are by the author or by machines, a hundred at a time. */
async function completeIssues(nodes: readonly IssueNode[], context: CollectContext, subject: string) {
  const open = new Map(nodes.filter(isUnsettled).map((node) => [node.id, node]))
  if (open.size === 0) return nodes
  await readTails(open, { subject, stream: TAILS, ids: [...open.keys()] }, context)
  for (const id of open.keys())
    for (let page = 1; page < LONGEST_TAIL_PAGES; page += 1) {
      const node = open.get(id)
      if (node === undefined || !isUnsettled(node)) break
      const commentsCursor = node.comments.pageInfo.endCursor
      const position = `${id} ${commentsCursor}`
      await readTails(open, { subject, stream: TAILS, position, ids: [id], variables: { commentsCursor } }, context)
      if (open.get(id) === node) break
    }
  return nodes.map((node) => open.get(node.id) ?? node)
}

/** Puts the comments that came whole in place of those that were here; all so far settled nothing. */
async function readTails(
  open: Map<string, IssueNode>,
  call: Parameters<typeof askAbout>[2],
  context: CollectContext,
): Promise<void> {
  for await (const { answer } of askAbout(context, ISSUE_TAILS, call)) {
    const torn = new Set(answer.errors.map(({ path }) => path[1]))
    for (const [index, tail] of answer.data.nodes.entries()) {
      const node = tail === null || torn.has(index) ? undefined : open.get(tail.id)
      if (node !== undefined && tail?.comments !== undefined) open.set(node.id, { ...node, comments: tail.comments })
    }
  }
}
