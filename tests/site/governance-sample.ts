import { POINT_VALUES, type PublishedGovernance, SCORECARD_STATES } from '#data/model/governance.ts'
import { pointId } from '#policies/ggi/method.ts'
import { governanceMethod } from '#policies/ggi/registry.ts'

/** Governance of an invented city: every state, every value, every difference, a date of each kind, counts of each kind. */
export function governanceSample(repositories: readonly string[]): PublishedGovernance {
  const { activities, evidence, handbook, goals } = governanceMethod()
  const at = <Item>(list: readonly Item[], index: number): Item => list[index % list.length] as Item
  const points = activities.flatMap((activity) => activity.points.map((point) => ({ activity: activity.id, point })))
  return {
    handbook: handbook.version,
    activities: activities.map(({ id, goal }, index) => {
      const state = at(SCORECARD_STATES, index)
      const isKept = state !== 'not-selected'
      return {
        ...{ id, goal, state, scope: isKept ? `Ce que couvre ${id}` : null },
        objectives: isKept
          ? [
              { text: `Premier objectif de ${id}`, isDone: true },
              { text: `Second objectif de ${id}`, isDone: false },
            ]
          : [],
        scorecard: isKept
          ? {
              ...{ file: `ggi/${id}.yaml`, owner: 'Bureau du logiciel libre', iteration: 'automne' },
              ...{ started: '2026-01-05', due: '2026-12-18', closed: null, why: 'Le conseil demande', notes: null },
            }
          : null,
      }
    }),
    points: points.map(({ activity, point: { id, kind } }, index) => ({
      ...{
        id: pointId(activity, id),
        activity,
        kind,
        value: at(POINT_VALUES, index),
        measured: at(POINT_VALUES, index),
      },
      source: kind === 'declared' ? 'declared' : 'measured',
      before: index % 7 === 0 ? at(POINT_VALUES, index + 1) : null,
      differences: index < 8 ? [at(['declared-not-measured', 'expired', 'falling', 'never-looked-at'], index)] : [],
      declared:
        index % 2 === 0
          ? {
              ...{ value: at(POINT_VALUES, index + 1), by: 'Bureau du logiciel libre', on: '2026-01-12' },
              ...{
                until: '2027-01-12',
                isExpired: index === 1,
                note: 'Dit au conseil',
                link: 'https://ville.example/x',
              },
            }
          : null,
    })),
    deadlines: activities.slice(0, 12).map(({ id }, index) => ({
      ...{
        day: `2026-12-${String(index + 1).padStart(2, '0')}`,
        kind: at(['declaration', 'objective', 'activity'], index),
      },
      ...{ activity: id, point: `${id}.P1`, objective: index % 3 === 1 ? 'Un objectif' : null },
    })),
    evidence: evidence.map(({ id }, index) => {
      const rows = index % 5 === 4 ? [] : repositories
      const state = (place: number) => at(['met', 'unmet', 'unknown', 'not-applicable'] as const, place + index)
      const count = (wanted: string) => rows.filter((_name, place) => state(place) === wanted).length
      return {
        ...{ id, met: count('met'), unmet: count('unmet'), unknown: count('unknown') },
        asOf: rows.length === 0 ? null : '2026-11-18T06:00:00Z',
        rows: rows.map((subject, place) => ({
          ...{ subject, state: state(place), detail: place % 2 === 0 ? 'LICENSE' : null, asOf: '2026-11-18T06:00:00Z' },
        })),
      }
    }),
    history: ['2026-03-01', '2026-09-01'].flatMap((day, turn) =>
      goals.map(({ id }, index) => ({
        ...{ assessedAt: `${day}T06:00:00Z`, confirmedAt: `${day}T06:00:00Z`, goal: id },
        counts: { met: turn + index, partly: 1, unmet: 2, 'not-applicable': 0, unknown: 9 },
      })),
    ),
    suggestions: [{ activity: 'GGI-A-24', after: ['GGI-A-21', 'GGI-A-22'], metAlready: 2, points: 3 }],
  }
}
