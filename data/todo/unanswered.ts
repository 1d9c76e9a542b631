import type { RowOf } from '../queries/query.ts'
import type { todoUnanswered } from '../queries/todo/unanswered.ts'
import type { TodoEvidence } from './evidence.ts'
import { counted, defineTodo, type FoundTodo, found, type TodoArgs, type TodoGap } from './item.ts'

type Waiting = RowOf<typeof todoUnanswered>

const PROPOSALS = { fr: ['proposition', 'propositions'], en: ['change request', 'change requests'] } as const
const ISSUES = { fr: ['ticket', 'tickets'], en: ['issue', 'issues'] } as const

/** Contributions of people from elsewhere that nobody answered, by repository; counted against the promise where there is one. */
export const unanswered = defineTodo({
  id: 'unanswered',
  title: { fr: 'Contributions sans réponse', en: 'Contributions without an answer' },
  says: {
    outside: (args) => waitingWords(args, { fr: 'de l’extérieur', en: 'from outside' }),
    unknown: (args) =>
      waitingWords(args, {
        fr: 'de personnes dont l’appartenance n’est pas connue',
        en: 'of people whose affiliation is not known',
      }),
    'no-promise': () => ({
      fr: 'Aucun délai de réponse n’est promis (promise.workingDays dans parvis.yaml) : rien n’est dit en retard',
      en: 'No time to answer is promised (promise.workingDays in parvis.yaml): nothing is called late',
    }),
    unread: (args) => {
      const { fr, en } = counted(args, 'repositories', { fr: ['dépôt', 'dépôts'], en: ['repository', 'repositories'] })
      return {
        fr: `${fr} dont les propositions ou les tickets n’ont pas été lus en entier`,
        en: `${en} whose change requests or issues were not read to the end`,
      }
    },
    unsettled: (args) => {
      const { fr, en } = counted(args, 'count', {
        fr: ['contribution dont les réponses', 'contributions dont les réponses'],
        en: ['contribution whose answers', 'contributions whose answers'],
      })
      return { fr: `${fr} n’ont pas été lues`, en: `${en} were not read` }
    },
  },
  find(evidence) {
    const settled = evidence.unanswered.filter(({ is_settled }) => is_settled === 1)
    const groups = Map.groupBy(settled, ({ repository, author_group }) => `${repository} ${author_group}`)
    return found(
      [...groups.values()].flatMap((rows) => itemOf(rows, evidence)),
      gapsOf(evidence, evidence.unanswered.length - settled.length),
    )
  },
})

function itemOf(rows: readonly Waiting[], { calendar, promise, today }: TodoEvidence): readonly FoundTodo[] {
  const [first] = rows
  if (first === undefined) return []
  const opened = rows.map(({ opened_on }) => opened_on).sort()
  const dues = promise === null ? [] : opened.map((day) => calendar.after(day, promise))
  const late = dues.filter((day) => day < today).length
  const count = (kind: string) => rows.filter((row) => row.kind === kind).length
  const requests = count('change-request')
  const since = opened[0]
  const longest =
    since === undefined ? 0 : Math.floor(calendar.between(secondsOf(since), secondsOf(today) + DAY_SECONDS))
  return [
    {
      subject: first.repository,
      repository: first.repository,
      message: first.author_group === 'outside' ? 'outside' : 'unknown',
      args: { requests, issues: count('issue'), late, promise: promise ?? 0, longest },
      since: since ?? null,
      due: dues[0] ?? null,
      command: `parvis metrics ${requests > 0 ? 'change-request-backlog' : 'issue-backlog'} --scope ${first.repository} --rows`,
      place: null,
      url: first.url === null ? null : `${first.url}/${requests > 0 ? 'pulls' : 'issues'}`,
    },
  ]
}

const DAY_SECONDS = 86_400

function secondsOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000
}

function gapsOf({ promise, reading }: TodoEvidence, unsettled: number): readonly TodoGap[] {
  const unread = reading === undefined ? 0 : reading.repositories - reading.read
  return [
    ...(promise === null ? [{ message: 'no-promise', args: {} }] : []),
    ...(unread > 0 ? [{ message: 'unread', args: { repositories: unread } }] : []),
    ...(unsettled > 0 ? [{ message: 'unsettled', args: { count: unsettled } }] : []),
  ]
}

function waitingWords(args: TodoArgs, from: { readonly fr: string; readonly en: string }) {
  const parts = [
    ...(Number(args.requests) > 0 ? [counted(args, 'requests', PROPOSALS)] : []),
    ...(Number(args.issues) > 0 ? [counted(args, 'issues', ISSUES)] : []),
  ]
  const all = { fr: parts.map(({ fr }) => fr).join(' et '), en: parts.map(({ en }) => en).join(' and ') }
  const beyond = beyondWords(args)
  return {
    fr: `${all.fr} sans réponse, ${from.fr}${beyond.fr}`,
    en: `${all.en} without an answer, ${from.en}${beyond.en}`,
  }
}

/** How many of them wait longer than was promised; all of them need no number. */
function beyondWords(args: TodoArgs) {
  const late = Number(args.late)
  if (late === 0) return { fr: '', en: '' }
  const isAll = late === Number(args.requests) + Number(args.issues)
  return {
    fr: `,${isAll ? '' : ` dont ${late}`} au-delà ${Number(args.promise) < 2 ? 'du jour ouvré promis' : `des ${args.promise} jours ouvrés promis`}`,
    en: `,${isAll ? '' : ` ${late} of them`} beyond the ${Number(args.promise) === 1 ? 'working day' : `${args.promise} working days`} promised`,
  }
}
