import type { ScorecardState } from '#data/model/governance.ts'
import type { AssessedActivity } from '#policies/ggi/assessment.ts'
import { STATE_LABELS } from '#policies/ggi/board-labels.ts'
import { csvText } from './blocks.ts'
import type { Shown } from './governance.ts'

type Rows = readonly (readonly (string | number)[])[]

/** The three files that My GGI Board gives, in its columns: whoever reads a board reads these, `parvis ggi import` among them. */
export function boardCsv(activities: readonly AssessedActivity[], shown: Shown): Readonly<Record<string, string>> {
  return {
    'issues.csv': csvText(
      ['issue_id', 'activity_id', 'state', 'title', 'labels', 'updated_at', 'url', 'tasks_total', 'tasks_done'],
      activities.map((activity) => issueRow(activity, shown)),
    ),
    'tasks.csv': csvText(['issue_id', 'state', 'task'], activities.flatMap(taskRows)),
    'labels_hist.csv': csvText(
      ['time', 'issue_id', 'event_id', 'type', 'author', 'action', 'url'],
      activities.flatMap((activity) => eventRows(activity, shown)),
    ),
  }
}

function issueRow({ id, goal, state, scorecard }: AssessedActivity, { method, language }: Shown): Rows[number] {
  const about = method.activities.find((one) => one.id === id)
  const objectives = scorecard?.objectives ?? []
  const labels = [
    STATE_LABELS[language][state],
    method.goals.find((one) => one.id === goal)?.title[language] ?? goal,
    ...(about?.roles ?? []).map((role) => method.roles.find((one) => one.id === role)?.title[language] ?? role),
  ]
  const url = `${method.handbook.activityUrl}${about?.slug ?? ''}`
  const done = objectives.filter((one) => one.done).length
  const day = scorecard?.closed ?? scorecard?.started
  const changed = day === undefined ? '' : midnight(day)
  return [id, id, 'opened', about?.title[language] ?? id, labels.join(','), changed, url, objectives.length, done]
}

function taskRows({ id, scorecard }: AssessedActivity): Rows {
  return (scorecard?.objectives ?? []).map(({ text, done }) => [id, done ? 'completed' : 'open', text])
}

/** Days on which an iteration began and ended; nobody is named. */
function eventRows({ id, state, scorecard }: AssessedActivity, { language }: Shown): Rows {
  const event = (day: string | undefined, to: ScorecardState): Rows =>
    day === undefined ? [] : [[midnight(day), id, '', 'label', '', `labeled ${STATE_LABELS[language][to]}`, '']]
  return [
    ...event(scorecard?.started, 'in-progress'),
    ...event(scorecard?.closed, state === 'in-progress' ? 'done' : state),
  ]
}

function midnight(day: string): string {
  return `${day}T00:00:00Z`
}
