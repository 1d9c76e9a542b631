import { englishCount } from '../../model/plural.ts'
import { FAILURE_WORDS } from '../../reference/failure-words.ts'
import type { ReportWords } from './words.ts'

const s = (count: number) => (count === 1 ? '' : 's')
const is = (count: number) => (count === 1 ? 'is' : 'are')

export const EN: ReportWords = {
  colon: ': ',
  semicolon: '; ',
  unknown: 'not known',
  unknownShort: 'n.k.',
  kinds: { week: 'Report of the week', month: 'Report of the month', year: 'Report of the year', since: 'Report' },
  spanned: (from, to) => `from ${from} to ${to}`,
  before: { week: 'the week before', month: 'the month before', year: 'the year before', since: 'the period before' },
  result: ({ reached, targets, behind, unknown }) =>
    targets === 0
      ? 'No target is set'
      : [
          `${numeral(reached)} target${s(reached)} reached of ${small(targets)}`,
          ...(behind === 0 ? [] : [`${small(behind)} behind`]),
          ...(unknown === 0 ? [] : [`${small(unknown)} without a known value`]),
        ].join('; '),
  scope: ({ repositories, organisations }) =>
    `Scope: ${repositories} ${repositories === 1 ? 'repository' : 'repositories'}, ${organisations} organisation${s(organisations)}`,
  dataOf: (day) => `data of ${day}`,
  nothingCollected: 'Nothing was collected yet: no figure is known. Run "parvis collect" first.',
  isPartial: (day) => `First collected on ${day}: of what came before, the host may not have told everything.`,
  decisions: {
    title: 'Last decisions',
    none: 'The register tells of no decision up to this date.',
    absent: 'No register of decisions is kept: what was decided is not known.',
    decided: (day, body) => `decided on ${day}, ${body}`,
    undone: (due) => (due === null ? 'to be done, without a date' : `to be done before ${due}`),
    done: (day) => `done on ${day}`,
    noDeadline: 'nothing to follow',
  },
  open: {
    title: 'Decisions awaited, by the register',
    none: 'The register tells of no open question and of no decision left to carry out.',
    asked: (day, body) => `Asked on ${day}, ${body}`,
    late: (due) => `was due on ${due}`,
    due: (due) => `due on ${due}`,
  },
  changes: {
    title: 'What changed',
    others: (count) => `and ${count} more`,
    against: (before, period) => `, against ${before} ${period}`,
    quiet: (kinds) => `No change: ${kinds}.`,
    unread: (kinds) => `Not known, or nothing to compare: ${kinds}.`,
    nouns: {
      releases: 'releases',
      adopters: 'adopters',
      repositories: 'repositories created',
      archived: 'repositories archived',
      waivers: 'dated exceptions',
      opened: 'change requests opened',
      merged: 'change requests merged',
      'first-outside': 'first contributions from outside',
      rules: 'rules',
      conformity: 'conformity',
      governance: 'GGI',
    },
    same: (period) => `, as in ${period}`,
    beforeUnknown: {
      week: '; the week before is not known',
      month: '; the month before is not known',
      year: '; the year before is not known',
      since: '; the period before is not known',
    },
    counted: {
      releases: ['No version released', 'version released', 'versions released'],
      adopters: ['No adopter declared', 'adopter declared', 'adopters declared'],
      repositories: ['No repository created', 'repository created', 'repositories created'],
      archived: ['No repository archived', 'repository archived', 'repositories archived'],
      waivers: ['No dated exception ended', 'dated exception that ended', 'dated exceptions that ended'],
      opened: ['No change request opened', 'change request opened', 'change requests opened'],
      merged: ['No change request merged', 'change request merged', 'change requests merged'],
    },
    unknown: {
      releases: 'Releases: not known, what was read of them does not go that far',
      adopters: 'Adopters: not known, no register is kept',
      repositories: 'Repositories created: not known, no host told it',
      archived: 'Repositories archived: not known, no host told it',
      waivers: 'Dated exceptions: not known, nothing was judged',
      opened: 'Change requests opened: not known, they were not read',
      merged: 'Change requests merged: not known, they were not read',
      'first-outside': 'First contributions from outside: not known, change requests were not read',
      rules: 'Rules: nothing to compare, no judgement before the period began',
      conformity: 'Conformity: nothing to compare, no judgement before the period began',
      governance: 'GGI: nothing to compare, no assessment was kept before the period began',
    },
    outside: (count) => `, ${count} of them from outside`,
    outsideBefore: (count) => ` (${count})`,
    firstOutside: (count) =>
      count === 0
        ? 'Nobody from outside proposed something for the first time'
        : `${count} ${count === 1 ? 'person' : 'people'} from outside proposed something for the first time`,
    rules: (count) =>
      count === 0
        ? 'No rule counts differently'
        : `${count} rule${s(count)} ${count === 1 ? 'counts' : 'count'} differently`,
    rule: ({ code, toCorrect, judged, toCorrectBefore, judgedBefore }) =>
      `${code}: ${toCorrect} ${toCorrect === 1 ? 'repository' : 'repositories'} to correct of ${judged}, against ${toCorrectBefore} of ${judgedBefore}`,
    turned: (from, to) => `from severity "${from}" to "${to}"`,
    severities: { error: 'error', warning: 'warning', info: 'information' },
    conformity: 'Share of rules held, by pack',
    pack: (pack, held, before) => `${pack}: ${held}, against ${before}`,
    governance: (count) =>
      count === 0
        ? 'GGI: nothing changed between the assessments that were kept'
        : `GGI: ${count} ${count === 1 ? 'activity' : 'activities'} changed`,
    activity: (title, { met, points, metBefore }) =>
      `${title}: ${met} point${s(met)} of ${points}, against ${metBefore}`,
    items: {
      release: (component, version) => `${component} ${version} released`,
      adopter: (organisation, component, state) => `${organisation} reuses ${component} (${state})`,
      repository: (component) => `Repository ${component} created`,
      archived: (component, successor) =>
        `Repository ${component} archived${successor === null ? '' : `, replaced by ${successor}`}`,
      waiver: (component, code) => `Exception to ${code} ended for ${component}`,
    },
    adopterStates: { testing: 'testing', 'in-service': 'in service', stopped: 'stopped', unknown: 'state not known' },
  },
  targets: {
    title: 'Against targets',
    none: 'No target is set in parvis.yaml (key "targets"): figures are given without a state.',
    head: ['Indicator', 'Value', 'Target', 'State', 'In a month'],
    of: (part, whole) => `${part} of ${whole}`,
    cases: (count) => `${count} case${s(count)}`,
    rolling: (month) => `twelve months up to ${month}`,
    month: (month) => month,
    today: (day) => `on ${day}`,
    bound: { 'at-least': (value) => value, 'at-most': (value) => `${value} or less` },
    by: (target, day) => `${target} by ${day}`,
    noTarget: 'no target',
    unchanged: 'unchanged',
    states: {
      reached: 'Reached',
      'to-watch': 'To watch',
      behind: 'Behind',
      unknown: 'Not known',
      'no-target': 'No target',
    },
    points: (value, size) => `${value} point${size === 1 ? '' : 's'}`,
    days: (value) => `${value} d`,
    rule: 'Rule: "to watch" where at most a sixth of the target is lacking and its day has not passed; "behind" beyond that. A value that is not known has no state.',
    series: 'Twelve months',
    seriesNote: '"n.k.": not known; an asterisk marks a value taken from the register of readings.',
  },
  proposals: {
    title: 'What needs a decision',
    note: 'Proposed by Parvis from the data; the reason follows.',
    none: 'Nothing in the data asks for a decision.',
    over: 'What waits is known of the day of the data alone: nothing is proposed for a period that is over.',
    heads: {
      'over-promise': 'Answer contributions beyond the promise',
      'waivers-ending': 'Extend or lift exceptions',
      'without-plan': 'Choose a plan B',
      'plans-overdue': 'Review plans B',
      blocking: 'Entrust a component that holds up others',
      'target-passed': 'Renew, move or drop a target',
      'to-reconfirm': 'Reconfirm adopters',
      'requests-overdue': 'Follow up requests',
      'facts-due': 'Review published facts',
    },
    overPromise: ({ count, workingDays, longest }) =>
      `${count} contribution${s(count)} from elsewhere ${count === 1 ? 'has' : 'have'} waited for a first answer for more than ${englishCount(workingDays, 'working day')}; the oldest for ${longest}.`,
    waivers: (count, first) =>
      `${count} dated exception${s(count)} ${count === 1 ? 'ends' : 'end'} within thirty days, the first on ${first}.`,
    withoutPlan: ({ brick, components, assemblies }, since) =>
      `${brick} is used in ${components} component${s(components)}${assemblies === 0 ? '' : ` and ${assemblies} service pack${s(assemblies)}`}, without a written plan B${since === null ? '' : `; last version on ${since}`}.`,
    plans: (count) => `The review of ${count} plan${s(count)} B is overdue.`,
    blocking: ({ component, unblocks, left }) =>
      `${component} may migrate; ${unblocks} of the ${left} components that are left wait for it.`,
    targetPassed: (title, value, target) => `${title}: ${value}, the target was ${target}.`,
    reconfirm: (count) =>
      `${count} adopter${s(count)} not confirmed for twenty-four months, or about to be within thirty days.`,
    requests: (count) => `The next step of ${count} request${s(count)} is overdue.`,
    facts: (count) => `The day to review ${count} fact${s(count)} has passed.`,
  },
  governance: {
    title: 'Good governance (GGI)',
    none: 'No assessment: nothing was read yet.',
    over: 'How things stand today is told in the current report alone.',
    summary: ({ handbook, met, points, measured, declared, unknown }) =>
      `Handbook ${handbook}: ${met} of ${points} verification points hold, ${measured} of them measured and ${declared} declared; ${unknown} ${is(unknown)} not known.`,
    states: {
      'not-selected': 'not selected',
      'in-progress': 'in progress',
      done: 'done',
      continuous: 'continuous',
      'not-applicable': 'not applicable',
      blocked: 'blocked',
    },
    counts: (counts) => `Activities by state: ${counts}.`,
    head: ['Activity', 'State', 'Points'],
    credit: 'Method of the OSPO Alliance, CC BY 4.0; wording by Parvis.',
  },
  quality: {
    title: 'Data quality',
    head: ['Reading', 'Whole', 'In part', 'Not read'],
    streams: { 'change-requests': 'Change requests', issues: 'Issues', commits: 'Commits', tree: 'Files' },
    failed: (collector, scope, day) =>
      `Collection ${collector} of ${scope} did not end; ${day === null ? 'none ever did' : `the last whole one is of ${day}`}.`,
    noneFailed: 'Every collection ended the last time it ran.',
    gap: (kind, reason, count) => `${count} reading${s(count)} failed: ${kind}, ${reason}.`,
    reasons: FAILURE_WORDS.en,
    registers: (told) => `Registers that are kept: ${told}.`,
    register: (title, lines) => (lines === null ? `${title} absent or empty` : `${title} ${lines} line${s(lines)}`),
    judged: (day) => (day === null ? 'No judgement by the rules was kept.' : `Last judged by the rules on ${day}.`),
    figures: 'Where the figures come from',
    figure: (title, source, day, read) => `${title}: ${source} On ${day}${read}.`,
    read: (complete, repositories) => `, ${complete} of ${repositories} repositories read to the end`,
    short: (complete, repositories, failed) =>
      `${complete} of ${repositories} repositories read to the end; ${failed === 0 ? 'no collection left unfinished' : `${failed} collection${s(failed)} left unfinished`}.`,
  },
}

const NUMERALS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

function small(count: number): string {
  return NUMERALS[count] ?? String(count)
}

function numeral(count: number): string {
  const word = small(count)
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`
}
