import { basename } from 'node:path'
import { addDays } from '../model/day.ts'
import { daysBetween } from '../model/instant.ts'
import { problemTold } from '../problem-told.ts'
import type { RowOf } from '../queries/query.ts'
import type { todoLastRuns } from '../queries/todo/last-runs.ts'
import type { TodoEvidence } from './evidence.ts'
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
    stale: (args) => {
      const { fr, en } = counted(args, 'clones', { fr: ['clone', 'clones'], en: ['clone', 'clones'] })
      return {
        fr: `${fr} sans mise à jour depuis plus d’un mois, le plus ancien au ${textOf(args, 'first')} : ce qui a suivi n’est pas connu`,
        en: `${en} not brought up to date for more than a month, the oldest on ${textOf(args, 'first')}: what followed is not known`,
      }
    },
    old: (args) => {
      const { fr, en } = counted(args, 'days', { fr: ['jour', 'jours'], en: ['day', 'days'] })
      return {
        fr: `Rien n’a été collecté depuis ${fr} : tout ce qui suit date d’alors`,
        en: `Nothing was collected for ${en}: all that follows is as it was then`,
      }
    },
  },
  find({ lastRuns, staleClones, today, actualDay }) {
    const age = actualDay === null ? 0 : daysBetween(today, actualDay)
    const old =
      age < STALE_DAYS
        ? []
        : [{ ...LATE, subject: '*', message: 'old', args: { days: age }, since: today, command: 'parvis refresh' }]
    return found([...old, ...staleOf(staleClones), ...lastRuns.flatMap((run) => troubleOf(run, today))])
  },
})

/** A clone tells nothing of what came after its last fetch: a month is what a monthly figure needs. */
const STALE_CLONE_DAYS = 31

/** The day before which a clone should have heard of its origin. */
export function staleBefore(today: string): string {
  return addDays(today, -STALE_CLONE_DAYS)
}

function staleOf(stale: TodoEvidence['staleClones']): readonly FoundTodo[] {
  if (stale === undefined || stale.clones === 0 || stale.first_at === null) return []
  const first = stale.first_at.slice(0, 10)
  const item = { ...NOWHERE, due: null, place: null, subject: 'clones', since: first }
  return [{ ...item, message: 'stale', args: { clones: stale.clones, first }, command: 'git fetch' }]
}

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
