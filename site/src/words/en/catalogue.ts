import type * as French from '../fr/catalogue.ts'
import { plural } from './plural.ts'

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
  count: (count) => `${count} ${plural(count, 'component')}`,
  noun: (count) => plural(count, 'component'),
  of: 'of',
  sortBy: 'Sort by:',
  sorts: { name: 'name', release: 'latest version', state: 'state' },
  columns: {
    name: 'Component and use',
    kind: 'Kind',
    state: 'State',
    line: 'Core',
    license: 'Licence',
    version: 'Latest version',
  },
  noDescription: 'No description',
  versionLabel: 'Version',
  lineLabel: 'Core',
  noVersion: 'none read',
  notReleased: 'not released',
  clear: 'Clear all',
  wordGroup: 'Word',
  empty: 'No component answers to all these filters.',
  emptyHint: 'Remove one, or clear them all.',
  range: ({ from, to, total }) => `${from} to ${to} of ${total}`,
  exportAll: 'Export:',
  exportSelection: 'Export this selection:',
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  goTo: (page) => `Page ${page}`,
  facets: {
    kind: 'Kind',
    state: 'State',
    line: 'Core generation',
    license: 'Licence',
    owner: 'Published by',
    releaseAge: 'Latest version',
  },
  key: 'Key',
}

export const noLicense: string = 'Not declared'

export const kind: typeof French.kind = {
  core: 'Core',
  plugin: 'Plugin',
  module: 'Module',
  library: 'Library',
  site: 'Site',
  pack: 'Service pack',
  theme: 'Theme',
  tool: 'Tool',
  other: 'Other',
}

export const line: typeof French.line = { v8: 'Generation 8', v7: 'Generation 7', '': 'Not known' }

export const lineShort: typeof French.lineShort = { v8: '8', v7: '7' }

export const state: typeof French.state = {
  active: 'Active',
  stable: 'Stable',
  quiet: 'Quiet',
  dormant: 'Dormant',
  archived: 'Archived',
  obsolete: 'Obsolete',
  unknown: 'Not known',
}

export const stateMeaning: typeof French.stateMeaning = {
  below: (months) => `some activity less than ${months} months ago`,
  beyond: 'no activity for longer',
  archived: 'closed by its owners',
  stable: 'declared finished by its owners',
  obsolete: 'replaced, or given up by its owners',
  unknown: 'its dates were not read',
}

export const releaseAge: typeof French.releaseAge = {
  'under-6': 'Under 6 months',
  'under-12': '6 to 12 months',
  'under-24': '1 to 2 years',
  older: 'Over 2 years',
  none: 'None read',
}
