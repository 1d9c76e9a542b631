import { englishPlural as plural } from '#data/model/plural.ts'
import type * as French from '../fr/adopters.ts'

export const adopters: typeof French.adopters = {
  title: 'Who reuses',
  pageTitle: (page) => `Who reuses, page ${page}`,
  description: 'Organisations that take up these components and packs, by country, kind and state.',
  finding: ({ reusing, inService, countries }) => {
    if (reusing === 0) return 'No organisation is known to reuse them yet'
    const where = countries > 1 ? `, in ${countries} countries` : ''
    const running = inService === reusing ? 'in service' : `${inService} of them in service`
    return `At least ${reusing} ${plural(reusing, 'organisation reuses', 'organisations reuse')} this code${where}, ${running}`
  },
  lead: 'This list says who answered us, not who uses it: nobody has to declare anything. An organisation is named only where it agreed.',
  counted:
    'Counted are those in service or testing that were confirmed within two years, each once even where it runs several components.',
  list: 'The list',
  none: 'Nobody has come forward yet.',
  columns: { who: 'Organisation', what: 'What it takes up', state: 'State', confirmed: 'How it is known' },
  unnamed: 'not named',
  several: (count) => `${count} organisations`,
  types: {
    city: 'city',
    'local-authority': 'local authority',
    state: 'state',
    agency: 'public agency',
    hospital: 'hospital',
    education: 'education',
    company: 'company',
    association: 'association',
    other: 'other',
  },
  states: { testing: 'testing', 'in-service': 'in service', stopped: 'stopped', unknown: 'state not known' },
  bases: {
    'told-us': 'it told us',
    'public-page': 'public page',
    contract: 'contract',
    code: 'read in its code',
    other: 'another source',
  },
  begun: (day) => `begun on ${day}`,
  since: (day) => `since ${day}`,
  confirmed: (day) => `confirmed on ${day}`,
  facets: {
    state: 'State',
    type: 'Kind',
    country: 'Country',
    runs: 'Component or pack',
    through: 'How',
  },
  through: { direct: 'the component by itself', pack: 'through a service pack' },
  searchLabel: 'Search in the list',
  searchPlaceholder: 'Name, country, component',
  count: (count) => `${count} ${plural(count, 'declaration')}`,
  noun: (count) => plural(count, 'declaration'),
  sorts: { name: 'name', confirmed: 'last confirmation' },
  empty: 'No declaration matches all these filters.',
  browse: 'Browse by state, kind, country, component',
  browseTitle: 'Browse the adopters',
  browseDescription: 'Adopters by state, kind, country, component: a page for each value.',
  facetDescription: ({ group, value }) => `Declared adopters. ${group}: ${value}.`,
  countNote:
    'A declaration is an organisation and what it takes up. Those that are not named count for as many as they are.',
  rules: 'How this list is kept',
  rulesText: [
    'A line that nobody confirmed for two years leaves the list.',
    'Organisations that did not agree to be named are counted by kind and country.',
    'Any organisation named may ask to be corrected or removed.',
  ],
  tell: 'Tell us that you use it, or ask for a correction',
  tellHow: 'A message is enough, without an account; it opens filled in.',
  tellSubject: 'We reuse your components',
  tellBody: [
    'Organisation:',
    'City, local authority, association, company… and country:',
    'Component or service pack:',
    'In service or testing, since:',
    'We agree to be named on the site (yes or no):',
    'Page that tells of it (optional):',
  ],
}
