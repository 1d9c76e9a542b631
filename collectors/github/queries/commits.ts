import { isReleaseToolMessage, type Signature } from '../../git/bots.ts'
import { mentionsOf } from '../../git/mentions.ts'
import { type Signer, signerOf } from '../../git/people.ts'
import type { Pseudonymiser } from '../../pseudonym.ts'
import { pagedOperation } from '../paged-operation.ts'
import type { GitPerson } from '../people.ts'
import type { Page } from './fragments.ts'

/** A commit as it leaves the transport: message and addresses are gone, what was drawn from them is here. */
export interface CommitNode {
  readonly oid: string
  readonly authoredDate: string
  readonly committedDate: string
  readonly author: GitPerson | null
  readonly committer: GitPerson | null
  readonly isReleaseTool: boolean
  readonly coAuthors: readonly GitPerson[]
  readonly mentions: readonly number[]
}

export interface CommitsPart {
  readonly object?: { readonly history?: Page<CommitNode> } | null
}

/**
 * History from a frozen head, which no later push can shift. Co-authors come from the trailers of the message. Parents
 * are a connection of their own: asking for them would make the price a hundred times that of the commits.
 */
export const COMMITS = pagedOperation<CommitsPart>({
  name: 'commits',
  title: 'Commits',
  version: 3,
  connections: 0,
  // The price allows fifteen thousand. Five pages of a hundred, each with its accounts, stay well below ten seconds.
  rowsOfCall: 500,
  scrub: scrubCommits,
  variables: { id: 'ID!', head: 'GitObjectID!', first: 'Int!', after: 'String', since: 'GitTimestamp' },
  page: /* GraphQL */ `
node(id: $id) {
    ... on Repository {
      object(oid: $head) {
        ... on Commit {
          history(first: $first, after: $after, since: $since) {
            totalCount
            pageInfo { hasNextPage endCursor }
            nodes { ...Told }
          }
        }
      }
    }
  }`,
  fragments: /* GraphQL */ `
fragment Told on Commit {
  oid authoredDate committedDate message
  author { ...Signed }
  committer { ...Signed }
}
fragment Signed on GitActor { name email user { databaseId login } }`,
})

interface RawGitActor {
  readonly name?: string | null
  readonly email?: string | null
  readonly user?: { readonly databaseId: number | null; readonly login: string } | null
}
type RawCommit = Omit<CommitNode, 'author' | 'committer' | 'isReleaseTool' | 'coAuthors' | 'mentions'> & {
  readonly message?: string
  readonly author?: RawGitActor | null
  readonly committer?: RawGitActor | null
}

const CO_AUTHOR = /^co-authored-by:([^<\n]*)<([^<>\s]+@[^<>\s]+)>\s*$/gim

// Few people sign most commits: what their signature is made into is worked out once.
const MOST_KEPT = 10_000
const kept = new WeakMap<Pseudonymiser, Map<string, Signer>>()

function signerKnown(signature: Signature, pseudonymise: Pseudonymiser): Signer {
  const known = kept.get(pseudonymise) ?? new Map<string, Signer>()
  kept.set(pseudonymise, known)
  const key = `${signature.name}\n${signature.address}`
  const signer = known.get(key) ?? signerOf(signature, pseudonymise)
  if (known.size >= MOST_KEPT) known.clear()
  known.set(key, signer)
  return signer
}

function scrubCommits(raw: unknown, pseudonymise: Pseudonymiser): CommitsPart {
  // The parsing boundary: from here on the answer has the shape of the question.
  const part = raw as { object?: { history?: Page<RawCommit> } | null }
  const history = part.object?.history
  if (history?.nodes === undefined) return part as CommitsPart
  const signed = (name: string | null | undefined, address: string | null | undefined) =>
    name || address ? signerKnown({ name: name ?? '', address: address ?? '' }, pseudonymise) : null
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
      mentions: mentionsOf(message),
    }
  })
  return { object: { history: { ...history, nodes } } }
}
