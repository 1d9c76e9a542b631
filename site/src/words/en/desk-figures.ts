import type * as French from '../fr/desk-figures.ts'

export const deskFigures: typeof French.deskFigures = {
  period: 'Time covered',
  windows: { year: 'Last twelve months', 'three-years': 'Last thirty-six months', whole: 'From the beginning' },
  together: 'All together',
  byOrganisation: 'By organisation',
  byOrganisationNote:
    'A delay or a factor with fewer than five people behind it is withheld here, too: it would read as the work of somebody.',
  organisation: 'Organisation (owner)',
  nothingRead: (streams) =>
    `Nothing of what this page would tell was read${streams === '' ? '' : ` (${streams})`}: it is not zero, it is unknown. To read it, name your organisations in parvis.yaml and run parvis collect with a token.`,
  byKind: 'Commits by kind of component',
  byKindNote: 'Without bots and release tools; a repository counts once. What was not read is not counted as zero.',
  kind: 'Kind',
  repositories: 'Repositories',
  unread: 'Not known to date',
  lastYear: 'Last twelve months',
  yearBefore: 'Twelve months before',
  'activity-desk': {
    title: 'Activity',
    description: 'Change requests, issues, commits and releases, by month and by organisation.',
    lead: 'What was proposed, settled, written and released, and where.',
  },
  responsiveness: {
    title: 'Responsiveness',
    description: 'Time to respond, review and merge in working days, and the age of what waits.',
    lead: 'How many working days before a response, a review, a merge; and since when what waits has been waiting.',
  },
  sustainability: {
    title: 'Sustainability',
    description: 'State of the portfolio, people who contribute, absence factor and the organisations it depends on.',
    lead: 'On how many people and organisations the code depends, and what is still alive.',
  },
}
