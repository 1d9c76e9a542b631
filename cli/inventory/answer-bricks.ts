import { type Brick, bricksOf } from '#data/inventory/bricks.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { table } from '../reporters/table.ts'
import type { Asking, CellValue, InventoryAnswer } from './answer.ts'
import { chooseNamed } from './choose.ts'
import { orUnknown } from './words.ts'

const WORDS = {
  fr: {
    heads: ['brique', 'portées', 'version la plus demandée', 'licence', 'plan B', 'composants'],
    gap: 'manque',
    overdue: 'à revoir',
    kept: 'tenu',
    total: (bricks: number, gaps: number, overdue: number) =>
      `${bricks} briques ; ${gaps} livrées ou exécutées sans plan B ; ${overdue} plans B à revoir.`,
    versions: 'Versions demandées',
    licenses: 'Licences dites',
    usedBy: 'Utilisée par',
    environment: 'En service',
    plan: (alternative: string) => `Plan B : ${alternative}`,
    effort: 'effort',
    owner: 'responsable',
    review: 'à revoir le',
    noPlan: 'Aucun plan B.',
  },
  en: {
    heads: ['brick', 'scopes', 'version most asked for', 'licence', 'plan B', 'components'],
    gap: 'missing',
    overdue: 'overdue',
    kept: 'kept',
    total: (bricks: number, gaps: number, overdue: number) =>
      `${bricks} bricks; ${gaps} shipped or run without plan B; ${overdue} plans B overdue.`,
    versions: 'Versions asked for',
    licenses: 'Licences said',
    usedBy: 'Used by',
    environment: 'In service',
    plan: (alternative: string) => `Plan B: ${alternative}`,
    effort: 'effort',
    owner: 'answers for it',
    review: 'review on',
    noPlan: 'No plan B.',
  },
} as const

/** Everything from outside, or one brick with where it is used and what would replace it. */
export function answerBricks({ inventory, language }: Asking, name: string | undefined): InventoryAnswer {
  const all = bricksOf(inventory)
  const chosen =
    name === undefined ? all : chooseNamed(name, { among: all, names: namesOf, code: 'brick-unknown', what: 'brick' })
  return {
    members: { bricks: chosen },
    csv: { heads: CSV_HEADS, rows: chosen.map(csvRow) },
    lines: name === undefined ? listLines(chosen, language) : chosen.flatMap((brick) => sheetLines(brick, language)),
  }
}

function namesOf({ brick, title }: Brick): readonly string[] {
  const path = brick.startsWith('pkg:') ? decodeURIComponent(brick.slice(brick.indexOf('/') + 1)) : brick
  return [brick, path, path.split('/').at(-1) ?? path, ...(title === null ? [] : [title])]
}

function standOf({ planB, isGap, scopes }: Brick, language: Language): string {
  const words = WORDS[language]
  if (planB.some(({ isOverdue }) => isOverdue)) return words.overdue
  if (planB.length > 0) return words.kept
  return isGap ? words.gap : scopes.length === 0 ? '' : '–'
}

function listLines(bricks: readonly Brick[], language: Language): readonly string[] {
  const words = WORDS[language]
  const overdue = bricks.flatMap(({ planB }) => planB.filter(({ isOverdue }) => isOverdue)).length
  const rows = bricks.map((brick) => [
    brick.title ?? brick.brick,
    brick.scopes.join(' '),
    orUnknown(brick.versions[0]?.version),
    brick.licenses.map(({ license }) => license).join(' · '),
    standOf(brick, language),
    String(brick.usedBy.length),
  ])
  return [
    words.total(bricks.length, bricks.filter(({ isGap }) => isGap).length, overdue),
    ...(rows.length === 0 ? [] : ['', ...table([[...words.heads], ...rows], 5)]),
  ]
}

function sheetLines(brick: Brick, language: Language): readonly string[] {
  const words = WORDS[language]
  const separator = language === 'fr' ? ' : ' : ': '
  return [
    brick.title === null ? brick.brick : `${brick.title} · ${brick.brick}`,
    `  ${words.versions}${separator}${brick.versions.map(({ version, components }) => `${orUnknown(version)} ×${components}`).join(', ')}`,
    `  ${words.licenses}${separator}${brick.licenses.map(({ license, source }) => `${license} (${source})`).join(', ') || '?'}`,
    ...brick.environments.map(
      ({ environment, version, since, support, supplierRisk }) =>
        `  ${words.environment}${separator}${[environment, version, since, support, supplierRisk].flatMap((one) => one ?? []).join(', ')}`,
    ),
    ...brick.planB.map(
      ({ alternative, effort, owner, review, isOverdue }) =>
        `  ${words.plan(alternative)} (${words.effort} ${orUnknown(effort)}, ${words.owner} ${orUnknown(owner)}, ${words.review} ${orUnknown(review)}${isOverdue ? ` ! ${words.overdue}` : ''})`,
    ),
    ...(brick.planB.length === 0 ? [`  ${words.noPlan}`] : []),
    `  ${words.usedBy}${separator}${brick.usedBy.join(', ')}`,
    '',
  ]
}

const CSV_HEADS = [
  ...['brick', 'title', 'scopes', 'versions', 'licenses', 'components', 'usedBy', 'environments', 'since', 'support'],
  ...['referent', 'recommended', 'planB', 'effort', 'owner', 'review', 'overdue', 'gap'],
]

function csvRow(brick: Brick): readonly CellValue[] {
  const { environments, planB } = brick
  const join = (values: readonly (string | null)[]) => values.flatMap((value) => value ?? []).join(' | ') || null
  return [
    ...[brick.brick, brick.title, join(brick.scopes), join(brick.versions.map(({ version }) => version))],
    ...[join(brick.licenses.map(({ license }) => license)), brick.usedBy.length, join(brick.usedBy)],
    join(environments.map(({ environment, version }) => join([environment, version]))),
    ...[join(environments.map(({ since }) => since)), join(environments.map(({ support }) => support))],
    ...[
      join(environments.map(({ referent }) => referent)),
      environments.find((one) => one.isRecommended !== null)?.isRecommended ?? null,
    ],
    ...[join(planB.map(({ alternative }) => alternative)), join(planB.map(({ effort }) => effort))],
    ...[join(planB.map(({ owner }) => owner)), join(planB.map(({ review }) => review))],
    ...[planB.some(({ isOverdue }) => isOverdue), brick.isGap],
  ]
}
