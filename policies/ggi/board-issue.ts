import { looksLikePerson } from '#data/model/roles.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { STATE_LABELS } from './board-labels.ts'
import { withoutPeople } from './board-sections.ts'
import { type Activity, type Method, pointId } from './method.ts'
import type { Scorecard } from './scorecard.ts'

/** An activity as an issue of a board: the form that My GGI Board gives it, so that either can read it. */
export interface ActivityIssue {
  readonly activity: string
  readonly title: string
  /** Markdown. Names that the host would notify are left out of it. */
  readonly body: string
  readonly labels: readonly string[]
}

const WORDS = {
  fr: {
    scope: 'Description personnalisée',
    why: 'Évaluation de l’opportunité',
    objectives: 'Objectifs',
    tools: 'Outils',
    notes: 'Notes opérationnelles',
    points: 'Points de vérification',
    id: 'Identifiant de l’activité',
    owner: 'Responsable',
    next: 'Activités proposées ensuite',
    colon: ' :',
  },
  en: {
    scope: 'Customized description',
    why: 'Opportunity assessment',
    objectives: 'Objectives',
    tools: 'Tools',
    notes: 'Operational notes',
    points: 'Verification points',
    id: 'Activity ID',
    owner: 'Owner',
    next: 'Proposed next activities',
    colon: ':',
  },
} as const

/** What stands above the line is the city's; what stands below it is the method's, in words of ours. */
export function activityIssue(
  activity: Activity,
  scorecard: Scorecard | undefined,
  { method, language }: { readonly method: Method; readonly language: Language },
): ActivityIssue {
  const words = WORDS[language]
  const named = (list: readonly { readonly id: string; readonly title: Activity['title'] }[], id: string) =>
    list.find((one) => one.id === id)?.title[language] ?? id
  const line = (title: string, text: string) => `${title}${words.colon} ${text}`
  const objectives = (scorecard?.objectives ?? []).map(({ text, done }) => `- [${done ? 'x' : ' '}] ${text}`)
  const { owner } = scorecard ?? {}
  const own = [
    ...(owner === undefined || looksLikePerson(owner) ? [] : [line(words.owner, owner), '']),
    ...section(words.scope, scorecard?.scope),
    ...section(words.why, scorecard?.why),
    ...section(words.objectives, objectives.join('\n')),
    ...section(words.tools, undefined),
    ...section(words.notes, scorecard?.notes),
  ]
  const address = `${method.handbook.activityUrl}${activity.slug}`
  const points = activity.points.map(({ id, asks }) => `- ${pointId(activity.id, id)}${words.colon} ${asks[language]}`)
  const next = activity.next.map((id) => `${id} ${named(method.activities, id)}`)
  const body = [
    ...own.map(withoutPeople),
    ...['---', '', line(words.id, `[${activity.id}](${address})`), ''],
    ...section(words.points, points.join('\n')),
    ...(next.length === 0 ? [] : [line(words.next, next.join(', ')), '']),
    method.handbook.attribution[language],
  ]
  return {
    activity: activity.id,
    title: activity.title[language],
    body: `${body.join('\n')}\n`,
    labels: [
      named(method.goals, activity.goal),
      ...activity.roles.map((role) => named(method.roles, role)),
      STATE_LABELS[language][scorecard?.state ?? 'not-selected'],
    ],
  }
}

function section(title: string, text: string | undefined): readonly string[] {
  return [`## ${title}`, '', ...(text === undefined || text === '' ? [] : [text, ''])]
}
