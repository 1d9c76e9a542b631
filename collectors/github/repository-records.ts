import type { OrganisationKey, Record, RefsRecord, RepositoryRecord } from '#data/model/records.ts'
import type { Readability, RefKind } from '#data/model/vocabulary.ts'
import { instant } from '../clock.ts'
import { maskPersonal } from './masking.ts'
import type { Page } from './queries/fragments.ts'
import type { RefNode, RepositoryDetails } from './queries/repository-details.ts'
import type { ListedRepository } from './queries/repository-list.ts'

/** A raw answer about repositories. */
export type RepositoryItem =
  | { readonly kind: 'organisation'; readonly organisation: OrganisationKey; readonly hostId: string }
  | {
      readonly kind: 'listed'
      readonly server: string
      readonly node: ListedRepository
      readonly readability?: Readability
    }
  | { readonly kind: 'details'; readonly server: string; readonly node: RepositoryDetails }

export function normalizeRepository(item: RepositoryItem): readonly Record[] {
  if (item.kind === 'organisation') return [{ type: 'organisation', ...item.organisation, hostId: item.hostId }]
  return item.kind === 'listed' ? [listed(item)] : detailed(item)
}

type Maybe<Shape> = { readonly [Field in keyof Shape]: Shape[Field] | undefined }

/** A record without the fields that could not be read. */
function told<Shape extends object>(shape: Maybe<Shape>): Shape {
  // The filter takes out exactly what `Maybe` let in.
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as Shape
}

function listed({ server, node, readability }: Extract<RepositoryItem, { kind: 'listed' }>): RepositoryRecord {
  const branch = node.defaultBranchRef
  const head = branch === null ? null : branch?.target
  const release = node.latestRelease
  return told<RepositoryRecord>({
    type: 'repository',
    server,
    hostId: String(node.databaseId),
    owner: node.owner.login,
    name: node.name,
    nodeId: node.id,
    url: node.url,
    // Published beside the name: people write their own names and addresses into it.
    description: typeof node.description === 'string' ? maskPersonal(node.description) : node.description,
    homepageUrl: node.homepageUrl === '' ? null : node.homepageUrl,
    visibility: node.visibility && VISIBILITIES[node.visibility],
    readability,
    isArchived: node.isArchived,
    archivedAt: time(node.archivedAt),
    isFork: node.isFork,
    forkedFrom: node.parent === null ? null : node.parent?.nameWithOwner,
    isTemplate: node.isTemplate,
    madeFrom: node.templateRepository === null ? null : node.templateRepository?.nameWithOwner,
    isMirror: node.isMirror,
    hasIssues: node.hasIssuesEnabled,
    hasDiscussions: node.hasDiscussionsEnabled,
    hasWiki: node.hasWikiEnabled,
    hasVulnerabilityAlerts: node.hasVulnerabilityAlertsEnabled,
    isEmpty: node.isEmpty,
    createdAt: time(node.createdAt) ?? undefined,
    pushedAt: time(node.pushedAt),
    changeRequestCount: node.changeRequests?.totalCount,
    issueCount: node.issues?.totalCount,
    topics: topicsOf(node),
    starCount: node.stargazerCount,
    forkCount: node.forkCount,
    // The host saw a licence that it cannot name.
    hostLicense: node.licenseInfo === null ? null : node.licenseInfo && (node.licenseInfo.spdxId ?? 'NOASSERTION'),
    primaryLanguage: node.primaryLanguage === null ? null : node.primaryLanguage?.name,
    defaultBranch: branch === null ? null : branch?.name,
    headOid: head === null ? null : head?.oid,
    treeOid: head === null ? null : head?.tree?.oid,
    headCommittedAt: time(head === null ? null : head?.committedDate),
    latestReleaseTag: release === null ? null : release?.tagName,
    latestReleaseAt: time(release === null ? null : release && (release.publishedAt ?? release.createdAt)),
  })
}

/** All of them or none: part of the list would take topics away. */
function topicsOf({ repositoryTopics }: ListedRepository): RepositoryRecord['topics'] {
  const nodes = repositoryTopics?.nodes.filter((node) => node !== null)
  return nodes?.length === repositoryTopics?.nodes.length
    ? nodes?.map(({ topic }) => ({ topic: topic.name }))
    : undefined
}

const VISIBILITIES = { PUBLIC: 'public', INTERNAL: 'internal', PRIVATE: 'private' } as const

function detailed({ server, node }: Extract<RepositoryItem, { kind: 'details' }>): readonly Record[] {
  const hostId = String(node.databaseId)
  const target = node.defaultBranchRef === null ? null : node.defaultBranchRef?.target
  const repository = told<RepositoryRecord>({
    type: 'repository',
    server,
    hostId,
    owner: node.owner.login,
    name: node.name,
    branchCount: node.branches?.totalCount,
    tagCount: node.tags?.totalCount,
    commitCount: target === null ? null : target?.history?.totalCount,
    languages: node.languages?.edges.map((edge) => ({ language: edge.node.name, bytes: edge.size })),
  })
  if (node.branches == null || node.tags == null) return [repository]
  const refs: RefsRecord = {
    type: 'refs',
    repository: { server, hostId },
    refs: [...refsOf('branch', node.branches), ...refsOf('tag', node.tags)],
  }
  return [repository, refs]
}

function refsOf(kind: RefKind, page: Page<RefNode>): RefsRecord['refs'] {
  return page.nodes.flatMap((node) => {
    const target = node?.target?.target ?? node?.target
    if (node === null || target == null) return []
    const committedAt = kind === 'tag' ? (time(target.committedDate) ?? null) : null
    return [{ kind, name: node.name, oid: target.oid, committedAt }]
  })
}

function time(value: string | null | undefined): string | null | undefined {
  return typeof value === 'string' ? instant(value) : value
}
