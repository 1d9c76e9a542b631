import { englishPlural as plural } from '#data/model/plural.ts'
import type * as French from '../fr/home.ts'

export const home: typeof French.home = {
  title: 'Home',
  description: (publisher) => `The register of open code: ${publisher}.`,
  purpose: 'The code of our digital services is public, so that anybody can check it, reuse it and improve it.',
  search: 'Search a service, a component, a rule',
  searchPlaceholder: 'A need, a name, a word',
  searchButton: 'Search',
  frequent: 'Often asked:',
  factsTitle: (asOf) => `State of the register on ${asOf}`,
  method: 'Method',
  days: 'd',
  unknown: 'not known',
  hidden: 'withheld',
  facts: {
    components: {
      what: (count) => `${plural(count, 'component')} in the register`,
      detail: ({ repositories, organisations }) => `${repositories} repositories, ${organisations}`,
    },
    'change-requests-outside': {
      what: (count) => `${plural(count, 'change request')} from outside`,
      detail: ({ period }) => period,
    },
    'first-response-median': {
      what: () => 'for a first response, in working days (median)',
      detail: ({ period }) => period,
    },
    conformity: {
      what: () => 'of the rules checked are kept',
      detail: ({ sample }) => `over ${sample} checks`,
    },
    released: {
      what: (count) => `${plural(count, 'component')} released a version within twelve months`,
      detail: ({ sample, unknown }) =>
        `of ${sample} in the register${unknown === 0 ? '' : `, ${unknown} without news for a year`}`,
    },
    moved: {
      what: (count) => `active ${plural(count, 'component')}`,
      detail: ({ sample, unknown }) =>
        `of ${sample} in the register${unknown === 0 ? '' : `, ${unknown} without news for a year`}`,
    },
  },
  organisations: (count) => `${count} ${plural(count, 'organisation')}`,
  period: (from, to) => (from === to ? from : `${from} – ${to}`),
  doors: {
    catalogue: {
      title: 'Reuse',
      text: 'Find a component, see how it stands, take it and make it live in your own organisation.',
    },
    guide: {
      title: 'Contribute',
      text: 'Mend, translate, document or propose code whose form is checked before the review.',
    },
    understand: {
      title: 'Understand',
      text: 'Why a city publishes its code, where the figures come from and what they do not say.',
    },
  },
  doorComponents: (count) => `The ${count} components of the register`,
  doorServices: (count) => `${count} ${plural(count, 'service')} to residents`,
  doorAdopters: (count) => `${count} ${plural(count, 'organisation that reuses', 'organisations that reuse')} it`,
  doorPacks: (count) => `Service packs: ${count}`,
  doorRules: (count) => `${count} rules, each with its reason`,
  doorFigures: (count) => `${count} figures, their data and their limits`,
  doorData: 'Open data',
  releases: 'Latest releases',
  noReleases: 'No published release was read.',
  allReleases: 'All release dates',
  register: 'The register',
  registerRows: {
    organisations: 'Organisations',
    repositories: 'Repositories read',
    updated: 'Data of',
    rules: 'Rules applied',
  },
  registerNote: 'What was not read is said, and never counted as absent.',
}
