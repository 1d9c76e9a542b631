import type { Brick, BrickEnvironment } from '#data/inventory/bricks.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { FITS } from './brick-words.ts'
import { day, orUnknown, STATES } from './words.ts'

const WORDS = {
  fr: {
    versions: 'Versions demandées',
    behind: 'en retard',
    latest: 'Dernière version publiée',
    collected: (repository: string) => `lue dans ${repository}`,
    register: 'au registre',
    absence: 'personnes derrière la moitié des commits d’une année',
    licenses: 'Licences dites',
    fit: (assembly: string) => `Licence avec ${assembly}`,
    usedBy: 'Utilisée par',
    environment: 'En service',
    since: 'depuis le',
    support: 'soutien',
    referent: 'référent',
    risk: 'risque',
    plan: (alternative: string) => `Plan B : ${alternative}`,
    effort: 'effort',
    owner: 'responsable',
    review: 'à revoir le',
    overdue: 'dépassé',
    noPlan: 'Aucun plan B.',
    planUnknown: 'Plan B : non connu, aucun registre n’est tenu (registers.fallbacks).',
    separator: ' : ',
  },
  en: {
    versions: 'Versions asked for',
    behind: 'behind',
    latest: 'Last release',
    collected: (repository: string) => `read in ${repository}`,
    register: 'in the register',
    absence: 'people behind half of the commits of a year',
    licenses: 'Licences said',
    fit: (assembly: string) => `Licence within ${assembly}`,
    usedBy: 'Used by',
    environment: 'In service',
    since: 'since',
    support: 'support',
    referent: 'ask',
    risk: 'risk',
    plan: (alternative: string) => `Plan B: ${alternative}`,
    effort: 'effort',
    owner: 'answers for it',
    review: 'review on',
    overdue: 'overdue',
    noPlan: 'No plan B.',
    planUnknown: 'Plan B: not known, no register is kept (registers.fallbacks).',
    separator: ': ',
  },
} as const

/** The sheet of one brick, and an empty line. */
export function brickLines(brick: Brick, language: Language): readonly string[] {
  const words = WORDS[language]
  const line = (head: string, text: string) => `  ${head}${words.separator}${text}`
  const versions = brick.versions.map(
    ({ version, components, isBehind }) =>
      `${orUnknown(version)} ×${components}${isBehind === true ? ` (${words.behind})` : ''}`,
  )
  return [
    brick.title === null ? brick.brick : `${brick.title} · ${brick.brick}`,
    line(words.versions, versions.join(', ')),
    line(words.latest, upkeepText(brick, language)),
    line(words.licenses, brick.licenses.map(({ license, source }) => `${license} (${source})`).join(', ') || '?'),
    ...brick.assemblies.map(({ id, fit }) => line(words.fit(id), FITS[language][fit])),
    ...brick.environments.map((one) => line(words.environment, environmentText(one, language))),
    ...(brick.planB ?? []).map(
      ({ alternative, effort, owner, review, isOverdue }) =>
        `  ${words.plan(alternative)} (${words.effort} ${orUnknown(effort)}, ${words.owner} ${orUnknown(owner)}, ${words.review} ${orUnknown(review)}${isOverdue ? ` ! ${words.overdue}` : ''})`,
    ),
    ...(brick.planB === null ? [`  ${words.planUnknown}`] : brick.planB.length === 0 ? [`  ${words.noPlan}`] : []),
    line(words.usedBy, brick.usedBy.join(', ')),
    '',
  ]
}

function upkeepText({ upkeep }: Brick, language: Language): string {
  if (upkeep === null) return '?'
  const words = WORDS[language]
  const { latest, latestAt, source, repository, state, absenceFactor } = upkeep
  const from = source === 'collected' && repository !== null ? words.collected(repository) : words.register
  return [
    `${orUnknown(latest)} (${day(latestAt)}), ${from}`,
    ...(state === null ? [] : [STATES[language][state]]),
    ...(absenceFactor === null ? [] : [`${words.absence} ${absenceFactor}`]),
  ].join(', ')
}

function environmentText(one: BrickEnvironment, language: Language): string {
  const words = WORDS[language]
  const said = (head: string, value: string | null) => (value === null ? [] : [`${head} ${value}`])
  return [
    ...[one.environment, one.version].flatMap((value) => value ?? []),
    ...said(words.since, one.since),
    ...said(words.support, one.support),
    ...said(words.referent, one.referent),
    ...said(words.risk, one.supplierRisk),
  ].join(', ')
}
