import type { ChangeRequest, Comment, Ending, Repository, Review } from '../../world/model.ts'
import { connect } from '../connection.ts'
import { actor, type Context, type Fields, type Part, part, repositoryNode } from '../context.ts'
import { commitNode } from './commit.ts'
import { askedEndings, byCreation, inOrder, isEnding, itemFields, remarkFields } from './issue.ts'
import { branchRef } from './refs.ts'

type ChangeRequestNode = Part<ChangeRequest>

const isReview = (remark: Comment): remark is Review => 'submittedAt' in remark

const remarkNode = (repository: Repository) => (remark: Comment | Ending) =>
  part(isEnding(remark) ? remark.type : isReview(remark) ? 'PullRequestReview' : 'IssueComment', remark, repository)

/** Reviews, comments and endings in the order they were made: all of the timeline that this world models. */
function timeline(context: Context, source: ChangeRequestNode, types: unknown): readonly (Comment | Ending)[] {
  const wants = (type: string) => !Array.isArray(types) || types.includes(type)
  const { reviews, comments } = source.value
  return context.index.once(source.value, `timeline ${JSON.stringify(types)}`, () =>
    inOrder<Comment | Ending>([
      ...(wants('PULL_REQUEST_REVIEW') ? reviews : []),
      ...(wants('ISSUE_COMMENT') ? comments : []),
      ...askedEndings(source.value, types),
    ]),
  )
}

const sum = (source: ChangeRequestNode, of: 'additions' | 'deletions') =>
  source.value.files.reduce((total, file) => total + file[of], 0)

export const changeRequestFields: Fields<ChangeRequestNode> = {
  ...itemFields,
  additions: (source) => sum(source, 'additions'),
  deletions: (source) => sum(source, 'deletions'),
  changedFiles: ({ value }) => value.files.length,
  totalCommentsCount: ({ value }) => value.comments.length + value.reviews.length,
  merged: ({ value }) => value.mergedAt !== null,
  mergedBy: ({ value }, _args, context) => actor(context, value.mergedBy),
  mergeCommit: ({ value, repository }, _args, context) => {
    const commit = value.mergeCommitOid === null ? undefined : context.index.commit(repository, value.mergeCommitOid)
    return commit ? commitNode(repository, commit) : null
  },
  baseRef: ({ value, repository }) => branchRef(repository, value.baseRefName),
  baseRepository: ({ repository }) => repositoryNode(repository),
  headRef: ({ value, repository }) => (value.isCrossRepository ? null : branchRef(repository, value.headRefName)),
  headRepository: ({ value, repository }) => (value.hasHeadRepository ? repositoryNode(repository) : null),
  files: ({ value }, args, _context, info) => connect(value.files, { args, info, toNode: (file) => file }),
  reviews: ({ value, repository }, args, _context, info) =>
    connect(inOrder(value.reviews), { args, info, order: byCreation, toNode: remarkNode(repository) }),
  timelineItems: (source, args, context, info) => {
    const items = timeline(context, source, args.itemTypes)
    const page = connect(items, { args, info, order: byCreation, toNode: remarkNode(source.repository) })
    return Object.assign(page, {
      filteredCount: items.length,
      pageCount: page.nodes.length,
      updatedAt: source.value.updatedAt,
    })
  },
}

export const reviewFields: Fields<Part<Review>> = {
  ...(remarkFields as Fields<Part<Review>>),
  publishedAt: ({ value }) => value.submittedAt,
}
