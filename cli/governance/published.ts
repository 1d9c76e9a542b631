import type { PointValue, PublishedActivity, PublishedGovernance, PublishedPoint } from '#data/model/governance.ts'
import { proseChanged } from '#data/model/prose.ts'
import type { Audience } from '#data/model/vocabulary.ts'
import { asOf as lastLearnt } from '#data/queries/as-of.ts'
import { keptAssessments, keptGoals } from '#data/queries/ggi/history.ts'
import type { Store } from '#data/store.ts'
import type { AssessedActivity, AssessedPoint, Assessment, Measured } from '#policies/ggi/assessment.ts'
import { withoutPeople } from '#policies/ggi/board-sections.ts'
import type { Method } from '#policies/ggi/method.ts'
import { governanceMethod } from '#policies/ggi/registry.ts'
import { suggestNext } from '#policies/ggi/suggest.ts'
import type { Config } from '../config.ts'
import { countRows } from './evidence.ts'
import { assessedWith, lastKept, readerFor } from './load-assessment.ts'
import { readScorecards } from './scorecard-files.ts'

/** Activities that are proposed on a page. */
const SUGGESTIONS = 5

/**
 * Governance for the pages of an audience, as it stood on the day of the data, so that the same data gives the same pages.
 * Undefined for the public until the officer says otherwise, and before anything was collected.
 */
export async function publishedGovernance(
  store: Pick<Store, 'ask'>,
  { config, audience }: { readonly config: Config; readonly audience: Audience },
): Promise<PublishedGovernance | undefined> {
  if (audience === 'public' && !config.publish.ggi) return undefined
  const [dated] = await store.ask(lastLearnt, {})
  if (dated?.as_of == null) return undefined
  const method = governanceMethod()
  const looking = { config, method, files: await readScorecards(config, method), asOf: dated.as_of.slice(0, 10) }
  const reader = readerFor(store, looking)
  const evidence: PublishedGovernance['evidence'][number][] = []
  const measured: Measured[] = []
  for (const one of method.evidence) {
    const rows = await reader.rows(one)
    const { evidence: id, ...counts } = countRows(one.id, rows)
    measured.push({ evidence: id, ...counts })
    evidence.push({ id, ...counts, rows })
  }
  const before = await lastKept(store, method)
  const assessment = assessedWith(looking, { measured, before })
  return {
    handbook: method.handbook.version,
    activities: assessment.activities.map((one) => activityOf(one, audience)),
    points: assessment.activities.flatMap(({ id, points }) => points.map((point) => pointOf(point, { id, before }))),
    deadlines: deadlinesOf(assessment),
    evidence,
    history: await historyOf(store, method),
    suggestions: suggestNext(assessment, { method, most: SUGGESTIONS }).map(({ metAlready, ...one }) => ({
      ...one,
      metAlready: metAlready.length,
    })),
  }
}

function activityOf({ id, goal, state, scorecard: card }: AssessedActivity, audience: Audience): PublishedActivity {
  const said = (held: string) => (audience === 'public' ? proseChanged(held, withoutPeople) : held)
  return {
    ...{ id, goal, state, scope: card?.scope === undefined ? null : said(card.scope) },
    objectives: (card?.objectives ?? []).map(({ text, done }) => ({ text: said(text), isDone: done })),
    scorecard: card === undefined ? null : scorecardOf(card),
  }
}

function scorecardOf(card: NonNullable<AssessedActivity['scorecard']>): NonNullable<PublishedActivity['scorecard']> {
  const { file, owner, iteration, started, due, closed, why, notes } = card
  return {
    ...{ file, owner: owner ?? null, iteration: iteration ?? null, started: started ?? null },
    ...{ due: due ?? null, closed: closed ?? null, why: why ?? null, notes: notes ?? null },
  }
}

function pointOf(
  point: AssessedPoint,
  { id: activity, before }: { readonly id: string; readonly before: ReadonlyMap<string, PointValue> },
): PublishedPoint {
  const { id, kind, value, source, measured, declared, declaredUntil, isExpired, differences } = point
  return {
    ...{ id, activity, kind, value, source, measured, differences, before: before.get(id) ?? null },
    declared:
      declared === undefined || declaredUntil === undefined
        ? null
        : {
            ...{ value: declared.value, by: declared.by, on: declared.at, until: declaredUntil, isExpired },
            ...{ note: declared.note ?? null, link: declared.link ?? null },
          },
  }
}

/** Declarations that have run out are differences: they are not said twice. */
function deadlinesOf({ activities }: Assessment): PublishedGovernance['deadlines'] {
  const none = { point: null, objective: null }
  const found = activities.flatMap(({ id: activity, scorecard, state, points }) => [
    ...points.flatMap(({ id: point, declaredUntil: day, isExpired }) =>
      day === undefined || isExpired ? [] : [{ ...none, kind: 'declaration' as const, activity, point, day }],
    ),
    ...(scorecard?.objectives ?? []).flatMap(({ text: objective, due: day, done }) =>
      day === undefined || done ? [] : [{ ...none, kind: 'objective' as const, activity, objective, day }],
    ),
    ...(scorecard?.due === undefined || !isAtWork(state)
      ? []
      : [{ ...none, kind: 'activity' as const, activity, day: scorecard.due }]),
  ])
  // Sorting is stable: what falls on one day stays in the order of the handbook.
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

function isAtWork(state: AssessedActivity['state']): boolean {
  return state === 'in-progress' || state === 'continuous' || state === 'blocked'
}

async function historyOf(store: Pick<Store, 'ask'>, method: Method): Promise<PublishedGovernance['history']> {
  const kept = new Map((await store.ask(keptAssessments, {})).map((one) => [one.id, one]))
  const known = method.goals.map(({ id }) => id)
  return (await store.ask(keptGoals, {})).flatMap((row) => {
    const about = kept.get(row.assessment)
    if (about === undefined || !known.includes(row.goal)) return []
    const { met, partly, unmet, unknown, not_applicable, goal } = row
    const counts = { met, partly, unmet, 'not-applicable': not_applicable, unknown }
    return [{ assessedAt: about.assessed_at, confirmedAt: about.confirmed_at, goal, counts }]
  })
}
