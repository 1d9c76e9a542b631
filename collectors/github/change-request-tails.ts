import { firstResponseAt } from './people.ts'
import { CHANGE_REQUEST_TAILS, type ChangeRequestTail } from './queries/change-request-tails.ts'
import type { ChangeRequestNode } from './queries/change-requests.ts'
import { joined, rowsBehind, type Tails } from './tails.ts'

/** The files and the responses that did not fit into the page, for the rows where that matters. */
export const changeRequestTails: Tails<ChangeRequestNode, ChangeRequestTail> = {
  operation: CHANGE_REQUEST_TAILS,
  isOpen: needsMore,
  remaining: (node) => {
    const files = node.files && hasMoreFiles(node) ? rowsBehind(node.files) : 0
    const responses = node.responses && isUnanswered(node) ? rowsBehind(node.responses) : 0
    return Math.max(files, responses)
  },
  variables: (node) => ({
    filesAfter: node.files?.pageInfo.endCursor ?? null,
    withFiles: hasMoreFiles(node),
    responsesAfter: node.responses?.pageInfo.endCursor ?? null,
    withResponses: isUnanswered(node),
  }),
  join: (node, tail) => ({
    ...node,
    ...(node.files && tail.files ? { files: joined(node.files, tail.files) } : {}),
    ...(node.responses && tail.responses ? { responses: joined(node.responses, tail.responses) } : {}),
  }),
}

/** Whether files, or responses that matter, go on behind what is here. */
export function needsMore(node: ChangeRequestNode): boolean {
  return hasMoreFiles(node) || isUnanswered(node)
}

function hasMoreFiles({ files }: ChangeRequestNode): boolean {
  return files?.pageInfo.hasNextPage === true
}

function isUnanswered({ author, responses }: ChangeRequestNode): boolean {
  return responses?.pageInfo.hasNextPage === true && firstResponseAt(author, responses.nodes) === null
}
