/** The queries of the reference note, as a collector would send them. */
export const queries = {
  inventory: `
query Inventory($org: String!, $pageSize: Int!, $cursor: String) {
  rateLimit { cost limit nodeCount remaining resetAt used }
  organization(login: $org) {
    id databaseId login
    repositories(first: $pageSize, after: $cursor, ownerAffiliations: [OWNER], orderBy: {field: CREATED_AT, direction: ASC}) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { ...RepoCore }
    }
  }
}
fragment RepoCore on Repository {
  id databaseId name nameWithOwner url description homepageUrl
  visibility isArchived archivedAt isFork isTemplate isEmpty isDisabled isLocked isMirror
  createdAt updatedAt pushedAt diskUsage
  stargazerCount forkCount
  parent { nameWithOwner }
  templateRepository { nameWithOwner }
  licenseInfo { key spdxId pseudoLicense }
  primaryLanguage { name }
  languages(first: 100, orderBy: {field: SIZE, direction: DESC}) { totalSize totalCount edges { size node { name } } }
  repositoryTopics(first: 20) { nodes { topic { name } } }
  hasIssuesEnabled hasDiscussionsEnabled hasWikiEnabled hasProjectsEnabled hasVulnerabilityAlertsEnabled
  isSecurityPolicyEnabled securityPolicyUrl
  codeOfConduct { key }
  contributingGuidelines { resourcePath }
  issueTemplates { filename }
  pullRequestTemplates { filename }
  fundingLinks { platform url }
  codeowners { errors { kind line path } }
  watchers { totalCount }
  latestRelease { tagName publishedAt createdAt }
  releases { totalCount }
  tags: refs(refPrefix: "refs/tags/") { totalCount }
  branches: refs(refPrefix: "refs/heads/") { totalCount }
  issuesTotal: issues { totalCount }
  issuesOpen: issues(states: OPEN) { totalCount }
  prsTotal: pullRequests { totalCount }
  prsOpen: pullRequests(states: OPEN) { totalCount }
  discussions { totalCount }
  defaultBranchRef {
    id name
    target { __typename oid ... on Commit { committedDate history { totalCount } tree { oid } } }
  }
}
`,
  governance: `
query Governance($ids: [ID!]!) {
  rateLimit { cost nodeCount remaining resetAt }
  nodes(ids: $ids) {
    __typename
    ... on Repository {
      id
      vulnerabilityAlerts(states: OPEN) { totalCount }
      rulesets(first: 20, includeParents: true) { totalCount nodes { databaseId name enforcement target } }
      branchProtectionRules { totalCount }
      defaultBranchRef {
        name
        branchProtectionRule { id pattern requiresApprovingReviews requiredApprovingReviewCount requiresStatusChecks requiresCodeOwnerReviews isAdminEnforced allowsForcePushes }
        refUpdateRule { pattern requiredApprovingReviewCount requiredStatusCheckContexts allowsForcePushes }
        rules(first: 30) { totalCount nodes { type } }
      }
    }
  }
}
`,
  manifests: `
query Manifests($id: ID!, $cursor: String) {
  rateLimit { cost remaining resetAt }
  node(id: $id) {
    ... on Repository {
      dependencyGraphManifests(first: 25, after: $cursor) {
        totalCount pageInfo { hasNextPage endCursor }
        nodes { id filename blobPath parseable exceedsMaxSize dependenciesCount }
      }
    }
  }
}
`,
  pullsFinal: `
query PullsFinal($id: ID!, $pageSize: Int!, $cursor: String, $dir: OrderDirection!, $withFiles: Boolean!) {
  rateLimit { cost limit nodeCount remaining resetAt used }
  node(id: $id) {
    ... on Repository {
      id
      nameWithOwner
      pullRequests(first: $pageSize, after: $cursor, orderBy: {field: UPDATED_AT, direction: $dir}) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...PullCore }
      }
    }
  }
}
fragment PullCore on PullRequest {
  id fullDatabaseId number state isDraft
  createdAt updatedAt publishedAt mergedAt closedAt
  author { ...Who } authorAssociation
  mergedBy { ...Who }
  baseRefName isCrossRepository mergeCommit { oid }
  additions deletions changedFiles totalCommentsCount reviewDecision
  labels(first: 20) { totalCount nodes { name } }
  responses: timelineItems(first: 10, itemTypes: [PULL_REQUEST_REVIEW, ISSUE_COMMENT]) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      __typename
      ... on PullRequestReview { id state submittedAt createdAt authorAssociation author { ...Who } }
      ... on IssueComment { id createdAt authorAssociation author { ...Who } }
    }
  }
  files(first: 50) @include(if: $withFiles) { totalCount pageInfo { hasNextPage endCursor } nodes { path additions deletions changeType } }
}
fragment Who on Actor {
  __typename login
  ... on User { id databaseId }
  ... on Bot { id databaseId }
  ... on Organization { id databaseId }
  ... on Mannequin { id databaseId }
  ... on EnterpriseUserAccount { id }
}
`,
  pullTails: `
query PullTails($ids: [ID!]!) {
  rateLimit { cost nodeCount remaining resetAt }
  nodes(ids: $ids) {
    __typename
    ... on PullRequest {
      id
      files(first: 100) { totalCount pageInfo { hasNextPage endCursor } nodes { path additions deletions changeType } }
      reviews(first: 100) { totalCount pageInfo { hasNextPage endCursor } nodes { submittedAt author { __typename login } } }
      comments(first: 100) { totalCount pageInfo { hasNextPage endCursor } nodes { createdAt author { __typename login } } }
    }
  }
}
`,
  issues: `
query Issues($id: ID!, $pageSize: Int!, $cursor: String, $dir: OrderDirection!, $since: DateTime) {
  rateLimit { cost limit nodeCount remaining resetAt used }
  node(id: $id) {
    ... on Repository {
      issues(first: $pageSize, after: $cursor, filterBy: {since: $since}, orderBy: {field: UPDATED_AT, direction: $dir}) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          id fullDatabaseId number state stateReason createdAt updatedAt closedAt
          author { ...Who } authorAssociation
          labels(first: 20) { totalCount nodes { name } }
          comments(first: 10) { totalCount nodes { createdAt authorAssociation author { ...Who } } }
        }
      }
    }
  }
}
fragment Who on Actor {
  __typename login
  ... on User { id databaseId }
  ... on Bot { id databaseId }
  ... on Organization { id databaseId }
  ... on Mannequin { id databaseId }
}
`,
  commits: `
query Commits($id: ID!, $head: String!, $pageSize: Int!, $cursor: String, $since: GitTimestamp) {
  rateLimit { cost limit nodeCount remaining resetAt used }
  node(id: $id) {
    ... on Repository {
      object(expression: $head) {
        ... on Commit {
          oid
          history(first: $pageSize, after: $cursor, since: $since) {
            totalCount
            pageInfo { hasNextPage endCursor }
            nodes {
              oid authoredDate committedDate committedViaWeb authoredByCommitter
              additions deletions changedFilesIfAvailable
              messageHeadline
              parents { totalCount }
              author { name email user { ...WhoUser } }
              committer { name email user { ...WhoUser } }
              authors(first: 5) { totalCount nodes { name email user { ...WhoUser } } }
            }
          }
        }
      }
    }
  }
}
fragment WhoUser on User { id databaseId login }
`,
  commitsK0: `
query CommitsK0($id: ID!, $head: GitObjectID!, $cursor: String, $since: GitTimestamp) {
  rateLimit { cost nodeCount remaining resetAt }
  node(id: $id) {
    ... on Repository {
      object(oid: $head) {
        ... on Commit {
          history(first: 100, after: $cursor, since: $since) {
            pageInfo { hasNextPage endCursor }
            nodes { oid authoredDate committedDate message author { name email user { id databaseId login } } committer { user { id databaseId login } } }
          }
        }
      }
    }
  }
}
`,
  filesBatch: `
query FilesBatch($ids: [ID!]!) {
  rateLimit { cost nodeCount remaining resetAt }
  nodes(ids: $ids) {
    ... on Repository {
      id
      defaultBranchRef { target { oid ... on Commit { tree { oid } } } }
      root: object(expression: "HEAD:") { ...T }
      dotGithub: object(expression: "HEAD:.github") { ...T }
      docs: object(expression: "HEAD:docs") { ...T }
      owners1: object(expression: "HEAD:.github/CODEOWNERS") { ...B }
      owners2: object(expression: "HEAD:CODEOWNERS") { ...B }
      owners3: object(expression: "HEAD:docs/CODEOWNERS") { ...B }
      mailmap: object(expression: "HEAD:.mailmap") { ...B }
    }
  }
}
fragment T on Tree { oid entries { name path type mode size oid } }
fragment B on Blob { oid byteSize isBinary isTruncated text }
`,
  probe: `
query Probe($ids: [ID!]!) {
  rateLimit { cost nodeCount remaining resetAt }
  nodes(ids: $ids) {
    __typename
    ... on Repository {
      id databaseId nameWithOwner isArchived pushedAt updatedAt
      defaultBranchRef { name target { oid } }
      prs: pullRequests(first: 1, orderBy: {field: UPDATED_AT, direction: DESC}) { totalCount nodes { id updatedAt } }
      iss: issues(first: 1, orderBy: {field: UPDATED_AT, direction: DESC}) { totalCount nodes { id updatedAt } }
    }
  }
}
`,
  aliased: `
query Aliased($a: ID!, $ac: String, $b: ID!, $bc: String) {
  rateLimit { cost nodeCount remaining resetAt }
  a: node(id: $a) { ...P1 }
  b: node(id: $b) { ...P2 }
}
fragment P1 on Repository { pullRequests(first: 100, after: $ac, orderBy: {field: UPDATED_AT, direction: DESC}) { pageInfo { hasNextPage endCursor } nodes { id number updatedAt } } }
fragment P2 on Repository { pullRequests(first: 100, after: $bc, orderBy: {field: UPDATED_AT, direction: DESC}) { pageInfo { hasNextPage endCursor } nodes { id number updatedAt } } }
`,
  searchIncremental: `
query SearchIncremental($q: String!, $cursor: String, $pageSize: Int!) {
  rateLimit { cost nodeCount remaining resetAt }
  search(query: $q, type: ISSUE, first: $pageSize, after: $cursor) {
    issueCount
    pageInfo { hasNextPage endCursor }
    nodes {
      __typename
      ... on PullRequest { id number updatedAt repository { id nameWithOwner } }
      ... on Issue { id number updatedAt repository { id nameWithOwner } }
    }
  }
}
`,
  dryRun: `
query DryRun($id: ID!) {
  rateLimit(dryRun: true) { cost nodeCount }
  node(id: $id) { ... on Repository { pullRequests(first: 49) { nodes { labels(first: 20) { nodes { name } } files(first: 50) { nodes { path } } timelineItems(first: 10, itemTypes: [PULL_REQUEST_REVIEW, ISSUE_COMMENT]) { nodes { __typename } } } } } }
}
`,
  identity: `
query Identity($ids: [ID!]!) {
  rateLimit { cost nodeCount remaining resetAt }
  nodes(ids: $ids) { __typename ... on User { id databaseId login name company email createdAt } ... on Bot { id databaseId login } }
}
`,
  members: `
query Members($org: String!, $cursor: String) {
  rateLimit { cost remaining resetAt }
  organization(login: $org) { membersWithRole(first: 100, after: $cursor) { totalCount pageInfo { hasNextPage endCursor } edges { role node { id databaseId login } } } }
}
`,
} as const
