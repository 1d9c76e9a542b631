import { headsOf, KIND_NAMES, STATE_NAMES } from '#data/model/component-words.ts'
import { englishPlural as plural } from '#data/model/plural.ts'
import type * as French from '../fr/catalogue.ts'

export const catalogue: typeof French.catalogue = {
  title: 'Components',
  description: 'All components of the register, with their state, their licence and their latest version.',
  lead: 'All that the register knows: service packs, plugins, modules, libraries, themes and tools, as they really stand.',
  pageTitle: (page) => `Components, page ${page}`,
  searchLabel: 'Search in the list',
  searchPlaceholder: 'Name or word',
  searchButton: 'OK',
  filters: 'Filters',
  noScript: 'Filters need a script. Without one the whole list is here, page by page.',
  browse: 'Browse by need, state, kind, licence',
  browseTitle: 'Browse the components',
  browseDescription:
    'Components by need, state, core generation, kind, licence, use and maintainer: a page for each value.',
  browseLead: 'A page for each value. To combine filters, use the list, which is made for it.',
  facetTitle: ({ group, value }) => `${group}: ${value}`,
  facetDescription: ({ group, value }) => `Components of the register. ${group}: ${value}.`,
  inList: 'Filter this list',
  listFile: 'The whole list (CSV)',
  count: (count) => `${count} ${plural(count, 'component')}`,
  noun: (count) => plural(count, 'component'),
  of: 'of',
  sortBy: 'Sort by:',
  sorts: {
    relevance: 'relevance',
    name: 'name',
    release: 'latest version',
    adopters: 'adopters',
    readiness: 'maintenance level',
  },
  columns: {
    name: 'Component and use',
    kind: 'Kind',
    state: 'State',
    line: 'Core',
    license: 'Licence',
    version: 'Latest version',
    adopters: 'Adopters',
  },
  level: (level) => `level ${level} of 3`,
  through: (count) => `${count} through a pack`,
  noDescription: 'No description',
  versionLabel: 'Version',
  lineLabel: 'Core',
  noVersion: 'none',
  notReleased: 'to come',
  clear: 'Clear all',
  wordGroup: 'Word',
  empty: 'No component answers to all these filters.',
  emptyHint: 'Remove one, or clear them all.',
  suggest: 'Suggest a component that is missing',
  suggestSubject: 'A component is missing from the register',
  range: ({ from, to, total }) => `${from} to ${to} of ${total}`,
  exportAll: 'Export:',
  exportSelection: 'Export this selection:',
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  goTo: (page) => `Page ${page}`,
  facets: {
    need: 'Need',
    state: 'State',
    line: 'Core generation',
    kind: 'Kind',
    license: 'Licence',
    usedBy: 'Used by',
    owner: 'Maintained by',
    language: 'Programming language',
    releaseAge: 'Latest version',
  },
  key: 'Key',
}

export const noLicense: string = 'Not declared'
export const licensesDiffer: string = 'Sources differ'

export const kind: typeof French.kind = headsOf(KIND_NAMES.en)

export const line: typeof French.line = { v8: 'Generation 8', v7: 'Generation 7', '': 'Not known' }

export const lineShort: typeof French.lineShort = { v8: '8', v7: '7' }

export const state: typeof French.state = headsOf(STATE_NAMES.en)

export const stateMeaning: typeof French.stateMeaning = {
  below: (months) => `some activity less than ${months} months ago`,
  beyond: 'no activity for longer',
  archived: 'closed by its owners',
  stable: 'declared finished by its owners',
  obsolete: 'replaced, or given up by its owners',
  unknown: 'its dates were not read, or nothing was heard of it for a year',
}

export const releaseAge: typeof French.releaseAge = {
  'under-6': 'Under 6 months',
  'under-12': '6 to 12 months',
  'under-24': '1 to 2 years',
  older: 'Over 2 years',
  none: 'None read',
}

export const user: typeof French.user = {
  service: 'A service to residents',
  pack: 'A service pack',
  component: 'Other components',
  city: 'Cities',
  'local-authority': 'Local authorities',
  state: 'The State',
  agency: 'Public agencies',
  hospital: 'Hospitals',
  education: 'Education',
  company: 'Companies',
  association: 'Associations',
  other: 'Other organisations',
}
