import { englishPlural as plural } from '#data/model/plural.ts'
import type * as French from '../fr/fleet.ts'

const SEVERITIES: Readonly<Record<string, string>> = { error: 'Error', warning: 'Warning', info: 'Advice' }
const SOURCES: Readonly<Record<string, string>> = {
  file: 'licence file',
  header: 'headers',
  manifest: 'build file',
  parent: 'parent of the build',
  publiccode: 'the publiccode.yml sheet',
  host: 'the host',
  register: 'register of components',
}
const LINES: Readonly<Record<string, string>> = { v7: 'Core version 7', v8: 'Core version 8' }

export const compliance: typeof French.compliance = {
  description: 'The whole fleet before the rules: rules, repositories, exceptions, licences.',
  finding: ({ clean, all }) =>
    all === 0
      ? 'No repository was judged yet'
      : `${clean} of ${all} ${plural(all, 'repository', 'repositories')} without an error of a rule`,
  lead: (day) =>
    `Data of ${day}. What could not be checked has a column of its own and is counted neither for nor against.`,
  unchecked: (count) =>
    count === 0
      ? ''
      : `${count} ${plural(count, 'repository', 'repositories')} without a known error, of which a rule of that gravity could not be checked, ${plural(count, 'is', 'are')} not counted among those without error.`,
  uncounted: (count) =>
    count === 0
      ? ''
      : `Archives and copies are in no total: ${count} more ${plural(count, 'repository was', 'repositories were')} checked.`,
  groups: 'By line and by organisation',
  groupsNote:
    'A repository is without errors when every rule of the gravity “error” was checked and none is to be corrected: it is the count of the steering board.',
  byLine: 'By core version',
  byOwner: 'By organisation',
  line: (line) => (line === null ? 'Without a core version' : (LINES[line] ?? line)),
  groupHeads: [
    { name: 'Group' },
    { name: 'Repositories', isNumber: true },
    { name: 'Without errors', isNumber: true },
    { name: 'To correct', isNumber: true },
    { name: 'Excepted', isNumber: true },
    { name: 'Not checked', isNumber: true },
    { name: 'Held', isNumber: true },
  ],
  waivers: 'Dated exceptions',
  waiversNote: 'The first to end comes first.',
  noWaivers: 'No exception is running.',
  waiverHeads: [{ name: 'Rule' }, { name: 'Until' }, { name: 'Repositories', isNumber: true }],
  rules: 'Rules by failing repositories',
  rulesNote: (broken, all) => `${broken} of ${all} fail somewhere, or could not be checked everywhere.`,
  ruleHeads: [
    { name: 'Rule' },
    { name: 'Gravity' },
    { name: 'To correct', isNumber: true },
    { name: 'Excepted', isNumber: true },
    { name: 'Not checked', isNumber: true },
    { name: 'Held', isNumber: true },
    { name: 'Share held', isNumber: true },
  ],
  severity: (severity) => SEVERITIES[severity] ?? severity,
  repositories: 'Repositories by failing rules',
  repositoriesNote: (failing, all) => `${failing} of ${all} have a rule to correct or not checked.`,
  repositoryHeads: [
    { name: 'Repository' },
    { name: 'Line' },
    { name: 'Errors', isNumber: true },
    { name: 'Warnings', isNumber: true },
    { name: 'Advice', isNumber: true },
    { name: 'Excepted', isNumber: true },
    { name: 'Not checked', isNumber: true },
  ],
  licenses: 'Licences',
  licensesNote:
    'Where word, header and file differ, all three are shown; none is called the right one, no compatibility is announced.',
  licenseCounts: 'Components by recognised licence',
  countHeads: [{ name: 'Licence' }, { name: 'Components', isNumber: true }],
  disagreeing: (count) => `${count} ${plural(count, 'component')} whose sources differ`,
  noDisagreement: 'No contradiction between the sources that were read.',
  licenseHeads: [
    { name: 'Component' },
    { name: 'Said in a word' },
    { name: 'Headers of source files' },
    { name: 'Licence file' },
  ],
  unrecognised: 'text not recognised',
  source: (source) => SOURCES[source] ?? source,
  months: 'Month by month',
  monthsNote: 'After the last recorded judgement of each month.',
  noMonths: 'No judgement was recorded.',
  monthHeads: [
    { name: 'Month' },
    { name: 'Repositories', isNumber: true },
    { name: 'Without errors', isNumber: true },
    { name: 'Held', isNumber: true },
    { name: 'To correct', isNumber: true },
    { name: 'Not checked', isNumber: true },
  ],
}

