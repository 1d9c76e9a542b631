/**
 * What is looked at in each repository, by the names that collectors give it. The list is kept here and not drawn from
 * what ran, so that a stream nobody has read yet shows as missing instead of not at all.
 */
export const REPOSITORY_STREAMS = ['change-requests', 'issues', 'commits', 'tree'] as const
export type RepositoryStream = (typeof REPOSITORY_STREAMS)[number]
