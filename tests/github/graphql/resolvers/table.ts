import type { Fields } from '../context.ts'
import { changeRequestFields, reviewFields } from './change-request.ts'
import { commitFields, signatureFields } from './commit.ts'
import { blobFields, treeEntryFields, treeFields } from './git-objects.ts'
import { endingFields, issueFields, remarkFields } from './issue.ts'
import { accountFields, memberEdgeFields, organisationFields, userFields } from './organisation.ts'
import { queryFields } from './query.ts'
import { protectionFields, refFields, releaseFields, rulesetFields } from './refs.ts'
import { repositoryFields } from './repository.ts'

/** Resolvers by type and field; whatever is not here answers with the property of that name. */
export const resolvers: Readonly<Record<string, Fields<never>>> = {
  Query: queryFields,
  Organization: organisationFields,
  OrganizationMemberEdge: memberEdgeFields,
  User: userFields,
  Bot: accountFields,
  Mannequin: accountFields,
  Repository: repositoryFields,
  Ref: refFields,
  Release: releaseFields,
  RepositoryRuleset: rulesetFields,
  BranchProtectionRule: protectionFields,
  Commit: commitFields,
  GitActor: signatureFields,
  Tree: treeFields,
  TreeEntry: treeEntryFields,
  Blob: blobFields,
  PullRequest: changeRequestFields,
  PullRequestReview: reviewFields,
  Issue: issueFields,
  IssueComment: remarkFields,
  ClosedEvent: endingFields,
  ReopenedEvent: endingFields,
}