export const practices: typeof French.practices = {
  description: 'Good practices of quality and security, with their thresholds.',
  finding: ({ established, all }) =>
    all === 0 ? 'No practice was checked yet' : `${established} of ${all} good ${plural(all, 'practice')} established`,
  lead: (day) =>
    `Data of ${day}, over the repositories where the practice makes sense. The share counts those that could be checked.`,
  practices: 'Good practices',
  thresholds: ({ established, advancing }) =>
    `Established from ${established} of the repositories checked, advancing from ${advancing}, behind below that.`,
  heads: [
    { name: 'Practice' },
    { name: 'Standing' },
    { name: 'Share', isNumber: true },
    { name: 'Held', isNumber: true },
    { name: 'To correct', isNumber: true },
    { name: 'Excepted', isNumber: true },
    { name: 'Not checked', isNumber: true },
  ],
  standing: {
    established: 'Established',
    advancing: 'Advancing',
    behind: 'Behind',
    'not-applicable': 'Not applicable',
    unknown: 'Unknown',
  },
  names: {
    license: 'Licence present and recognised',
    readme: 'A README',
    contributing: 'Guide for contributors',
    changes: 'Changes told',
    tests: 'Automated tests',
    checks: 'Automatic checks',
    updates: 'Updates proposed by a tool',
    'security-policy': 'Security policy',
    secrets: 'No secret in files',
    alerts: 'Vulnerability alerts on',
    review: 'Review required before a merge',
    protection: 'Main branch protected',
    reviewers: 'Reviewers named (CODEOWNERS)',
    reuse: 'Licence and rights of every file (REUSE)',
    spdx: 'Licence headers (SPDX)',
    publiccode: 'A publiccode.yml sheet',
    'bill-of-materials': 'Bill of materials (SBOM)',
    advisories: 'Security advisories, opened and closed',
  },
  unlooked: 'What is not looked at',
  unlookedText:
    'No rule looks for a bill of materials, and security advisories are not collected, opened or closed: how they stand is unknown, which is not zero.',
}

export const inventory: typeof French.inventory = {
  description: 'Third-party components in use: version, licence, upkeep, uses, plan B.',
  finding: ({ planned, asked }) => {
    if (asked === 0) return 'No third-party component asks for a plan B'
    const those = `${asked} third-party ${plural(asked, 'component that asks', 'components that ask')} for one`
    if (planned === null) return `Plans B are not known for ${those}: no register is kept`
    return `${planned} ${plural(planned, 'plan B is', 'plans B are')} written for ${those}`
  },
  lead: (day) =>
    `Data of ${day}. A plan B is expected for what ships or runs with components. Licences are those that were read: an indication, not advice.`,
  file: 'All of it as CSV',
  none: 'No third-party component is known: no build file was read, and no register.',
  groups: {
    overdue: 'Plan B to be reviewed',
    'in-service': 'In service, without a plan B',
    ships: 'Shipped with components, without a plan B',
    unknown: 'In service or shipped, plan B not known',
    planned: 'Plan B up to date',
    'none-needed': 'Tools of the build and options',
  },
  groupNotes: {
    overdue: 'The day of their review is past.',
    'in-service': 'The register says where they serve; nobody wrote down what would be done without them.',
    ships: 'The most used first.',
    unknown: 'No register of plans B is kept (registers.fallbacks): what is not known is not lacking.',
    planned: 'What would be done is written, and its review is to come.',
    'none-needed': 'They do not go into service: no plan B is expected.',
  },
  unfold: (count) => `Show all ${count}`,
  heads: [
    { name: 'Third-party component', isNumber: false },
    { name: 'Versions asked for', isNumber: false },
    { name: 'Licence read', isNumber: false },
    { name: 'Last release', isNumber: false },
    { name: 'Uses', isNumber: false },
    { name: 'Fallback', isNumber: false },
  ],
  anyVersion: 'without a version',
  behind: 'a later version exists',
  notKnown: 'not known',
  components: (count) => `${count} ${plural(count, 'component')}`,
  noPlan: 'None',
  inPacks: (count, names) => `in the ${plural(count, 'pack')} ${names}`,
  planUnknown: 'not known',
  effort: { days: 'some days', weeks: 'some weeks', months: 'some months', years: 'years' },
  risk: { low: 'low risk', medium: 'medium risk', high: 'high risk' },
  review: (day, isOverdue) => (isOverdue ? `to be reviewed since ${day}` : `to be reviewed on ${day}`),
}

