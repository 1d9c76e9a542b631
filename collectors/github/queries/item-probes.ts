import { operation } from '../operation.ts'
import type { Page } from './fragments.ts'

export interface ProbeData {
  readonly nodes: readonly ({
    readonly id: string
    readonly items?: Omit<Page<{ readonly updatedAt: string }>, 'pageInfo'>
  } | null)[]
}

/** How many change requests each of a hundred repositories has, and when the newest moved. */
export const CHANGE_REQUEST_PROBE = operation<ProbeData>({
  name: 'change-request-probe',
  version: 1,
  connections: 1,
  query: /* GraphQL */ `
query ChangeRequestProbe($ids: [ID!]!) {
  rateLimit { cost }
  nodes(ids: $ids) {
    ... on Repository {
      id
      items: pullRequests(first: 1, orderBy: {field: UPDATED_AT, direction: DESC}) { totalCount nodes { updatedAt } }
    }
  }
}`,
})

/** The same of issues. */
export const ISSUE_PROBE = operation<ProbeData>({
  name: 'issue-probe',
  version: 1,
  connections: 1,
  query: /* GraphQL */ `
query IssueProbe($ids: [ID!]!) {
  rateLimit { cost }
  nodes(ids: $ids) {
    ... on Repository {
      id
      items: issues(first: 1, orderBy: {field: UPDATED_AT, direction: DESC}) { totalCount nodes { updatedAt } }
    }
  }
}`,
})
