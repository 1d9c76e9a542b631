import type { Governance } from '../loaders/ggi.ts'
import type { CountedEvidence } from '../loaders/ggi-evidence.ts'
import { csv } from './csv.ts'
import { json } from './data-files.ts'

/** One line an activity for the public, one line a point inside; each says whose method it is. */
export function governanceFile(governance: Governance, kind: 'csv' | 'json'): string {
  const { method, asOf, activities, goals } = governance
  const { version, url, license } = method.handbook
  const attribution = `OSPO Alliance, Good Governance Handbook ${version}, ${license}, ${url}; verification points in the words of Parvis`
  const goalOf = (id: string) => goals.find((goal) => goal.activities.some((one) => one.id === id))?.id ?? ''
  if (kind === 'json') {
    const listed = activities.map(({ id, title, state, scope, objectives, scorecard, points }) => ({
      ...{ id, title, goal: goalOf(id), state, scope, objectives },
      ...(scorecard === undefined ? {} : { owner: scorecard.owner }),
      ...(points.length === 0 ? {} : { points }),
    }))
    return json({ asOf, handbookVersion: version, attribution, activities: listed })
  }
  if (activities.every(({ points }) => points.length === 0)) {
    const rows = activities.map(({ id, title, state, scope }) => {
      return [id, title.fr, title.en, goalOf(id), state, scope, attribution]
    })
    return csv(['activity', 'title_fr', 'title_en', 'goal', 'state', 'scope', 'attribution'], rows)
  }
  return csv(
    ['point', 'goal', 'asks_fr', 'asks_en', 'kind', 'value', 'source', 'measured', 'declared', 'until', 'attribution'],
    activities.flatMap(({ id, points }) =>
      points.map(({ id: point, asks, kind: how, value, source, measured, declared }) => [
        ...[point, goalOf(id), asks.fr, asks.en, how, value, source, measured],
        ...[declared?.value ?? null, declared?.until ?? null, attribution],
      ]),
    ),
  )
}

/** Every row behind an evidence, what does not hold first. */
export function evidenceFile({ rows }: CountedEvidence): string {
  return csv(
    ['subject', 'state', 'detail', 'as_of'],
    rows.map(({ subject, state, detail, asOf }) => [subject, state, detail, asOf]),
  )
}