export const migration: typeof French.migration = {
  description: 'How far the move to version 8 of the core has come, component by component.',
  finding: ({ done, all }) =>
    all === 0 ? 'No component depends on the core' : `${done} of ${all} ${plural(all, 'component')} on version 8`,
  lead: (day) =>
    `Data of ${day}. In each group, those that unblock the most come first. The rules that each has to meet: parvis inventory migration.`,
  states: { migrated: 'On version 8', free: 'May start', blocked: 'Held back', unknown: 'Not known' },
  notes: {
    migrated: 'On the new version, whether the rules of the move hold or not.',
    free: 'All that they need is on version 8 already.',
    blocked: 'They wait for one component at least.',
    unknown: 'Their version, or that of what they ask for, cannot be read.',
  },
  heads: [
    { name: 'Component' },
    { name: 'Line' },
    { name: 'Unblocks', isNumber: true },
    { name: 'Dependents', isNumber: true },
  ],
  blockedHeads: [
    { name: 'Component' },
    { name: 'Line' },
    { name: 'Held back by' },
    { name: 'Unblocks', isNumber: true },
    { name: 'Dependents', isNumber: true },
  ],
}

export const watch: typeof French.watch = {
  description: 'Components in use and at risk, components without an owner, code that could be published.',
  finding: (count, unknown) =>
    count === 0
      ? unknown === 0
        ? 'No component in use is to be watched'
        : 'Components to be watched: not all is known'
      : `${count} ${plural(count, 'component in use is', 'components in use are')} to be watched`,
  lead: (day) => `Data of ${day}. In use: another component or a service pack needs it. Each line says its reason.`,
  watched: 'To be watched',
  watchedNote: 'The gravest reason first, then those that the most rests on.',
  none: 'Nothing in use is dormant, archived, obsolete or without an owner.',
  unknown: (count) =>
    `${count} ${plural(count, 'component', 'components')} of which it is not known whether ${count === 1 ? 'it is' : 'they are'} used or alive: what had to be read was not.`,
  heads: [
    { name: 'Component' },
    { name: 'Why' },
    { name: 'State' },
    { name: 'Last activity' },
    { name: 'Dependents', isNumber: true },
    { name: 'In packs', isNumber: true },
  ],
  reasons: {
    'obsolete-used': 'Obsolete, still used',
    'archived-used': 'Archived, still used',
    'dormant-used': 'Dormant, still used',
    'quiet-used': 'Quiet, still used',
    'ownerless-used': 'Without an owner',
  },
  replacedBy: (name) => `replaced by ${name}`,
  ownerless: (count) => `${count} without an owner`,
  ownerlessTitle: 'Without an owner',
  noneOwn: 'Nothing says which of the collected components are ours: it is not known.',
  ownerlessToDo:
    'To do: name a role or a team, in the register of components (registers.components) or in CODEOWNERS of the repository.',
  unpublishedToDo: 'To do: publish, or write down why not in the register of openness (registers.openness).',
  ownerlessNote:
    'No role in the register of components, no reviewers named in the repository (CODEOWNERS). Roles and teams, never persons.',
  noOwnerless: 'A role or a team answers for every component.',
  ownerUnknown: (count) =>
    `${count} ${plural(count, 'component')} of which that is not known: what had to be read was not read.`,
  unpublished: 'Code that could be published',
  unpublishedNote: 'Components of ours that not everybody can read.',
  noUnpublished: 'All that was collected can be read by everybody already.',
  readersUnknown: (count) => `${count} ${plural(count, 'component')} of which it is not known who can read it.`,
}
