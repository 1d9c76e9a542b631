import type { weights as french } from '../fr/weights.ts'

/** What pages cost, kind by kind. */
export const weights: typeof french = {
  title: 'What each page costs',
  note: 'Measured each time the site is built, on the longest page of each kind.',
  about:
    'Bytes as a server sends them, compressed. The first view counts all that comes before anybody touches anything: page, styles, typeface, scripts, pictures, and the program that draws the figures.',
  classes: { content: 'Pages of text', data: 'Pages of data' },
  page: 'Page',
  pages: 'Pages',
  limit: 'Ceiling',
  costs: { html: 'Page alone', firstView: 'First view', requests: 'Requests', elements: 'Elements' },
  reasons: {
    figure: 'figures, with their drawing and their table',
    filter: 'a list and its filters',
    inventory: 'a table of which each row counts',
    office: 'several tables to be read at a glance',
  },
  kinds: {
    'catalogue-page': 'Further page of the catalogue',
    facet: 'Components that share a criterion',
    browse: 'All criteria',
    'adopters-facet': 'Adopters that share a criterion',
    'adopters-browse': 'All criteria of adopters',
    component: 'Component sheet',
    collection: 'Collection',
    pack: 'Service pack',
    figure: 'Figure',
    'desk-window': 'Activity over another period',
    rule: 'Rule',
    'guide-part': 'Part of the guide',
    own: 'Page of the city',
    article: 'News item',
    table: 'Table of data',
    report: 'Report',
    activity: 'Governance activity',
    'all-evidence': 'All evidence',
    evidence: 'Piece of evidence',
  },
}
