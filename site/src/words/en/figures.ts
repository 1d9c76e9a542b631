import type * as French from '../fr/figures.ts'
import { plural } from './plural.ts'

export const figures: typeof French.figures = {
  title: 'Change requests',
  description: 'Change requests by month: how many, from whom, and how long a first response takes.',
  lead: 'Who proposes code, how much, and how long a first response takes. No person is named or counted alone.',
  figure: (number) => `Figure ${number}`,
  ofAll: (number, total) => `Figure ${number} of ${total}`,
  page: 'Page of the figure',
  table: 'Table',
  showTable: 'See the table',
  method: 'Method',
  asOf: (day) => `Data of ${day}`,
  total: 'Total',
  hidden: 'withheld',
  unknown: 'not read',
  partial: {
    month: 'Last month not over on the day of the data',
    quarter: 'Last quarter not over on the day of the data',
  },
  grains: { month: 'by month', quarter: 'by quarter' },
  untold: 'an untold number of',
  noNumber: 'The number is not shown: too few persons behind it, or not read',
  incomplete: ({ complete, expected }) =>
    `Incomplete: ${complete} repositories of ${expected} read in full. The rest is not counted as zero.`,
  hiddenNote: ({ count, floor }) =>
    `${count} ${plural(count, 'number')} withheld: fewer than ${floor} persons, or so as not to give another away. In the drawing "+?" says that there is more.`,
  reading: 'Reading',
  limits: 'Method and limits',
  counted: 'What is counted',
  notSaid: 'What this figure does not say',
  notToConclude: 'Not to be drawn from it',
  source: 'Source',
  sourceText: 'code host, through the register',
  cite: 'Cite',
  citation: ({ publisher, title, number, day }) => `${publisher}, ${title}, figure ${number}, data of ${day}`,
  corrections: 'Error',
  download: 'Download',
  noData: 'No change request was read: there is nothing to show, which does not mean that there is none.',
  all: 'The figures',
  sameNumbers: 'The same numbers as the drawing.',
  period: (from, to) => `${from} – ${to}`,
  rowMonth: 'Month',
  rowQuarter: 'Quarter',
  scaleNote: 'Two scales, two frames.',
  drawingAlt: 'The drawing shows the table that follows.',
}

