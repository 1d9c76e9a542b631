import { periodIn, periodsOf } from '../../metrics/periods.ts'
import type { ValuesOf } from '../query.ts'
import { duration } from './durations.ts'
import { RESPONSE_TO_OTHERS } from './first-responses.ts'
import { type Asking, defineMetric, type Finished } from './metric.ts'
import { FROM_CHANGE_REQUESTS, GROUP_LIMITS, NOT_FOR_APPRAISAL } from './phrases.ts'

/** Under so many cases a share says nothing. */
const LEAST_CASES = 5
const { query, behind } = duration(RESPONSE_TO_OTHERS)

export const answersInTime = defineMetric({
  id: 'answers-in-time',
  title: { fr: 'Réponses dans le délai promis', en: 'Answers within the promise' },
  definition: {
    fr: 'Part des propositions de quelqu’un qui n’est pas agent dont la première réponse est venue dans les jours ouvrés promis. Par période de dépôt ; brouillons exclus.',
    en: 'Share of the change requests of somebody who is not staff whose first response came within the promised working days. By period of opening; drafts are left out.',
  },
  formula: {
    fr: 'répondues au plus tard le dernier jour promis ÷ celles dont ce jour est passé, avec ou sans réponse ; à partir de 5 cas.',
    en: 'answered by the last promised day ÷ those whose last day is over, answered or not; from 5 cases on.',
  },
  unit: 'ratio',
  source: FROM_CHANGE_REQUESTS,
  limits: {
    fr: `La promesse d’aujourd’hui vaut pour toute la période, même faite plus tard. Ce dont on ne sait pas s’il y eut une réponse n’est pas compté. Les jours ouvrés suivent le calendrier configuré. ${GROUP_LIMITS.fr}`,
    en: `The promise of today is held against the whole period, even where it was made later. What may or may not have been answered is not counted. Working days follow the configured calendar. ${GROUP_LIMITS.en}`,
  },
  notFor: NOT_FOR_APPRAISAL,
  audience: 'public',
  streams: ['change-requests'],
  isSeries: true,
  hasGroups: true,
  isPublicTotal: true,
  publicGrains: ['quarter', 'year'],
  columns: ['grain', 'period', 'author_group', 'due', 'in_time', 'in_time_share', 'responders'],
  rules: {
    ...{ due: { audience: 'internal' }, in_time: { audience: 'internal' }, responders: { audience: 'internal' } },
    in_time_share: { persons: 'persons', workOf: 'workers', sample: { of: 'due', least: LEAST_CASES } },
  },
  query,
  finish,
  behind,
})

type Case = ValuesOf<typeof query.row>

function finish(rows: readonly Case[], asked: Asking): Finished {
  const { promise } = asked
  if (promise === undefined) return { rows: [], missing: [{ kind: 'no-promise', count: 0, names: [] }] }
  const isUnsettled = ({ seconds, is_settled }: Case) => seconds === null && is_settled === 0
  const due = rows.filter((row) => !isUnsettled(row) && promise.isDue(row.opened_epoch, asked.as_of_epoch))
  const isInTime = ({ opened_epoch, seconds }: Case) =>
    seconds !== null && promise.isKept(opened_epoch, opened_epoch + seconds)
  const groups = ['all', ...new Set(due.map(({ author_group }) => author_group))]
  const unsettled = rows.filter(isUnsettled).length
  return {
    rows: asked.grains.flatMap((grain) =>
      groups.flatMap((author_group) =>
        periodsOf({ ...asked, grain }).flatMap((period) => {
          const own = due.filter(
            (row) =>
              periodIn({ ...asked, grain }, row.month) === period &&
              (author_group === 'all' || row.author_group === author_group),
          )
          if (own.length === 0) return []
          const workers = new Set(own.flatMap(({ worker }) => worker ?? [])).size
          const inTime = own.filter(isInTime).length
          return [
            {
              ...{ grain, period, author_group, due: own.length, in_time: inTime, in_time_share: inTime / own.length },
              ...{ workers, responders: workers, persons: new Set(own.map(({ person }) => person)).size },
            },
          ]
        }),
      ),
    ),
    missing: unsettled === 0 ? [] : [{ kind: 'unsettled', count: unsettled, names: [] }],
  }
}
