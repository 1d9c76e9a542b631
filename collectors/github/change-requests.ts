import type { ChangeRequestRecord } from '#data/model/records.ts'
import type { ChangeRequestState } from '#data/model/vocabulary.ts'
import { instant } from '../clock.ts'
import { defineCollector } from '../collector.ts'
import { changeRequestTails, needsMore } from './change-request-tails.ts'
import { closingPhrase } from './closing-phrase.ts'
import type { ItemStream, StoredItem, StoredRow } from './item-stream.ts'
import { walkItems } from './item-walk.ts'
import { closerOf, firstBySomebodyElse, isReview, personOf, wasReopened } from './people.ts'
import { CHANGE_REQUESTS, type ChangeRequestNode } from './queries/change-requests.ts'
import { CHANGE_REQUEST_PROBE } from './queries/item-probes.ts'
import { CHANGE_REQUEST_SWEEP } from './queries/item-sweeps.ts'
import { readTails } from './tails.ts'

export const STREAM: ItemStream<ChangeRequestNode> = {
  collector: 'github/change-requests',
  stream: 'change-requests',
  what: 'change-request',
  probe: CHANGE_REQUEST_PROBE,
  page: CHANGE_REQUESTS,
  sweep: CHANGE_REQUEST_SWEEP,
  canFilterSince: false,
  required: [
    'fullDatabaseId',
    'number',
    'title',
    'state',
    'author',
    'createdAt',
    'updatedAt',
    'mergedAt',
    'closedAt',
    'mergedBy',
    'mergeCommit',
    'additions',
    'deletions',
    'changedFiles',
    'totalCommentsCount',
    'reviewDecision',
    'labels',
  ],
  isCut: needsMore,
  complete: (nodes, context, subject) => readTails(nodes, changeRequestTails, { context, subject }),
}

const STATES = { OPEN: 'open', MERGED: 'merged', CLOSED: 'closed' } as const satisfies Record<
  ChangeRequestNode['state'],
  ChangeRequestState
>

export const changeRequests = defineCollector<StoredItem<ChangeRequestNode>>({
  id: STREAM.collector,
  title: { fr: 'Demandes de modification', en: 'Change requests' },
  summary: {
    fr: 'Demandes de modification avec auteur, étiquettes, fichiers touchés et première réponse.',
    en: 'Change requests with author, labels, changed files and first response.',
  },
  scope: 'organisation',
  produces: ['repository', 'change-request'],
  needs: ['network', 'token'],
  classified: [],
  fetch: (scope, context) => walkItems(STREAM, scope, context),
  normalize: (item) =>
    'total' in item ? [{ type: 'repository', ...item.repository, changeRequestCount: item.total }] : [toRecord(item)],
})

function toRecord({ repository, node }: StoredRow<ChangeRequestNode>): ChangeRequestRecord {
  const { server } = repository
  const { files } = node
  const areFilesWhole = files != null && !files.pageInfo.hasNextPage && !files.nodes.includes(null)
  return {
    type: 'change-request',
    repository,
    hostId: node.fullDatabaseId,
    number: node.number,
    title: node.title,
    state: STATES[node.state],
    isDraft: node.isDraft,
    author: personOf(server, node.author),
    authorAssociation: node.authorAssociation,
    createdAt: instant(node.createdAt),
    updatedAt: instant(node.updatedAt),
    mergedAt: node.mergedAt && instant(node.mergedAt),
    closedAt: node.closedAt && instant(node.closedAt),
    // A merge without a name is one by an account that is gone.
    mergedBy: node.state === 'MERGED' || node.mergedBy !== null ? personOf(server, node.mergedBy) : null,
    baseBranch: node.baseRefName,
    isCrossRepository: node.isCrossRepository,
    headOid: node.headRefOid,
    mergeOid: node.mergeCommit?.oid ?? null,
    additions: node.additions,
    deletions: node.deletions,
    changedFileCount: node.changedFiles,
    commentCount: node.totalCommentsCount ?? node.responses?.totalCount ?? 0,
    reviewDecision: node.reviewDecision,
    labels: (node.labels?.nodes ?? []).filter((label) => label !== null).map(({ name }) => ({ label: name })),
    ...saidAbout(node, server),
    ...(areFilesWhole ? { files: files.nodes.filter((file) => file !== null).map(toFile) } : {}),
  }
}

function toFile({ path, additions, deletions }: { path: string; additions: number; deletions: number }) {
  return { path, additions, deletions }
}

type SaidFields =
  | 'firstResponseAt'
  | 'firstResponder'
  | 'firstReviewAt'
  | 'reviewCount'
  | 'closedBy'
  | 'closingPhrase'
  | 'isReopened'

/** What its timeline settles: of one that goes on behind what was read, only what nothing later can change. */
function saidAbout(node: ChangeRequestNode, server: string): Pick<ChangeRequestRecord, SaidFields> {
  const { author, responses, state } = node
  const isClosed = state === 'CLOSED'
  if (responses === undefined) return isClosed ? {} : { closedBy: null, closingPhrase: null }
  const { nodes } = responses
  const isWhole = !responses.pageInfo.hasNextPage
  const first = firstBySomebodyElse(author, nodes)
  const review = firstBySomebodyElse(author, nodes, isReview)
  return {
    ...(first === null && !isWhole
      ? {}
      : { firstResponseAt: first && instant(first.at), firstResponder: first && personOf(server, first.by) }),
    ...(review === null && !isWhole ? {} : { firstReviewAt: review && instant(review.at) }),
    reviewCount: isWhole ? nodes.filter((one) => one !== null && isReview(one)).length : undefined,
    closedBy: isClosed ? (isWhole ? closerOf(author, nodes) : undefined) : null,
    closingPhrase: isClosed ? (isWhole ? closingPhrase(nodes) : undefined) : null,
    isReopened: wasReopened(nodes, isWhole),
  }
}
