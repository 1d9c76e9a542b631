import type { Language, Text } from '#data/model/vocabulary.ts'
import type { AdopterFacetId } from './loaders/adopter-facets.ts'
import type { FacetId } from './loaders/catalogue.ts'
import { valueOfSlug, valueSlug } from './value-slugs.ts'

/** Where the lists by one value of a group are, below the catalogue and the adopters: `par/type/module/2`. */

export const BROWSE = { fr: 'par', en: 'by' } as const satisfies Text

const GROUP_SLUGS = {
  need: { fr: 'besoin', en: 'need' },
  state: { fr: 'etat', en: 'state' },
  line: { fr: 'socle', en: 'core' },
  kind: { fr: 'type', en: 'kind' },
  license: { fr: 'licence', en: 'licence' },
  usedBy: { fr: 'utilise-par', en: 'used-by' },
  owner: { fr: 'maintenu-par', en: 'maintained-by' },
  language: { fr: 'langage', en: 'language' },
  releaseAge: { fr: 'derniere-version', en: 'latest-version' },
} as const satisfies Record<FacetId, Text>

const ADOPTER_GROUP_SLUGS = {
  state: { fr: 'etat', en: 'state' },
  type: { fr: 'nature', en: 'kind' },
  country: { fr: 'pays', en: 'country' },
  runs: { fr: 'composant', en: 'component' },
  through: { fr: 'comment', en: 'how' },
} as const satisfies Record<AdopterFacetId, Text>

/** `value`: a value's own short name, which stands in addresses as each language writes it; `page` from 1. */
export type BrowseAddress =
  | { readonly sheet: 'browse' }
  | { readonly sheet: 'adopters-browse' }
  | { readonly sheet: 'facet'; readonly facet: FacetId; readonly value: string; readonly page: number }
  | { readonly sheet: 'adopters-facet'; readonly facet: AdopterFacetId; readonly value: string; readonly page: number }

export function browseSegments(address: BrowseAddress, language: Language): readonly string[] {
  if (address.sheet === 'browse' || address.sheet === 'adopters-browse') return [BROWSE[language]]
  const [group, value] =
    address.sheet === 'facet'
      ? [GROUP_SLUGS[address.facet], valueSlug({ list: 'catalogue', facet: address.facet }, address.value, language)]
      : [
          ADOPTER_GROUP_SLUGS[address.facet],
          valueSlug({ list: 'adopters', facet: address.facet }, address.value, language),
        ]
  return [BROWSE[language], group[language], value, ...(address.page === 1 ? [] : [String(address.page)])]
}

/** The other direction, from the segments behind `par`. */
export function browseAddress(
  list: 'catalogue' | 'adopters',
  segments: readonly string[],
  language: Language,
): BrowseAddress | undefined {
  const [group, written, page = '1', ...rest] = segments
  if (group === undefined) return { sheet: list === 'catalogue' ? 'browse' : 'adopters-browse' }
  const isPage = page === '1' ? segments.length === 2 : /^[1-9]\d*$/u.test(page)
  if (written === undefined || !isPage || rest.length > 0) return undefined
  if (list === 'catalogue') {
    const facet = facetNamed(GROUP_SLUGS, group, language)
    const value = facet && valueOfSlug({ list, facet }, written, language)
    return facet === undefined || value === undefined ? undefined : { sheet: 'facet', facet, value, page: Number(page) }
  }
  const facet = facetNamed(ADOPTER_GROUP_SLUGS, group, language)
  const value = facet && valueOfSlug({ list, facet }, written, language)
  return facet === undefined || value === undefined
    ? undefined
    : { sheet: 'adopters-facet', facet, value, page: Number(page) }
}

function facetNamed<Id extends string>(
  slugs: Readonly<Record<Id, Text>>,
  group: string,
  language: Language,
): Id | undefined {
  const isFacet = (name: string): name is Id => name in slugs
  return Object.keys(slugs)
    .filter(isFacet)
    .find((id) => slugs[id][language] === group)
}
