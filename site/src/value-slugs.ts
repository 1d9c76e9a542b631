import type { ComponentKind, Language, Text } from '#data/model/vocabulary.ts'
import type { AdopterFacetId } from './loaders/adopter-facets.ts'
import type { ActivityState, FacetId, ReleaseAge } from './loaders/catalogue.ts'
import type { User } from './loaders/uses.ts'

/**
 * How values of closed lists stand in addresses, by group; `none` is what is not known or not said. Names that are
 * nobody's word (an owner, a component, a country's code) stand as they are, in both languages.
 */

const ORGANISATIONS = {
  city: { fr: 'ville', en: 'city' },
  'local-authority': { fr: 'collectivite', en: 'local-authority' },
  state: { fr: 'administration-centrale', en: 'state' },
  agency: { fr: 'agence-publique', en: 'agency' },
  hospital: { fr: 'hopital', en: 'hospital' },
  education: { fr: 'enseignement', en: 'education' },
  company: { fr: 'entreprise', en: 'company' },
  association: { fr: 'association', en: 'association' },
  other: { fr: 'autre', en: 'other' },
} as const satisfies Record<string, Text>

const COMPONENT_VALUES: Readonly<Partial<Record<FacetId, Readonly<Record<string, Text>>>>> = {
  state: {
    active: { fr: 'actif', en: 'active' },
    stable: { fr: 'stable', en: 'stable' },
    quiet: { fr: 'calme', en: 'quiet' },
    dormant: { fr: 'dormant', en: 'dormant' },
    archived: { fr: 'archive', en: 'archived' },
    obsolete: { fr: 'obsolete', en: 'obsolete' },
    unknown: { fr: 'non-connu', en: 'unknown' },
  } satisfies Record<ActivityState, Text>,
  line: { none: { fr: 'non-connu', en: 'unknown' } },
  kind: {
    core: { fr: 'socle', en: 'core' },
    plugin: { fr: 'extension', en: 'plugin' },
    module: { fr: 'module', en: 'module' },
    library: { fr: 'bibliotheque', en: 'library' },
    site: { fr: 'site', en: 'site' },
    pack: { fr: 'pack-de-services', en: 'service-pack' },
    theme: { fr: 'theme', en: 'theme' },
    tool: { fr: 'outil', en: 'tool' },
    other: { fr: 'autre', en: 'other' },
  } satisfies Record<ComponentKind, Text>,
  license: {
    none: { fr: 'non-declaree', en: 'not-declared' },
    noassertion: { fr: 'sources-differentes', en: 'sources-differ' },
  },
  usedBy: {
    ...ORGANISATIONS,
    service: { fr: 'service', en: 'service' },
    pack: { fr: 'pack-de-services', en: 'service-pack' },
    component: { fr: 'composant', en: 'component' },
  } satisfies Record<User, Text>,
  language: { none: { fr: 'non-connu', en: 'unknown' } },
  releaseAge: {
    'under-6': { fr: 'moins-de-6-mois', en: 'under-6-months' },
    'under-12': { fr: 'de-6-a-12-mois', en: 'from-6-to-12-months' },
    'under-24': { fr: 'de-1-a-2-ans', en: 'from-1-to-2-years' },
    older: { fr: 'plus-de-2-ans', en: 'over-2-years' },
    none: { fr: 'aucune', en: 'none' },
  } satisfies Record<ReleaseAge, Text>,
}

const ADOPTER_VALUES: Readonly<Partial<Record<AdopterFacetId, Readonly<Record<string, Text>>>>> = {
  state: {
    testing: { fr: 'en-essai', en: 'testing' },
    'in-service': { fr: 'en-service', en: 'in-service' },
    stopped: { fr: 'arrete', en: 'stopped' },
    unknown: { fr: 'non-connu', en: 'unknown' },
  },
  type: ORGANISATIONS,
  through: { direct: { fr: 'seul', en: 'alone' }, pack: { fr: 'par-un-pack', en: 'through-a-pack' } },
}

type Group =
  | { readonly list: 'catalogue'; readonly facet: FacetId }
  | { readonly list: 'adopters'; readonly facet: AdopterFacetId }

/** The address of a value in one language. */
export function valueSlug(group: Group, slug: string, language: Language): string {
  return slugsOf(group)?.[slug]?.[language] ?? slug
}

/** The other direction; undefined for the word of another language, so that a page has one address. */
export function valueOfSlug(group: Group, written: string, language: Language): string | undefined {
  const slugs = slugsOf(group) ?? {}
  const found = Object.keys(slugs).find((slug) => slugs[slug]?.[language] === written)
  return found ?? (slugs[written] === undefined ? written : undefined)
}

function slugsOf(group: Group): Readonly<Record<string, Text>> | undefined {
  return group.list === 'catalogue' ? COMPONENT_VALUES[group.facet] : ADOPTER_VALUES[group.facet]
}
