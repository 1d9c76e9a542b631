import { englishPlural as plural } from '#data/model/plural.ts'
import { FAILURE_WORDS } from '#data/reference/failure-words.ts'
import type * as French from '../fr/frame.ts'

export const languageName: string = 'English'

export const colon: string = ': '

export const frame: typeof French.frame = {
  skip: 'Skip to content',
  publicRegister: 'Public register',
  internalRegister: 'Internal register',
  menu: 'Menu',
  chapters: 'Chapters',
  search: 'Search',
  display: 'Display',
  theme: 'Colours',
  themeSystem: 'As the device',
  themeLight: 'Light',
  themeDark: 'Dark',
  home: 'Home',
  crumbs: 'Breadcrumb',
  folio: 'Place and date',
  sheet: (number) => `Sheet ${number}`,
  dataOf: 'data of',
  writtenIn: { fr: 'in French', en: 'in English' },
  coverage: 'coverage',
  neverRead: (streams) => `never read: ${streams}`,
  internalOnly: 'internal, do not pass on',
  demo: 'Demonstration: this city, its components and its figures are invented and exist nowhere.',
}

export const chapter: typeof French.chapter = {
  services: 'Services',
  adopters: 'Adopters',
  catalogue: 'Components',
  figures: 'Figures',
  guide: 'Contribute',
  governance: 'Governance',
  understand: 'Understand',
}

export const place: typeof French.place = {
  home: 'Home',
  services: 'Services',
  packs: 'Service packs',
  compare: 'Compare components',
  collections: 'Collections',
  adopters: 'Adopters',
  providers: 'Declared providers',
  agenda: 'Events and roadmap',
  catalogue: 'Components',
  figures: 'Figures',
  method: 'Method and definitions',
  guide: 'Contribute',
  rules: 'Rules',
  propose: 'Propose before you develop',
  'first-issues': 'Good first issues',
  translations: 'Translations wanted',
  adopt: 'Adopt a component',
  'release-calendar': 'Release calendar',
  community: 'Governance and community',
  governance: 'Governance',
  understand: 'Understand',
  policy: 'Our policy',
  office: 'The open-source office',
  press: 'Press and reuse',
  corrections: 'Corrections log',
  news: 'News',
  search: 'Search',
  'open-data': 'Open data',
  feeds: 'Feeds',
  accessibility: 'Accessibility',
  legal: 'Legal notice',
  privacy: 'Personal data',
  'eco-design': 'Eco-design',
  'site-map': 'Site map',
  'activity-desk': 'Activity',
  responsiveness: 'Responsiveness',
  sustainability: 'Sustainability',
  'data-quality': 'Data quality',
  todo: 'To do',
  compliance: 'Compliance',
  practices: 'Quality and security',
  inventory: 'Third-party components and plans B',
  migration: 'Move to version 8',
  'watch-list': 'Watch list',
  impact: 'The year in figures',
  board: 'Steering board',
  reports: 'Reports',
}

export const colophon: typeof French.colophon = {
  title: 'Colophon',
  made: ({ builtOn, asOf }) =>
    builtOn === undefined
      ? `Page drawn from the data of ${asOf}.`
      : `Page built on ${builtOn} from the data of ${asOf}.`,
  weight: (weight) => `It weighs ${weight}, sets no cookie and calls no third party.`,
  license: (license) => `Data: ${license}.`,
  source: (license) => `Code of the site: ${license}.`,
  internal: 'Internal copy: not to be copied or published.',
  reserve: ({ from, to, isPublic }) =>
    isPublic
      ? `Reserve before a vote, from ${from} to ${to}: tables and guides stay; news, yearly report, sentences about figures and trends are not published.`
      : `Reserve before a vote, from ${from} to ${to}: the public site shows no news, yearly report, sentences about figures or trends. Everything stays here.`,
  report: 'Report an error on this page',
  reportIssue: 'Open an issue about the site',
  reportSubject: (page) => `Error on the page ${page}`,
  reportLines: ({ address, asOf }) => [
    ...[`Page: ${address}`, `Data of ${asOf}`, '', 'What is wrong:', ''],
    ...['What is right, and how it is known:', ''],
  ],
  accessibility: (state) => `Accessibility: ${state}`,
  siteLinks: 'The site',
}

export const accessibilityState: typeof French.accessibilityState = {
  none: 'not compliant',
  partial: 'partially compliant',
  full: 'fully compliant',
}

export const freshness: typeof French.freshness = {
  fresh: 'Freshness',
  freshValue: (day) => `data of ${day}`,
  coverage: 'Coverage',
  coverageValue: ({ complete, expected }) => `${complete} repositories of ${expected}`,
  history: 'History',
  historyValue: ({ first, last }) =>
    first === last ? `known until ${first}` : `known, by repository, until a day from ${first} to ${last}`,
  missing: 'Missing',
  missingValue: (count) => `${count} ${plural(count, 'repository', 'repositories')} read in part or not at all`,
  nothingMissing: 'nothing so far',
  which: 'which and why',
}

export const failure: typeof French.failure = FAILURE_WORDS.en

export const runStatus: typeof French.runStatus = {
  running: 'running',
  complete: 'complete',
  partial: 'partial',
  skipped: 'skipped',
  failed: 'failed',
}

export const siteMap: typeof French.siteMap = {
  title: 'Site map',
  description: 'All pages of the site.',
  fromTo: ({ first, last }) => `${first} to ${last}`,
}

export const notFound: typeof French.notFound = {
  title: 'Page not found',
  text: 'This page does not exist, or no longer. The component may have changed its name.',
  home: 'Back to the home page',
}

export const choice: typeof French.choice = {
  text: 'Continue in English',
}

export const legalContact: string = 'Write to'
