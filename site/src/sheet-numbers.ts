import type { Address, Place } from './routes.ts'

/**
 * Numbers of the sheets that are one page each: a letter for the chapter, then the place in it. Sheets of a family
 * (components, rules, figures, ...) count on from the number of the place that lists them.
 */
const PLACE_NUMBERS = {
  home: 'A·001',
  search: 'A·002',
  services: 'S·000',
  packs: 'P·000',
  catalogue: 'C·000',
  compare: 'C·C',
  collections: 'C·S',
  adopters: 'R·000',
  providers: 'R·001',
  figures: 'F·000',
  method: 'M·001',
  guide: 'G·000',
  rules: 'G·4',
  propose: 'G·P',
  'first-issues': 'G·T',
  translations: 'G·L',
  adopt: 'G·A',
  'release-calendar': 'G·V',
  community: 'G·C',
  governance: 'B·000',
  understand: 'Q·000',
  impact: 'I·000',
  policy: 'Q·011',
  office: 'Q·012',
  press: 'Q·013',
  corrections: 'Q·014',
  agenda: 'E·000',
  news: 'N·000',
  'open-data': 'Q·002',
  feeds: 'Q·005',
  accessibility: 'L·001',
  legal: 'L·002',
  privacy: 'L·003',
  'eco-design': 'L·004',
  'site-map': 'L·005',
  todo: 'T·001',
  compliance: 'F·001',
  practices: 'F·002',
  inventory: 'F·003',
  migration: 'F·004',
  'watch-list': 'F·005',
  board: 'T·002',
  reports: 'T·000',
  'activity-desk': 'T·ACT',
  responsiveness: 'T·REA',
  sustainability: 'T·PER',
  'data-quality': 'Q·001',
} as const satisfies Readonly<Record<Place, string>>

/** Of a place, or of the page that lists a family; an error for a sheet of a family, which has a number of its own. */
export function placeNumber({ sheet }: Address): string {
  if (sheet === 'browse') return 'C·B'
  if (sheet === 'adopters-browse') return 'R·B'
  if (sheet === 'all-evidence') return 'B·E00'
  const number = Object.entries(PLACE_NUMBERS).find(([place]) => place === sheet)?.[1]
  if (number === undefined) throw new Error(`A sheet of the family ${sheet} has a number of its own`)
  return number
}
