import { type Brick, brickCalled, brickName } from '../inventory/bricks.ts'
import { linesOf, textIn } from '../inventory/registers.ts'
import { placeOf, type TodoEvidence } from './evidence.ts'
import { counted, defineTodo, type FoundTodo, found, NOWHERE, type TodoArgs, textOf } from './item.ts'

/** Third-party components that are in use without a plan B, or whose plan is to be looked at again. */
export const fallbacks = defineTodo({
  id: 'plan-b',
  title: { fr: 'Plans B des composants tiers', en: 'Plans B of third-party components' },
  says: {
    review: (args) => ({
      fr: `Plan B à revoir (${textOf(args, 'alternative')})`,
      en: `Plan B to be reviewed (${textOf(args, 'alternative')})`,
    }),
    missing: (args) => {
      const { fr, en } = counted(args, 'usedBy', { fr: ['composant', 'composants'], en: ['component', 'components'] })
      return {
        fr: `En service, sans plan B ; ${fr} en ${Number(args.usedBy) < 2 ? 'dépend' : 'dépendent'}`,
        en: `In service without a plan B; ${en} ${Number(args.usedBy) === 1 ? 'needs' : 'need'} it`,
      }
    },
    others: (args) => ({
      fr: `${counted(args, 'count', THIRD_PARTIES).fr} plan B écrit`,
      en: `${counted(args, 'count', THIRD_PARTIES).en} plan B`,
    }),
    'no-register': () => ({
      fr: 'Aucun registre ne dit quels composants tiers sont en service (registers.bricks)',
      en: 'No register says which third-party components are in service (registers.bricks)',
    }),
    'no-plans': () => ({
      fr: 'Aucun registre ne dit quels plans B sont écrits (registers.fallbacks)',
      en: 'No register says which plans B are written (registers.fallbacks)',
    }),
  },
  quotes: ['alternative'],
  find(evidence) {
    const gaps = evidence.bricks.filter(({ isGap }) => isGap === true)
    const [inService, others] = [gaps.filter(isInService), gaps.filter((brick) => !isInService(brick))]
    const rest: readonly FoundTodo[] =
      others.length === 0
        ? []
        : [{ ...ITEM, subject: '*', message: 'others', args: { ...worstOf(others), count: others.length } }]
    return found(
      [...reviews(evidence), ...inService.map(missingOf), ...rest],
      [
        ...(evidence.files.has('bricks') ? [] : [{ message: 'no-register', args: {} }]),
        ...(isPlanKnown(evidence) ? [] : [{ message: 'no-plans', args: {} }]),
      ],
    )
  },
})

const THIRD_PARTIES = {
  fr: ['composant tiers livré avec les nôtres n’a pas de', 'composants tiers livrés avec les nôtres n’ont pas de'],
  en: ['third-party component that ships with ours has no', 'third-party components that ship with ours have no'],
} as const

const ITEM = { ...NOWHERE, since: null, due: null, command: 'parvis inventory bricks --gaps', place: null } as const

/** A register without a line tells no more than none. */
function isPlanKnown({ files, bricks }: TodoEvidence): boolean {
  return files.has('fallbacks') && !bricks.some(({ isGap }) => isGap === null)
}

function isInService({ environments }: Brick): boolean {
  return environments.length > 0
}

function missingOf(brick: Brick): FoundTodo {
  return { ...ITEM, subject: brickName(brick), message: 'missing', args: { ...weightOf(brick), brick: brick.brick } }
}

/** The one that the most assemblies stand on, then the most components. */
function worstOf(bricks: readonly Brick[]): TodoArgs {
  const [worst] = bricks.toSorted(
    (a, b) => b.assemblies.length - a.assemblies.length || b.usedBy.length - a.usedBy.length,
  )
  return worst === undefined ? {} : { ...weightOf(worst), name: brickName(worst) }
}

/** What rests on it, and when it was last released. */
function weightOf({ usedBy, assemblies, upkeep }: Brick): TodoArgs {
  const latestAt = upkeep?.latestAt ?? null
  return { usedBy: usedBy.length, assemblies: assemblies.length, ...(latestAt !== null && { latestAt }) }
}

function reviews(evidence: TodoEvidence): readonly FoundTodo[] {
  return linesOf(evidence.registers, 'fallbacks').flatMap((line) => {
    const due = textIn(line, 'review')
    const called = textIn(line, 'brick') ?? ''
    if (due === null || due > evidence.today) return []
    const brick = brickCalled(called, evidence.bricks)
    const args = { brick: brick?.brick ?? called, alternative: textIn(line, 'alternative') ?? '' }
    return [
      {
        ...ITEM,
        subject: brick === undefined ? called : brickName(brick),
        message: 'review',
        args,
        due,
        isLate: true,
        place: placeOf(evidence, line),
      },
    ]
  })
}
