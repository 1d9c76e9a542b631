import { englishPlural as plural } from '#data/model/plural.ts'
import type * as French from '../fr/figures.ts'
import type { Counted, Waited } from '../sentences.ts'

export const figures: typeof French.figures = {
  title: 'Figures',
  description: 'The figures of the register: what they show, their data to download, and their limits.',
  lead: 'Each figure has its page, with its data, its method and its limits. No person is named or counted alone.',
  themes: {
    contributions: 'Contributions in time',
    answers: 'Delays and waiting',
    people: 'People and organisations',
    portfolio: 'Portfolio',
    quality: 'Quality and governance',
    reuse: 'Reuse and languages',
  },
  figure: (number) => `Figure ${number}`,
  page: 'Page of the figure',
  table: 'Table',
  picture: 'picture',
  showTable: 'Show the table',
  browse: 'Drawing of the figure. Arrow keys go through it; the table that follows tells the same numbers.',
  method: 'Method',
  asOf: (day) => `Data of ${day}`,
  hidden: 'withheld',
  few: 'too few',
  under: (least) => `< ${least}`,
  unknown: 'not known',
  notKnown: 'Not known',
  partial: {
    quarter: 'Quarter under way on the day of the data',
    year: 'Year under way on the day of the data',
  },
  grains: { month: 'by month', quarter: 'by quarter', year: 'by year' },
  rowNames: { month: 'Month', quarter: 'Quarter', year: 'Year' },
  measured: 'Measure',
  noNumber: 'The number is not shown: too few people behind it, or not read',
  incomplete: ({ complete, expected }) =>
    `Incomplete: ${complete} repositories read in full out of ${expected}. The rest is not counted as zero.`,
  neverRead: (streams) => `Never read, and not counted as zero: ${streams}.`,
  asKnown: (count) =>
    `The history of ${count} ${plural(count, 'repository', 'repositories')} is not known up to today: the numbers are of the last month that is known of at least half of the repositories.`,
  knownUntil: (count) =>
    `The history of ${count} ${plural(count, 'repository', 'repositories')} ends before the period does. A month that is not known of at least half of the repositories is said to be “not known”.`,
  elsewhere: (count) =>
    `Issues of ${count} repositories are tracked elsewhere: they are not counted, which does not mean that there are none.`,
  hiddenNote: ({ count, floor }) =>
    `${count} ${plural(count, 'number')} withheld: fewer than ${floor} persons, or so as not to give another away. On the drawing, “+?” says that some are missing.`,
  fewNote: (count) => `${count} ${plural(count, 'number')} not given: too few cases to say anything.`,
  reading: 'Reading',
  limits: 'Method and limits',
  counted: 'What is counted',
  formula: 'How',
  notSaid: 'What this figure does not say',
  notToConclude: 'Not to be used for',
  source: 'Comes from',
  renewed: 'Renewed',
  renewal: {
    daily: (day) => `Every day; next due on ${day}`,
    weekly: (day) => `Every week; next due on ${day}`,
    monthly: (day) => `Every month; next due on ${day}`,
    quarterly: (day) => `Every quarter; next due on ${day}`,
  },
  cite: 'Cite',
  citation: ({ publisher, title, number, day }) => `${publisher}, ${title}, figure ${number}, data of ${day}`,
  license: 'Licence of the data',
  corrections: 'Error',
  definition: 'Definition',
  fullDefinition: 'full definition and formula',
  addresses: 'Stable addresses',
  embed: 'Embed',
  noData: 'No change request was read: there is nothing to show, which does not mean that there are none.',
  nothing: 'Nothing was read that could be counted.',
  sameNumbers: 'The same numbers as the drawing.',
  period: (from, to) => `${from} – ${to}`,
  onDay: (day) => `on ${day}`,
  overRepositories: (count) => `${count} repositories`,
  drawingAlt: 'The drawing repeats the table that follows.',
  scaleNote: 'Two scales, two frames.',
  together: 'Together',
  twelveMonths: 'Last twelve months',
  twelveKnown: 'Last twelve months known',
  drawingOf: (finding) => `Drawing: ${finding}. The numbers are in the table.`,
  headlineOf: ({ day, by }) => `Headline written by: ${by}, on ${day}.`,
  headlineStale: 'The numbers have changed since.',
  units: {
    'change-requests': 'Number of change requests',
    issues: 'Number of issues',
    commits: 'Number of commits',
    releases: 'Number of releases',
    persons: 'Number of people',
    organisations: 'Number of organisations',
    repositories: 'Share of the bytes written',
    components: 'Number of components',
    keys: 'Share of the texts translated',
    adopters: 'Number of known adopters',
    bricks: 'Number of third-party components',
    activities: 'Number of activities',
    outcomes: 'Share of the checks that hold',
    days: 'Working days',
    ratio: 'Share, in per cent',
  },
  waiting: 'Number that waits',
  columns: { median_working_days: 'Median', p90_working_days: 'Nine in ten' },
  groups: {
    inside: 'The city',
    contractor: 'Its contractors',
    outside: 'Outside',
    unknown: 'Not known',
    all: 'Together, without bots',
    bot: 'Bots',
  },
  span: {
    twelve: { over: 'in twelve months', against: 'in the twelve months before' },
    upTo: (month) => `in the twelve months to ${month}`,
    year: (year) => `in ${year}`,
  },
  during: {
    month: (month) => `in ${month}`,
    quarter: (quarter, year) => `in the ${ORDINALS[quarter - 1] ?? quarter} quarter of ${year}`,
    year: (year) => `in ${year}`,
  },
  promised: (days, isPlural) =>
    `An answer is promised within ${days} working ${isPlural ? 'days' : 'day'}; the promise of today is held against all years here.`,
  workingDays: (value, isPlural) => `${value} working ${isPlural ? 'days' : 'day'}`,
  days: (value, isPlural) => `${value} ${isPlural ? 'days' : 'day'}`,
  names: { 'author-groups': 'Who proposes' },
  findings: {
    'change-requests': ({ now, before, over, against }) =>
      `${of(now.opened, 'change request')} opened and ${now.merged?.text} merged ${over}${before === undefined ? '' : `, against ${before.opened?.text} and ${before.merged?.text} ${against}`}`,
    'author-groups': ({ now, before, over, against }) =>
      `${now.outside?.text} of ${of(now.all, 'change request')} ${verb(now.outside, 'comes', 'come')} from outside ${over}${before === undefined ? '' : `, against ${before.outside?.text} of ${before.all?.text} ${against}`}`,
    issues: ({ now, before, over, against }) =>
      `${of(now.opened, 'issue')} opened, ${now.closed?.text} closed ${over}${before === undefined ? '' : `, against ${before.opened?.text} and ${before.closed?.text} ${against}`}`,
    commits: ({ now, before, over, against }) =>
      `${of(now.commits, 'commit')} ${over}${before === undefined ? '' : `, against ${before.commits?.text} ${against}`}`,
    'first-response': (told) => waited('first responses', told),
    'time-to-review': (told) => waited('first reviews', told),
    'time-to-merge': (told) => waited('merges', told),
    'time-to-close': (told) => waited('closings', told),
    'issue-first-response': (told) => waited('first responses to issues', told),
    'issue-time-to-close': (told) => waited('resolutions of issues', told),
    'change-request-closure': ({ during, value, before }) =>
      `${during}, ${value} of the change requests to deal with were merged or closed${before === undefined ? '' : `, against ${before.value} ${before.during}`}`,
    'answers-in-time': ({ during, value, before }) =>
      `${during}, ${value} of change requests had a first response within the promised time${before === undefined ? '' : `, against ${before.value} ${before.during}`}`,
    'issue-closure': ({ during, value, before }) =>
      `${during}, ${value} of the issues to deal with were closed${before === undefined ? '' : `, against ${before.value} ${before.during}`}`,
    'change-request-acceptance': ({ during, value, before }) =>
      `${during}, ${value} of the change requests that ended were merged or taken over by hand${before === undefined ? '' : `, against ${before.value} ${before.during}`}`,
    'rule-conformity': ({ during, value, before }) =>
      `${during}, ${value} of the checks held${before === undefined ? '' : `, against ${before.value} ${before.during}`}`,
    contributors: ({ during, value, count, before }) =>
      `${value} ${plural(count, 'person', 'people')} contributed ${during}${before === undefined ? '' : `, against ${before.value} ${before.during}`}`,
    'change-request-backlog': ({ open, age }) =>
      `${open.text} ${plural(open.count, 'change request')} ${open.count === 1 ? 'waits' : 'wait'}${age === undefined ? '' : `, half of them for more than ${age}`}`,
    'issue-backlog': ({ open, age }) =>
      `${open.text} ${plural(open.count, 'issue')} ${open.count === 1 ? 'waits' : 'wait'}${age === undefined ? '' : `, half of them for more than ${age}`}`,
    'absence-factor': ({ factor, of }) =>
      `${factor.text} ${factor.count === 1 ? 'person makes' : 'people together make'} half of the commits, of ${of}`,
    'organisational-diversity': ({ factor, of }) =>
      `${factor.text} ${factor.count === 1 ? 'organisation makes' : 'organisations together make'} half of the commits, of ${of} known`,
    releases: ({ releases, releasing, of: all }) =>
      `${of(releases, 'release')} in twelve months, by ${of(releasing, 'repository', 'repositories')} of ${all}`,
    communities: ({ commits, issues, translations }) =>
      `${of(commits, 'person', 'people')} wrote code, ${issues.text} opened an issue${translations === undefined ? '' : `, ${translations.text} translated`} in twelve months`,
    'portfolio-state': ({ count, total }) =>
      `${count.text} of ${total} components ${count.count === 1 ? 'is' : 'are'} active`,
    licenses: ({ name, count, total }) => `${name} is the licence of ${of(count, 'component')} of ${total}`,
    languages: ({ name, share }) => `${name} makes ${share} of the bytes written`,
    'version-lines': ({ name, count, total }) =>
      `${of(count, 'component')} of ${total} ${verb(count, 'is', 'are')} built for ${name.toLowerCase()} of the core`,
    migration: ({ count, total }) =>
      `Of ${total} components that need the core, ${count.text} ${verb(count, 'is', 'are')} built for its generation 8`,
    translations: ({ languages, name, share }) =>
      `${languages.text} ${plural(languages.count, 'language')} begun; the furthest (${name}) is translated to ${share}`,
    adoption: ({ count }) => `At least ${count.text} ${plural(count.count, 'adopter')} in service`,
    governance: ({ done, work, total }) =>
      `${done.text} ${plural(done.count, 'activity', 'activities')} done and ${work} in progress, of ${total}`,
    refusals: ({ taken, total }) =>
      `${taken} of the ${total} change requests closed without a merge in twelve months were taken over by hand`,
    refusalsUntold: 'What is known of the change requests closed without a merge in twelve months',
  },
  cautions: {
    flow: 'An event counts in the month in which it happens: what is opened in a month is not always settled in it.',
    groups:
      'Contractors and people whose standing is not known have a share of their own and are never counted with those outside.',
    wait: 'What still waits is not in it.',
    ratio: 'The year under way cannot be compared with a whole one.',
    state: 'This is a state on the day of the data, not a trend.',
    people: 'Numbers of a few people are withheld, which does not mean zero.',
    declared: 'Nobody has to make themselves known: it is a minimum.',
    registers: 'One person may be of several communities: they do not add up.',
    distribution: 'What nothing tells has a line of its own.',
    noRate: 'Activities are counted, they are not marked.',
  },
}

const ORDINALS = ['first', 'second', 'third', 'fourth']

function of(count: Counted | undefined, one: string, many?: string): string {
  return count === undefined ? '' : `${count.text} ${plural(count.count, one, many)}`
}

function verb(count: Counted | undefined, one: string, many: string): string {
  return plural(count?.count ?? 0, one, many)
}

function waited(what: string, { during, value, before }: Waited): string {
  return `${during}, half of the ${what} came within ${value}${before === undefined ? '' : `; a year before, within ${before}`}`
}

export const duration: typeof French.duration = { hours: (value) => `${value} h`, days: (value) => `${value} days` }
