import { isReleaseToolMessage } from '../../git/bots.ts'
import { signerOf } from '../../git/people.ts'
import type { Pseudonymiser } from '../../pseudonym.ts'
import { operation } from '../operation.ts'
import type { GitPerson } from '../people.ts'
import type { Page } from './fragments.ts'

/** A commit as it leaves the transport: message and addresses are gone, what was drawn from them is here. */
export interface CommitNode {
  readonly oid: string
  readonly authoredDate: string
  readonly committedDate: string
  readonly parents: { readonly totalCount: number }
  readonly author: GitPerson | null
  readonly committer: GitPerson | null
  readonly isReleaseTool: boolean
  readonly coAuthors: readonly GitPerson[]
}

export interface CommitsData {
  readonly node?: { readonly object?: { readonly history?: Page<CommitNode> } | null } | null
}

/** History from a frozen head, which no later push can shift. Co-authors come from the trailers of the message. */
export const COMMITS = operation<CommitsData>({
  name: 'commits',
  version: 1,
  connections: 1,
  scrub: scrubCommits,
  query: /* GraphQL */ `
query Commits($id: ID!, $head: GitObjectID!, $pageSize: Int!, $cursor: String) {
  rateLimit { cost }
  node(id: $id) {
    ... on Repository {
      object(oid: $head) {
        ... on Commit {
          history(first: $pageSize, after: $cursor) {
            totalCount
            pageInfo { hasNextPage endCursor }
            nodes {
              oid authoredDate committedDate message
              parents { totalCount }
              author { name email user { databaseId login } }
              committer { name email user { databaseId login } }
            }
          }
        }
      }
    }
  }
}`,
})

interface RawGitActor {
  readonly name?: string | null
  readonly email?: string | null
  readonly user?: { readonly databaseId: number | null; readonly login: string } | null
}
type RawCommit = Omit<CommitNode, 'author' | 'committer' | 'isReleaseTool' | 'coAuthors'> & {
  readonly message?: string
  readonly author?: RawGitActor | null
  readonly committer?: RawGitActor | null
}

const CO_AUTHOR = /^co-authored-by:([^<\n]*)<([^<>\s]+@[^<>\s]+)>\s*$/gim

function scrubCommits(raw: unknown, pseudonymise: Pseudonymiser): CommitsData {
  // The parsing boundary: from here on the answer has the shape of the question.
  const data = raw as { node?: { object?: { history?: Page<RawCommit> } | null } | null }
  const history = data.node?.object?.history
  if (history === undefined) return data as CommitsData
  const signed = (name: string | null | undefined, address: string | null | undefined) =>
    name || address ? signerOf({ name: name ?? '', address: address ?? '' }, pseudonymise) : null
  const person = (actor: RawGitActor | null | undefined): GitPerson | null =>
    actor == null ? null : { signer: signed(actor.name, actor.email), user: actor.user ?? null }
  const nodes = history.nodes.map((commit): CommitNode | null => {
    if (commit === null) return null
    const { message = '', author, committer, ...rest } = commit
    const coAuthors = [...message.matchAll(CO_AUTHOR)].map(([, name, address]) => ({
      signer: signed(name?.trim(), address),
    }))
    return {
      ...rest,
      author: person(author),
      committer: person(committer),
      isReleaseTool: isReleaseToolMessage(message),
      coAuthors,
    }
  })
  return { node: { object: { history: { ...history, nodes } } } }
}
