import type { CollectContext } from '../collector.ts'
import type { Answer } from '../transport.ts'
import { askAbout } from './operation.ts'
import { firstResponseAt } from './people.ts'
import { CHANGE_REQUEST_TAILS, type ChangeRequestTail } from './queries/change-request-tails.ts'
import type { ChangeRequestNode } from './queries/change-requests.ts'

const STREAM = 'change-request-tails'
// A hundred files of each are a thousand rows: more would run into the time that the host gives a call.
const AT_ONCE = 10
// The host lists no more than three thousand files of one change request.
const LONGEST_TAIL_PAGES = 30

/** Fetches the files and the responses that did not fit into the page, for the rows where that matters. */
export async function completeChangeRequests(
  nodes: readonly ChangeRequestNode[],
  context: CollectContext,
  subject: string,
): Promise<readonly ChangeRequestNode[]> {
  const open = new Map(nodes.filter(needsMore).map((node) => [node.id, node]))
  const ids = [...open.keys()]
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const call = { subject, stream: STREAM, ids: ids.slice(start, start + AT_ONCE) }
    for await (const { answer } of askAbout(context, CHANGE_REQUEST_TAILS, call))
      for (const tail of tailsOf(answer)) {
        const node = open.get(tail.id)
        if (node !== undefined) open.set(node.id, { ...node, ...pagesOf(tail) })
      }
  }
  for (const [id, node] of open) if (needsMore(node)) open.set(id, await completeOne(node, context, subject))
  return nodes.map((node) => open.get(node.id) ?? node)
}

async function completeOne(
  node: ChangeRequestNode,
  context: CollectContext,
  subject: string,
): Promise<ChangeRequestNode> {
  let whole = node
  for (let page = 1; needsMore(whole) && page <= LONGEST_TAIL_PAGES; page += 1) {
    const filesCursor = whole.files?.pageInfo.endCursor ?? null
    const responsesCursor = whole.responses?.pageInfo.endCursor ?? null
    const position = [node.id, filesCursor, responsesCursor].join(' ')
    const variables = { filesCursor, responsesCursor }
    const call = { subject, stream: STREAM, position, ids: [node.id], variables }
    const tails: ChangeRequestTail[] = []
    for await (const { answer } of askAbout(context, CHANGE_REQUEST_TAILS, call)) tails.push(...tailsOf(answer))
    const [tail] = tails
    if (tail === undefined) return whole
    whole = {
      ...whole,
      ...(whole.files && tail.files ? { files: joined(whole.files, tail.files) } : {}),
      ...(whole.responses && tail.responses ? { responses: joined(whole.responses, tail.responses) } : {}),
    }
  }
  return whole
}

/** Those that came whole: part of a list would pass for all of it. */
function tailsOf({ data, errors }: Answer<{ readonly nodes: readonly (ChangeRequestTail | null)[] }>) {
  const torn = new Set(errors.map(({ path }) => path[1]))
  return data.nodes.filter((tail, index) => tail !== null && !torn.has(index)).filter((tail) => tail !== null)
}

/** Whether files, or responses that matter, go on behind what is here. */
export function needsMore({ author, files, responses }: ChangeRequestNode): boolean {
  const isUnanswered = responses?.pageInfo.hasNextPage === true && firstResponseAt(author, responses.nodes) === null
  return files?.pageInfo.hasNextPage === true || isUnanswered
}

function pagesOf({ files, responses }: ChangeRequestTail) {
  return { ...(files === undefined ? {} : { files }), ...(responses === undefined ? {} : { responses }) }
}

type Listed<Row> = Pick<NonNullable<ChangeRequestNode['files']>, 'totalCount' | 'pageInfo'> & {
  readonly nodes: readonly (Row | null)[]
}

/** A page with the next one behind it; a list that had ended stays as it is. */
function joined<Row>(first: Listed<Row>, next: Listed<Row>): Listed<Row> {
  return first.pageInfo.hasNextPage ? { ...next, nodes: [...first.nodes, ...next.nodes] } : first
}
