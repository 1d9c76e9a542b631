import type { ScorecardState } from '#data/model/governance.ts'
import { stateOfLabel } from './board-labels.ts'
import { boardSections } from './board-sections.ts'
import type { Activity, Method } from './method.ts'

/** An issue of a My GGI Board, whichever of its exports or hosts told of it. */
export interface BoardIssue {
  /** Its number or its id: exports mix the two. */
  readonly ids: readonly string[]
  /** As the export says; often empty, for bodies of an older or translated handbook. */
  readonly activity: string
  readonly title: string
  readonly body: string
  readonly isClosed: boolean
  readonly labels: readonly string[]
  /** Day, YYYY-MM-DD. */
  readonly closedOn: string | undefined
}

export interface BoardTask {
  /** Id of an activity, or of an issue. */
  readonly of: string
  readonly text: string
  readonly isDone: boolean
}

export interface BoardEvent {
  readonly of: string
  readonly day: string
  /** The label that was put on; what was taken off is not told. */
  readonly label: string
}

export interface Board {
  readonly issues: readonly BoardIssue[]
  readonly tasks: readonly BoardTask[]
  readonly events: readonly BoardEvent[]
}

/** Fields of a new scorecard. */
export interface Draft {
  readonly activity: string
  readonly state: ScorecardState
  readonly started?: string | undefined
  readonly closed?: string | undefined
  readonly scope?: string | undefined
  readonly why?: string | undefined
  readonly notes?: string | undefined
  readonly objectives: readonly { readonly text: string; readonly done: boolean }[]
}

export interface BoardImport {
  readonly drafts: readonly Draft[]
  /** What no activity could be found for, or what was there twice: each with why. */
  readonly unplaced: readonly { readonly what: string; readonly why: 'no-activity' | 'twice' | 'no-state' }[]
}

/** Titles that an activity had in an earlier handbook. */
const FORMER_TITLES: Readonly<Record<string, string>> = { 'hr perspective': 'GGI-A-28' }

/** Turns a board into scorecards, closed issues too; nothing that cannot be placed is passed over in silence. */
export function importBoard({ issues, tasks, events }: Board, method: Method): BoardImport {
  const drafts = new Map<string, Draft>()
  const unplaced: BoardImport['unplaced'][number][] = []
  const placedTasks = new Set<BoardTask>()
  for (const issue of issues) {
    const activity = activityOf(issue, method)
    if (activity === undefined) unplaced.push({ what: issue.title, why: 'no-activity' })
    else if (drafts.has(activity)) unplaced.push({ what: issue.title, why: 'twice' })
    else {
      const own = tasks.filter(({ of }) => of === activity || issue.ids.includes(of))
      for (const task of own) placedTasks.add(task)
      const state = stateOf(issue)
      if (state === undefined) unplaced.push({ what: issue.title, why: 'no-state' })
      const history = events.filter(({ of }) => issue.ids.includes(of))
      drafts.set(activity, draftOf(issue, { activity, state: state ?? 'not-selected', tasks: own, history }))
    }
  }
  // Tasks of an activity whose issue was not exported: the export leaves out those that are closed.
  for (const [activity, own] of Map.groupBy(
    tasks.filter((task) => !placedTasks.has(task)),
    ({ of }) => of,
  )) {
    const isKnown = method.activities.some(({ id }) => id === activity) && !drafts.has(activity)
    if (isKnown) {
      drafts.set(activity, {
        activity,
        state: 'done',
        objectives: own.map(({ text, isDone }) => ({ text, done: isDone })),
      })
    } else for (const { text } of own) unplaced.push({ what: text, why: 'no-activity' })
  }
  return { drafts: [...drafts.values()], unplaced }
}

function draftOf(
  issue: BoardIssue,
  {
    activity,
    state,
    tasks,
    history,
  }: {
    readonly activity: string
    readonly state: ScorecardState
    readonly tasks: readonly BoardTask[]
    readonly history: readonly BoardEvent[]
  },
): Draft {
  const { objectives, ...texts } = boardSections(issue.body)
  const daysOf = (wanted: ScorecardState) =>
    history
      .filter(({ label }) => stateOfLabel(label) === wanted)
      .map(({ day }) => day)
      .sort()
  const closed = state === 'done' ? (daysOf('done').at(-1) ?? issue.closedOn) : undefined
  return {
    ...{ activity, state, started: daysOf('in-progress')[0], closed },
    ...texts,
    objectives: objectives.length > 0 ? objectives : tasks.map(({ text, isDone }) => ({ text, done: isDone })),
  }
}

/** A finished activity is closed; one that was closed without having been selected was put aside. */
function stateOf({ labels, isClosed }: BoardIssue): ScorecardState | undefined {
  const named = labels.flatMap((label) => stateOfLabel(label) ?? [])[0]
  const isPutAside = named === 'not-selected' || named === 'not-applicable'
  if (isClosed && !isPutAside) return 'done'
  return named
}

/**
 * The cell of the export; else the title, as this handbook or an earlier one has it; else a line of the body such as
 * `Kennung: GGI-A-21`, whatever the language; else the one activity that the body names or links to.
 */
function activityOf({ activity, title, body }: BoardIssue, { activities }: Method): string | undefined {
  const known = (id: string | undefined) => activities.find((one) => one.id === id)?.id
  const given = known(/GGI-A-\d{2}/u.exec(activity)?.[0]) ?? known(/GGI-A-\d{2}/u.exec(title)?.[0])
  if (given !== undefined) return given
  const byTitle = FORMER_TITLES[plain(title)] ?? activities.find((one) => isTitled(one, title))?.id
  if (byTitle !== undefined) return byTitle
  const line = known(/^[^:\n]{1,40}:\s*(?:\*\*\s*)?\[?(GGI-A-\d{2})\b/mu.exec(body)?.[1])
  if (line !== undefined) return line
  const named = new Set([...body.matchAll(/GGI-A-\d{2}/gu)].map(([id]) => id))
  const linked = new Set([...body.matchAll(/\/activities\/([a-z_-]+)/gu)].map(([, slug]) => slug))
  const ids = named.size > 0 ? [...named] : activities.filter(({ slug }) => linked.has(slug)).map(({ id }) => id)
  return ids.length === 1 ? known(ids[0]) : undefined
}

function isTitled({ title, slug }: Activity, written: string): boolean {
  return [title.fr, title.en, slug.replaceAll('_', ' ')].some((one) => plain(one) === plain(written))
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('’', "'").replaceAll(/\s+/gu, ' ').trim()
}
