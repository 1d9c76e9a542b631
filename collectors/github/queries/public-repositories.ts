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

/** One repository as anybody may read it: its number. */
export function publicRepository(
  { server }: OrganisationKey,
  {
    databaseId,
    owner,
    name,
  }: { readonly databaseId: number; readonly owner: { login: string }; readonly name: string },
): RestCall<number> {
  return {
    operation: 'public-repository',
    version: 1,
    subject: `${server}/${databaseId}`,
    stream: 'readability',
    position: '',
    route: 'GET /repos/{owner}/{repo}',
    parameters: { owner: owner.login, repo: name },
    anonymous: true,
    scrub: (raw) => (raw as { id: number }).id,
  }
}
