import { organisationSubject } from '#data/model/collection.ts'
import type { OrganisationKey } from '#data/model/records.ts'
import { type Batch, type CollectContext, defineCollector, type Scope } from '../collector.ts'
import type { Answer } from '../transport.ts'
import { failureKindOf } from './classify.ts'
import { askPage } from './operation.ts'
import { pageSize } from './page-size.ts'
import { personOf } from './people.ts'
import { MEMBERS, type MemberEdge, type MembersData } from './queries/members.ts'
import { organisationOf } from './repository-walk.ts'

const STREAM = 'members'

interface MembersItem {
  readonly organisation: OrganisationKey
  readonly edges: readonly MemberEdge[]
}

export const members = defineCollector<MembersItem>({
  id: 'github/members',
  title: { fr: 'Membres', en: 'Members' },
  summary: {
    fr: 'Qui est membre de l’organisation, pour distinguer les contributions internes et externes.',
    en: 'Who is a member of the organisation, to tell contributions from inside and outside apart.',
  },
  scope: 'organisation',
  produces: ['membership'],
  needs: ['network', 'token'],
  classified: [],
  fetch: fetchMembers,
  normalize: ({ organisation, edges }) => [
    {
      type: 'membership',
      organisation,
      members: edges.flatMap(({ role, node }) => {
        if (node === null) return []
        const person = personOf(organisation.server, { __typename: 'User', ...node })
        return [{ person, role: role === 'ADMIN' ? ('admin' as const) : ('member' as const) }]
      }),
    },
  ],
})

/** The list is told whole or not at all: part of it would make members of the others look like strangers. */
async function* fetchMembers(scope: Scope, context: CollectContext): AsyncGenerator<Batch<MembersItem>> {
  const organisation = organisationOf(scope)
  const subject = organisationSubject(organisation)
  const edges: MemberEdge[] = []
  const size = pageSize(MEMBERS.pageSize)
  let watermark: string | undefined
  for (let cursor: string | null = null; ; ) {
    const place = { subject, stream: STREAM, position: cursor ?? '' }
    const variables = { org: organisation.login, cursor }
    const answer: Answer<MembersData> = await askPage(context, MEMBERS, { ...place, variables, size })
    watermark ??= answer.servedAt
    const page = answer.data.organization?.membersWithRole
    const isWhole = answer.errors.length === 0 && page?.edges.every((edge) => edge?.role != null) === true
    if (page === undefined || !isWhole) {
      const [error] = answer.errors
      const reason = error === undefined ? 'forbidden' : failureKindOf(error)
      const message =
        error?.message ?? 'the token sees public members only: it needs to read the organisation (read:org)'
      yield { items: [], gaps: [{ subject, kind: STREAM, reason, message }] }
      return
    }
    edges.push(...page.edges.filter((edge) => edge !== null))
    if (!page.pageInfo.hasNextPage) break
    cursor = page.pageInfo.endCursor
  }
  yield { items: [{ organisation, edges }], finished: [{ subject, stream: STREAM, watermark }] }
}
