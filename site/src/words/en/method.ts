import type * as French from '../fr/method.ts'

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
      'Working days before the first response of another person, median over the period told, change requests from outside the staff.',
    conformity:
      'Checks that hold, of those that could be made, over all rules and all repositories of the organisations of the register, archives and copies left out. What could not be checked counts neither for nor against.',
    released:
      'Components whose latest final version is less than twelve months old. Shown in place of a fact whose data were not read.',
    moved: 'Components in the active state, as defined below. Shown in place of a fact whose data were not read.',
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
    'A repository that could not be read is not an empty repository. Each figure says how many were read in full; a missing number is written “not known”.',
  words: 'Words',
  glossary: [
    ['Activity (GGI)', 'A step of the Good Governance Initiative, with what verifies it.'],
    ['Adopter', 'An organisation that makes use of a component or a pack, and made it known.'],
    ['Branch, default', 'The line of changes that counts in a repository.'],
    [
      'Change request',
      'A change proposed to the keepers of a repository, who review it before they merge it (pull request).',
    ],
    ['Commit', 'A change recorded in a repository, with its day and its author.'],
    ['Component', 'What is reused: a plugin, a module, a library, a theme, a tool.'],
    ['Contributor absence factor', 'How many people would have to leave for half of the work to have no author left.'],
    ['Core', 'The platform that components stand on, and its generation.'],
    ['Coverage', 'How many repositories were read in full, of those that were to be read.'],
    ['Issue', 'What somebody reports or wishes, in the tracker of a repository.'],
    ['Median', 'The value in the middle: half of the cases are below it, half above.'],
    ['Merge', 'The entry of a change request into the default branch.'],
    ['Nine in ten', 'The time that nine cases in ten do not exceed (90th percentile).'],
    ['Not known', 'What was not read, or what nothing tells. It is not zero.'],
    ['Outside', 'Neither the city nor its contractors: another administration, a company or an individual.'],
    ['Repository', 'The public folder where the code of one or more components lives.'],
    ['Service pack', 'Components put together, ready to try.'],
    [
      'Standing',
      'For whom a person works on a given day, by a register: the city, a contractor, somebody outside, or not known.',
    ],
    ['Third-party component', 'Free software made elsewhere that a component needs.'],
    ['Withheld', 'A number that is known and not shown, since too few people are behind it. It is not zero.'],
    ['Working days', 'From Monday to Friday, without the holidays of the chosen calendar.'],
  ],
  unit: 'Unit',
  seen: 'See',
  units: {
    'change-requests': 'change requests',
    issues: 'issues',
    commits: 'commits',
    releases: 'releases',
    persons: 'people',
    organisations: 'organisations',
    repositories: 'repositories',
    components: 'components',
    keys: 'texts',
    adopters: 'adopters',
    bricks: 'third-party components',
    activities: 'activities',
    outcomes: 'checks',
    days: 'days',
    ratio: 'share, in per cent',
  },
}
