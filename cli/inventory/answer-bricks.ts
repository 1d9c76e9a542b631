import type { BrickScope } from '#data/facts/shapes/brick-list.ts'
import { type Brick, bricksOf, overduePlans } from '#data/inventory/bricks.ts'
import type { LicenseFit } from '#data/inventory/license-fit.ts'
import { englishPlural, frenchPlural } from '#data/model/plural.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { table } from '../reporters/table.ts'
import type { Asking, InventoryAnswer } from './answer.ts'
import { BRICK_HEADS, brickRow } from './brick-csv.ts'
import { brickLines } from './brick-lines.ts'
import { FITS, FITS_BY_GRAVITY } from './brick-words.ts'
import { chooseAssembly, chooseNamed } from './choose.ts'
import type { Holdings } from './holdings.ts'
import { orUnknown, told } from './words.ts'

const WORDS = {
  fr: {
    heads: ['brique', 'portées', 'version la plus demandée', 'dernière', 'licence', 'avec', 'plan B', 'composants'],
    gap: 'manque',
    overdue: 'à revoir',
    kept: 'tenu',
    unknown: '?',
    total: (bricks: number) => `${bricks} ${frenchPlural(bricks, 'brique')}`,
    plans: (gaps: number, overdue: number) =>
      ` ; ${gaps} ${frenchPlural(gaps, 'livrée ou exécutée', 'livrées ou exécutées')} sans plan B ; ${overdue} ${frenchPlural(overdue, 'plan B', 'plans B')} à revoir.`,
    plansUnknown: ' ; plans B non connus, aucun registre n’est tenu (registers.fallbacks).',
    indication: 'Licences : une indication, et non un conseil.',
  },
  en: {
    heads: ['brick', 'scopes', 'version most asked for', 'last', 'licence', 'within', 'plan B', 'components'],
    gap: 'missing',
    overdue: 'overdue',
    kept: 'kept',
    unknown: '?',
    total: (bricks: number) => `${bricks} ${englishPlural(bricks, 'brick')}`,
    plans: (gaps: number, overdue: number) =>
      `; ${gaps} shipped or run without plan B; ${overdue} ${englishPlural(overdue, 'plan B', 'plans B')} overdue.`,
    plansUnknown: '; plans B not known, no register is kept (registers.fallbacks).',
    indication: 'Licences: an indication, and no advice.',
  },
} as const

/** Whoever names one means it, whatever it is needed for. */
const ALL_SCOPES: readonly BrickScope[] = ['runtime', 'optional', 'build', 'image', 'test', 'ci', 'indirect']

export interface BrickQuestion {
  readonly name?: string | undefined
  /** Assembly whose bricks alone are asked for. */
  readonly within?: string | undefined
  /** Only those without plan B, and those whose plan should have been looked at again. */
  readonly gaps?: boolean | undefined
}

/** Everything from outside, or one brick with where it is used and what would replace it. */
export function answerBricks(
  { inventory, language }: Asking,
  { name, within, gaps }: BrickQuestion,
  { assemblies }: Pick<Holdings, 'assemblies'>,
): InventoryAnswer {
  const assembly = within === undefined ? undefined : chooseAssembly(within, { inventory, assemblies }).id
  const all = bricksOf(inventory, name === undefined ? {} : { scopes: ALL_SCOPES })
    .filter((brick) => assembly === undefined || brick.assemblies.some(({ id }) => id === assembly))
    .filter((brick) => gaps !== true || brick.isGap === true || overduePlans(brick).length > 0)
  const found =
    name === undefined ? all : chooseNamed(name, { among: all, names: namesOf, code: 'brick-unknown', what: 'brick' })
  const chosen = found.map((brick) => toldBrick(brick, language))
  return {
    members: { bricks: chosen },
    registers: ['bricks', 'fallbacks'],
    isOfFiles: true,
    csv: { heads: BRICK_HEADS, rows: chosen.map(brickRow) },
    lines:
      name === undefined
        ? listLines(chosen, { language, assembly, isPlanned: inventory.registers.has('fallbacks') })
        : chosen.flatMap((brick) => brickLines(brick, language)),
  }
}

/** A component from elsewhere, with what registers say of it in the language of the answer where they do. */
function toldBrick(brick: Brick, language: Language): Brick {
  return {
    ...brick,
    environments: brick.environments.map((one) => ({
      ...one,
      referent: told(one.referent, language),
      supplierRisk: told(one.supplierRisk, language),
    })),
    planB:
      brick.planB?.map((plan) => ({
        ...plan,
        alternative: told(plan.alternative, language),
        owner: told(plan.owner, language),
      })) ?? null,
  }
}

function namesOf({ brick, title }: Brick): readonly string[] {
  const path = brick.startsWith('pkg:') ? decodeURIComponent(brick.slice(brick.indexOf('/') + 1)) : brick
  return [brick, path, path.split('/').at(-1) ?? path, ...(title === null ? [] : [title])]
}

function standOf(brick: Brick, language: Language): string {
  const words = WORDS[language]
  const { planB, isGap, scopes } = brick
  if (isGap === null) return words.unknown
  if (overduePlans(brick).length > 0) return words.overdue
  if (planB !== null && planB.length > 0) return words.kept
  return isGap ? words.gap : scopes.length === 0 ? '' : '–'
}

/** Of one assembly; of all, the gravest. */
function fitOf({ assemblies }: Brick, assembly: string | undefined): LicenseFit | undefined {
  const shown = assemblies.filter(({ id }) => assembly === undefined || id === assembly).map(({ fit }) => fit)
  return FITS_BY_GRAVITY.find((fit) => shown.includes(fit))
}

interface Listing {
  readonly language: Language
  readonly assembly: string | undefined
  /** Whether a register of plans B is kept. */
  readonly isPlanned: boolean
}

function listLines(bricks: readonly Brick[], { language, assembly, isPlanned }: Listing): readonly string[] {
  const words = WORDS[language]
  const overdue = bricks.flatMap(overduePlans).length
  const rows = bricks.map((brick) => {
    const fit = fitOf(brick, assembly)
    return [
      brick.title ?? brick.brick,
      brick.scopes.join(' '),
      `${orUnknown(brick.versions[0]?.version)}${brick.versions[0]?.isBehind === true ? ' !' : ''}`,
      orUnknown(brick.upkeep?.latest),
      brick.licenses.map(({ license }) => license).join(' · ') || '?',
      fit === undefined ? '' : FITS[language][fit],
      standOf(brick, language),
      String(brick.usedBy.length),
    ]
  })
  const gaps = bricks.filter(({ isGap }) => isGap === true).length
  const total = `${words.total(bricks.length)}${isPlanned ? words.plans(gaps, overdue) : words.plansUnknown}`
  return [total, ...(rows.length === 0 ? [] : ['', ...table([[...words.heads], ...rows], 7), '', words.indication])]
}
