import { basename } from 'node:path'
import { daysBetween } from '../model/instant.ts'
import { problemTold } from '../problem-told.ts'
import type { RowOf } from '../queries/query.ts'
import type { todoLastRuns } from '../queries/todo/last-runs.ts'
import { counted, defineTodo, type FoundTodo, found, NOWHERE, textOf } from './item.ts'

/** A collection is meant to run every week. */
const STALE_DAYS = 8

type LastRun = RowOf<typeof todoLastRuns>

export const collections = defineTodo({
  id: 'collection',
  title: { fr: 'Collectes', en: 'Collections' },
  says: {
    failed: (args) => ({
      fr: `La dernière collecte a échoué : ${textOf(args, 'reasonFr')}`,
      en: `The last collection failed: ${textOf(args, 'reasonEn')}`,
    }),
    partial: (args) => {
      const { fr, en } = counted(args, 'problems', { fr: ['manque', 'manques'], en: ['thing is', 'things are'] })
      return {
        fr: `La dernière collecte est restée partielle, ${fr} : ${textOf(args, 'reasonFr')}`,
        en: `The last collection ended partial, ${en} missing: ${textOf(args, 'reasonEn')}`,
      }
    },
    skipped: (args) => ({
      fr: `Collecte passée, faute de moyens : ${textOf(args, 'reasonFr')}`,
      en: `Skipped, for want of means: ${textOf(args, 'reasonEn')}`,
    }),
    running: () => ({
      fr: 'Une collecte n’a pas été close : elle tourne encore, ou elle a été interrompue',
      en: 'A collection was not closed: it is still running, or it was killed',
    }),
    behind: (args) => {
      const { fr, en } = counted(args, 'days', { fr: ['jour', 'jours'], en: ['day', 'days'] })
      return { fr: `En retard de ${fr} sur les autres collectes`, en: `${en} behind the other collections` }
    },
    old: (args) => {
      const { fr, en } = counted(args, 'days', { fr: ['jour', 'jours'], en: ['day', 'days'] })
      return {
        fr: `Rien n’a été collecté depuis ${fr} : tout ce qui suit date d’alors`,
        en: `Nothing was collected for ${en}: all that follows is as it was then`,
      }
    },
  },
  find({ lastRuns, today, actualDay }) {
    const age = actualDay === null ? 0 : daysBetween(today, actualDay)
    const old =
      age < STALE_DAYS
        ? []
        : [{ ...LATE, subject: '*', message: 'old', args: { days: age }, since: today, command: 'parvis refresh' }]
    return found([...old, ...lastRuns.flatMap((run) => troubleOf(run, today))])
  },
})

const LATE = { ...NOWHERE, due: null, place: null, isLate: true } as const

function troubleOf(run: LastRun, today: string): readonly FoundTodo[] {
  const { collector, status, problems } = run
  const since = (run.ended_at ?? run.started_at).slice(0, 10)
  const item = { ...LATE, subject: subjectOf(run), since, command: commandOf(run) }
  if (status === 'complete') {
    const days = daysBetween(since, today)
    return days < STALE_DAYS ? [] : [{ ...item, message: 'behind', args: { days } }]
  }
  const args = {
    collector,
    problems,
    ...reasonOf(run),
  }
  if (status === 'failed' || status === 'partial' || status === 'running') return [{ ...item, message: status, args }]
  return [{ ...item, isLate: false, message: 'skipped', args }]
}

function reasonOf({ collector, scope, code, problem }: LastRun) {
  const { fr, en } =
    problem === null ? { fr: collector, en: collector } : problemTold({ collector, scope, code, message: problem })
  return { reasonFr: fr, reasonEn: en }
}

/** A register or a clone by the name of its file, wherever it lies. */
function subjectOf({ collector, scope }: LastRun): string {
  return `${collector} ${isOfHost(collector) ? scope : basename(scope)}`
}

function commandOf({ collector, scope }: LastRun): string {
  const owner = scope.replace(/^.*@/u, '')
  return `parvis collect ${isOfHost(collector) ? `${owner} ` : ''}--only ${collector}`
}

function isOfHost(collector: string): boolean {
  return collector.startsWith('github/')
}
