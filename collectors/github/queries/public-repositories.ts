import type { OrganisationKey } from '#data/model/records.ts'
import type { RestCall } from '../../transport.ts'

export const PUBLIC_PAGE_SIZE = 100

/** A page of what anybody may read: the numbers of an organisation's repositories, asked without the token. */
export function publicRepositories({ server, login }: OrganisationKey, page: number): RestCall<readonly number[]> {
  return {
    operation: 'public-repositories',
    version: 1,
    subject: `${server}/@${login}`,
    stream: 'readability',
    position: String(page),
    route: 'GET /orgs/{org}/repos',
    parameters: { org: login, type: 'public', per_page: PUBLIC_PAGE_SIZE, page },
    anonymous: true,
    // Two thousand bytes for each repository are of no use here: the number says it all.
    scrub: (raw) => (Array.isArray(raw) ? raw : []).map((one: { id: number }) => one.id),
  }
}
