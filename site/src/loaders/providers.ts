import { siteProviders } from '#data/queries/site/providers.ts'
import type { Asked } from './reading.ts'
import { webAddress } from './web-address.ts'

/** Who offers work, by its own word. */
export interface Provider {
  readonly organisation: string
  readonly country: string
  readonly offers: readonly string[]
  readonly proofUrl: string | null
  readonly url: string | null
  readonly declaredOn: string
}

/** In the order of the alphabet, accents and capitals aside: no other order says nothing. */
export async function loadProviders(store: Asked): Promise<readonly Provider[]> {
  const { compare } = new Intl.Collator('fr', { sensitivity: 'base', numeric: true })
  return (await store.ask(siteProviders, {}))
    .map(({ organisation, country, offers, proof_url, url, declared_on: declaredOn }) => ({
      // Written by our own export.
      ...{ organisation, country, declaredOn, offers: JSON.parse(offers) as readonly string[] },
      ...{ proofUrl: webAddress(proof_url), url: webAddress(url) },
    }))
    .toSorted((a, b) => compare(a.organisation, b.organisation))
}
