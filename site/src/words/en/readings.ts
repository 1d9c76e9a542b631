import { englishPlural as plural } from '#data/model/plural.ts'
import type * as French from '../fr/readings.ts'
import type { Counted } from '../sentences.ts'

export const readings: typeof French.readings = {
  over: (from, to) => (from === to ? `In ${from}` : `From ${from} to ${to}`),
  told: (during, parts) => `${during}, ${listed(parts)}.`,
  flow: {
    'change-requests': {
      opened: (of) => `${counted(of, 'change request was opened', 'change requests were opened')}`,
      merged: (of) => `${of.text} merged`,
      closed_unmerged: (of) => `${of.text} closed without a merge`,
    },
    issues: {
      opened: (of) => `${counted(of, 'issue or request was opened', 'issues and requests were opened')}`,
      closed: (of) => `${of.text} closed`,
    },
    commits: {
      commits: (of) =>
        `${counted(of, 'change of the code was recorded', 'changes of the code were recorded')} by people`,
      release_commits: (of) => `${of.text} by a tool that releases versions (not counted here)`,
      bot_commits: (of) => `${of.count === 0 ? 'none' : of.text} by robots`,
    },
    'author-groups': {
      inside: (of) => `${counted(of, 'change request comes', 'change requests come')} from the authority itself`,
      contractor: (of) => `${of.text} from its contractors`,
      outside: (of) => `${of.text} from outside`,
      unknown: (of) => `${of.text} from people of whom it is not known where they write from`,
      bot: (of) => `${of.count === 0 ? 'none' : of.text} from robots (beside the total)`,
    },
  },
  waited: ({ during, half, most }) =>
    `${during}, half of the cases took ${half} at most${most === undefined ? '' : `, and nine cases in ten ${most} at most`}.`,
  withDays: (working, days) => `${working} (${days} on the calendar)`,
  settled: (of) => `This is reckoned from ${counted(of, 'case that ended', 'cases that ended')}.`,
  range: ({ least, leastIn, most, mostIn }) =>
    `The lowest share of the period is ${least} (${leastIn}), the highest ${most} (${mostIn}).`,
  steady: (share) => `The share is ${share} all through the period.`,
  of: (during, part, whole) => `${during}, that is ${part.text} of ${whole}.`,
  fateUnknown: (share) => `What became of ${share} of the change requests that ended is not known.`,
  contributors: {
    active: (of) => `${counted(of, 'person', 'people')} contributed`,
    new: (of) => `${of.text} for the first time`,
    drifting: (of) =>
      of.count === 0
        ? 'nobody else drifts away'
        : `${counted(of, 'other drifts', 'others drift')} away after months of silence`,
  },
  waiting: (age) => `Half of them have waited less than ${age}, the other half longer.`,
  oldest: (age) => `The oldest has waited for ${age}.`,
  absence: {
    commit: (factor, of) =>
      `half of the changes of the code ${plural(factor.count, 'come from one person', `come from ${factor.text} people`)} of ${of}`,
    'change-request': (factor, of) =>
      `half of the change requests ${plural(factor.count, 'comes from one person', `comes from ${factor.text} people`)} of ${of}`,
  },
  diversity: (commits, contributors) =>
    `Counted are ${commits} commits of ${counted(contributors, 'person', 'people')}.`,
  affiliationUnknown: (share) => `For ${share} of the commits the organisation is not known.`,
  communities: {
    'issue-authors': (of) => `${counted(of, 'person', 'people')} opened an issue or a request`,
    'commit-authors': (of) => `${of.text} wrote code`,
    'change-request-authors': (of) => `${of.text} proposed a change`,
    'translation-authors': (of) => `${of.text} translated`,
  },
  inTwelveMonths: 'In twelve months',
  halfYear: (of) => `${counted(of, 'release is', 'releases are')} less than six months old.`,
  gap: (age) => `The median gap between two releases of one component is ${age}.`,
  rows: (parts) => `In detail: ${listed(parts)}.`,
  rest: (parts) => `Then come: ${listed(parts)}.`,
  bracketed: (name, value) => `${name} (${value})`,
  adoption: {
    'in-service': (of) => `${counted(of, 'organisation')} in service`,
    testing: (of) => `${of.text} testing`,
    stopped: (of) => `${of.text} that stopped`,
    unknown: (of) => `${of.text} whose state is not known`,
  },
  isAdopted: (parts) => `The register counts ${listed(parts)}.`,
  migration: {
    migrated: (of) => `${counted(of, 'component has', 'components have')} moved to generation 8`,
    free: (of) => `${of.text} may start`,
    blocked: (of) => `${of.text} ${plural(of.count, 'waits', 'wait')} for another component`,
    unknown: (of) => `the state of ${of.text} is not known`,
  },
  stands: (parts) => `On the day of the data, ${listed(parts)}.`,
  takenOver: 'A change request taken over by hand went into the code in another form: it was not refused.',
  untold: (of) => `Of ${counted(of, 'change request')} nothing tells why it was closed.`,
}

function counted({ count, text }: Counted, one: string, many?: string): string {
  return `${text} ${plural(count, one, many)}`
}

/** Parts with commas of their own are told apart by semicolons. */
function listed(parts: readonly string[]): string {
  if (parts.some((part) => /,\s/u.test(part))) return parts.join('; ')
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
