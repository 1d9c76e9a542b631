import type { Language, Text } from '#data/model/vocabulary.ts'
import type { FacetId } from './loaders/catalogue.ts'

/** Where the lists by one value of a group are, below the catalogue: `par/type/module/2`. */

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

export type BrowseAddress =
  | { readonly sheet: 'browse' }
  /** `value`: the slug of a value; `page` from 1. */
  | { readonly sheet: 'facet'; readonly facet: FacetId; readonly value: string; readonly page: number }

export function browseSegments(address: BrowseAddress, language: Language): readonly string[] {
  if (address.sheet === 'browse') return [BROWSE[language]]
  const { facet, value, page } = address
  return [BROWSE[language], GROUP_SLUGS[facet][language], value, ...(page === 1 ? [] : [String(page)])]
}

/** The other direction, from the segments behind `par`. */
export function browseAddress(segments: readonly string[], language: Language): BrowseAddress | undefined {
  const [group, value, page = '1', ...rest] = segments
  if (group === undefined) return { sheet: 'browse' }
  const facet = Object.keys(GROUP_SLUGS)
    .filter(isFacet)
    .find((id) => GROUP_SLUGS[id][language] === group)
  const isPage = page === '1' ? segments.length === 2 : /^[1-9]\d*$/u.test(page)
  if (facet === undefined || value === undefined || !isPage || rest.length > 0) return undefined
  return { sheet: 'facet', facet, value, page: Number(page) }
}

function isFacet(name: string): name is FacetId {
  return name in GROUP_SLUGS
}
