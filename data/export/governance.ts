import type { PublishedActivity, PublishedGovernance, PublishedPoint, ScorecardState } from '../model/governance.ts'
import type { ExportScope, ExportTable } from './export-table.ts'

/** A file for the public tells what is done and what comes next: no owner, no day, no point, no number. */
export function governanceTables(
  governance: PublishedGovernance | undefined,
  profile: ExportScope['profile'],
): readonly ExportTable[] {
  if (governance === undefined) return []
  const { activities } = governance
  const open: readonly ExportTable[] = [
    { table: 'ggi_activity', rows: activities.map(activityRow) },
    {
      table: 'ggi_objective',
      rows: activities.flatMap(({ id, objectives }) =>
        objectives.map(({ text, isDone }, index) => ({
          ...{ activity: id, position: index + 1, objective: text, is_done: isDone ? 1 : 0 },
        })),
      ),
    },
  ]
  return profile === 'public' ? open : [...open, ...internalTables(governance)]
}

/** The method itself knows three states; the others are how an office works inside. */
const METHOD_STATES: Readonly<Record<ScorecardState, string>> = {
  'not-selected': 'not-selected',
  'in-progress': 'in-progress',
  done: 'done',
  continuous: 'in-progress',
  blocked: 'in-progress',
  'not-applicable': 'not-selected',
}

/** The state of an activity in the words of the method. */
export function methodState(state: ScorecardState): string {
  return METHOD_STATES[state]
}

function activityRow({ id, goal, state, scope }: PublishedActivity, index: number) {
  return { activity: id, position: index + 1, goal, state: methodState(state), scope }
}

function internalTables(governance: PublishedGovernance): readonly ExportTable[] {
  const { activities, points, deadlines, evidence, history, suggestions } = governance
  return [
    {
      table: 'ggi_scorecard',
      rows: activities.flatMap(({ id, state, scorecard }) =>
        scorecard === null ? [] : [{ activity: id, state, ...scorecard }],
      ),
    },
    { table: 'ggi_point', rows: points.map(pointRow) },
    {
      table: 'ggi_difference',
      rows: points.flatMap(({ id, differences }) => differences.map((difference) => ({ point: id, difference }))),
    },
    { table: 'ggi_deadline', rows: deadlines.map((deadline, index) => ({ position: index + 1, ...deadline })) },
    {
      table: 'ggi_evidence',
      rows: evidence.map(({ id, met, unmet, unknown, asOf }) => ({ evidence: id, met, unmet, unknown, as_of: asOf })),
    },
    { table: 'ggi_evidence_row', rows: evidence.flatMap(evidenceRows) },
    {
      table: 'ggi_history',
      rows: history.map(({ assessedAt, confirmedAt, goal, counts }) => ({
        ...{ assessed_at: assessedAt, goal, confirmed_at: confirmedAt, met: counts.met, partly: counts.partly },
        ...{ unmet: counts.unmet, not_applicable: counts['not-applicable'], unknown: counts.unknown },
      })),
    },
    {
      table: 'ggi_suggestion',
      rows: suggestions.map(({ activity, after, metAlready, points: of }, index) => ({
        ...{ position: index + 1, activity, after: after.join(' '), met_already: metAlready, points: of },
      })),
    },
  ]
}

function pointRow({ id, activity, kind, value, source, measured, declared, before }: PublishedPoint) {
  return {
    ...{ point: id, activity, position: Number(id.split('.P')[1]), kind, value, source, measured },
    ...{ declared: declared?.value ?? null, declared_by: declared?.by ?? null, declared_on: declared?.on ?? null },
    ...{ declared_until: declared?.until ?? null, is_expired: declared?.isExpired === true ? 1 : 0 },
    ...{ note: declared?.note ?? null, link: declared?.link ?? null, before },
  }
}

const FIRST = ['unmet', 'unknown', 'met', 'not-applicable'] as const

/** What does not hold comes first: it is what somebody has to look at. */
function evidenceRows({ id, rows }: PublishedGovernance['evidence'][number]) {
  const sorted = FIRST.flatMap((state) => rows.filter((row) => row.state === state))
  return sorted.map(({ subject, state, detail, asOf }, index) => ({
    ...{ evidence: id, position: index + 1, subject, state, detail, as_of: asOf },
  }))
}
