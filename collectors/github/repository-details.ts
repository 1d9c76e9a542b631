import { type Cursor, type Gap, organisationSubject, repositorySubject } from '#data/model/collection.ts'
import type { OrganisationKey } from '#data/model/records.ts'
import type { Batch, CollectContext } from '../collector.ts'
import type { PartialError } from '../transport.ts'
import { askAbout, askPage, gapsOf } from './operation.ts'
import type { Page } from './queries/fragments.ts'
import { REFS } from './queries/refs.ts'
import { REPOSITORY_DETAILS, type RefNode, type RepositoryDetails } from './queries/repository-details.ts'
import type { ListedRepository } from './queries/repository-list.ts'
import type { RepositoryItem } from './repository-records.ts'
import { withoutTorn } from './unread.ts'

// Rules look at the newest tags and at the names of branches; more than a thousand of either are noise.
const MOST_REFS = 1000

/** What the details of a repository were read at. Kept as a cursor: details that say the same are not asked again. */
export function stateOf(node: ListedRepository): string {
  return [node.updatedAt, node.pushedAt, node.defaultBranchRef?.target?.oid].join(' ')
}

/** Languages, branches and tags of the repositories that changed. */
export async function* readDetails(
  organisation: OrganisationKey,
  context: CollectContext,
  changed: readonly ListedRepository[],
): AsyncGenerator<Batch<RepositoryItem>> {
  const { server } = organisation
  const listed = new Map(changed.map((node) => [node.id, node]))
  const ids = [...listed.keys()]
  for (let start = 0; start < ids.length; start += REPOSITORY_DETAILS.pageSize) {
    const chunk = ids.slice(start, start + REPOSITORY_DETAILS.pageSize)
    const call = { subject: organisationSubject(organisation), stream: 'details', ids: chunk }
    for await (const { ids: asked, answer } of askAbout(context, REPOSITORY_DETAILS, call)) {
      const items: RepositoryItem[] = []
      const cursors: Cursor[] = []
      const gaps: Gap[] = []
      for (const [index, id] of asked.entries()) {
        const was = listed.get(id)
        if (was === undefined) continue
        const subject = repositorySubject({ server, hostId: String(was.databaseId) })
        const errors = answer.errors.filter((error) => error.path[1] === index)
        const row = answer.data.nodes[index]
        const node = row == null ? undefined : toldRow(row, errors)
        const found = [...gapsOf(subject, errors)]
        if (node !== undefined) {
          const { whole, cut } = await withAllRefs(node, context, subject)
          items.push({ kind: 'details', server, node: whole })
          found.push(...cut.map((what) => notAll(subject, what)))
          if (isCut(whole.branches)) found.push(tooMany(subject, 'branches'))
          if (isCut(whole.tags)) found.push(tooMany(subject, 'tags'))
        } else if (found.length === 0)
          found.push({ subject, kind: 'field:details', reason: 'not-found', message: 'no answer' })
        gaps.push(...found)
        // Without a cursor they are asked again: what was refused today may be granted tomorrow.
        if (found.length === 0) cursors.push({ subject, stream: 'details', position: stateOf(was), isMark: true })
      }
      yield { items, cursors, gaps }
    }
  }
}

const ROW_DEPTH = 2

function toldRow(row: RepositoryDetails, errors: readonly PartialError[]): RepositoryDetails | undefined {
  const { id, databaseId, name, owner, ...rest } = withoutTorn(row, errors, ROW_DEPTH)
  if (id === undefined || databaseId === undefined || name === undefined || owner === undefined) return undefined
  return { id, databaseId, name, owner, ...rest }
}

/** With the pages behind the first. Lists of which one could not be read are left out, and named in `cut`. */
async function withAllRefs(node: RepositoryDetails, context: CollectContext, subject: string) {
  const { branches: firstBranches, tags: firstTags, ...rest } = node
  const asked = { id: node.id, subject }
  const branches = await allRefs(firstBranches, context, { ...asked, prefix: 'refs/heads/', order: null })
  const newest = { field: 'TAG_COMMIT_DATE', direction: 'DESC' }
  const tags = await allRefs(firstTags, context, { ...asked, prefix: 'refs/tags/', order: newest })
  const whole: RepositoryDetails = {
    ...rest,
    ...(branches === undefined ? {} : { branches }),
    ...(tags === undefined ? {} : { tags }),
  }
  const cut = [
    ...(firstBranches !== undefined && branches === undefined ? ['branches'] : []),
    ...(firstTags !== undefined && tags === undefined ? ['tags'] : []),
  ]
  return { whole, cut }
}

type Refs = Page<RefNode> | null | undefined

async function allRefs(
  first: Refs,
  context: CollectContext,
  {
    subject,
    ...asked
  }: { readonly id: string; readonly prefix: string; readonly order: unknown; readonly subject: string },
): Promise<Refs> {
  let page = first
  while (page != null && isCut(page) && page.nodes.length < MOST_REFS) {
    const cursor = page.pageInfo.endCursor
    const place = { subject, stream: asked.prefix, position: cursor ?? '' }
    const answer = await askPage(context, REFS, { ...place, variables: { ...asked, cursor } })
    const next: Refs = answer.data.node?.refs
    if (next == null || answer.errors.length > 0) return undefined
    page = { ...next, nodes: [...page.nodes, ...next.nodes] }
  }
  return page
}

function isCut(page: Refs): boolean {
  return page?.pageInfo.hasNextPage === true
}

function notAll(subject: string, what: string): Gap {
  return { subject, kind: `field:${what}`, reason: 'invalid-answer', message: `not all ${what} could be read` }
}

function tooMany(subject: string, what: string): Gap {
  return { subject, kind: `field:${what}`, reason: 'too-large', message: `more than ${MOST_REFS} ${what}` }
}
