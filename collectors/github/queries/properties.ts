import type { OrganisationKey } from '#data/model/records.ts'
import type { RestCall } from '../../transport.ts'

export const PROPERTIES_PAGE_SIZE = 100

export interface PropertiesOfRepository {
  readonly repositoryId: number
  readonly values: readonly { readonly name: string; readonly value: string }[]
}

interface RawProperties {
  readonly repository_id: number
  readonly properties: readonly { readonly property_name: string; readonly value: string | readonly string[] | null }[]
}

/** A page of the custom properties of an organisation's repositories: a hundred repositories a request. */
export function organisationProperties(
  { server, login }: OrganisationKey,
  page: number,
): RestCall<readonly PropertiesOfRepository[]> {
  return {
    operation: 'custom-properties',
    version: 1,
    subject: `${server}/@${login}`,
    stream: 'custom-properties',
    position: String(page),
    route: 'GET /orgs/{org}/properties/values',
    parameters: { org: login, per_page: PROPERTIES_PAGE_SIZE, page },
    scrub: (raw) =>
      (Array.isArray(raw) ? raw : []).map(({ repository_id, properties }: RawProperties) => ({
        repositoryId: repository_id,
        values: properties.flatMap(({ property_name: name, value }) =>
          (typeof value === 'string' ? [value] : (value ?? [])).map((one) => ({ name, value: one })),
        ),
      })),
  }
}
