import { sitePubliccode } from '#data/queries/site/publiccode.ts'
import type { SiteIdentity } from './settings.ts'
import type { Asked, Register } from './src/loaders/reading.ts'

/** Where each publiccode.yml lies, for catalogues that gather them. A city that is invented leads nowhere. */
export async function publiccodeIndex(
  store: Asked,
  { register, identity }: { readonly register: Pick<Register, 'asOf' | 'trees'>; readonly identity: SiteIdentity },
): Promise<object> {
  const rows = await store.ask(sitePubliccode, {})
  const isReal = identity.isDemo !== true
  return {
    asOf: register.asOf,
    coverage: register.trees,
    publiccode: rows.map(({ repository, path, name, url }) => ({
      ...{ repository, path, name, url: isReal ? url : null },
      file: isReal && url !== null ? `${url}/blob/HEAD/publiccode.yml` : null,
    })),
  }
}
