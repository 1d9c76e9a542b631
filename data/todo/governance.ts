import type { PublishedGovernance } from '../model/governance.ts'
import { isDueSoon } from './evidence.ts'
import { counted, defineTodo, found, NOWHERE, textOf } from './item.ts'

const NO_SCORECARD = 'no-scorecard'
const noScorecard = () => ({
  fr: 'La gouvernance n’est pas suivie : aucune fiche de score n’est tenue',
  en: 'Governance is not followed: no scorecard is kept',
})

/** Whether somebody keeps any scorecard at all. */
function isKept(governance: PublishedGovernance | undefined): governance is PublishedGovernance {
  return governance?.activities.some(({ scorecard }) => scorecard !== null) ?? false
}

/** Declarations, objectives and activities that have run out or are about to. */
export const declarations = defineTodo({
  id: 'declaration',
  title: { fr: 'Échéances de la gouvernance', en: 'Deadlines of governance' },
  says: {
    declaration: (args) => ({
      fr: `La déclaration du point ${textOf(args, 'point')} prend fin`,
      en: `The declaration of point ${textOf(args, 'point')} runs out`,
    }),
    objective: (args) => ({
      fr: `Objectif à tenir : ${textOf(args, 'objective')}`,
      en: `Objective to meet: ${textOf(args, 'objective')}`,
    }),
    activity: () => ({ fr: 'Fin prévue de l’itération', en: 'The iteration was to end' }),
    [NO_SCORECARD]: noScorecard,
  },
  quotes: ['objective'],
  find(evidence) {
    const { governance } = evidence
    if (!isKept(governance)) return found([], [{ message: NO_SCORECARD, args: {} }])
    const expired = governance.points.flatMap(({ id, activity, declared }) =>
      declared?.isExpired === true
        ? [{ kind: 'declaration' as const, activity, point: id, objective: null, day: declared.until }]
        : [],
    )
    const due = [...expired, ...governance.deadlines].filter(({ day }) => isDueSoon(day, evidence))
    return found(
      due.map(({ kind, activity, point, objective, day }) => ({
        ...NOWHERE,
        subject: activity,
        message: kind,
        args: { activity, point: point ?? '', objective: objective ?? '' },
        since: null,
        due: day,
        command: point === null ? `parvis ggi activity ${activity}` : `parvis ggi declare ${point}`,
        place: null,
      })),
    )
  },
})

/** Activities of which what is measured and what is declared contradict each other. */
export const differences = defineTodo({
  id: 'governance',
  title: { fr: 'Écarts de la gouvernance', en: 'Differences of governance' },
  says: {
    differs: (args) => {
      const { fr, en } = counted(args, 'count', {
        fr: ['point où le mesuré et le déclaré diffèrent', 'points où le mesuré et le déclaré diffèrent'],
        en: ['point where measure and declaration differ', 'points where measure and declaration differ'],
      })
      return { fr: `${fr} : ${textOf(args, 'points')}`, en: `${en}: ${textOf(args, 'points')}` }
    },
    [NO_SCORECARD]: noScorecard,
  },
  find({ governance }) {
    if (!isKept(governance)) return found([], [{ message: NO_SCORECARD, args: {} }])
    const differing = governance.points.filter(
      // One that ran out is a deadline.
      ({ differences: all, declared }) => all.length > 0 && declared?.isExpired !== true,
    )
    const groups = Map.groupBy(differing, ({ activity }) => activity)
    return found(
      [...groups].map(([activity, points]) => ({
        ...NOWHERE,
        subject: activity,
        message: 'differs',
        args: { activity, count: points.length, points: points.map(({ id }) => id).join(', ') },
        since: null,
        due: null,
        command: `parvis ggi activity ${activity}`,
        place: null,
      })),
    )
  },
})
