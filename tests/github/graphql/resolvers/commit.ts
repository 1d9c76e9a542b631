import { nodeId } from '../../world/ids.ts'
import type { Commit, Repository, Signature } from '../../world/model.ts'
import { connect } from '../connection.ts'
import { type Context, type Fields, type Part, part, user, webUrl } from '../context.ts'
import { decodeHistory } from '../cursors.ts'
import { FieldError } from '../errors.ts'

type CommitNode = Part<Commit>

export const commitNode = (repository: Repository, commit: Commit): CommitNode => part('Commit', commit, repository)

const trailer = /^Co-authored-by: (.+) <([^>]+)>$/gim

/** The author and the co-authors of a commit, each address once. */
function authorsOf(context: Pick<Context, 'index'>, commit: Commit): Signature[] {
  const all = [commit.author]
  for (const [, name = '', email = ''] of commit.message.matchAll(trailer)) {
    if (all.some((a) => a.email === email)) continue
    const owner = context.index.world.accounts.find((a) => a.email === email)
    all.push({ name, email, at: commit.author.at, account: owner?.databaseId ?? null })
  }
  return all
}

function historyOf(source: CommitNode, context: Context, cursor: unknown) {
  const { repository, value } = source
  if (typeof cursor !== 'string') return { head: value.oid, commits: context.index.history(repository, value.oid) }
  const { oid } = decodeHistory(cursor)
  if (!context.index.commit(repository, oid)) {
    throw new FieldError('INVALID_CURSOR_ARGUMENTS', `\`${cursor}\` does not appear to be a valid cursor.`)
  }
  return { head: oid, commits: context.index.history(repository, oid) }
}

const headline = (message: string) => message.split('\n', 1)[0] ?? ''

export const commitFields: Fields<CommitNode> = {
  id: ({ value, repository }) => nodeId('C', repository.databaseId, value.oid),
  abbreviatedOid: ({ value }) => value.oid.slice(0, 7),
  url: ({ value, repository }, _args, context) => `${webUrl}/${context.index.fullName(repository)}/commit/${value.oid}`,
  authoredDate: ({ value }) => value.author.at,
  committedDate: ({ value }) => value.committer.at,
  committedViaWeb: ({ value }) => value.committer.email === 'noreply@github.com',
  authoredByCommitter: ({ value }) => value.author.email === value.committer.email,
  changedFilesIfAvailable: ({ value }) => value.changedFiles,
  messageHeadline: ({ value }) => headline(value.message),
  messageBody: ({ value }) => value.message.slice(headline(value.message).length).trim(),
  tree: ({ value, repository }) => part('Tree', { oid: value.tree }, repository),
  parents: ({ value, repository }, args, context, info) =>
    connect(value.parents, {
      args,
      info,
      toNode: (oid) => {
        const parent = context.index.commit(repository, oid)
        return parent ? commitNode(repository, parent) : null
      },
    }),
  authors: ({ value }, args, context, info) => connect(authorsOf(context, value), { args, info, toNode: (s) => s }),
  history: (source, args, context, info) => {
    const { head, commits } = historyOf(source, context, args.after ?? args.before)
    const since = typeof args.since === 'string' ? Date.parse(args.since) : Number.NEGATIVE_INFINITY
    const until = typeof args.until === 'string' ? Date.parse(args.until) : Number.POSITIVE_INFINITY
    const isAll = since === Number.NEGATIVE_INFINITY && until === Number.POSITIVE_INFINITY
    const within = (c: Commit) => Date.parse(c.committer.at) >= since && Date.parse(c.committer.at) <= until
    return connect(isAll ? commits : commits.filter(within), {
      args,
      info,
      toNode: (c) => commitNode(source.repository, c),
      cursors: { encode: (offset) => `${head} ${offset - 1}`, decode: (cursor) => decodeHistory(cursor).offset + 1 },
    })
  },
}

export const signatureFields: Fields<Signature> = {
  date: (source) => source.at,
  user: (source, _args, context) => user(context, source.account),
  avatarUrl: () => 'https://avatars.githubusercontent.com/u/0?v=4',
}