export const figure: typeof French.figure = {
  'change-requests': {
    name: 'Change requests',
    subtitle: ({ grain, period }) => `Change requests ${grain}, bots left out, ${period}`,
    series: { opened: 'Opened', merged: 'Merged', closed: 'Closed unmerged' },
    finding: ({ now, before }) =>
      `${now.opened} change requests opened and ${now.merged} merged in twelve months${before === undefined ? '' : `, against ${before.opened} and ${before.merged} in the twelve before`}`,
    reading: ({ from, to, opened, merged, closed }) =>
      `From ${from} to ${to}, ${opened} change requests were opened, ${merged} merged and ${closed} closed unmerged. Each counts in the month of the event: those of one month are not all settled within it.`,
    counted: [
      'Change requests (pull requests) of the repositories of the register, in the month they were opened, merged or closed.',
      'Bots are counted apart and are not in this figure.',
      'A closed one may have been taken over by hand: closed does not mean refused.',
    ],
    notSaid: [
      'Neither size nor weight of a change request.',
      'Nothing of changes made without one.',
      'No person is named.',
    ],
    notToConclude: 'A ranking of teams or cities.',
  },
  'author-groups': {
    name: 'Who proposes',
    subtitle: ({ grain, period }) =>
      `Change requests opened ${grain}, by where their author stands, bots left out, ${period}`,
    series: {
      inside: 'The city',
      contractor: 'Its contractors',
      outside: 'Outside',
      unknown: 'Not known',
      bot: 'Bots',
    },
    finding: ({ now, before }) =>
      `${now.outside} change requests of ${now.opened} come from outside in twelve months${before === undefined ? '' : `, against ${before.outside} of ${before.opened} in the twelve before`}`,
    reading: ({ from, to, opened, outside }) =>
      `From ${from} to ${to}, ${opened} change requests were opened, of which ${outside} by people from outside. Contractors and people whose standing is not known have their own share and are never counted with outside.`,
    counted: [
      'Change requests as they are opened, by where their author stood on that day.',
      'Outside: another administration, a company or an individual, after a register kept by hand.',
      'Where too many months would be withheld, the figure counts by quarter.',
    ],
    notSaid: [
      'Who proposed: no person is named.',
      'Neither size nor weight of a change request.',
      'The standing of those whom the register does not know.',
    ],
    notToConclude: 'A judgement on groups of few.',
  },
  'first-response': {
    name: 'First response',
    subtitle: ({ period }) =>
      `Days elapsed from opening to the first response, change requests from outside the staff, by month of opening, ${period}`,
    series: {
      median: 'Median',
      p90: 'Nine in ten',
      opened: 'Opened',
      answered: 'Answered',
      unanswered: 'Unanswered',
      unsettled: 'Not known',
    },
    finding: ({ month, value, yearAgo }) =>
      `In ${month}, half of the responses came within ${value}${yearAgo === undefined ? '' : `; a year before, within ${yearAgo}`}`,
    reading: ({ month, value, p90 }) =>
      `In ${month}, half of the first responses came within ${value}${p90 === undefined ? '' : `, nine in ten within ${p90}`}. Time is elapsed time, nights and holidays included; those still unanswered have their own column and do not shorten the median.`,
    counted: [
      'Time from the opening of a change request to the first review or comment of another person.',
      'Change requests of people who do not work for the city, in the month they were opened.',
      'Median: half of the responses come sooner. Nine in ten: nine responses in ten come sooner.',
    ],
    notSaid: [
      'Whether the response helped.',
      'The time to a decision.',
      'Nothing about one agent: under five persons, the month is withheld.',
    ],
    notToConclude: 'A target, a promise, or a trend over two months.',
  },
}

export const duration: typeof French.duration = { hours: (value) => `${value} h`, days: (value) => `${value} days` }

export const method: typeof French.method = {
  title: 'Method and definitions',
  description: 'What each word and each number of the register means, and its limits.',
  lead: 'Every number of the register comes from a file that you can download. Here is what it counts, and what it does not.',
  figures: 'Figures',
  facts: 'Facts of the home page',
  factDefinitions: {
    components:
      'Components in the register. A component is what a build file declares; a repository may hold several. The line sorts the components of today by the month their repository was created: those that are gone are not in it.',
    'change-requests-outside':
      'Change requests opened by people of another administration, of a company or on their own, over the period told. Contractors and unknown standing are not in it.',
    'first-response-median':
      'Time elapsed before the first response of another person, median over the period told, change requests from outside the staff.',
    conformity:
      'Checks that hold, of those that could be made, over all rules and all components of the organisations of the register. What could not be checked counts neither for nor against.',
  },
  states: 'States of a component',
  statesNote: 'After the last change or the last release, whichever is later.',
  ruleStates: 'States of a rule',
  ruleStatesText: {
    held: 'The rule was checked and nothing speaks against it.',
    'to-correct': 'The rule was checked and one place at least is to be corrected.',
    'dated-exception': 'The rule is not kept, which is let pass until a day that is written down.',
    'not-checked': 'What had to be read was not read. Never counted as kept.',
  },
  privacy: 'Small groups',
  privacyText: (floor) =>
    `A number with fewer than ${floor} persons behind it is withheld, and another one with it if the total gave it away. Withheld does not mean zero.`,
  unknown: 'What is not known',
  unknownText:
    'A repository that could not be read is not an empty repository. Each figure says how many were read in full; a missing number is written "not read".',
  words: 'Words',
  glossary: [
    ['Component', 'What is reused: a plugin, a module, a library, a theme, a tool.'],
    ['Service pack', 'Components put together, ready to try.'],
    [
      'Change request',
      'A change proposed to the keepers of a repository, who review it before they merge it (pull request).',
    ],
    ['Core', 'The platform that components stand on, and its generation.'],
    ['Repository', 'The public folder where the code of one or more components lives.'],
  ],
}
